package dev.tauriboot.boot.autoconfigure.acl;

import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConfiguredCapabilities}, rows 16 to 27 of acl 14 and the rules of acl
 * 4.3 among them.
 */
class CapabilityBindingTests {

	private static final String LIST = "plugin:notes|list_notes";

	private static final String WRITE = "plugin:notes|write_note";

	@Test
	void capabilityIsLocalUnlessToldOtherwise() { // row 16
		AclContext.capabilities("""
				a: {windows: [main], permissions: [notes:default]}
				""").run((started) -> {
			assertThat(started.authority().capabilities().get("a").local()).isTrue();
			assertThat(started.allows(LIST)).isTrue();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "platforms: []", "platforms:" }) // rows 17, 18, rule 5
	void noPlatformsMeansNowhere(String platforms) {
		AclContext.capabilities("a:\n  windows: [main]\n  permissions: [notes:default]\n  " + platforms)
			.run((started) -> {
				assertThat(started.authority().capabilities().get("a").platforms()).isEmpty();
				assertThat(started.allows(LIST)).isFalse();
			});
	}

	@Test
	void platformsAreFoundInAnyLetterCase() { // row 19
		AclContext.capabilities("""
				a: {windows: [main], platforms: [LINUX, MacOs, WINDOWS], permissions: [notes:default]}
				""").run((started) -> assertThat(started.allows(LIST)).isTrue());
	}

	@Test
	void unknownKeyFails() { // row 20, rule 6
		AclContext.capabilities("""
				a:
				  window: [main]
				  permissions: [notes:default]
				""").fails((failed) -> {
			assertThat(failed.only().message()).isEqualTo("unknown key 'window'");
			assertThat(failed.only().source()).isEqualTo("application.yml - 6:20");
			assertThat(failed.action()).contains("'windows' instead of 'window'");
		});
	}

	@Test
	void dotInKeyNeedsBrackets() { // row 21, rule 6
		AclContext.capabilities("""
				my.cap:
				  windows: [main]
				  permissions: [notes:default]
				""")
			.fails((failed) -> assertThat(failed.description()).contains("capability 'my'")
				.contains("unknown key 'cap'"));
		AclContext.capabilities("""
				"[my.cap]":
				  windows: [main]
				  permissions: [notes:default]
				""").run((started) -> assertThat(started.authority().capabilities()).containsOnlyKeys("my.cap"));
	}

	@Test
	void listOfProfileReplacesThatOfBase() { // row 22, rule 1
		AclContext.capabilities("""
				a: {windows: [main, admin], permissions: [notes:default]}
				""").file("application-kiosk.yml", AclContext.security("""
				capabilities:
				  a:
				    windows: [main]
				""")).run((started) -> {
			assertThat(started.allows(LIST, "main")).isTrue();
			assertThat(started.allows(LIST, "admin")).isFalse();
		});
	}

	@Test
	void listOfActiveProfileReplacesThatOfBase() { // row 22
		AclContext.plain()
			.runner()
			.withInitializer(new ConfigDataApplicationContextInitializer())
			.withPropertyValues("spring.config.location=classpath:/acl/", "spring.profiles.active=kiosk")
			.run((context) -> {
				AclContext.Started started = new AclContext.Started(context);
				assertThat(started.allows(LIST, "main")).isTrue();
				assertThat(started.allows(LIST, "admin")).isFalse();
				assertThat(started.authority().capabilities().get("base").source()).contains("application")
					.contains(".yml] - ");
			});
	}

	@Test
	void scopeValuesKeepTheirTypes() { // row 23, rules 3, 10
		AclContext.capabilities("""
				a:
				  windows: [main]
				  permissions:
				    - identifier: notes:drafts
				      allow: [{dir: [x, {y: 1}], Deep_Key: {flag: true, n: 1.5, e: []}}, plain, 7]
				""")
			.run((started) -> assertThat(started.scope(WRITE).allow().subList(0, 3)).isEqualTo(List.of(
					Map.of("dir", List.of("x", Map.of("y", 1)), "Deep_Key", Map.of("flag", true, "n", 1.5, "e", "")),
					"plain", 7)));
	}

	@Test
	void emptyScopesAreNone() { // row 24, rule 4
		AclContext.capabilities("""
				a:
				  windows: [main]
				  permissions:
				    - identifier: notes:default
				      allow: []
				      deny:
				""")
			.run((started) -> assertThat(started.authority().capabilities().get("a").permissions())
				.containsExactly(PermissionEntry.of("notes:default")));
	}

	@Test
	void identifiersInFlowListNeedNoQuotes() { // row 25, rule 13
		AclContext.capabilities("""
				a: {permissions: [core:default, notes:default]}
				""")
			.run((started) -> assertThat(started.authority().capabilities().get("a").permissions())
				.containsExactly(PermissionEntry.of("core:default"), PermissionEntry.of("notes:default")));
	}

	@Test
	void twoOfOneIdentifierFail() { // row 26
		AclContext.capabilities("""
				- {identifier: x, permissions: [notes:default]}
				- {identifier: x, permissions: []}
				""").fails((failed) -> {
			assertThat(failed.only().message()).isEqualTo("capability with identifier `x` already exists");
			assertThat(failed.only().source()).startsWith("application.yml - 6:");
		});
	}

	@Test
	void disabledCapabilityIsNotThere() { // row 27
		AclContext.capabilities("""
				a: {enabled: false, windows: [main], permissions: [notes:default, notes:nope]}
				b: {windows: [other], permissions: []}
				""").run((started) -> {
			assertThat(started.authority().capabilities()).containsOnlyKeys("b");
			assertThat(started.allows(LIST)).isFalse();
		});
	}

	@Test
	void disabledByProfile() {
		AclContext.capabilities("a: {windows: [main], permissions: [notes:default]}")
			.properties("tauri.app.security.capabilities.a.enabled=false")
			.run((started) -> assertThat(started.allows(LIST)).isFalse());
	}

	@Test
	void textStandsForEntryWithoutScope() { // rule 2
		AclContext.capabilities("""
				a:
				  permissions: [notes:default, {identifier: notes:drafts, deny: [{dir: x}]}]
				""")
			.run((started) -> assertThat(started.authority().capabilities().get("a").permissions()).containsExactly(
					PermissionEntry.of("notes:default"),
					new PermissionEntry("notes:drafts", new Scope(List.of(), List.of(Map.of("dir", "x"))))));
	}

	@Test
	void permissionsOfProfileAreNotMergedIntoThoseOfBase() { // rules 1, 3
		AclContext.capabilities("""
				a:
				  windows: [main]
				  permissions: [{identifier: notes:drafts, allow: [{dir: all}]}, notes:allow-purge]
				""").file("application-kiosk.yml", AclContext.security("""
				capabilities:
				  a:
				    permissions: [notes:drafts]
				""")).run((started) -> {
			assertThat(started.scope(WRITE).allow()).containsExactly(Map.of("dir", "d"));
			assertThat(started.allows("plugin:notes|purge")).isFalse();
		});
	}

	@Test
	void keysOfScopeObjectsKeepTheirSpelling() { // rule 7
		AclContext.capabilities("""
				a:
				  windows: [main]
				  permissions: [{identifier: notes:drafts, allow: [{camelCase: 1, snake_case: 2, "[a*b]": 3}]}]
				""")
			.run((started) -> assertThat(started.scope(WRITE).allow().get(0))
				.isEqualTo(Map.of("camelCase", 1, "snake_case", 2, "a*b", 3)));
	}

	@Test
	void textIsSplitAtCommas() { // rule 8
		AclContext.capabilities("""
				a: {windows: "main, admin", permissions: "notes:default"}
				""")
			.run((started) -> assertThat(started.authority().capabilities().get("a").windows()).containsExactly("main",
					"admin"));
	}

	@Test
	void variablesOfPathsAreNoPlaceholders() { // rule 9
		AclContext.capabilities("""
				a:
				  windows: [main]
				  permissions: [{identifier: notes:drafts, allow: [{dir: $HOME/x}, {dir: "${notes.place}/x"}]}]
				""")
			.properties("notes.place=/srv")
			.run((started) -> assertThat(started.scope(WRITE).allow()).startsWith(Map.of("dir", "$HOME/x"),
					Map.of("dir", "/srv/x")));
	}

	@Test
	void lookAlikeKeyOfEnvironmentFails() { // rule 11
		environment(AclContext.capabilities("""
				main-capability: {windows: [main], permissions: [notes:default]}
				"""), Map.of("TAURI_APP_SECURITY_CAPABILITIES_MAINCAPABILITY_WINDOWS_0", "admin"))
			.fails((failed) -> assertThat(failed.only().message()).contains("'maincapability'")
				.contains("'main-capability'"));
	}

	@Test
	void environmentCanRefineCapability() { // rules 10, 11
		environment(AclContext.capabilities("main: {windows: [main], permissions: [notes:default]}"),
				Map.of("TAURI_APP_SECURITY_CAPABILITIES_MAIN_WINDOWS_0", "admin",
						"TAURI_APP_SECURITY_CAPABILITIES_MAIN_LOCAL", "TRUE"))
			.run((started) -> {
				assertThat(started.allows(LIST, "admin")).isTrue();
				assertThat(started.allows(LIST, "main")).isFalse();
			});
	}

	@Test
	void lookAlikeKeysInOneFileFail() { // rule 11
		AclContext.capabilities("""
				side-bar: {permissions: []}
				Sidebar: {permissions: []}
				""")
			.fails((failed) -> assertThat(failed.only().message()).contains("differ in hyphens and letter case"));
	}

	@Test
	void mixOfBothFormsFails() { // rule 12
		AclContext.capabilities("a: {permissions: []}").file("application-x.yml", AclContext.security("""
				capabilities:
				  - {identifier: b, permissions: []}
				""")).fails((failed) -> assertThat(failed.only().message()).contains("same form"));
	}

	@Test
	void listFormIsTakenWhole() { // rule 12
		AclContext.capabilities("""
				- {identifier: a, windows: [main], permissions: [notes:default]}
				""").file("application-x.yml", AclContext.security("""
				capabilities:
				  - {identifier: b, permissions: [notes:default]}
				""")).run((started) -> {
			assertThat(started.authority().capabilities()).containsOnlyKeys("b");
			assertThat(started.authority().capabilities().get("b").windows()).isEmpty();
		});
	}

	@Test
	void camelCasedTauriConfigurationCanBePasted() {
		AclContext.plain().file("application.json", """
				tauri: {
				  "identifier": "com.example", "app": {"withGlobalTauri": true, "security": {"capabilities": [
				    {"identifier": "main", "windows": ["main"], "permissions": ["notes:default"]}]}},
				  "bundle": {"active": true}}
				""").run((started) -> assertThat(started.allows(LIST)).isTrue());
	}

	@Test
	void remoteAndTheRestAreRead() {
		AclContext.capabilities("""
				vendor-portal:
				  description: vendor pages
				  local: false
				  remote:
				    urls: [https://portal.example.com, "https://*.example.com/embed/*"]
				  webviews: [portal]
				  platforms: [linux, macOS, windows]
				  permissions: [notes:default]
				""").run((started) -> {
			Capability capability = started.authority().capabilities().get("vendor-portal");
			assertThat(capability.local()).isFalse();
			assertThat(capability.remoteUrls()).containsExactly("https://portal.example.com",
					"https://*.example.com/embed/*");
			assertThat(capability.webviews()).containsExactly("portal");
			assertThat(capability.description()).isEqualTo("vendor pages");
		});
	}

	private static AclContext environment(AclContext context, Map<String, Object> variables) {
		return context.initializer((application) -> application.getEnvironment()
			.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables)));
	}

	@Test
	void listsThatSourcesHoldAreRead() {
		AclContext.plain()
			.initializer((application) -> application.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test",
						Map.of(ConfiguredCapabilities.KEY + ".a.permissions", List.of("notes:default"),
								ConfiguredCapabilities.KEY + ".a.windows", List.of("main")))))
			.run((started) -> assertThat(started.allows(LIST)).isTrue());
	}

}
