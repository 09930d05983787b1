package dev.tauriboot.boot.autoconfigure.acl;

import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.PermissionSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AclViolationsFailureAnalyzer}: every cause of acl 13 and every
 * malformed capability, as users read it.
 */
class AclViolationsFailureAnalyzerTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					notes:allow-list_notes | identifiers can only include lowercase ASCII, hyphens which are not leading or trailing, and a single colon if using a prefix | Correct 'notes:allow-list_notes' at application.yml - 7:15.
					x:y:z | identifiers can only include a single separator '58' | Correct 'x:y:z' at application.yml - 7:15.
					core::x | identifiers can only include lowercase ASCII, hyphens which are not leading or trailing, and a single colon if using a prefix | Correct 'core::x' at application.yml - 7:15.
					x- | identifiers cannot have a trailing hyphen | Correct 'x-' at application.yml - 7:15.
					"x:" | identifiers cannot have a prefix without a base | Correct 'x:' at application.yml - 7:15.
					"" | identifiers cannot be empty | Correct '' at application.yml - 7:15.
					tauri-plugin-notes:default | identifiers cannot start with tauri-plugin- | Correct 'tauri-plugin-notes:default' at application.yml - 7:15.
					noets:default | unknown ACL for noets, expected one of broken, | Did you mean 'notes:default' instead of 'noets:default' at application.yml - 7:15?
					allow-greet | unknown ACL for app manifest, expected one of broken, | Correct 'allow-greet' at application.yml - 7:15.
					notes:allow-lst-notes | unknown permission allow-lst-notes for notes | Did you mean 'notes:allow-list-notes' instead of 'notes:allow-lst-notes' at application.yml - 7:15?
					core:window:allow-set-titel | unknown permission allow-set-titel for core:window | Did you mean 'core:window:allow-set-title' instead of 'core:window:allow-set-titel' at application.yml - 7:15?
					broken:dangling | permission gone:default not found from set dangling | Correct 'gone:default' at application.yml - 7:15.
					broken:cycle | permission set cycle contains itself | Correct 'broken:cycle' at application.yml - 7:15.
					broken:bad | invalid identifier in permission set bad: identifiers cannot have a trailing hyphen | Correct 'x-' at application.yml - 7:15.
					""")
	void permission(String identifier, String message, String action) {
		// Without commands of its own, the application has no manifest to imply.
		AclContext.noCommands().file("application.yml", AclContext.security("""
				capabilities:
				  main:
				    permissions:
				      - %s
				""".formatted(identifier))).beans(Broken.class).fails((failed) -> {
			assertThat(failed.description()).contains("capability 'main': " + message)
				.contains("at: application.yml - ");
			assertThat(failed.action()).startsWith(action);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					windows: [doc**] | failed to run glob: Pattern syntax error near position 2: recursive wildcards must form a single path component | 'doc**'
					webviews: ["***"] | failed to run glob: Pattern syntax error near position 2: wildcards are either regular `*` or recursive `**` | '***'
					windows: ["[a"] | failed to run glob: Pattern syntax error near position | '[a'
					remote: {urls: [x.example]} | invalid URL pattern for remote URL x.example: | 'x.example'
					platforms: [linus] | unknown platform 'linus', expected one of linux, macOS, windows, android, iOS | Did you mean 'linux' instead of 'linus'
					window: [main] | unknown key 'window' | Did you mean 'windows' instead of 'window'
					permission: [] | unknown key 'permission' | Did you mean 'permissions' instead of 'permission'
					remote: {url: [x]} | unknown key 'url' | Did you mean 'urls' instead of 'url'
					remote: https://x | 'remote' must be an object, found the text 'https://x' | Correct what is said
					local: maybe | 'local' must be true or false, found the text 'maybe' | Correct what is said
					local: 1 | 'local' must be true or false, found a number | Correct what is said
					enabled: maybe | 'enabled' must be true or false, found the text 'maybe' | Correct what is said
					windows: {label: main} | 'windows' must be a list, found an object | Correct what is said
					windows: [[main]] | each of 'windows' must be a text, found a list | Correct what is said
					description: [a] | 'description' must be a text, found a list | Correct what is said
					""")
	void field(String field, String message, String action) {
		AclContext.capabilities("main:\n  permissions: [notes:default]\n  " + field).fails((failed) -> {
			assertThat(failed.description()).contains("capability 'main': " + message)
				.contains("at: application.yml - 7:");
			assertThat(failed.action()).contains(action).contains(" at application.yml - 7:");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{identifier: notes:drafts, alow: []} | unknown key 'alow'
			{allow: [x]} | the permission has no 'identifier'
			{identifier: notes:drafts, allow: x} | 'allow' must be a list of scope entries, found the text 'x'
			{identifier: notes:drafts, deny: {path: x}} | 'deny' must be a list of scope entries, found an object
			{identifier: [x]} | 'identifier' must be a text, found a list
			[notes:default] | a permission must be a text or an object, found a list
			7 | a permission must be a text or an object, found a number
			""")
	void permissionEntry(String entry, String message) {
		AclContext.capabilities("main:\n  permissions:\n    - " + entry)
			.fails((failed) -> assertThat(failed.description()).contains("capability 'main': " + message)
				.contains("at: application.yml - 7:"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					main: {windows: [main]} | capability 'main': the capability has no 'permissions'
					main: {identifier: other, permissions: []} | capability 'main': 'identifier' is 'other', but the capability stands under 'main'
					main: | capability 'main': a capability must be an object, found the text ''
					main: {permissions: {a: b}} | capability 'main': 'permissions' must be a list, found an object
					- {permissions: []} | a capability: the capability has no 'identifier'
					- [x] | 'tauri.app.security.capabilities': each of a list of capabilities must be an object or an identifier, found a list
					""")
	void capability(String capability, String description) {
		AclContext.capabilities(capability).fails((failed) -> assertThat(failed.description()).contains(description));
	}

	@Test
	void everythingIsReportedAtOnce() {
		AclContext.capabilities("""
				a: {windows: [x**], permissions: [notes:nope, notes:default]}
				b: {window: [main], permissions: []}
				c: {permissions: [nope:default]}
				""").fails((failed) -> {
			assertThat(failed.violations()).hasSize(4);
			assertThat(failed.description()).startsWith("The access control of the application is not valid:")
				.contains("near position")
				.contains("unknown permission nope for notes")
				.contains("unknown key 'window'")
				.contains("unknown ACL for nope");
		});
	}

	@Test
	void manifestsAreReportedWithFileAndLine() {
		AclContext.plain().properties("tauri.app.security.app-permissions=classpath:acl/broken.yml").fails((failed) -> {
			assertThat(failed.description()).contains("the application's own permissions: unknown key 'comands'")
				.contains("at: class path resource [acl/broken.yml] - 1:10")
				.contains("valid: commands, default, sets, permissions");
			assertThat(failed.action()).isEqualTo("Did you mean 'commands' instead of 'comands' at class path resource "
					+ "[acl/broken.yml] - 1:10?");
		});
	}

	@Test
	void manyCandidatesAreCutToTheNearest() {
		AclContext.capabilities("main: {permissions: [\"core:window:allow-set-titel\"]}")
			.fails((failed) -> assertThat(failed.description())
				.containsPattern("valid: core:window:allow-set-title, .* and \\d+ more"));
	}

	@Test
	void violationsWithoutPlaceAreReported() {
		FailureAnalysis analysis = new AclViolationsFailureAnalyzer().analyze(new AclViolationsException(
				List.of(new AclViolation("is bad", "capability 'later'", null, null, List.of()))));
		assertThat(analysis.getDescription())
			.isEqualTo("The access control of the application is not valid:\n\n  - capability 'later': is bad");
		assertThat(analysis.getAction()).isEqualTo("Correct what is said of capability 'later'.");
	}

	@Configuration(proxyBeanMethods = false)
	static class Broken {

		@Bean
		Manifest broken() {
			return new Manifest("broken", List.of(), null, Map.of(),
					Map.of("dangling", new PermissionSet("dangling", null, List.of("gone:default")), "cycle",
							new PermissionSet("cycle", null, List.of("other")), "other",
							new PermissionSet("other", null, List.of("cycle")), "bad",
							new PermissionSet("bad", null, List.of("x-"))));
		}

	}

}
