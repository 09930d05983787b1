package dev.tauriboot.conformance;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Section 10.5, clauses 126 and 127: the client's module {@code path}.
 */
class PathPluginTests extends CorePluginTests {

	private static final Map<String, BaseDirectory> DIRECTORIES = Map.ofEntries(
			Map.entry("appConfigDir", BaseDirectory.APPCONFIG), Map.entry("appDataDir", BaseDirectory.APPDATA),
			Map.entry("appLocalDataDir", BaseDirectory.APPLOCALDATA), Map.entry("appCacheDir", BaseDirectory.APPCACHE),
			Map.entry("appLogDir", BaseDirectory.APPLOG), Map.entry("audioDir", BaseDirectory.AUDIO),
			Map.entry("cacheDir", BaseDirectory.CACHE), Map.entry("configDir", BaseDirectory.CONFIG),
			Map.entry("dataDir", BaseDirectory.DATA), Map.entry("desktopDir", BaseDirectory.DESKTOP),
			Map.entry("documentDir", BaseDirectory.DOCUMENT), Map.entry("downloadDir", BaseDirectory.DOWNLOAD),
			Map.entry("executableDir", BaseDirectory.EXE), Map.entry("fontDir", BaseDirectory.FONT),
			Map.entry("homeDir", BaseDirectory.HOME), Map.entry("localDataDir", BaseDirectory.LOCALDATA),
			Map.entry("pictureDir", BaseDirectory.PICTURE), Map.entry("publicDir", BaseDirectory.PUBLIC),
			Map.entry("resourceDir", BaseDirectory.RESOURCE), Map.entry("runtimeDir", BaseDirectory.RUNTIME),
			Map.entry("tempDir", BaseDirectory.TEMP), Map.entry("templateDir", BaseDirectory.TEMPLATE),
			Map.entry("videoDir", BaseDirectory.VIDEO));

	private static final Map<String, String> CALLS = calls();

	@Autowired
	private BaseDirectories directories;

	// Slashes in values stand for the platform's separator.
	private static Map<String, String> calls() {
		Map<String, String> calls = new LinkedHashMap<>();
		calls.put("path.sep()", "/");
		calls.put("path.delimiter()", File.pathSeparator);
		calls.put("path.join('a', '..', '/b', 'c')", "b/c");
		calls.put("path.join('', 'a')", "a");
		calls.put("path.join()", ".");
		calls.put("path.normalize('a/./b/../c/')", "a/c/");
		calls.put("path.dirname('a/b.txt')", "a");
		calls.put("path.dirname('').catch((reason) => reason)", "path does not have a parent");
		calls.put("path.extname('/a/b.tar.gz')", "gz");
		calls.put("path.extname('/a').catch((reason) => reason)", "path does not have an extension");
		calls.put("path.basename('/a/b.json')", "b.json");
		calls.put("path.basename('/a/b.json', '.json')", "b");
		calls.put("path.basename('/a/b.json', 'json')", "b.");
		calls.put("path.basename('..').catch((reason) => reason)", "path does not have a basename");
		calls.put("path.isAbsolute('a').then(String)", "false");
		calls.put("path.resolve('a').then(path.isAbsolute).then(String)", "true");
		calls.put("path.resolve('/x', 'y', '..').then((found) => path.basename(found))", "x");
		return calls;
	}

	@ParameterizedTest
	@MethodSource("clients")
	void directoriesAreThoseOfTheApplication(String client) throws Exception {
		JsonNode found = js("""
				const path = await import('%s');
				const found = {};
				for (const name of %s) {
				  found[name] = await path[name]().catch((reason) => `rejected: ${reason}`);
				}
				return found;
				""".formatted(module(client, "path"), json(DIRECTORIES.keySet())));
		DIRECTORIES.forEach((name, directory) -> {
			Path expected = this.directories.resolve(directory);
			assertThat(found.path(name).asString()).as(name)
				.isEqualTo((expected != null) ? expected.toString() : "rejected: unknown path");
		});
	}

	@ParameterizedTest
	@MethodSource("clients")
	void directoriesHaveTheirNumbers(String client) throws Exception {
		JsonNode numbers = js("return (await import('%s')).BaseDirectory;".formatted(module(client, "path")));
		for (BaseDirectory directory : BaseDirectory.values()) {
			String name = (directory == BaseDirectory.EXE) ? "Executable" : directory.name();
			assertThat(numbers.path(String.valueOf(directory.number())).asString()).isEqualToIgnoringCase(name);
		}
	}

	@ParameterizedTest
	@MethodSource("clients")
	void resourcesAreFound(String client) throws Exception {
		String found = js(
				"return (await import('%s')).resolveResource('../icons/a.png');".formatted(module(client, "path")))
			.asString();
		assertThat(Path.of(found)).isEqualTo(Path.of("").toAbsolutePath().resolve("_up_/icons/a.png"));
	}

	// rows 126, 127
	@ParameterizedTest
	@MethodSource("clients")
	void pathsAreWorkedOn(String client) throws Exception {
		JsonNode values = js("const path = await import('%s'); return Promise.all([%s]);"
			.formatted(module(client, "path"), String.join(", ", CALLS.keySet())));
		int i = 0;
		for (Map.Entry<String, String> call : CALLS.entrySet()) {
			assertThat(values.get(i++).asString()).as(call.getKey())
				.isEqualTo(call.getValue().replace('/', File.separatorChar));
		}
	}

	@ParameterizedTest
	@MethodSource("clients")
	void noExportIsForgotten(String client) throws Exception {
		Set<String> known = new TreeSet<>(DIRECTORIES.keySet());
		known.add("BaseDirectory");
		known.add("resolveResource");
		CALLS.keySet().forEach((call) -> known.add(call.substring("path.".length(), call.indexOf('('))));
		Set<String> exports = new TreeSet<>();
		js("return Object.keys(await import('%s'));".formatted(module(client, "path")))
			.forEach((name) -> exports.add(name.asString()));
		assertThat(exports).isEqualTo(known);
	}

	private static String json(Object value) {
		return JsonMapper.builder().build().writeValueAsString(value);
	}

}
