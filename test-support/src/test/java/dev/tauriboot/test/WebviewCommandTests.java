package dev.tauriboot.test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.Label;
import dev.tauriboot.conformance.GrantWindows;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.HeldWebview;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clauses 102, 116, 118 and 128: commands of the plugin webview without an engine.
 */
@TauriTest
@Import(GrantWindows.class)
class WebviewCommandTests {

	@Autowired
	private IpcTester tester;

	@Autowired
	private DesktopRuntime runtime;

	private HeldWebview side;

	@BeforeEach
	void freshWindow() {
		for (String label : List.of("one", "two")) {
			Window before = this.runtime.find(Label.of(label));
			if (before != null) {
				before.destroy();
			}
		}
		Window window = this.runtime.create(WindowOptions.of("one").withSize(400, 300));
		this.side = (HeldWebview) window.addWebview(WebviewOptions.of("side").at(300, 50, 100, 200));
	}

	private InvokeResult invoke(String command, @Nullable Object... arguments) {
		Map<String, @Nullable Object> args = new LinkedHashMap<>();
		args.put("label", "side");
		for (int i = 0; i < arguments.length; i += 2) {
			args.put(String.valueOf(arguments[i]), arguments[i + 1]);
		}
		return this.tester.invoke("plugin:webview|" + command).as("main").args(args).execute();
	}

	private void set(String command, @Nullable Object value) {
		assertThat(invoke(command, "value", value)).hasNoValue();
	}

	// row 118
	@Test
	void webviewsAreFoundWithTheirWindow() {
		assertThat(invoke("get_all_webviews").json().toString()).contains(
				"{\"windowLabel\":\"one\",\"window_label\":\"one\",\"label\":\"side\"}",
				"{\"windowLabel\":\"main\",\"window_label\":\"main\",\"label\":\"main\"}");
	}

	// row 116
	@Test
	void boundsAreToldAndChange() {
		assertThat(invoke("webview_position").json().toString()).isEqualTo("{\"x\":300,\"y\":50}");
		assertThat(invoke("webview_size").json().toString()).isEqualTo("{\"width\":100,\"height\":200}");
		for (String unit : List.of("Logical", "Physical")) {
			set("set_webview_position", Map.of(unit, Map.of("x", -5, "y", 6.6)));
			set("set_webview_size", Map.of(unit, Map.of("width", 50, "height", 60)));
			assertThat(this.side.position()).isEqualTo(new PhysicalPosition(-5, 7));
			assertThat(this.side.size()).isEqualTo(new PhysicalSize(50, 60));
		}
		set("set_webview_auto_resize", true);
		assertThat(this.side.isAutoResize()).isTrue();
		assertThat(invoke("set_webview_size", "value", Map.of("Logical", Map.of("width", -1, "height", 5))))
			.isRejectedWith("a webview must not have a negative width or height");
	}

	// row 116
	@Test
	void stateChanges() {
		assertThat(invoke("webview_hide")).hasNoValue();
		assertThat(this.side.isVisible()).isFalse();
		assertThat(invoke("webview_show")).hasNoValue();
		assertThat(this.side.isVisible()).isTrue();
		this.side.window().webviews().get(0).focus();
		assertThat(invoke("set_webview_focus")).hasNoValue();
		assertThat(this.side.isFocused()).isTrue();
		set("set_webview_zoom", 2.5);
		assertThat(this.side.zoom()).isEqualTo(2.5);
		assertThat(invoke("set_webview_zoom", "value", 0)).isRejectedWith("a zoom must be above 0");
		assertThat(invoke("clear_all_browsing_data")).hasNoValue();
		assertThat(invoke("print")).hasNoValue();
		assertThat(invoke("internal_toggle_devtools"))
			.isRejectedWith("webview.internal_toggle_devtools is not supported by this runtime");
	}

	// row 116: clients before 2.12 send the colour as `color`
	@Test
	void colourIsTheWebviewsOwn() {
		set("set_webview_background_color", "#102030");
		assertThat(this.side.backgroundColor()).isEqualTo(new Color(16, 32, 48, 255));
		assertThat(invoke("set_webview_background_color", "color", List.of(1, 2, 3))).hasNoValue();
		assertThat(this.side.backgroundColor()).isEqualTo(new Color(1, 2, 3, 255));
		assertThat(invoke("set_webview_background_color")).hasNoValue();
		assertThat(this.side.backgroundColor()).isNull();
	}

