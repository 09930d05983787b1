package dev.tauriboot.plugin.globalshortcut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link GlobalShortcuts} and {@link Shortcut}.
 */
class GlobalShortcutsTests {

	private final Map<Shortcut, Consumer<ShortcutState>> watched = new LinkedHashMap<>();

	private final GlobalShortcuts shortcuts = new GlobalShortcuts((shortcut, listener) -> {
		this.watched.put(shortcut, listener);
		return () -> this.watched.remove(shortcut);
	});

	private final List<ShortcutState> states = new ArrayList<>();

	// row 204
	@Test
	void registeredUntilTakenBack() {
		assertThat(this.shortcuts.isRegistered("Ctrl+K")).isFalse();
		this.shortcuts.register("Ctrl+K", this.states::add);
		assertThat(this.shortcuts.isRegistered("control+KeyK")).isTrue();
		this.watched.values().forEach((listener) -> listener.accept(ShortcutState.PRESSED));
		assertThat(this.states).containsExactly(ShortcutState.PRESSED);
		this.shortcuts.unregister("Ctrl+K");
		this.shortcuts.unregister("Ctrl+K");
		assertThat(this.shortcuts.isRegistered("Ctrl+K")).isFalse();
		assertThat(this.watched).isEmpty();
	}

	@Test
	void registeredOnce() {
		this.shortcuts.register("Ctrl+K", this.states::add);
		assertThatExceptionOfType(ShortcutException.class)
			.isThrownBy(() -> this.shortcuts.register("Control+K", this.states::add))
			.withMessage("the shortcut 'Control+K' is already registered");
	}

	@Test
	void listenerThatFailsDoesNotStopTheKeys() {
		this.shortcuts.register("F1", (state) -> {
			throw new IllegalStateException("test");
		});
		this.watched.values().forEach((listener) -> listener.accept(ShortcutState.PRESSED));
		assertThat(this.shortcuts.isRegistered("F1")).isTrue();
	}

	@Test
	void endTakesAllBack() {
		this.shortcuts.register("F1", this.states::add);
		this.shortcuts.register("F2", this.states::add);
		this.shortcuts.close();
		assertThat(this.watched).isEmpty();
		assertThatExceptionOfType(ShortcutException.class)
			.isThrownBy(() -> this.shortcuts.register("F1", this.states::add));
	}

	// row 205
	@Test
	@DisabledOnOs(OS.MAC)
	void equalKeysHaveOneNumber() {
		Shortcut shortcut = Shortcut.parse("CmdOrCtrl+Shift+K");
		assertThat(Shortcut.parse("shift+control+KeyK")).isEqualTo(shortcut);
		assertThat(Shortcut.parse("shift+control+KeyK").id()).isEqualTo(shortcut.id()).isBetween(0L, (1L << 32) - 1);
		assertThat(Shortcut.parse("Super+Shift+K").id()).isNotEqualTo(shortcut.id());
		assertThat(Shortcut.parse("Shift+Ctrl+L").id()).isNotEqualTo(shortcut.id());
	}

	// row 206
	@Test
	void malformedKeysAreQuoted() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.shortcuts.register("Ctrl+Nope", this.states::add))
			.withMessageContaining("'Ctrl+Nope'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.shortcuts.isRegistered("K+Ctrl"))
			.withMessageContaining("'K+Ctrl'");
	}

}
