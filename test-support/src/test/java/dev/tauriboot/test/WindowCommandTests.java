package dev.tauriboot.test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.Label;
import dev.tauriboot.conformance.GrantWindows;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.CursorIcon;
import dev.tauriboot.window.HeldWindow;
import dev.tauriboot.window.Monitor;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.PointerPosition;
import dev.tauriboot.window.SizeConstraints;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowHint;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 102, 116, 119 and 120: commands of the plugin window without an engine.
 */
@TauriTest
@Import(GrantWindows.class)
class WindowCommandTests {

	@Autowired
	private IpcTester tester;

	@Autowired
	private DesktopRuntime runtime;

	private HeldWindow window;

	@BeforeEach
	void freshWindow() {
		for (String label : List.of("one", "made", "child")) {
			dev.tauriboot.window.Window before = this.runtime.find(Label.of(label));
			if (before != null) {
				before.destroy();
			}
		}
		this.window = (HeldWindow) this.runtime.create(WindowOptions.of("one"));
	}

	private InvokeResult invoke(String command, @Nullable Object... arguments) {
		Map<String, @Nullable Object> args = new LinkedHashMap<>();
		args.put("label", "one");
		for (int i = 0; i < arguments.length; i += 2) {
			args.put(String.valueOf(arguments[i]), arguments[i + 1]);
		}
		return this.tester.invoke("plugin:window|" + command).as("main").args(args).execute();
	}

	private JsonNode get(String command) {
		InvokeResult result = invoke(command);
		assertThat(result).isOk();
		return result.json();
	}

	private void set(String command, @Nullable Object value) {
		assertThat(invoke(command, "value", value)).hasNoValue();
	}

	// row 116
	@Test
	void gettersTellOfTheWindow() {
		assertThat(get("title").asString()).isEqualTo("Tauri App");
		assertThat(get("theme").asString()).isEqualTo("light");
		assertThat(get("scale_factor").asDouble()).isEqualTo(1);
		for (String size : List.of("inner_size", "outer_size")) {
			assertThat(get(size).toString()).isEqualTo("{\"width\":800,\"height\":600}");
		}
		this.window.setPosition(3, -4);
		for (String position : List.of("inner_position", "outer_position")) {
			assertThat(get(position).toString()).isEqualTo("{\"x\":3,\"y\":-4}");
		}
		for (String is : List.of("visible", "focused", "resizable", "decorated", "maximizable", "minimizable",
				"closable", "enabled")) {
			assertThat(get("is_" + is).asBoolean()).as(is).isTrue();
		}
		for (String is : List.of("fullscreen", "minimized", "maximized", "always_on_top")) {
			assertThat(get("is_" + is).asBoolean()).as(is).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "activity_name", "scene_identifier" })
	void whatOnlyPhonesHaveIsNotFound(String command) {
		InvokeResult result = invoke(command);
		assertThat(result).isRejected();
		assertThat(result.json().asString()).contains("not found");
	}

	// row 116
	@Test
	void labelIsTheCallersOwnByDefault() {
		this.tester.page("main");
		for (Object label : Arrays.asList(null, "")) {
			InvokeResult result = invoke("set_title", "label", label, "value", "Caller");
			assertThat(result).hasNoValue();
		}
		assertThat(this.runtime.find(Label.of("main"))).extracting(dev.tauriboot.window.Window::title)
			.isEqualTo("Caller");
		assertThat(this.window.title()).isEqualTo("Tauri App");
		assertThat(invoke("title", "label", "nobody")).isRejectedWith("window not found");
		assertThat(invoke("title", "label", "no label")).isRejectedWith("window not found");
	}

	@ParameterizedTest
	@EnumSource(WindowFlag.class)
	void flagsChange(WindowFlag flag) {
		set(flag.command(), !flag.isInitially());
		assertThat(this.window.is(flag)).isEqualTo(!flag.isInitially());
		set(flag.command(), flag.isInitially());
		assertThat(this.window.is(flag)).isEqualTo(flag.isInitially());
	}

	@Test
	void stateChanges() {
		set("set_title", "New");
		set("set_resizable", false);
		set("set_always_on_top", true);
		assertThat(this.window.title()).isEqualTo("New");
		assertThat(this.window.isResizable()).isFalse();
		assertThat(get("is_always_on_top").asBoolean()).isTrue();
		assertThat(invoke("hide")).hasNoValue();
		assertThat(this.window.isVisible()).isFalse();
		assertThat(invoke("show")).hasNoValue();
		assertThat(this.window.isVisible()).isTrue();
		assertThat(invoke("set_focus")).hasNoValue();
		assertThat(this.window.isFocused()).isTrue();
		assertThat(invoke("minimize")).hasNoValue();
		assertThat(this.window.isMinimized()).isTrue();
		assertThat(invoke("unminimize")).hasNoValue();
		assertThat(this.window.isMinimized()).isFalse();
		set("set_fullscreen", true);
		assertThat(this.window.isFullscreen()).isTrue();
		set("set_simple_fullscreen", false);
		assertThat(this.window.isFullscreen()).isFalse();
	}

