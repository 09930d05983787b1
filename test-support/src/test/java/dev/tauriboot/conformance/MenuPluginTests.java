package dev.tauriboot.conformance;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;

import dev.tauriboot.menu.CheckMenuItem;
import dev.tauriboot.menu.Menu;
import dev.tauriboot.menu.MenuItem;
import dev.tauriboot.menu.MenuNode;
import dev.tauriboot.plugin.menu.Menus;
import dev.tauriboot.test.FxUser;
import dev.tauriboot.window.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 10.6, clauses 116, 122 and 123: the client's module {@code menu}.
 */
class MenuPluginTests extends CorePluginTests {

	private static final String ICON_BYTES = Arrays.toString(unsigned());

	@Autowired
	private Menus menus;

	@AfterEach
	void noMenus() {
		this.menus.setAppMenu(null);
		this.runtime.windows().forEach((window) -> this.menus.setWindowMenu(window, null));
	}

	private JsonNode menu(String client, String body) throws Exception {
		return js(
				"""
						const menu = await import('%s');
						const dpi = await import('%s');
						const { Menu, Submenu, MenuItem, CheckMenuItem, IconMenuItem, PredefinedMenuItem } = menu;
						const { Image } = await import('%s');
						const described = (items) => items.map((item) => `${item.constructor.name}:${item.id}:${item.kind}`);
						const until = async (condition) => { while (!condition()) await new Promise((go) => setTimeout(go, 5)); };
						globalThis.chosen = [];
						const action = (id) => globalThis.chosen.push(id);
						%s
						"""
					.formatted(module(client, "menu"), module(client, "dpi"), module(client, "image"), body));
	}

	private void title() {
		webview("main").window().setTitle("main");
		Awaitility.await().until(() -> webview("main").window().title().equals("main"));
	}

	private void choose(String id) {
		Awaitility.await().until(() -> FxUser.choose("main", id));
	}

	private void awaitChosen(String ids) {
		Awaitility.await().untilAsserted(() -> assertThat(js("return globalThis.chosen;").toString()).isEqualTo(ids));
	}

	// row 116
	@Test
	void exportsAreKnown() throws Exception {
		assertThat(menu("@tauri-apps/api/", """
				const methods = (type) => [...Object.getOwnPropertyNames(type).filter((name) =>
				  typeof type[name] === 'function'), ...Object.getOwnPropertyNames(type.prototype)
				  .filter((name) => name !== 'constructor')].sort().join(' ');
				return [Object.keys(menu).sort().join(' '), methods(Menu), methods(Submenu), methods(MenuItem),
				  methods(CheckMenuItem), methods(IconMenuItem), methods(PredefinedMenuItem)];
				""").toString()).isEqualTo(
				"[\"CheckMenuItem IconMenuItem Menu MenuItem NativeIcon PredefinedMenuItem Submenu itemFromKind\","
						+ "\"append default get insert items new popup prepend remove removeAt setAsAppMenu setAsWindowMenu\","
						+ "\"append get insert isEnabled items new popup prepend remove removeAt"
						+ " setAsHelpMenuForNSApp setAsWindowsMenuForNSApp setEnabled setIcon setText text\","
						+ "\"isEnabled new setAccelerator setEnabled setText text\","
						+ "\"isChecked isEnabled new setAccelerator setChecked setEnabled setText text\","
						+ "\"isEnabled new setAccelerator setEnabled setIcon setText text\",\"new setText text\"]");
	}

	// rows 122 and 123
	@ParameterizedTest
	@MethodSource("clients")
	void itemsGivenInlineAreOfTheRightKinds(String client) throws Exception {
		assertThat(menu(client,
				"""
						const made = await Menu.new({ id: 'm', items: [
						  { id: 'a', text: 'A', action }, { id: 'b', text: 'B', checked: true }, { id: 'c', text: 'C', icon: 'Add' },
						  { item: 'Separator' }, { item: { About: { name: 'Notes', authors: ['Ann'] } }, text: 'Info' },
						  { id: 'd', text: 'D', items: [{ id: 'e', text: 'E', checked: false, action }] },
						  await MenuItem.new({ id: 'f', text: 'F' })] });
						const items = await made.items();
						const again = await made.items();
						const inner = await items[5].items();
						return [made.id, described(items).filter((text) => !text.startsWith('Predefined')), described(inner),
						  items.slice(3, 5).map((item) => item.constructor.name), await items[4].text(), await inner[0].isChecked(),
						  items.every((item, i) => item.rid > 0 && item.rid !== again[i].rid && item.id === again[i].id)];
						""")
			.toString())
			.isEqualTo("[\"m\",[\"MenuItem:a:MenuItem\",\"CheckMenuItem:b:Check\",\"IconMenuItem:c:Icon\","
					+ "\"Submenu:d:Submenu\",\"MenuItem:f:MenuItem\"],[\"CheckMenuItem:e:Check\"],"
					+ "[\"PredefinedMenuItem\",\"PredefinedMenuItem\"],\"Info\",false,true]");
	}

