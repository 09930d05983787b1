package dev.tauriboot.javafx;

import java.util.List;

import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuItem;
import javafx.scene.control.ContextMenu;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Menus that nobody looks at.
 */
class FxMenuTreeTests {

	@BeforeAll
	static void start() {
		FxToolkit.chooseHeadless();
		FxToolkit.await();
	}

	@Test
	void itemThatIsTwiceInAMenuKeepsItsTwoPlaces() {
		Menu menu = new Menu();
		MenuItem item = new MenuItem("copy", "Copy");
		menu.append(item, item);
		FxMenuTree tree = new FxMenuTree(menu, (chosen) -> {
		});
		ContextMenu shown = FxTestApp.fx(tree::contextMenu);
		List<javafx.scene.control.MenuItem> before = FxTestApp.fx(() -> List.copyOf(shown.getItems()));
		assertThat(before).hasSize(2).doesNotHaveDuplicates();
		menu.append(new MenuItem("paste", "Paste"));
		List<javafx.scene.control.MenuItem> after = FxTestApp.fx(() -> List.copyOf(shown.getItems()));
		assertThat(after).hasSize(3).startsWith(before.toArray(javafx.scene.control.MenuItem[]::new));
		FxTestApp.fx(tree::close);
	}

}