	@Test
	void maximizingTogglesUnlessTheUserCannotResize() {
		assertThat(invoke("maximize")).hasNoValue();
		assertThat(this.window.isMaximized()).isTrue();
		assertThat(invoke("unmaximize")).hasNoValue();
		assertThat(invoke("toggle_maximize")).hasNoValue();
		assertThat(this.window.isMaximized()).isTrue();
		assertThat(invoke("internal_toggle_maximize")).hasNoValue();
		assertThat(this.window.isMaximized()).isFalse();
		this.window.setResizable(false);
		assertThat(invoke("internal_toggle_maximize")).hasNoValue();
		assertThat(this.window.isMaximized()).isFalse();
	}

	@Test
	void closingAsksAndDestroyingDoesNot() {
		assertThat(invoke("close")).hasNoValue();
		assertThat(this.runtime.find(Label.of("one"))).isNull();
		this.runtime.create(WindowOptions.of("one"));
		assertThat(invoke("destroy")).hasNoValue();
		assertThat(this.runtime.find(Label.of("one"))).isNull();
	}

	// rows 120 and 121
	@ParameterizedTest
	@ValueSource(strings = { "Logical", "Physical" })
	void sizesAndPositionsAreTagged(String unit) {
		set("set_size", Map.of(unit, Map.of("width", 320.4, "height", 200)));
		assertThat(this.window.innerSize()).isEqualTo(new PhysicalSize(320, 200));
		set("set_position", Map.of(unit, Map.of("x", -5, "y", 6.6)));
		assertThat(this.window.outerPosition()).isEqualTo(new PhysicalPosition(-5, 7));
		set("set_min_size", Map.of(unit, Map.of("width", 400, "height", 100)));
		set("set_max_size", Map.of(unit, Map.of("width", 500, "height", 150)));
		assertThat(this.window.sizeConstraints()).isEqualTo(new SizeConstraints(400d, 100d, 500d, 150d));
		assertThat(this.window.innerSize()).isEqualTo(new PhysicalSize(400, 150));
		set("set_min_size", null);
		set("set_max_size", null);
		assertThat(this.window.sizeConstraints()).isEqualTo(SizeConstraints.NONE);
		Map<String, @Nullable Object> constraints = new LinkedHashMap<>();
		constraints.put("minWidth", Map.of(unit, 100));
		constraints.put("maxHeight", Map.of(unit, 120.5));
		constraints.put("minHeight", null);
		set("set_size_constraints", constraints);
		assertThat(this.window.sizeConstraints()).isEqualTo(new SizeConstraints(100d, null, null, 120.5));
		set("set_cursor_position", Map.of(unit, Map.of("x", 10, "y", 20)));
		assertThat(this.runtime.screens().pointer()).isEqualTo(new PointerPosition(5, 27));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			set_size     | {"width":3,"height":4}                 | expected variant
			set_size     | {"Logical":{"width":3}}                | missing field `height`
			set_size     | {"Logical":{"width":-3,"height":4}}    | above 0
			set_size     | {"Logical":{"width":"3","height":4}}   | invalid type
			set_position | {"Physical":{"x":1}}                   | missing field `y`
			set_theme    | "blue"                                 | unknown variant `blue`
			set_title    | 5                                      | invalid type: integer `5`, expected a string
			start_resize_dragging | "Up"                          | unknown variant `Up`
			set_progress_bar      | {"status":"done"}             | unknown variant `done`
			""")
	void wrongValuesAreRejected(String command, String json, String text) {
		InvokeResult result = invoke(command, "value",
				tools.jackson.databind.json.JsonMapper.shared().readTree(json.strip()));
		assertThat(result).isRejected();
		assertThat(result.json().asString()).contains(text.strip());
	}

	// row 119
	@Test
	void monitorsHaveWorkAreas() {
		String monitor = "{\"name\":\"memory\",\"scaleFactor\":1.0,\"position\":{\"x\":0,\"y\":0},"
				+ "\"size\":{\"width\":1920,\"height\":1080},\"workArea\":{\"position\":{\"x\":0,\"y\":0},"
				+ "\"size\":{\"width\":1920,\"height\":1040}}}";
		assertThat(get("current_monitor").toString()).isEqualTo(monitor);
		assertThat(get("primary_monitor").toString()).isEqualTo(monitor);
		assertThat(get("available_monitors").toString()).isEqualTo("[" + monitor + "]");
		assertThat(invoke("monitor_from_point", "x", 1919.5, "y", 0).json().toString()).isEqualTo(monitor);
		assertThat(invoke("monitor_from_point", "x", 1920, "y", 0)).hasNoValue();
	}

	// row 119
	@Test
	void withoutAMonitorThereIsNone() {
		MockDesktopRuntime runtime = (MockDesktopRuntime) this.runtime;
		List<Monitor> before = runtime.screens().monitors();
		runtime.screens().setMonitors(List.of());
		try {
			assertThat(invoke("current_monitor")).hasNoValue();
			assertThat(invoke("primary_monitor")).hasNoValue();
			assertThat(get("available_monitors")).isEmpty();
		}
		finally {
			runtime.screens().setMonitors(before);
		}
	}

	// row 120
	@Test
	void fullScreenOnAMonitorTakesAnUntaggedPosition() {
		set("set_fullscreen_on_monitor", Map.of("x", 100, "y", 100));
		assertThat(this.window.isFullscreen()).isTrue();
		assertThat(invoke("set_fullscreen_on_monitor", "value", Map.of("x", -100, "y", 100)))
			.isRejectedWith("there is no monitor at that position");
	}

	@Test
	void cursorPositionIsPhysical() {
		((MockDesktopRuntime) this.runtime).screens().setPointer(new PointerPosition(1.5, 2));
		assertThat(get("cursor_position").toString()).isEqualTo("{\"x\":1.5,\"y\":2.0}");
	}

	@Test
	void centerIsTheMiddleOfTheWorkArea() {
		assertThat(invoke("center")).hasNoValue();
		assertThat(this.window.outerPosition()).isEqualTo(new PhysicalPosition(560, 220));
	}

	@Test
	void looksChange() {
		set("set_theme", "dark");
		assertThat(get("theme").asString()).isEqualTo("dark");
		set("set_theme", null);
		assertThat(this.window.theme()).isEqualTo(Theme.LIGHT);
		set("set_cursor_icon", "notAllowed");
		assertThat(this.window.cursorIcon()).isEqualTo(CursorIcon.NOT_ALLOWED);
		set("set_cursor_icon", "no such cursor");
		assertThat(this.window.cursorIcon()).isEqualTo(CursorIcon.DEFAULT);
		set("set_background_color", "#102030");
		assertThat(this.window.backgroundColor()).isEqualTo(new Color(16, 32, 48, 255));
		assertThat(invoke("set_background_color", "color", List.of(1, 2, 3))).hasNoValue();
		assertThat(this.window.backgroundColor()).isEqualTo(new Color(1, 2, 3, 255));
		assertThat(invoke("set_background_color")).hasNoValue();
		assertThat(this.window.backgroundColor()).isNull();
		assertThat(invoke("start_dragging")).hasNoValue();
		set("start_resize_dragging", "NorthWest");
	}

	@Test
	void imagesReachTheWindow() {
		Map<String, Object> pixel = Map.of("rgba", List.of(1, 2, 3, 4), "width", 1, "height", 1);
		set("set_icon", pixel);
		assertThat(this.window.icon()).isNotNull().satisfies((icon) -> {
			assertThat(icon.rgba()).containsExactly(1, 2, 3, 4);
			assertThat(icon.width()).isEqualTo(1);
		});
		TestPage page = this.tester.page("main");
		Long rid = page.invoke("plugin:image|new")
			.args(Map.of("rgba", List.of(5, 6, 7, 8), "width", 1, "height", 1))
			.get(Long.class);
		set("set_icon", rid);
		assertThat(this.window.icon()).isNotNull().satisfies((icon) -> assertThat(icon.rgba()).startsWith(5));
		set("set_overlay_icon", pixel);
		assertThat(this.window.hint(WindowHint.OverlayIcon.class)).isNotNull()
			.satisfies((hint) -> assertThat(hint.icon()).isNotNull());
		assertThat(invoke("set_overlay_icon")).hasNoValue();
		assertThat(this.window.hint(WindowHint.OverlayIcon.class)).isEqualTo(new WindowHint.OverlayIcon(null));
		assertThat(invoke("set_icon", "value", 4_000_000_000L))
			.isRejectedWith("The resource id 4000000000 is invalid.");
	}

	@Test
	void hintsReachTheWindow() {
		set("request_user_attention", Map.of("type", "Critical"));
		assertThat(this.window.hint(WindowHint.Attention.class)).isEqualTo(new WindowHint.Attention(true));
		set("request_user_attention", Map.of("type", "Informational"));
		assertThat(this.window.hint(WindowHint.Attention.class)).isEqualTo(new WindowHint.Attention(false));
		set("request_user_attention", null);
		assertThat(this.window.hint(WindowHint.Attention.class)).isEqualTo(new WindowHint.Attention(null));
		set("set_badge_count", 5);
		assertThat(this.window.hint(WindowHint.BadgeCount.class)).isEqualTo(new WindowHint.BadgeCount(5L));
		assertThat(invoke("set_badge_count")).hasNoValue();
		assertThat(this.window.hint(WindowHint.BadgeCount.class)).isEqualTo(new WindowHint.BadgeCount(null));
		set("set_badge_label", "new");
		assertThat(this.window.hint(WindowHint.BadgeLabel.class)).isEqualTo(new WindowHint.BadgeLabel("new"));
		set("set_progress_bar", Map.of("status", "paused", "progress", 30));
		assertThat(this.window.hint(WindowHint.Progress.class)).isEqualTo(new WindowHint.Progress("paused", 30L));
		set("set_effects", Map.of("effects", List.of("mica"), "state", "active", "radius", 3));
		assertThat(this.window.hint(WindowHint.Effects.class)).isEqualTo(new WindowHint.Effects(List.of("mica")));
		set("set_effects", null);
		assertThat(this.window.hint(WindowHint.Effects.class)).isEqualTo(new WindowHint.Effects(List.of()));
		set("set_title_bar_style", "Overlay");
		assertThat(this.window.hint(WindowHint.TitleBarStyle.class)).isEqualTo(new WindowHint.TitleBarStyle("overlay"));
	}

	@Test
	void windowsAreCreatedAndFound() {
		InvokeResult created = this.tester.invoke("plugin:webview|create_webview_window")
			.as("main")
			.arg("options",
					Map.of("label", "made", "url", "other.html", "title", "Made", "width", 300, "min-width", 350, "x",
							3, "y", 4, "transparent", true, "closable", false))
			.execute();
		assertThat(created).hasNoValue();
		dev.tauriboot.window.Window made = this.runtime.find(Label.of("made"));
		assertThat(made).isNotNull();
		assertThat(made.title()).isEqualTo("Made");
		assertThat(made.innerSize()).isEqualTo(new PhysicalSize(350, 600));
		assertThat(made.outerPosition()).isEqualTo(new PhysicalPosition(3, 4));
		assertThat(made.is(WindowFlag.CLOSABLE)).isFalse();
		assertThat(made.webviews()).singleElement().satisfies((it) -> assertThat(it.url()).isEqualTo("other.html"));
		InvokeResult bare = this.tester.invoke("plugin:window|create")
			.as("main")
			.arg("options", Map.of("label", "child", "parent", "made"))
			.execute();
		assertThat(bare).hasNoValue();
		assertThat(get("get_all_windows").toString()).contains("\"one\"", "\"made\"", "\"child\"");
		made.destroy();
		assertThat(this.runtime.find(Label.of("child"))).isNull();
	}

	// row 102
	@Test
	void windowsThatCannotBeAreRefused() {
		assertThat(create(Map.of("label", "one"))).isRejectedWith("a window with label `one` already exists");
		assertThat(create(Map.of("label", "made", "parent", "nobody"))).isRejectedWith("window not found");
		InvokeResult unknown = create(Map.of("label", "made", "colour", "red"));
		assertThat(unknown).isRejected();
		assertThat(unknown.json().asString())
			.startsWith("invalid args `options` for command `create`: unknown field `colour`, expected one of `label`");
		InvokeResult wrong = create(Map.of("label", "made", "width", "wide"));
		assertThat(wrong).isRejected();
		assertThat(wrong.json().asString()).contains("width");
		assertThat(create(Map.of("label", "not a label"))).isRejected();
		assertThat(create(Map.of("label", "made", "width", 0))).isRejected();
		assertThat(this.runtime.find(Label.of("made"))).isNull();
	}

	private InvokeResult create(Map<String, Object> options) {
		return this.tester.invoke("plugin:window|create").as("main").arg("options", options).execute();
	}

	@Test
	void defaultsAreThoseOfTheContract() {
		assertThat(create(Map.of("label", "made"))).hasNoValue();
		dev.tauriboot.window.Window made = this.runtime.find(Label.of("made"));
		assertThat(made).isNotNull();
		for (WindowFlag flag : WindowFlag.values()) {
			assertThat(made.is(flag)).as(flag.name()).isEqualTo(WindowTraits.DEFAULT.is(flag));
		}
		assertThat(made.innerSize()).isEqualTo(new PhysicalSize(800, 600));
		assertThat(made.title()).isEqualTo("Tauri App");
	}

}