	// row 122
	@ParameterizedTest
	@MethodSource("clients")
	void actionsGetTheIdOfTheItem(String client) throws Exception {
		title();
		menu(client, """
				const made = await Menu.new({ items: [{ id: 'file', text: 'File', items: [
				  { id: 'open', text: 'Open', action }, { id: 'wrap', text: 'Wrap', checked: false, action },
				  { id: 'mail', text: 'Mail', icon: (await Image.new([1, 2, 3, 4], 1, 1)).rid, action },
				  { id: 'deep', text: 'Deep', items: [{ id: 'inner', text: 'Inner', action }] }] },
				  await MenuItem.new({ id: 'own', text: 'Own', action })] });
				return await made.setAsWindowMenu();
				""");
		assertThat(FxUser.texts("main")).containsExactly("File", "Own");
		for (String id : List.of("open", "wrap", "mail", "inner", "own", "open")) {
			choose(id);
		}
		awaitChosen("[\"open\",\"wrap\",\"mail\",\"inner\",\"own\",\"open\"]");
	}

	@ParameterizedTest
	@MethodSource("clients")
	void itemsAreAddedMovedAndRemoved(String client) throws Exception {
		assertThat(menu(client,
				"""
						const outcomes = [];
						for (const parent of [await Menu.new(), await Submenu.new({ text: 'Sub' })]) {
						  const b = await MenuItem.new({ id: 'b', text: 'B' });
						  await parent.append(b);
						  await parent.prepend([{ id: 'a', text: 'A' }]);
						  await parent.append({ id: 'e', text: 'E' });
						  await parent.insert([{ id: 'c', text: 'C' }, await Submenu.new({ id: 'd', text: 'D', items: [] })], 2);
						  const ids = async () => (await parent.items()).map(({ id }) => id).join('');
						  outcomes.push(await ids());
						  const second = await parent.get('b');
						  outcomes.push(second.rid !== b.rid, await second.text(), await parent.get('nothing'));
						  await parent.remove(second);
						  outcomes.push(await ids(), await rejection(parent.remove(b)));
						  const last = await parent.removeAt(3);
						  outcomes.push(last.id, await ids(), await invoke('plugin:menu|remove_at',
						    { rid: parent.rid, kind: parent.kind, position: 9 }));
						  outcomes.push(await rejection(parent.insert([{ text: 'Z' }], 9)));
						}
						return outcomes;
						""")
			.toString())
			.isEqualTo(twice("\"abcde\",true,\"B\",null,\"acde\",\"the item is not in this menu\",\"e\","
					+ "\"acd\",null,\"there is no position 9 among 3 items\""));
	}

	private static String twice(String values) {
		return "[" + values + "," + values + "]";
	}

	@ParameterizedTest
	@MethodSource("clients")
	void propertiesChange(String client) throws Exception {
		assertThat(menu(client, """
				const outcomes = [];
				for (const type of [MenuItem, CheckMenuItem, IconMenuItem, Submenu]) {
				  const item = await type.new({ text: 'One', enabled: false });
				  outcomes.push(await item.text(), await item.isEnabled());
				  await item.setText('Two');
				  await item.setEnabled(true);
				  outcomes.push(await item.text(), await item.isEnabled());
				  if (type !== Submenu) {
				    await item.setAccelerator('CmdOrCtrl+Shift+K');
				    await item.setAccelerator(null);
				    outcomes.push(await rejection(item.setAccelerator('Hyper+K')));
				  }
				}
				const check = await CheckMenuItem.new({ text: 'Check', checked: true });
				outcomes.push(await check.isChecked());
				await check.setChecked(false);
				outcomes.push(await check.isChecked());
				const predefined = await PredefinedMenuItem.new({ item: 'Copy' });
				outcomes.push(await predefined.text());
				await predefined.setText('Copy that');
				outcomes.push(await predefined.text());
				return outcomes.join(' ');
				""").asString())
			.isEqualTo(("One false Two true the accelerator 'Hyper+K' has 'Hyper' where only a" + " modifier can be ")
				.repeat(3) + "One false Two true true false &Copy Copy that");
	}

