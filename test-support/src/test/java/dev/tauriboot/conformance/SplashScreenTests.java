package dev.tauriboot.conformance;

import dev.tauriboot.Label;
import dev.tauriboot.app.AppHandle;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Window;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The guide's recipe for a splash screen.
 */
@SpringBootTest(classes = ConformanceApplication.class,
		properties = { "tauri.runtime=javafx", "tauri.app.exit-jvm=false", "tauri.app.exit-on-last-window-closed=false",
				"tauri.build.frontend-dist=classpath:/", "tauri.app.windows[0].label=main",
				"tauri.app.windows[0].visible=false", "tauri.app.windows[1].label=splash",
				"tauri.app.windows[1].url=other.html", "tauri.app.windows[1].width=400",
				"tauri.app.windows[1].height=240", "tauri.app.windows[1].center=true",
				"tauri.app.windows[1].decorations=false", "tauri.app.windows[1].resizable=false" })
@Import(SplashScreenTests.SplashScreen.class)
class SplashScreenTests {

	@Autowired
	private DesktopRuntime runtime;

	@Autowired
	private Reports reports;

	@Test
	void mainWindowTakesThePlaceOfTheSplashScreen() throws Exception {
		Window main = this.runtime.find(Label.of("main"));
		Window splash = this.runtime.find(Label.of("splash"));
		assertThat(main).isNotNull();
		assertThat(splash).isNotNull();
		assertThat(splash.isVisible()).isTrue();
		assertThat(splash.isDecorated()).isFalse();
		assertThat(main.isVisible()).isFalse();
		PageTests.awaitPage(main.webviews().get(0), null);
		assertThat(
				this.reports.run(main.webviews().get(0), "await invoke('ready'); return location.pathname;").asString())
			.isEqualTo("/");
		Awaitility.await().until(() -> main.isVisible() && this.runtime.find(Label.of("splash")) == null);
		assertThat(this.runtime.windows()).containsExactly(main);
	}

	@TestConfiguration
	static class SplashScreen {

		@TauriCommand
		void ready(AppHandle app) {
			Window main = app.window("main");
			Window splash = app.window("splash");
			if (main != null && splash != null) {
				main.show();
				main.focus();
				splash.destroy();
			}
		}

	}

}
