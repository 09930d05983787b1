package dev.tauriboot.acl.resolved;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Commands;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.acl.TestAcl;
import org.junit.jupiter.api.Test;

import static dev.tauriboot.acl.TestAcl.allowing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * Tests for {@link AclResolver}: rows 17 to 19, 26 and 28 to 46 of the contract, and its
 * section 13.
 */
class AclResolverTests {

	private static final Map<String, String> A = Map.of("dir", "a");

	private static final Map<String, String> D = Map.of("dir", "d");

	@Test // rows 17 and 18
	void resolveWhenNoPlatformThenNothingGranted() {
		TestAcl acl = TestAcl.empty()
			.capability("a", (a) -> a.windows("main").platforms(Set.of()).permissions("notes:default"));
		assertThat(acl.resolve()).isEqualTo(ResolvedAcl.EMPTY);
		acl.denied("list_notes");
	}

	@Test // row 19
	void resolveWhenPlatformInAnyCaseThenActive() {
		TestAcl acl = TestAcl.empty()
			.capability("a",
					(a) -> a.windows("main").platforms(Set.of(Platform.of("LINUX"))).permissions("notes:default"));
		acl.granted("list_notes");
	}

	@Test // row 28
	void resolveWhenPermissionHasScopeThenOfItsCommands() {
		TestAcl acl = TestAcl.granting("notes:drafts");
		assertThat(acl.granted("write_note").commandScope())
			.isEqualTo(new Scope(List.of(D), List.of(Map.of("dir", "d/x"))));
		assertThat(acl.granted("write_note").globalScope()).isEqualTo(Scope.EMPTY);
		assertThat(acl.resolve().globalScopes()).isEmpty();
	}

	@Test // row 29
	void resolveWhenExtendedThenExtensionFirst() {
		TestAcl acl = TestAcl.granting(allowing("notes:drafts", Map.of("dir", "e")));
		assertThat(acl.granted("write_note").commandScope().allow()).containsExactly(Map.of("dir", "e"), D);
	}

	@Test // row 30
	void resolveWhenSetExtendedThenEachOfItsPermissions() {
		Map<String, String> b = Map.of("dir", "b");
		TestAcl acl = TestAcl.granting(allowing("notes:all", b));
		for (String command : List.of("list_notes", "write_note")) {
			assertThat(acl.granted(command).commandScope()).isEqualTo(new Scope(List.of(b), List.of()));
			assertThat(acl.granted(command).globalScope()).isEqualTo(new Scope(List.of(b, A), List.of()));
		}
	}

	@Test // row 31
	void resolveWhenScopeOnlyThenNoCommandAndGlobalScope() {
		TestAcl acl = TestAcl.granting("notes:dir");
		assertThat(acl.resolve().allowed()).isEmpty();
		assertThat(acl.resolve().globalScopes()).containsExactly(Map.entry("notes", new Scope(List.of(A), List.of())));
		acl.denied("list_notes");
		acl.denied("write_note");
		acl.denied("purge");
	}

	@Test // row 32
	void resolveWhenScopeOnlyForOtherWindowThenStillGlobal() {
		TestAcl acl = TestAcl.granting("notes:default")
			.capability("b", (b) -> b.windows("other").permissions("notes:dir"));
		assertThat(acl.granted("list_notes").globalScope().allow()).containsExactly(A);
	}

	@Test // row 33
	void resolveWhenMemberOfOtherPluginThenThatPluginOwnsIt() {
		TestAcl acl = TestAcl.granting("notes:wide");
		assertThat(acl.resolve().allowed()).containsOnlyKeys("plugin:files|read", "plugin:notes|list_notes",
				"plugin:notes|write_note");
		assertThat(acl.resolve().globalScopes().get("files").allow()).containsExactly(Map.of("at", "h"));
		acl.denied("read");
	}

	@Test // row 34
	void resolveWhenExtendedAcrossPluginsThenReachesTheOther() {
		ResolvedAcl acl = TestAcl.granting(allowing("notes:wide", Map.of("z", 1))).resolve();
		assertThat(acl.globalScopes().get("files").allow()).containsExactly(Map.of("z", 1), Map.of("at", "h"));
	}

	@Test // row 35
	void resolveWhenDefaultMissingThenNeitherErrorNorGrant() {
		assertThat(TestAcl.granting("files:default").withFilesWithoutDefault().resolve()).isEqualTo(ResolvedAcl.EMPTY);
	}

	@Test // row 36
	void resolveWhenSetAndPermissionOfOneNameThenSetInCapability() {
		TestAcl acl = TestAcl.granting("notes:same").withSet("same", "allow-write-note");
		acl.granted("write_note");
		acl.denied("purge");
	}

	@Test // row 37
	void resolveWhenSetAndPermissionOfOneNameThenPermissionInSet() {
		TestAcl acl = TestAcl.granting("notes:nested").withSet("same", "allow-write-note");
		acl.granted("purge");
		acl.denied("write_note");
	}

