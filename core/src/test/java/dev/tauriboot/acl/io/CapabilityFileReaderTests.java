package dev.tauriboot.acl.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CapabilityFileReader} (acl 4.4).
 */
class CapabilityFileReaderTests {

	@TempDir
	private Path folder;

	private final List<AclViolation> problems = new ArrayList<>();

	private final CapabilityFileReader reader = new CapabilityFileReader(new PathMatchingResourcePatternResolver());

	private Path write(String name, String content) throws IOException {
		Path file = this.folder.resolve(name);
		Files.createDirectories(file.getParent());
		return Files.writeString(file, content);
	}

	private List<Capability> read() {
		return this.reader.read(this.folder.toUri().toString(), this.problems);
	}

	@Test
	void readsJson() throws IOException {
		write("a.json", """
				{"$schema": "../gen/schema.json", "identifier": "main", "description": "d", "windows": ["main"],
				 "webviews": ["side"], "local": false, "remote": {"urls": ["https://x.example"]}, "unheard": [1],
				 "platforms": ["linux", "iOS"],
				 "permissions": ["core:default", {"identifier": "fs:scope", "allow": [{"path": "$HOME/*"}, 1, null],
				   "deny": ["x"]}]}
				""");
		List<Capability> capabilities = read();
		List<Object> allow = new ArrayList<>(List.of(Map.of("path", "$HOME/*"), 1));
		allow.add(null);
		assertThat(this.problems).isEmpty();
		assertThat(capabilities).containsExactly(new Capability("main", "d", List.of("main"), List.of("side"), false,
				List.of("https://x.example"), Set.of(Platform.LINUX, Platform.IOS),
				List.of(PermissionEntry.of("core:default"),
						new PermissionEntry("fs:scope", new Scope(allow, List.of("x")))),
				capabilities.get(0).source()));
		assertThat(capabilities.get(0).source()).endsWith("a.json] - 1:1");
	}

	@Test
	void readsToml() throws IOException {
		write("a.toml", """
				identifier = "main"
				windows = ["main"]
				permissions = ["core:default", { identifier = "fs:scope", allow = [{ path = "$HOME/*", n = 1.5 }] }]

				[remote]
				urls = ["https://x.example"]
				""");
		assertThat(read()).containsExactly(Capability.withId("main")
			.windows("main")
			.remoteUrls("https://x.example")
			.permissions("core:default")
			.permission(new PermissionEntry("fs:scope",
					new Scope(List.of(Map.of("path", "$HOME/*", "n", new BigDecimal("1.5"))), List.of())))
			.source(read().get(0).source())
			.build());
	}

	@Test
	void fileMayHoldSeveral() throws IOException {
		write("a.json", "[{\"identifier\": \"a\", \"permissions\": []}, {\"identifier\": \"b\", \"permissions\": []}]");
		write("b.json", "{\"capabilities\": [{\"identifier\": \"c\", \"permissions\": []}]}");
		write("c.toml", "[[capabilities]]\nidentifier = \"d\"\npermissions = []");
		assertThat(read()).extracting(Capability::identifier).containsExactly("a", "b", "c", "d");
	}

	@Test
	void filesAtAnyDepthCountExceptSchemas() throws IOException {
		String json = "{\"identifier\": \"%s\", \"permissions\": []}";
		write("deep/er/a.json", json.formatted("deep"));
		write("schemas/inner/b.json", json.formatted("below schemas"));
		write("schemas/c.json", "{}");
		write("deep/schemas/d.toml", "x");
		write("README.md", "x");
		write("e.json5", "x");
		write("json", "x");
		assertThat(read()).extracting(Capability::identifier).containsExactly("deep", "below schemas");
		assertThat(this.problems).isEmpty();
	}

	@Test
	void locationMayBeOneFile() throws IOException {
		Path file = write("a.json", "{\"identifier\": \"a\", \"permissions\": []}");
		write("b.json", "{}");
		assertThat(this.reader.read(file.toUri().toString(), this.problems)).hasSize(1);
		assertThat(this.reader.exists(file.toUri().toString())).isTrue();
		assertThat(this.reader.exists(file.toUri() + "x")).isFalse();
	}

