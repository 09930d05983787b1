package dev.tauriboot.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Section 10.6: what is in menus.
 */
class MenuTests {

	private final Menu menu = new Menu("menu");

	private final MenuItem first = new MenuItem("first", "First");

	private final MenuItem second = new MenuItem("second", "Second");

	@Test
	void itemsHaveAnOrder() {
		MenuItem third = new MenuItem("Third");
		this.menu.append(this.first, third);
		this.menu.insert(List.of(this.second), 1);
		assertThat(this.menu.items()).containsExactly(this.first, this.second, third);
		assertThat(this.menu.get("second")).isSameAs(this.second);
		assertThat(this.menu.remove(this.first)).isTrue();
		assertThat(this.menu.remove(this.first)).isFalse();
		assertThat(this.menu.removeAt(1)).isSameAs(third);
		assertThat(this.menu.removeAt(1)).isNull();
		assertThat(this.menu.items()).containsExactly(this.second);
	}

	@Test
	void idsAreMadeUp() {
		assertThat(new MenuItem("a").id()).matches("\\d+").isNotEqualTo(new MenuItem("a").id());
	}

	@Test
	void submenuCannotBeInItself() {
		Submenu outer = new Submenu("Outer");
		Submenu inner = new Submenu("Inner");
		outer.append(inner);
		assertThatIllegalArgumentException().isThrownBy(() -> inner.append(outer));
		assertThatIllegalArgumentException().isThrownBy(() -> outer.append(outer));
		assertThat(inner.items()).isEmpty();
	}

	@Test
	void menuCannotBeInAnother() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.menu.append(new Menu()));
	}

	@Test
	void positionMustExist() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.menu.insert(List.of(this.first), 1))
			.withMessage("there is no position 1 among 0 items");
		assertThatIllegalArgumentException().isThrownBy(() -> this.menu.insert(List.of(this.first), -1));
	}

	@Test
	void changesAreTold() {
		AtomicInteger changes = new AtomicInteger();
		Runnable listener = changes::incrementAndGet;
		CheckMenuItem check = new CheckMenuItem(null, "Check", false);
		check.addChangeListener(listener);
		check.setText("Other");
		check.setEnabled(false);
		check.setChecked(true);
		check.setAccelerator(Accelerator.parse("F1"));
		assertThat(changes).hasValue(4);
		check.removeChangeListener(listener);
		check.setChecked(false);
		assertThat(changes).hasValue(4);
		assertThat(check.listeners()).isZero();
	}

	@Test
	void choosingChecksAndTellsTheId() {
		CheckMenuItem check = new CheckMenuItem("check", "Check", false);
		List<String> chosen = new ArrayList<>();
		check.onChosen((id) -> chosen.add(id + check.isChecked()));
		check.choose();
		check.choose();
		assertThat(chosen).containsExactly("checktrue", "checkfalse");
	}

}