	// row 116
	@Test
	void labelIsTheCallersOwnByDefault() {
		this.tester.page("main");
		for (Object label : Arrays.asList(null, "")) {
			assertThat(invoke("set_webview_zoom", "label", label, "value", 3)).hasNoValue();
		}
		assertThat(this.runtime.findWebview(Label.of("main"))).extracting(Webview::zoom).isEqualTo(3d);
		assertThat(this.side.zoom()).isEqualTo(1);
		for (String label : List.of("nobody", "no label", "one-and-only")) {
			assertThat(invoke("webview_size", "label", label)).isRejectedWith("webview not found");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "webview_close", "close" }) // before 2.4 the second
	void webviewCloses(String command) {
		assertThat(invoke(command)).hasNoValue();
		assertThat(this.runtime.findWebview(Label.of("side"))).isNull();
		assertThat(this.runtime.find(Label.of("one"))).isNotNull();
		assertThat(invoke(command)).isRejectedWith("webview not found");
	}

	// row 102
	@Test
	void webviewsAreCreated() {
		Map<String, Object> options = Map.of("label", "made", "url", "other.html", "x", 10, "y", 20, "width", 30,
				"height", 40, "backgroundColor", "#010203", "focus", false, "userAgent", "any");
		assertThat(create("one", options)).hasNoValue();
		HeldWebview made = (HeldWebview) this.runtime.findWebview(Label.of("made"));
		assertThat(made).isNotNull();
		assertThat(made.window().label()).isEqualTo(Label.of("one"));
		assertThat(made.url()).isEqualTo("other.html");
		assertThat(made.position()).isEqualTo(new PhysicalPosition(10, 20));
		assertThat(made.size()).isEqualTo(new PhysicalSize(30, 40));
		assertThat(made.isAutoResize()).isFalse();
		assertThat(made.isFocused()).isFalse();
		assertThat(made.backgroundColor()).isEqualTo(new Color(1, 2, 3, 255));
		assertThat(create("one", options)).isRejectedWith("a webview with label `made` already exists");
		assertThat(create("nobody", Map.of("label", "lost", "x", 0, "y", 0))).isRejectedWith("window not found");
	}

	private InvokeResult create(String window, Map<String, Object> options) {
		return this.tester.invoke("plugin:webview|create_webview")
			.as("main")
			.args(Map.of("windowLabel", window, "options", options))
			.execute();
	}

	@Test
	void oldClientsSendTheLabelBesideTheOptions() {
		assertThat(this.tester.invoke("plugin:webview|create_webview")
			.as("main")
			.args(Map.of("windowLabel", "one", "label", "old", "options",
					Map.of("x", 1, "y", 2, "width", 3, "height", 4))))
			.hasNoValue();
		assertThat(this.runtime.findWebview(Label.of("old"))).isNotNull();
	}

	// row 128
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"label":"bad","x":0,"y":0,"colour":"red"} | unknown field `colour`, expected one of `label`
			{"label":"bad","y":0}                      | missing field `x`
			{"label":"bad","x":0}                      | missing field `y`
			{"label":"bad","x":"0","y":0}              | invalid type for `x`
			{"label":"bad","x":0,"y":0,"width":-1}     | negative width
			{"label":"no label","x":0,"y":0}           | 'no label'
			{"label":"bad","x":0,"y":0,"backgroundColor":"sky"} | sky
			""")
	void wrongOptionsAreRejected(String json, String text) {
		InvokeResult result = this.tester.invoke("plugin:webview|create_webview")
			.as("main")
			.args(Map.of("windowLabel", "one", "options", JsonMapper.shared().readTree(json.strip())))
			.execute();
		assertThat(result).isRejected();
		assertThat(result.json().asString()).startsWith("invalid args `options` for command `create_webview`: ")
			.contains(text.strip());
		assertThat(this.runtime.findWebview(Label.of("bad"))).isNull();
	}

	@Test
	void webviewMovesUnlessItIsAWebviewWindow() {
		Window two = this.runtime.create(WindowOptions.of("two"));
		assertThat(invoke("reparent", "window", "nobody")).hasNoValue();
		assertThat(this.side.window().label()).isEqualTo(Label.of("one"));
		assertThat(invoke("reparent", "window", "two")).hasNoValue();
		assertThat(this.side.window()).isSameAs(two);
		assertThat(invoke("reparent", "label", "two", "window", "one"))
			.isRejectedWith("cannot reparent when using a WebviewWindow");
	}

}