	@ParameterizedTest
	@MethodSource("clients")
	void iconsChange(String client) throws Exception {
		assertThat(menu(client, """
				const image = await Image.new([1, 2, 3, 4], 1, 1);
				const item = await IconMenuItem.new({ text: 'Icon', icon: image.rid });
				const bare = await IconMenuItem.new({ text: 'Bare' });
				for (const icon of [menu.NativeIcon.Folder, image, [...%s], null]) {
				  await item.setIcon(icon);
				  await bare.setIcon(icon);
				}
				return await rejection(item.setIcon('nowhere.png'));
				""".formatted(ICON_BYTES)).asString())
			.isEqualTo("failed to process image: there is no file nowhere.png");
	}

	private static int[] unsigned() {
		int[] bytes = new int[PIXEL.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = PIXEL[i] & 0xff;
		}
		return bytes;
	}

	@Test
	void submenusHaveIconsAndRolesOfMacos() throws Exception {
		assertThat(menu("@tauri-apps/api/", """
				const submenu = await Submenu.new({ text: 'Sub', icon: 'Folder' });
				await submenu.setIcon(await Image.new([1, 2, 3, 4], 1, 1));
				await submenu.setIcon(null);
				const item = await MenuItem.new({ text: 'Item' });
				const invalid = `The resource id ${item.rid} is invalid.`;
				return [await submenu.setAsWindowsMenuForNSApp(), await submenu.setAsHelpMenuForNSApp(),
				  await rejection(invoke('plugin:menu|set_as_help_menu_for_nsapp', { rid: item.rid })) === invalid];
				""").toString()).isEqualTo("[null,null,true]");
	}

	@Test
	void wrongKindIsRejected() throws Exception {
		assertThat(menu("@tauri-apps/api/",
				"""
						const made = await Menu.new();
						const item = await MenuItem.new({ text: 'Item' });
						const copy = await PredefinedMenuItem.new({ item: 'Copy' });
						const call = (name, { rid, kind }, more) => rejection(invoke('plugin:menu|' + name, { rid, kind, ...more }));
						return [...new Set([await call('append', item, { items: [] }), await call('popup', item),
						  await call('text', made), await call('is_enabled', copy), await call('set_enabled', copy, { enabled: true }),
						  await call('set_accelerator', copy), await call('set_icon', item), await call('items', copy)])];
						""")
			.toString()).isEqualTo("[\"unexpected menu item kind\"]");
	}

	@Test
	void whatCannotBeMadeIsRejected() throws Exception {
		assertThat(menu("@tauri-apps/api/", """
				const submenu = await Submenu.new({ text: 'Sub' });
				return [await rejection(submenu.append(submenu)), await rejection(submenu.append(await Menu.new())),
				  await rejection(PredefinedMenuItem.new({})), await rejection(PredefinedMenuItem.new({ item: 'Fly' })),
				  (await rejection(invoke('plugin:menu|new', { kind: 'Odd', handler: new Channel() }))).split(':')[0]];
				""").toString())
			.isEqualTo("[\"a submenu cannot be in itself\",\"a menu can only have a submenu, not another menu\","
					+ "\"invalid args `options` for command `new`: missing field `item`\","
					+ "\"invalid args `options` for command `new`: unknown variant `Fly`, expected a predefined item\","
					+ "\"invalid args `kind` for command `new`\"]");
	}

	@ParameterizedTest
	@MethodSource("clients")
	void acceleratorsChoose(String client) throws Exception {
		title();
		menu(client, """
				const later = await MenuItem.new({ id: 'later', text: 'Later', action });
				const file = await Submenu.new({ text: 'File', items: [
				  { id: 'save', text: 'Save', accelerator: 'CmdOrCtrl+S', action }, later] });
				await (await Menu.new({ items: [file] })).setAsWindowMenu();
				await later.setAccelerator('CmdOrCtrl+Shift+L');
				""");
		Awaitility.await().until(() -> FxUser.press("main", "CmdOrCtrl+S"));
		Awaitility.await().until(() -> FxUser.press("main", "CmdOrCtrl+Shift+L"));
		awaitChosen("[\"save\",\"later\"]");
	}

