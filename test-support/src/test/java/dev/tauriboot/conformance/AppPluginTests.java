package dev.tauriboot.conformance;

import java.util.Set;
import java.util.TreeSet;

import dev.tauriboot.path.PlatformDirectories.Platform;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 10.1: the client's module {@code app}.
 */
class AppPluginTests extends CorePluginTests {

	private static final Set<String> ANSWERING = Set.of("getName", "getVersion", "getTauriVersion", "show", "hide",
			"setTheme", "defaultWindowIcon");

	private static final Set<String> ANSWERING_SINCE = Set.of("getIdentifier", "fetchDataStoreIdentifiers",
			"removeDataStore", "setDockVisibility", "getBundleType", "supportsMultipleWindows", "onBackButtonPress",
			"exit", "BundleType");

	@Autowired
	private Exits exits;

	private JsonNode app(String client, String body) throws Exception {
		return js("const app = await import('%s'); %s".formatted(module(client, "app"), body));
	}

	@ParameterizedTest
	@MethodSource("clients")
	void noExportIsForgotten(String client) throws Exception {
		Set<String> known = new TreeSet<>(ANSWERING);
		if (!client.startsWith("/")) {
			known.addAll(ANSWERING_SINCE);
		}
		Set<String> exports = new TreeSet<>();
		app(client, "return Object.keys(app);").forEach((name) -> exports.add(name.asString()));
		assertThat(exports).isEqualTo(known);
	}

	@ParameterizedTest
	@MethodSource("clients")
	void applicationIsNamed(String client) throws Exception {
		assertThat(app(client, "return [await app.getName(), await app.getVersion()];").toString())
			.isEqualTo("[\"Notes\",\"1.2.3\"]");
	}

	@ParameterizedTest
	@MethodSource("clients")
	void versionOfTauriIsThatOfTheClientWeShip(String client) throws Exception {
		String shipped = JsonMapper.builder()
			.build()
			.readTree(new ClassPathResource("META-INF/tauri/guest-js/@tauri-apps/api/package.json")
				.getContentAsByteArray())
			.get("version")
			.asString();
		assertThat(app(client, "return app.getTauriVersion();").asString()).isEqualTo(shipped);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "app.getIdentifier()|\"com.example.notes\"", "app.fetchDataStoreIdentifiers()|[]",
					"app.removeDataStore(Array.from({ length: 16 }, () => 255))|null",
					"app.setDockVisibility(true)|null", "app.getBundleType()|null",
					"app.supportsMultipleWindows()|true", "app.BundleType.AppImage|\"appimage\"" })
	void answersAre(String call, String expected) throws Exception {
		assertThat(app("@tauri-apps/api/", "return %s;".formatted(call)).toString()).isEqualTo(expected);
	}

	@ParameterizedTest
	@MethodSource("clients")
	void applicationIsShownAndHidden(String client) throws Exception {
		boolean macos = Platform.of(System.getProperty("os.name")) == Platform.MACOS;
		assertThat(app(client, "return [await app.hide()];").toString()).isEqualTo("[null]");
		assertThat(webview("main").window().isVisible()).isEqualTo(!macos);
		assertThat(app(client, "return [await app.show()];").toString()).isEqualTo("[null]");
		assertThat(webview("main").window().isVisible()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("clients")
	void themeCannotBeSet(String client) throws Exception {
		assertThat(app(client, """
				return [await app.setTheme(null), await app.setTheme(), await rejection(app.setTheme('dark')),
				  await rejection(app.setTheme('light'))];
				""").toString()).isEqualTo("[null,null,\"%1$s\",\"%1$s\"]"
			.formatted("the theme of the application cannot be set: it follows the system"));
	}

	@ParameterizedTest
	@MethodSource("clients")
	void iconIsAnImage(String client) throws Exception {
		assertThat(app(client, """
				const { Image } = await import('%s');
				const icon = await app.defaultWindowIcon();
				return [icon instanceof Image, Array.from(await icon.rgba()), await icon.close()];
				""".formatted(module(client, "image"))).toString()).isEqualTo("[true,[10,20,30,40],null]");
	}

	@Test
	void backButtonIsAcceptedAndLeavesNothing() throws Exception {
		assertThat(app("@tauri-apps/api/", """
				const { callbacks } = __TAURI_INTERNALS__;
				const before = callbacks.size;
				const listener = await app.onBackButtonPress(() => {});
				await listener.unregister();
				await invoke('nothing');
				return callbacks.size - before;
				""").asInt()).isZero();
	}

	@Test
	void exitHasACode() throws Exception {
		this.exits.codes.clear();
		assertThat(app("@tauri-apps/api/", "return [await app.exit(), await app.exit(3)];").toString())
			.isEqualTo("[null,null]");
		Awaitility.await().until(() -> this.exits.codes.size() == 2);
		assertThat(this.exits.codes).containsExactly(0, 3);
	}

}