	@Test
	void platformsThatAreNullAreAbsent() throws IOException {
		write("a.json", "{\"identifier\": \"a\", \"platforms\": null, \"remote\": null, \"permissions\": []}");
		write("b.json", "{\"identifier\": \"b\", \"platforms\": [], \"permissions\": []}");
		assertThat(read()).extracting(Capability::platforms).containsExactly(null, Set.of());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"permissions": []} | the capability has no 'identifier' | 1:1
					{"identifier": "", "permissions": []} | the capability has no 'identifier' | 1:1
					{"identifier": 7, "permissions": []} | 'identifier' must be a text, found a number | 1:16
					{"identifier": "a"} | the capability has no 'permissions' | 1:1
					{"identifier": "a", "permissions": "core:default"} | 'permissions' must be a list, found the text 'core:default' | 1:36
					{"identifier": "a", "permissions": [7]} | a permission must be a text or an object, found a number | 1:37
					{"identifier": "a", "permissions": [{}]} | the permission has no 'identifier' | 1:37
					{"identifier": "a", "permissions": [{"identifier": "x", "allow": {}}]} | 'allow' must be a list of scope entries, found an object | 1:66
					{"identifier": "a", "permissions": [{"identifier": "x", "deny": "y"}]} | 'deny' must be a list of scope entries, found the text 'y' | 1:65
					{"identifier": "a", "windows": "main", "permissions": []} | 'windows' must be a list, found the text 'main' | 1:32
					{"identifier": "a", "windows": [1], "permissions": []} | each of 'windows' must be a text, found a number | 1:33
					{"identifier": "a", "local": "true", "permissions": []} | 'local' must be true or false, found the text 'true' | 1:30
					{"identifier": "a", "remote": ["x"], "permissions": []} | 'remote' must be an object, found a list | 1:31
					{"identifier": "a", "remote": {}, "permissions": []} | 'remote' has no 'urls' | 1:31
					{"identifier": "a", "platforms": ["os2"], "permissions": []} | unknown platform 'os2', expected one of linux, macOS, windows, android, iOS | 1:35
					[7] | a capability must be an object, found a number | 1:2
					7 | a capability must be an object, found a number | 1:1
					{"identifier": "a", "identifier": "b"} | cannot be read: Duplicate Object property "identifier" | 1:33
					{} {} | cannot be read: there is more than one value | 1:4
					""")
	void malformedFileIsRefused(String json, String message, String place) throws IOException {
		write("a.json", json);
		assertThat(read()).isEmpty();
		assertThat(this.problems.get(0).message()).isEqualTo(message);
		assertThat(this.problems.get(0).source()).startsWith("file [").endsWith("a.json] - " + place);
	}

	@Test
	void brokenSyntaxIsRefused() throws IOException {
		write("a.json", "{\"identifier\": ");
		write("b.toml", "identifier = \"b\"\npermissions = [");
		write("c.json", "");
		assertThat(read()).isEmpty();
		assertThat(this.problems).hasSize(3).allSatisfy((problem) -> assertThat(problem.source()).startsWith("file ["));
	}

	@Test
	void deepNestingIsRefused() throws IOException {
		write("a.json", "[".repeat(100_000));
		assertThat(read()).isEmpty();
		assertThat(this.problems).hasSize(1);
		assertThat(this.problems.get(0).message()).contains("nesting depth");
	}

	@Test
	void tomlNeedsItsLibrary() throws IOException {
		FileSystemResource file = new FileSystemResource(write("a.toml", "identifier = \"a\""));
		assertThat(DataFiles.read(file, "capability file", this.problems, false)).isNull();
		assertThat(this.problems.get(0).message()).contains("tools.jackson.dataformat:jackson-dataformat-toml");
		assertThat(this.problems.get(0).source()).endsWith("a.toml]");
	}

}