	@Test
	void checksAndIconsAreSeen() throws Exception {
		title();
		menu("@tauri-apps/api/",
				"""
						const check = await CheckMenuItem.new({ id: 'check', text: 'Check', checked: true });
						const icon = await IconMenuItem.new({ id: 'icon', text: 'Icon', icon: await Image.new([1, 2, 3, 4], 1, 1) });
						const deep = await Submenu.new({ text: 'Deep', items: [check, icon] });
						await deep.setIcon(await Image.new([1, 2, 3, 4], 1, 1));
						await (await Menu.new({ items: [deep] })).setAsWindowMenu();
						Object.assign(globalThis, { check, icon });
						""");
		Awaitility.await()
			.untilAsserted(
					() -> assertThat(FxUser.marks("main")).containsExactly("Deep icon", "Check checked", "Icon icon"));
		js("await check.setChecked(false); await icon.setIcon(null);");
		Awaitility.await()
			.untilAsserted(() -> assertThat(FxUser.marks("main")).containsExactly("Deep icon", "Check", "Icon"));
		choose("check");
		Awaitility.await().untilAsserted(() -> assertThat(FxUser.marks("main")).contains("Check checked"));
		assertThat(js("return check.isChecked();").asBoolean()).isTrue();
	}

	@Test
	void unreadableAcceleratorMakesAnItemWithoutOne() throws Exception {
		long rid = menu("@tauri-apps/api/", "return (await MenuItem.new({ text: 'A', accelerator: 'Hyper+K' })).rid;")
			.asLong();
		assertThat(this.resources.get(awaitPage(webview("main"), null), rid, MenuItem.class).accelerator()).isNull();
	}

	@ParameterizedTest
	@MethodSource("clients")
	void menusReplaceEachOther(String client) throws Exception {
		title();
		assertThat(menu(client, """
				const first = await Menu.new({ id: 'first', items: [{ text: 'First', items: [] }] });
				const second = await Menu.new({ id: 'second', items: [{ text: 'Second', items: [] }] });
				const outcomes = [await first.setAsAppMenu()];
				outcomes.push((await second.setAsWindowMenu())?.id, (await first.setAsAppMenu()).id);
				const again = await first.setAsWindowMenu({ label: 'main' });
				outcomes.push(again.id, again instanceof Menu, (await again.items()).length,
				  await second.setAsWindowMenu({ label: 'nowhere' }));
				return outcomes;
				""").toString()).isEqualTo("[null,\"first\",\"first\",\"second\",true,1,null]");
		assertThat(FxUser.texts("main")).containsExactly("First");
	}

	@Test
	void appMenuIsInEveryWindow() throws Exception {
		title();
		menu("@tauri-apps/api/", "await (await Menu.new({ items: [{ text: 'App', items: [] }] })).setAsAppMenu();");
		assertThat(FxUser.texts("main")).containsExactly("App");
		webview("late").window().setTitle("late");
		Awaitility.await().until(() -> webview("late").window().title().equals("late"));
		Awaitility.await().untilAsserted(() -> assertThat(FxUser.texts("late")).containsExactly("App"));
		webview("late").window().destroy();
	}

	@ParameterizedTest
	@MethodSource("clients")
	void defaultMenuCanBeExtended(String client) throws Exception {
		assertThat(menu(client, """
				const made = await Menu.default();
				await made.append({ text: 'Tools', items: [{ id: 'fmt', text: 'Format', action }] });
				const texts = await Promise.all((await made.items()).map((item) => item.text()));
				return [made instanceof Menu, texts.includes('Edit'), texts.includes('Window'), texts.at(-1)];
				""").toString()).isEqualTo("[true,true,true,\"Tools\"]");
	}