	@Test // row 38
	void resolveWhenPermissionOfOtherPlatformThenLeftOut() {
		TestAcl acl = TestAcl.granting("notes:mac-only");
		assertThat(acl.resolve()).isEqualTo(ResolvedAcl.EMPTY);
		assertThat(acl.resolve(Platform.MACOS).allowed()).containsOnlyKeys("plugin:notes|purge");
	}

	@Test // row 39
	void resolveWhenCapabilityOfOtherPlatformThenNotEvenChecked() {
		TestAcl acl = TestAcl.empty()
			.capability("a", (a) -> a.platforms(Set.of(Platform.WINDOWS)).permissions("notes:nope"));
		assertThat(acl.problems()).isEmpty();
	}

	@Test // row 40
	void resolveWhenPermissionUnknownThenFails() {
		assertThat(TestAcl.granting("notes:nope").problems()).containsExactly("unknown permission nope for notes");
	}

	@Test // row 41
	void resolveWhenPluginUnknownThenFailsNamingAll() {
		assertThat(TestAcl.granting("nope:default").problems())
			.containsExactly("unknown ACL for nope, expected one of files, notes");
	}

	@Test // row 42
	void resolveWhenAppHasNoManifestThenFailsNamingAll() {
		assertThat(TestAcl.granting("allow-greet").problems())
			.containsExactly("unknown ACL for app manifest, expected one of files, notes");
	}

	@Test // 6.3: the app's key among the others
	void resolveWhenPluginUnknownAndAppHasManifestThenAppIsNamedToo() {
		assertThat(TestAcl.granting("nope:default").withApp("greet").problems())
			.containsExactly("unknown ACL for nope, expected one of __app-acl__, files, notes");
		assertThat(TestAcl.granting("allow-nope").withApp("greet").problems())
			.containsExactly("unknown permission allow-nope for app manifest");
	}

	@Test // row 43
	void resolveWhenMemberUnknownThenFailsNamingTheSet() {
		assertThat(TestAcl.granting("notes:s").withSet("s", "gone:default").problems())
			.containsExactly("permission gone:default not found from set s");
		assertThat(TestAcl.granting("notes:s").withSet("s", "files:gone").problems())
			.containsExactly("permission gone not found from set s");
	}

	@Test // row 44
	void resolveWhenSetsContainEachOtherThenFails() {
		Map<String, PermissionSet> sets = Map.of("s", new PermissionSet("s", null, List.of("t")), "t",
				new PermissionSet("t", null, List.of("s")));
		TestAcl acl = TestAcl.granting("loop:s").add(new Manifest("loop", List.of(), null, Map.of(), sets));
		assertThat(acl.problems()).containsExactly("permission set s contains itself");
		assertThat(TestAcl.granting("notes:me").withSet("me", "me").problems())
			.containsExactly("permission set me contains itself");
		PermissionSet defaults = new PermissionSet("default", null, List.of("default"));
		assertThat(TestAcl.granting("loop:default")
			.add(new Manifest("loop", List.of(), defaults, Map.of(), Map.of()))
			.problems()).containsExactly("permission set default contains itself");
	}

	@Test // 6.3: the same set twice is no cycle
	void resolveWhenSetReachedTwiceThenExpandedTwice() {
		ResolvedAcl acl = TestAcl.granting("notes:twice").withSet("twice", "all", "all").resolve();
		assertThat(acl.allowed().get("plugin:notes|write_note")).hasSize(2);
	}

	@Test // row 45
	void resolveWhenSeveralCapabilitiesThenInOrderOfIdentifiers() {
		TestAcl acl = TestAcl.empty()
			.capability("z",
					(z) -> z.windows("main").permission(allowing("notes:allow-write-note", Map.of("dir", "z"))))
			.capability("b",
					(b) -> b.windows("main").permission(allowing("notes:allow-write-note", Map.of("dir", "b"))));
		assertThat(acl.granted("write_note").commandScope().allow()).containsExactly(Map.of("dir", "b"),
				Map.of("dir", "z"));
	}

	@Test // row 46
	void resolveWhenEmptyPermissionExtendedThenGlobalScope() {
		ResolvedAcl acl = TestAcl.granting(allowing("notes:empty", Map.of("dir", "q"))).resolve();
		assertThat(acl.globalScopes().get("notes").allow()).containsExactly(Map.of("dir", "q"));
	}

	@Test // 6.5: stored under the name known at run time
	void resolveWhenCorePluginHasGlobalScopeThenByNameWithoutCore() {
		Manifest manifest = new Manifest("core:window", List.of(), null,
				Map.of("s", new Permission("s", null, Commands.NONE, new Scope(List.of(1), List.of()), null)),
				Map.of());
		assertThat(TestAcl.granting("core:window:s").add(manifest).resolve().globalScopes()).containsOnlyKeys("window");
	}

