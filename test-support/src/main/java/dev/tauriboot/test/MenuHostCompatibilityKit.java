package dev.tauriboot.test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import dev.tauriboot.image.Image;
import dev.tauriboot.menu.Accelerator;
import dev.tauriboot.menu.CheckMenuItem;
import dev.tauriboot.menu.IconMenuItem;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuIcon;
import dev.tauriboot.menu.MenuItem;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.menu.MenuPosition;
import dev.tauriboot.menu.PredefinedMenuItem;
import dev.tauriboot.menu.PredefinedMenuItem.Type;
import dev.tauriboot.menu.Submenu;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MenuHost;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every {@link MenuHost} must do alike. The tests of a host extend this class.
 *
 * @since 0.1.0
 */
public abstract class MenuHostCompatibilityKit {

	private final List<String> chosen = new CopyOnWriteArrayList<>();

	private final AtomicReference<Window> where = new AtomicReference<>();

	private final DesktopRuntime runtime;

	private final MenuHost host;

	private final Menu menu = new Menu();

	private final Submenu file = new Submenu("file", "&File");

	private final MenuItem save = new MenuItem("save", "Save");

	private final CheckMenuItem wrap = new CheckMenuItem("wrap", "Wrap lines", false);

	/**
	 * A kit. Each test makes a runtime and a host of its own.
	 */
	protected MenuHostCompatibilityKit() {
		this.runtime = createRuntime();
		this.host = createHost();
	}

	/**
	 * Create a runtime that is not started.
	 * @return the runtime
	 */
	protected abstract DesktopRuntime createRuntime();

	/**
	 * Create the host of the runtime's menus.
	 * @return the host
	 */
	protected abstract MenuHost createHost();

	/**
	 * What a user sees of a window's menu.
	 * @param window the window, whose title is its label
	 * @return the texts of the topmost items without marks, empty if there is no menu
	 */
	protected abstract List<String> texts(Window window);

	/**
	 * Choose an item as a user does: in the menu that is open over the window, which
	 * closes then, or else in its own.
	 * @param window the window, whose title is its label
	 * @param id the id of the item
	 * @return whether there is such an item and it could be chosen
	 */
	protected abstract boolean choose(Window window, String id);

	/**
	 * Press keys as a user does.
	 * @param window the window, whose title is its label
	 * @param accelerator the keys
	 * @return whether they have chosen something
	 */
	protected abstract boolean press(Window window, String accelerator);

	@BeforeEach
	void start() {
		this.runtime.start();
		this.file.append(this.save, this.wrap);
		this.menu.append(this.file);
	}

	@AfterEach
	void stop() {
		this.runtime.stop();
	}

	@Test
	void menuIsShownReplacedAndTakenAway() {
		Window window = window("main");
		assertThat(texts(window)).isEmpty();
		show(window, this.menu);
		RuntimeKit.eventually("the menu").untilAsserted(() -> assertThat(texts(window)).containsExactly("File"));
		Menu other = new Menu();
		other.append(new Submenu("Edit"), new Submenu("Help"));
		show(window, other);
		RuntimeKit.eventually("the menu")
			.untilAsserted(() -> assertThat(texts(window)).containsExactly("Edit", "Help"));
		show(window, null);
		RuntimeKit.eventually("the menu").untilAsserted(() -> assertThat(texts(window)).isEmpty());
	}

	@Test
	void chosenItemIsToldWithItsWindow() {
		Window first = window("main");
		Window second = window("second");
		show(first, this.menu);
		show(second, this.menu);
		assertThat(choose(second, "save")).isTrue();
		assertThat(this.chosen).containsExactly("save");
		assertThat(this.where).hasValue(second);
		assertThat(choose(first, "save")).isTrue();
		assertThat(this.where).hasValue(first);
		assertThat(choose(first, "unknown")).isFalse();
	}

	@Test
	void disabledItemCannotBeChosen() {
		Window window = window("main");
		show(window, this.menu);
		this.save.setEnabled(false);
		RuntimeKit.eventually("the menu").untilAsserted(() -> assertThat(choose(window, "save")).isFalse());
		int before = this.chosen.size();
		this.save.setEnabled(true);
		RuntimeKit.eventually("the menu").untilAsserted(() -> assertThat(choose(window, "save")).isTrue());
		assertThat(this.chosen).hasSize(before + 1);
	}

	@Test
	void itemOfADisabledSubmenuCannotBeChosen() {
		this.file.setEnabled(false);
		Window window = window("main");
		show(window, this.menu);
		assertThat(choose(window, "save")).isFalse();
		assertThat(this.chosen).isEmpty();
	}

	@Test
	void changesShow() {
		Window window = window("main");
		show(window, this.menu);
		this.file.setText("&Document");
		this.menu.append(new Submenu("more", "More"));
		RuntimeKit.eventually("the menu")
			.untilAsserted(() -> assertThat(texts(window)).containsExactly("Document", "More"));
		((Submenu) this.menu.items().get(1)).append(new MenuItem("late", "Late"));
		RuntimeKit.eventually("the menu").untilAsserted(() -> assertThat(choose(window, "late")).isTrue());
		this.menu.remove(this.file);
		RuntimeKit.eventually("the menu").untilAsserted(() -> assertThat(texts(window)).containsExactly("More"));
		assertThat(choose(window, "save")).isFalse();
		this.menu.insert(List.of(this.file), 0);
		RuntimeKit.eventually("the menu").untilAsserted(() -> assertThat(choose(window, "save")).isTrue());
	}