	// row 123
	@ParameterizedTest
	@MethodSource("clients")
	void menuOpensOverTheCallersWindow(String client) throws Exception {
		title();
		menu(client, """
				const made = await Menu.new({ items: [{ id: 'one', text: 'One', action }] });
				await made.popup();
				""");
		assertThat(FxUser.choose("main", "one")).isTrue();
		awaitChosen("[\"one\"]");
		menu(client, """
				const sub = await Submenu.new({ text: 'Sub', items: [{ id: 'two', text: 'Two', action }] });
				await sub.popup(new dpi.LogicalPosition(10, 20), { label: 'main' });
				await sub.popup(new dpi.PhysicalPosition(30, 40));
				await sub.popup(undefined, { label: 'nowhere' });
				""");
		assertThat(FxUser.choose("main", "two")).isTrue();
		awaitChosen("[\"two\"]");
		assertThat(FxUser.choose("main", "two")).as("an unknown window shows no menu").isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Copy", "Cut", "Paste", "SelectAll", "Undo", "Redo", "Minimize", "Maximize", "Fullscreen",
			"Hide", "HideOthers", "ShowAll", "CloseWindow", "Quit", "Services", "BringAllToFront", "Separator" })
	void predefinedItemsHaveTheirTexts(String item) throws Exception {
		assertThat(menu("@tauri-apps/api/", """
				const made = await PredefinedMenuItem.new({ item: '%s' });
				return [(await made.text()).replace('&', ''), await made.setText('Own'), await made.text()];
				""".formatted(item)).get(0).asString().isEmpty()).isEqualTo(item.equals("Separator"));
	}

	@Test
	void predefinedItemsEditThePage() throws Exception {
		title();
		menu("@tauri-apps/api/", """
				document.body.innerHTML = '<input id=a value=hello><input id=b>';
				const item = (type) => ({ item: type });
				const made = await Menu.new({ items: [{ text: 'Edit', items: [] }] });
				const [edit] = await made.items();
				const types = ['Copy', 'Cut', 'Paste', 'SelectAll', 'Undo', 'Redo', 'HideOthers'];
				for (const type of types) {
				  await edit.append(await PredefinedMenuItem.new({ item: type, text: type }));
				}
				await made.setAsWindowMenu();
				a.focus();
				""");
		chooseText("SelectAll");
		chooseText("Cut");
		awaitValue("a", "");
		chooseText("Undo");
		awaitValue("a", "hello");
		chooseText("Redo");
		awaitValue("a", "");
		js("b.focus();");
		chooseText("Paste");
		awaitValue("b", "hello");
		assertThat(FxUser.chooseText("main", "HideOthers")).as("what only macOS has cannot be chosen").isFalse();
	}

	private void chooseText(String text) {
		Awaitility.await().until(() -> FxUser.chooseText("main", text));
	}

	private void awaitValue(String field, String value) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(js("return " + field + ".value;").asString()).isEqualTo(value));
	}

	@Test
	void otherWebviewDoesNotReachAMenu() throws Exception {
		long rid = menu("@tauri-apps/api/", "return (await Menu.new()).rid;").asLong();
		assertThat(jsIn("second", """
				const { Menu } = await import('@tauri-apps/api/menu');
				const foreign = new Menu(%d, 'm');
				return [await rejection(foreign.items()), await rejection(foreign.popup()),
				  await rejection(foreign.setAsAppMenu())];
				""".formatted(rid)))
			.allSatisfy((reason) -> assertThat(reason.asString()).isEqualTo("The resource id " + rid + " is invalid."));
	}

	@Test
	void closedItemStaysInItsMenu() throws Exception {
		title();
		assertThat(menu("@tauri-apps/api/", """
				const item = await MenuItem.new({ id: 'gone', text: 'Gone', action });
				const made = await Menu.new({ items: [{ text: 'Menu', items: [item] }] });
				await made.setAsWindowMenu();
				await item.close();
				return await rejection(item.text()) === `The resource id ${item.rid} is invalid.`;
				""").asBoolean()).isTrue();
		choose("gone");
		awaitChosen("[\"gone\"]");
	}

	@Test
	void menusEndWithTheirDocument() throws Exception {
		title();
		JsonNode rids = menu("@tauri-apps/api/", """
				const item = await CheckMenuItem.new({ id: 'old', text: 'Old', action });
				const made = await Menu.new({ items: [{ text: 'Menu', items: [item] }] });
				const unused = await Menu.new({ items: [{ text: 'Unused', action }] });
				await made.setAsWindowMenu();
				return [item.rid, unused.rid];
				""");
		Page before = awaitPage(webview("main"), null);
		assertThat(this.resources.count(before)).isEqualTo(3);
		WeakReference<MenuNode> shown = new WeakReference<>(
				this.resources.get(before, rids.get(0).asLong(), CheckMenuItem.class));
		WeakReference<MenuNode> unused = new WeakReference<>(
				this.resources.get(before, rids.get(1).asLong(), Menu.class));
		reload(webview("main"));
		assertThat(this.resources.count(before)).isZero();
		awaitCleared(unused);
		assertThat(shown.get()).as("a menu stays until another is set").isNotNull();
		choose("old");
		assertThat(menu("@tauri-apps/api/", """
				const made = await Menu.new({ items: [{ text: 'New', items: [{ id: 'new', text: 'New', action }] }] });
				return (await made.setAsWindowMenu()) instanceof Menu;
				""").asBoolean()).isTrue();
		choose("new");
		awaitChosen("[\"new\"]");
		reload(webview("main"));
		awaitCleared(shown);
	}

	private static void awaitCleared(WeakReference<?> reference) {
		Awaitility.await().until(() -> {
			System.gc();
			return reference.get() == null;
		});
	}

}
