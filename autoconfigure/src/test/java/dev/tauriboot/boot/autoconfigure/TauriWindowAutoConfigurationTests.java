package dev.tauriboot.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.Label;
import dev.tauriboot.plugin.webview.WebviewBoundsCommands;
import dev.tauriboot.plugin.webview.WebviewCreationCommands;
import dev.tauriboot.plugin.webview.WebviewStateCommands;
import dev.tauriboot.plugin.window.MonitorCommands;
import dev.tauriboot.plugin.window.WindowBoundsCommands;
import dev.tauriboot.plugin.window.WindowCreationCommands;
import dev.tauriboot.plugin.window.WindowFlagCommands;
import dev.tauriboot.plugin.window.WindowIconCommands;
import dev.tauriboot.plugin.window.WindowLookCommands;
import dev.tauriboot.plugin.window.WindowLookup;
import dev.tauriboot.plugin.window.WindowQueryCommands;
import dev.tauriboot.plugin.window.WindowStateCommands;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.EngineOptions;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TauriWindowAutoConfiguration} and the options of windows.
 */
class TauriWindowAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(TauriWindowAutoConfiguration.class));

	private final ApplicationContextRunner withRuntime = this.runner.withBean(ResourceTable.class)
		.withBean("tauriDesktopRuntime", MemoryRuntime.class, () -> new MemoryRuntime(() -> {
		}));

	@Test
	void commandsAreThere() {
		this.withRuntime.run((context) -> assertThat(context).hasSingleBean(WindowQueryCommands.class)
			.hasSingleBean(WindowStateCommands.class)
			.hasSingleBean(WindowFlagCommands.class)
			.hasSingleBean(WindowBoundsCommands.class)
			.hasSingleBean(WindowLookCommands.class)
			.hasSingleBean(WindowIconCommands.class)
			.hasSingleBean(MonitorCommands.class)
			.hasSingleBean(WindowCreationCommands.class)
			.hasSingleBean(WebviewCreationCommands.class)
			.hasSingleBean(WebviewBoundsCommands.class)
			.hasSingleBean(WebviewStateCommands.class));
	}

	@Test
	void ownCommandsReplaceThem() {
		MonitorCommands own = new MonitorCommands(new WindowLookup(new MemoryRuntime(() -> {
		})));
		this.withRuntime.withBean("own", MonitorCommands.class, () -> own)
			.run((context) -> assertThat(context).getBean(MonitorCommands.class).isSameAs(own));
	}

	@Test
	void withoutARuntimeThereAreNone() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WindowLookup.class));
	}

	@Test
	void withoutCoreThereAreNone() {
		this.runner.withClassLoader(new FilteredClassLoader("dev.tauriboot.command"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("tauriWindowLookup"));
	}

	@Test
	void windowIsAsTheConfigurationHasIt() {
		Map<String, String> properties = new LinkedHashMap<>();
		String window = "tauri.app.windows[0].";
		properties.put(window + "label", "main");
		properties.put(window + "url", "notes.html");
		properties.put(window + "title", "Notes");
		properties.put(window + "width", "900");
		properties.put(window + "height", "640");
		properties.put(window + "minWidth", "300");
		properties.put(window + "min-height", "200");
		properties.put(window + "maxWidth", "1000");
		properties.put(window + "max-height", "800");
		properties.put(window + "x", "10.5");
		properties.put(window + "y", "20");
		for (String flag : List.of("center", "maximized", "fullscreen", "alwaysOnTop")) {
			properties.put(window + flag, "true");
		}
		for (String flag : List.of("resizable", "visible", "decorations", "focus")) {
			properties.put(window + flag, "false");
		}
		WindowOptions options = new Binder(new MapConfigurationPropertySource(properties))
			.bind("tauri", TauriProperties.class)
			.get()
			.app()
			.windowOptions()
			.get(0);
		assertThat(options)
			.extracting("label", "url", "title", "width", "height", "minWidth", "minHeight", "maxWidth", "maxHeight",
					"x", "y")
			.containsExactly(Label.of("main"), "notes.html", "Notes", 900d, 640d, 300d, 200d, 1000d, 800d, 10.5, 20d);
		assertThat(options).extracting("center", "maximized", "fullscreen", "alwaysOnTop").containsOnly(true);
		assertThat(options).extracting("resizable", "visible", "decorations", "focus").containsOnly(false);
	}

	@Test
	void optionsAreThoseOfTheConfiguration() {
		Map<String, String> properties = new LinkedHashMap<>();
		String window = "tauri.app.windows[0].";
		properties.put(window + "transparent", "true");
		properties.put(window + "parent", "main");
		properties.put(window + "theme", "Dark");
		properties.put(window + "backgroundColor", "#102030");
		properties.put(window + "prevent-overflow", "true");
		properties.put(window + "dragDropEnabled", "false");
		properties.put(window + "zoomHotkeysEnabled", "true");
		properties.put(window + "userAgent", "Notes/1");
		properties.put(window + "javascriptDisabled", "true");
		for (String flag : List.of("maximizable", "minimizable", "closable", "focusable", "shadow")) {
			properties.put(window + flag, "false");
		}
		for (String flag : List.of("always-on-bottom", "visible-on-all-workspaces", "content-protected",
				"skip-taskbar")) {
			properties.put(window + flag, "true");
		}
		TauriProperties bound = new Binder(new MapConfigurationPropertySource(properties))
			.bind("tauri", TauriProperties.class)
			.get();
		WindowOptions options = bound.app().windowOptions().get(0);
		WindowTraits traits = options.traits();
		for (WindowFlag flag : List.of(WindowFlag.MAXIMIZABLE, WindowFlag.MINIMIZABLE, WindowFlag.CLOSABLE,
				WindowFlag.FOCUSABLE, WindowFlag.SHADOW, WindowFlag.ALWAYS_ON_BOTTOM,
				WindowFlag.VISIBLE_ON_ALL_WORKSPACES, WindowFlag.CONTENT_PROTECTED, WindowFlag.SKIP_TASKBAR)) {
			assertThat(traits.is(flag)).as(flag.name()).isEqualTo(!flag.isInitially());
		}
		assertThat(traits.transparent()).isTrue();
		assertThat(traits.parent()).isEqualTo(Label.of("main"));
		assertThat(traits.theme()).isEqualTo(Theme.DARK);
		assertThat(traits.backgroundColor()).isEqualTo(new Color(16, 32, 48, 255));
		assertThat(traits.preventOverflow()).isEqualTo(new PhysicalSize(0, 0));
		assertThat(traits.dragDrop()).isFalse();
		assertThat(traits.zoomHotkeys()).isTrue();
		assertThat(traits.engine()).isEqualTo(new EngineOptions("Notes/1", false));
		assertThat(traits.webview()).isTrue();
	}

	@Test
	void defaultsAreThoseOfWindows() {
		TauriProperties bound = new Binder(
				new MapConfigurationPropertySource(Map.of("tauri.app.windows[0].label", "main")))
			.bind("tauri", TauriProperties.class)
			.get();
		assertThat(bound.app().windowOptions()).containsExactly(WindowOptions.of("main"));
	}

	@Test
	void windowThatDoesNotOpenAtStartHasItsOptions() {
		TauriProperties.App app = new Binder(new MapConfigurationPropertySource(Map.of("tauri.app.windows[0].label",
				"settings", "tauri.app.windows[0].create", "false", "tauri.app.windows[0].title", "Settings")))
			.bind("tauri.app", TauriProperties.App.class)
			.get();
		assertThat(app.windowOptions()).isEmpty();
		assertThat(app.windowOptions("settings").title()).isEqualTo("Settings");
		assertThatIllegalArgumentException().isThrownBy(() -> app.windowOptions("main"))
			.withMessage("no window 'main' is configured");
	}

}