	@Test
	void checkedItemIsNotChangedByTheHostItself() {
		Window window = window("main");
		show(window, this.menu);
		assertThat(choose(window, "wrap")).isTrue();
		assertThat(this.wrap.isChecked()).isFalse();
		assertThat(this.chosen).containsExactly("wrap");
	}

	@Test
	void keysChoose() {
		this.save.setAccelerator(Accelerator.parse("CmdOrCtrl+Shift+K"));
		Window window = window("main");
		show(window, this.menu);
		RuntimeKit.eventually("the menu").until(() -> press(window, "CmdOrCtrl+Shift+K"));
		assertThat(this.chosen).containsExactly("save");
		assertThat(press(window, "CmdOrCtrl+K")).isFalse();
		this.save.setAccelerator(null);
		RuntimeKit.eventually("the menu").until(() -> !press(window, "CmdOrCtrl+Shift+K"));
		this.save.setAccelerator(Accelerator.parse("CmdOrCtrl+L"));
		RuntimeKit.eventually("the menu").until(() -> press(window, "CmdOrCtrl+L"));
		assertThat(this.chosen).containsExactly("save", "save");
	}

	@Test
	void menuOpensOverAWindowUntilSomethingIsChosen() {
		Menu context = new Menu();
		context.append(new MenuItem("copy", "Copy"), new Submenu("deep", "Deep"));
		((Submenu) context.items().get(1)).append(new MenuItem("inner", "Inner"));
		Window window = window("main");
		show(window, this.menu);
		this.host.popup(window, context, new MenuPosition(10, 20, false), this::told);
		assertThat(choose(window, "copy")).isTrue();
		RuntimeKit.eventually("the menu").untilAsserted(() -> assertThat(choose(window, "copy")).isFalse());
		this.host.popup(window, context, new MenuPosition(10, 20, true), this::told);
		assertThat(choose(window, "inner")).isTrue();
		this.host.popup(window, this.file, null, this::told);
		assertThat(choose(window, "save")).isTrue();
		assertThat(this.chosen).containsExactly("copy", "inner", "save");
	}

	@Test
	void allKindsOfItemsAreShown() {
		Submenu all = new Submenu("All");
		Image image = new Image(new byte[] { 1, 2, 3, -1 }, 1, 1);
		all.setIcon(new MenuIcon.Picture(image));
		all.append(new IconMenuItem("icon", "Icon", new MenuIcon.Picture(image)),
				new IconMenuItem("native", "Native", new MenuIcon.Native("User")),
				new IconMenuItem("empty", "Empty", new MenuIcon.Picture(new Image(new byte[0], 0, 0))));
		for (Type type : Type.values()) {
			all.append(new PredefinedMenuItem(type, type.wireName(), null, null));
		}
		this.menu.append(all, new MenuItem("lone", "Lone"));
		Window window = window("main");
		show(window, this.menu);
		assertThat(texts(window)).containsExactly("File", "All", "Lone");
		for (String id : List.of("icon", "native", "empty", "Quit", "lone")) {
			assertThat(choose(window, id)).as(id).isTrue();
		}
		assertThat(this.chosen).containsExactly("icon", "native", "empty", "Quit", "lone");
	}

	@Test
	void oneItemIsTwiceInAMenu() {
		this.file.append(this.save);
		Window window = window("main");
		show(window, this.menu);
		assertThat(choose(window, "save")).isTrue();
		this.file.removeAt(0);
		RuntimeKit.eventually("the menu").untilAsserted(() -> assertThat(choose(window, "save")).isTrue());
	}

	@Test
	void oneItemIsTwiceInABar() {
		MenuItem lone = new MenuItem("lone", "Lone");
		this.menu.append(lone, this.file, lone);
		Window window = window("main");
		show(window, this.menu);
		assertThat(texts(window)).containsExactly("File", "Lone", "File", "Lone");
		lone.setText("Last");
		RuntimeKit.eventually("the menu")
			.untilAsserted(() -> assertThat(texts(window)).containsExactly("File", "Last", "File", "Last"));
		this.menu.removeAt(0);
		RuntimeKit.eventually("the menu")
			.untilAsserted(() -> assertThat(texts(window)).containsExactly("Last", "File", "Last"));
		assertThat(choose(window, "lone")).isTrue();
		assertThat(choose(window, "save")).isTrue();
	}

	@Test
	void closedWindowLosesItsMenu() {
		Window window = window("main");
		show(window, this.menu);
		window.destroy();
		show(window, null);
		Window next = window("second");
		show(next, this.menu);
		assertThat(choose(next, "save")).isTrue();
	}

	private Window window(String label) {
		Window window = this.runtime.create(WindowOptions.of(label));
		window.setTitle(label);
		RuntimeKit.eventually("the title").until(() -> window.title().equals(label));
		return window;
	}

	private void show(Window window, @Nullable Menu shown) {
		this.host.setMenu(window, shown, this::told);
	}

	private void told(Window window, MenuNode item) {
		this.where.set(window);
		this.chosen.add(item.id());
	}

}