	@Test // row 55, 6.5
	void resolveWhenNeitherLocalNorRemoteThenGlobalScopeOnly() {
		ResolvedAcl acl = TestAcl.empty()
			.capability("a", (a) -> a.windows("main").local(false).permissions("notes:all"))
			.resolve();
		assertThat(acl.allowed()).isEmpty();
		assertThat(acl.globalScopes()).containsOnlyKeys("notes");
	}

	@Test // row 26, 4.3 rule 11
	void resolveWhenIdentifiersAlikeThenFails() {
		TestAcl acl = TestAcl.granting().capability("a", (a) -> a.windows("x"));
		assertThat(acl.problems()).containsExactly("capability with identifier `a` already exists");
		TestAcl alike = TestAcl.empty().capability("main-capability", (a) -> {
		}).capability("maincapability", (a) -> {
		});
		assertThat(alike.problems()).containsExactly(
				"capability identifiers `main-capability` and `maincapability` differ in hyphens and letter case only");
	}

	@Test // 13
	void resolveWhenIdentifierMalformedThenTextOfSection3() {
		assertThat(TestAcl.granting("notes:", "x--y").problems()).containsExactly(
				"identifiers cannot have a prefix without a base",
				"identifiers can only include lowercase ASCII, hyphens which are not "
						+ "leading or trailing, and a single colon if using a prefix");
		assertThat(TestAcl.granting("notes:s").withSet("s", "x-").problems())
			.containsExactly("invalid identifier in permission set s: identifiers cannot have a trailing hyphen");
	}

	@Test // 13, 12.1
	void resolveWhenGlobMalformedThenFailsEvenWithoutGrant() {
		TestAcl acl = TestAcl.empty().capability("a", (a) -> a.windows("doc**").webviews("[").permissions("notes:dir"));
		assertThat(acl.problems()).containsExactly(
				"failed to run glob: Pattern syntax error near position 2: "
						+ "recursive wildcards must form a single path component",
				"failed to run glob: Pattern syntax error near position 0: invalid range pattern");
	}

	@Test // 13, 11.3
	void resolveWhenUrlPatternMalformedThenFailsEvenWithoutGrant() {
		List<String> problems = TestAcl.empty()
			.capability("a", (a) -> a.remoteUrls("x.example").permissions("notes:dir"))
			.problems();
		assertThat(problems).singleElement()
			.asString()
			.startsWith("invalid URL pattern for remote URL x.example: ")
			.hasSizeGreaterThan("invalid URL pattern for remote URL x.example: ".length());
	}

	@Test // 13: all together, with capability, source and what would be valid
	void resolveWhenSeveralProblemsThenAllReported() {
		TestAcl acl = TestAcl.empty()
			.capability("a", (a) -> a.windows("***").permissions("notes:nope", "gone:x").source("app.yml:3"))
			.capability("b", (b) -> b.permissions("notes:allow-list-note"));
		Throwable thrown = catchThrowable(acl::resolve);
		assertThat(thrown).asInstanceOf(type(AclViolationsException.class))
			.extracting(AclViolationsException::getViolations)
			.satisfies((violations) -> {
				assertThat(violations).extracting(AclViolation::subject)
					.containsExactly("capability 'a'", "capability 'a'", "capability 'a'", "capability 'b'");
				assertThat(violations).extracting(AclViolation::value)
					.containsExactly("***", "notes:nope", "gone:x", "notes:allow-list-note");
				assertThat(violations.get(0).source()).isEqualTo("app.yml:3");
				assertThat(violations.get(3).candidates()).contains("notes:allow-list-notes", "notes:default");
			});
		assertThat(thrown).hasMessageContaining("capability 'a' (app.yml:3): unknown permission nope for notes");
	}

	@Test
	void resolveWhenEntriesAreNullThenKept() {
		PermissionEntry entry = new PermissionEntry("notes:dir", new Scope(Arrays.asList((Object) null), List.of()));
		assertThat(TestAcl.granting(entry).resolve().globalScopes().get("notes").allow()).containsExactly(null, A);
	}

	@Test // 2.4
	void manifestsWhenTwoOfOneKeyThenFails() {
		Manifest manifest = new Manifest("x", List.of(), null, Map.of(), Map.of());
		assertThatIllegalArgumentException().isThrownBy(() -> new Manifests(List.of(manifest, manifest)))
			.withMessage("there are two manifests for 'x'");
	}

	@Test // 2.1: labels joined by or, globs sorted
	void resolveWhenGrantedThenGlobsAreSorted() {
		Capability capability = Capability.withId("a").windows("b", "a").permissions("notes:default").build();
		ResolvedAcl acl = new AclResolver(TestAcl.empty().manifests(), Platform.LINUX).resolve(List.of(capability));
		assertThat(acl.allowed().get("plugin:notes|list_notes").get(0).windows()).extracting(Object::toString)
			.containsExactly("a", "b");
	}

}
