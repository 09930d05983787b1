package dev.tauriboot.plugin.globalshortcut;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.kwhat.jnativehook.NativeHookException;
import com.github.kwhat.jnativehook.NativeInputEvent;
import com.github.kwhat.jnativehook.keyboard.NativeKeyEvent;
import com.github.kwhat.jnativehook.keyboard.NativeKeyListener;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link NativeShortcutHost}, with keys that the test presses.
 */
class NativeShortcutHostTests {

	private static final Map<String, String> X11 = Map.of("DISPLAY", ":1");

	private final Keys keys = new Keys();

	private final List<ShortcutState> states = new ArrayList<>();

	// row 202
	@Test
	void pressAndReleaseAreTold() {
		ShortcutHost.Watch watch = host(X11).watch(Shortcut.parse("Ctrl+Shift+K"), this.states::add);
		int held = NativeInputEvent.CTRL_L_MASK | NativeInputEvent.SHIFT_R_MASK | NativeInputEvent.NUM_LOCK_MASK;
		this.keys.press(NativeKeyEvent.VC_K, held);
		this.keys.press(NativeKeyEvent.VC_K, held);
		this.keys.release(NativeKeyEvent.VC_K, 0);
		assertThat(this.states).containsExactly(ShortcutState.PRESSED, ShortcutState.RELEASED);
		watch.close();
		this.keys.press(NativeKeyEvent.VC_K, held);
		assertThat(this.states).hasSize(2);
	}

	@Test
	void otherKeysAreNotTold() {
		host(X11).watch(Shortcut.parse("Ctrl+1"), this.states::add);
		this.keys.press(NativeKeyEvent.VC_2, NativeInputEvent.CTRL_L_MASK);
		this.keys.press(NativeKeyEvent.VC_1, 0);
		this.keys.press(NativeKeyEvent.VC_1, NativeInputEvent.CTRL_L_MASK | NativeInputEvent.ALT_L_MASK);
		this.keys.listeners.forEach((listener) -> listener
			.nativeKeyPressed(new NativeKeyEvent(NativeKeyEvent.NATIVE_KEY_PRESSED, NativeInputEvent.CTRL_L_MASK, 0,
					NativeKeyEvent.VC_1, NativeKeyEvent.CHAR_UNDEFINED, NativeKeyEvent.KEY_LOCATION_NUMPAD)));
		assertThat(this.states).isEmpty();
		this.keys.press(NativeKeyEvent.VC_1, NativeInputEvent.CTRL_R_MASK);
		assertThat(this.states).containsExactly(ShortcutState.PRESSED);
	}

	@Test
	void keysAreSeenAsLongAsSomebodyWantsThem() {
		NativeShortcutHost host = host(X11);
		assertThat(this.keys.listeners).isEmpty();
		ShortcutHost.Watch first = host.watch(Shortcut.parse("F1"), this.states::add);
		ShortcutHost.Watch second = host.watch(Shortcut.parse("F2"), this.states::add);
		assertThat(this.keys.listeners).hasSize(1);
		first.close();
		first.close();
		assertThat(this.keys.listeners).hasSize(1);
		second.close();
		assertThat(this.keys.listeners).isEmpty();
		host.watch(Shortcut.parse("F1"), this.states::add);
		assertThat(this.keys.listeners).hasSize(1);
	}

	// row 208
	@Test
	void withoutAnXServerThereAreNone() {
		assertUnavailable(host(Map.of()));
		assertUnavailable(host(Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0")));
		assertThat(this.keys.listeners).isEmpty();
	}

	// row 208
	@Test
	void whereTheLibraryCannotThereAreNone() {
		this.keys.failure = new NativeHookException(NativeHookException.X11_OPEN_DISPLAY);
		assertUnavailable(host(X11));
		this.keys.missing = new UnsatisfiedLinkError("libxkbcommon-x11.so.0");
		assertUnavailable(host(X11));
	}

	@Test
	void keyThatItDoesNotKnowIsRefused() {
		assertThatExceptionOfType(ShortcutException.class)
			.isThrownBy(() -> host(X11).watch(Shortcut.parse("NumAdd"), this.states::add))
			.withMessage("the key 'NumpadAdd' cannot be watched on this display");
	}

	private void assertUnavailable(ShortcutHost host) {
		assertThatExceptionOfType(ShortcutException.class)
			.isThrownBy(() -> host.watch(Shortcut.parse("F1"), this.states::add))
			.withMessage("global shortcuts are not available on this display");
	}

	private NativeShortcutHost host(Map<String, String> environment) {
		return new NativeShortcutHost(this.keys, "Linux", environment);
	}

	private static final class Keys implements KeyHook {

		private final List<NativeKeyListener> listeners = new ArrayList<>();

		private NativeHookException failure;

		private LinkageError missing;

		@Override
		public void add(NativeKeyListener listener) throws NativeHookException {
			if (this.missing != null) {
				throw this.missing;
			}
			if (this.failure != null) {
				throw this.failure;
			}
			this.listeners.add(listener);
		}

		@Override
		public void remove(NativeKeyListener listener) {
			this.listeners.remove(listener);
		}

		void press(int key, int modifiers) {
			this.listeners.forEach(
					(listener) -> listener.nativeKeyPressed(event(NativeKeyEvent.NATIVE_KEY_PRESSED, key, modifiers)));
		}

		void release(int key, int modifiers) {
			this.listeners.forEach((listener) -> listener
				.nativeKeyReleased(event(NativeKeyEvent.NATIVE_KEY_RELEASED, key, modifiers)));
		}

		private static NativeKeyEvent event(int id, int key, int modifiers) {
			return new NativeKeyEvent(id, modifiers, 0, key, NativeKeyEvent.CHAR_UNDEFINED,
					NativeKeyEvent.KEY_LOCATION_STANDARD);
		}

	}

}
