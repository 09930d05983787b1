package dev.tauriboot.menu;

import java.util.Set;

import dev.tauriboot.menu.Accelerator.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Section 10.6: keys of items.
 */
class AcceleratorTests {

	@Test
	void modifiersAndKeyAreRead() {
		assertThat(Accelerator.parse("CmdOrCtrl+Shift+K"))
			.isEqualTo(new Accelerator(Set.of(Modifier.COMMAND_OR_CONTROL, Modifier.SHIFT), "KeyK"));
		assertThat(Accelerator.parse("option + super + ctrl + 1"))
			.isEqualTo(new Accelerator(Set.of(Modifier.ALT, Modifier.COMMAND, Modifier.CONTROL), "Digit1"));
	}

	@ParameterizedTest
	@CsvSource({ "a, KeyA", "KeyA, KeyA", "F24, F24", "Up, ArrowUp", "ArrowUp, ArrowUp", "num5, Numpad5",
			"NumpadPlus, NumpadAdd", "esc, Escape", "`, Backquote", "/, Slash", "PAGEDOWN, PageDown", "-, Minus" })
	void keysHaveTheirNames(String name, String code) {
		assertThat(Accelerator.parse("Alt+" + name).key()).isEqualTo(code);
	}

	@Test
	void commaIsAKey() {
		assertThat(Accelerator.parse("CmdOrCtrl+,").key()).isEqualTo("Comma");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Ctrl", "Ctrl+", "+K", "Ctrl++K", "K+Ctrl", "Ctrl+K+L", "Hyper+K", "F25", "Ctrl+ß" })
	void whatNamesNoKeysIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Accelerator.parse(text))
			.withMessageContaining("'" + text + "'");
		assertThat(Accelerator.parseIfValid(text)).isNull();
	}

	@Test
	void predefinedItemsHaveKeys() {
		for (PredefinedMenuItem.Type type : PredefinedMenuItem.Type.values()) {
			assertThat(PredefinedMenuItem.Type.of(type.wireName())).isEqualTo(type);
		}
		assertThat(PredefinedMenuItem.Type.REDO.accelerator()).isEqualTo(Accelerator.parse("CmdOrCtrl+Shift+Z"));
		assertThat(PredefinedMenuItem.Type.QUIT.accelerator()).isNull();
	}

}
