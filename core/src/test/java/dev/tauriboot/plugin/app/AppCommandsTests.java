package dev.tauriboot.plugin.app;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.app.AppHandle;
import dev.tauriboot.app.AppIcon;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.command.CommandTester;
import dev.tauriboot.command.annotation.support.AppHandleArgumentResolver;
import dev.tauriboot.event.Events;
import dev.tauriboot.image.Image;
import dev.tauriboot.image.ImageFiles;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.path.PlatformDirectories.Platform;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.TestPage;
import dev.tauriboot.window.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link AppCommands}.
 */
class AppCommandsTests {

	private static final PackageInfo INFO = new PackageInfo("Notes", "1.2.3", "com.example.notes");

	private final DesktopRuntime runtime = mock(DesktopRuntime.class);

	private final List<Integer> exits = new ArrayList<>();

	private final AppHandle app = new AppHandle(new Events(JsonMapper.builder().build(), Runnable::run), this.runtime,
			this.exits::add, INFO);

	private final ResourceTable resources = new ResourceTable();

	private final TestPage page = TestPage.of("main");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			value = { "name|\"Notes\"", "version|\"1.2.3\"", "identifier|\"com.example.notes\"",
					"tauri_version|\"2.12.5\"", "supports_multiple_windows|true", "bundle_type|null",
					"fetch_data_store_identifiers|[]", "default_window_icon|null", "app_show|null", "app_hide|null" })
	void answersAre(String command, String expected) {
		assertThat(invoke(Platform.LINUX, command, "{}")).isEqualTo(new InvokeResponse.Json(expected));
	}

	@Test
	void exitHasACode() {
		invoke(Platform.LINUX, "exit", "{\"code\":7}");
		invoke(Platform.LINUX, "exit", "{}");
		assertThat(this.exits).containsExactly(7, 0);
	}

	@Test
	void iconIsAResourceOfThePage() {
		AppIcon icon = new AppIcon(new DefaultResourceLoader() {
			@Override
			public Resource getResource(String location) {
				return new ByteArrayResource(ImageFiles.pixel(1, 2, 3, 4));
			}
		}, List.of("icon.png"));
		InvokeResponse response = invoke(Platform.LINUX, icon, "default_window_icon", "{}");
		long rid = Long.parseLong(((InvokeResponse.Json) response).text());
		assertThat(this.resources.get(this.page.page(), rid, Image.class)).isSameAs(icon.image());
	}

	@Test
	void macosHidesWhatIsSeenAndShowsItAgain() {
		Window seen = window("seen", true);
		Window unseen = window("unseen", false);
		given(this.runtime.windows()).willReturn(List.of(seen, unseen));
		CommandTester tester = tester(Platform.MACOS, icon());
		tester.invoke(this.page.page(), "plugin:app|app_show", "{}");
		then(seen).should(never()).show();
		tester.invoke(this.page.page(), "plugin:app|app_hide", "{}");
		tester.invoke(this.page.page(), "plugin:app|app_show", "{}");
		then(seen).should().hide();
		then(seen).should().show();
		then(unseen).should(never()).hide();
		then(unseen).should(never()).show();
	}

	@ParameterizedTest
	@EnumSource(value = Platform.class, mode = EnumSource.Mode.EXCLUDE, names = "MACOS")
	void otherPlatformsHideNothing(Platform platform) {
		Window seen = window("seen", true);
		given(this.runtime.windows()).willReturn(List.of(seen));
		invoke(platform, "app_hide", "{}");
		then(seen).should(never()).hide();
	}

	@Test
	void dockIsThatOfMacos() {
		assertThat(invoke(Platform.LINUX, "set_dock_visibility", "{\"visible\":false}"))
			.isEqualTo(InvokeResponse.NOTHING);
		assertThat(invoke(Platform.MACOS, "set_dock_visibility", "{\"visible\":true}"))
			.isEqualTo(InvokeResponse.NOTHING);
		assertThat(invoke(Platform.MACOS, "set_dock_visibility", "{\"visible\":false}"))
			.isEqualTo(error("the application cannot be removed from the dock"));
	}

	@Test
	void themeIsThatOfTheSystem() {
		assertThat(invoke(Platform.LINUX, "set_app_theme", "{}")).isEqualTo(InvokeResponse.NOTHING);
		assertThat(invoke(Platform.LINUX, "set_app_theme", "{\"theme\":null}")).isEqualTo(InvokeResponse.NOTHING);
		assertThat(invoke(Platform.LINUX, "set_app_theme", "{\"theme\":\"dark\"}"))
			.isEqualTo(error("the theme of the application cannot be set: it follows the system"));
		assertThat(invoke(Platform.LINUX, "set_app_theme", "{\"theme\":\"blue\"}"))
			.isEqualTo(error("invalid args `theme` for command `set_app_theme`: unknown variant `blue`, expected "
					+ "`light` or `dark`"));
	}

	@Test
	void dataStoreHasANumberOf16Bytes() {
		assertThat(invoke(Platform.LINUX, "remove_data_store", "{\"uuid\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,255]}"))
			.isEqualTo(InvokeResponse.NOTHING);
		assertThat(invoke(Platform.LINUX, "remove_data_store", "{\"uuid\":[1,2,3]}"))
			.isEqualTo(error("invalid args `uuid` for command `remove_data_store`: invalid length 3, expected an "
					+ "array of length 16"));
	}

	@ParameterizedTest
	@CsvSource({ "register_listener", "registerListener" })
	void listenerToTheBackButtonIsAcceptedAndForgotten(String command) {
		assertThat(invoke(Platform.LINUX, command, "{\"event\":\"back-button\",\"handler\":\"__CHANNEL__:3\"}"))
			.isEqualTo(InvokeResponse.NOTHING);
		assertThat(this.page.frames()).hasSize(1);
		assertThat(invoke(Platform.LINUX, "remove_listener", "{\"event\":\"back-button\",\"channelId\":3}"))
			.isEqualTo(InvokeResponse.NOTHING);
	}

	private static Window window(String label, boolean visible) {
		Window window = mock(Window.class, Mockito.withSettings().name(label));
		given(window.label()).willReturn(Label.of(label));
		given(window.isVisible()).willReturn(visible);
		return window;
	}

	private static AppIcon icon() {
		return new AppIcon(new DefaultResourceLoader(), List.of());
	}

	private CommandTester tester(Platform platform, AppIcon icon) {
		return new CommandTester(new AppHandleArgumentResolver(() -> this.app),
				new AppCommands(INFO, icon, this.resources, platform));
	}

	private InvokeResponse invoke(Platform platform, String command, String args) {
		return invoke(platform, icon(), command, args);
	}

	private InvokeResponse invoke(Platform platform, AppIcon icon, String command, String args) {
		return tester(platform, icon).invoke(this.page.page(), "plugin:app|" + command, args);
	}

	private static InvokeResponse error(String text) {
		return new InvokeResponse.Error("\"" + text + "\"");
	}

}
