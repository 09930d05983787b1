package dev.tauriboot.authority;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Commands;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.acl.TestAcl;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessDecision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.tauriboot.acl.TestAcl.allowing;
import static dev.tauriboot.acl.TestAcl.local;
import static dev.tauriboot.acl.TestAcl.remote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RuntimeAuthority}: rows 47 to 68 and 77 to 83 of the contract.
 */
class RuntimeAuthorityTests {

	private static final String LIST = "plugin:notes|list_notes";

	@Test // row 47
	void addWhenScopedThenEarlierGrantsKeepTheirs() {
		TestAcl acl = TestAcl.granting(allowing("notes:allow-write-note", 1));
		acl.granted("write_note");
		acl.authority()
			.add(List
				.of(Capability.withId("b").windows("other").permission(allowing("notes:allow-write-note", 2)).build()));
		assertThat(acl.granted("write_note").commandScope().allow()).containsExactly(1);
		assertThat(acl.granted("plugin:notes|write_note", Caller.local("other")).commandScope().allow())
			.containsExactly(2);
		assertThat(acl.authority().capabilities()).containsOnlyKeys("a", "b");
	}

	@Test // 6.6
	void addWhenDecidedBeforeThenDecidesAnew() {
		TestAcl acl = TestAcl.granting("notes:default");
		acl.denied("purge");
		acl.authority().add(List.of(Capability.withId("b").windows("main").permissions("notes:allow-purge").build()));
		acl.granted("purge");
		acl.authority().add(List.of(Capability.withId("c").permissions("notes:deny-purge").build()));
		acl.denied("purge");
	}

	@Test // 6.6
	void addWhenWrongThenChangesNothing() {
		TestAcl acl = TestAcl.granting("notes:default");
		List<Capability> added = List.of(Capability.withId("a").build(), Capability.withId("A").build(),
				Capability.withId("c").windows("main").permissions("notes:allow-purge", "notes:nope").build());
		assertThatExceptionOfType(AclViolationsException.class).isThrownBy(() -> acl.authority().add(added))
			.satisfies((ex) -> assertThat(ex.getViolations()).hasSize(3))
			.withMessageContaining("capability with identifier `a` already exists")
			.withMessageContaining("unknown permission nope for notes");
		acl.denied("purge");
		assertThat(acl.authority().capabilities()).containsOnlyKeys("a");
	}

	@Test // row 48
	void decideWhenOnlyTheWebviewIsCalledLikeTheWindowThenRefused() {
		TestAcl.granting("notes:default").denied(LIST, local("other", "main"));
	}

	@Test // rows 49 and 50
	void decideWhenWindowOrWebviewMatchesThenAllowed() {
		TestAcl acl = TestAcl.empty()
			.capability("a", (a) -> a.windows("main").webviews("side").permissions("notes:default"));
		acl.granted(LIST, local("other", "side"));
		acl.granted(LIST, local("main", "x"));
		acl.denied(LIST, local("other", "x"));
	}

	@Test // row 51
	void decideWhenNoLabelsThenRefused() {
		TestAcl acl = TestAcl.empty().capability("a", (a) -> a.permissions("notes:default"));
		assertThat(acl.denied("list_notes").explanation()).contains("allowed on: [URL: local]");
		assertThat(acl.denied("list_notes").reason()).isEqualTo(Reason.NOT_COVERED);
	}

	@Test // rows 52, 53, 54 and 55
	void decideWhenDeniedAnywhereThenRefusedEverywhere() {
		purgeDeniedBy((b) -> b.windows("other")).denied("purge");
		purgeDeniedBy((b) -> b.windows("other").local(false).remoteUrls("https://x.example")).denied("purge");
		purgeDeniedBy((b) -> {
		}).denied("purge");
		purgeDeniedBy((b) -> b.windows("other").local(false)).granted("purge");
	}

	private static TestAcl purgeDeniedBy(Consumer<Capability.Builder> where) {
		return TestAcl.granting("notes:allow-purge").capability("b", (b) -> {
			where.accept(b);
			b.permissions("notes:deny-purge");
		});
	}

	@Test // row 56
	void decideWhenDenialHasScopeThenStillRefused() {
		TestAcl acl = TestAcl.empty()
			.capability("a",
					(a) -> a.windows("main")
						.permissions("notes:allow-purge")
						.permission(allowing("notes:deny-purge", Map.of("dir", "k"))));
		assertThat(acl.denied("purge").reason()).isEqualTo(Reason.EXPLICITLY_DENIED);
	}

	@Test // row 57
	void decideWhenOnePermissionAllowsAndDeniesThenDenialWins() {
		TestAcl acl = TestAcl.granting("notes:both", "notes:allow-purge");
		acl.denied("purge");
		acl.granted("list_notes");
	}

	@Test // row 58
	void decideWhenOneGrantHasNoScopeThenThatOfTheOther() {
		Scope drafts = TestAcl.granting("notes:drafts").granted("write_note").commandScope();
		assertThat(TestAcl.granting("notes:allow-write-note", "notes:drafts").granted("write_note").commandScope())
			.isEqualTo(drafts);
	}

	@Test // row 59
	void decideWhenGrantedTwiceThenScopeTwice() {
		Map<String, String> d = Map.of("dir", "d");
		assertThat(TestAcl.granting("notes:drafts", "notes:drafts").granted("write_note").commandScope().allow())
			.containsExactly(d, d);
	}

	@Test // row 60
	void decideWhenLabelInOtherCaseThenRefused() {
		TestAcl.empty().capability("a", (a) -> a.windows("Main").permissions("notes:default")).denied("list_notes");
	}

	@ParameterizedTest // row 61, 7.3
	@ValueSource(strings = { "plugin:notes|List_Notes", "plugin:notes|list-notes", "plugin:notes|list_notes|x",
			"plugin:notes|list_notes|", "plugin:notes|list_notes ", " plugin:notes|list_notes",
			"plugin:Notes|list_notes", "PLUGIN:notes|list_notes", "plugin:notes|list_notes\u0000", "plugin:notes",
			"plugin:", "plugin:|", "plugin:notes||list_notes", "plugin:notes%7Clist_notes" })
	void decideWhenNameIsNotExactThenRefused(String command) {
		TestAcl acl = TestAcl.granting("notes:all").withApp("greet");
		acl.granted(LIST, Caller.local("main"));
		acl.denied(command, Caller.local("main"));
		acl.denied(command, Caller.local("main"));
	}

	@Test // rows 62 and 63
	void decideWhenCorePluginThenByNameWithoutCore() {
		TestAcl acl = TestAcl.granting("core:default")
			.add(TestAcl.core("core", List.of(), List.of("core:window:default")))
			.add(TestAcl.core("core:window", List.of("title", "set_size"), List.of("allow-title")));
		acl.denied("plugin:core:window|title", Caller.local("main"));
		acl.granted("plugin:window|title", Caller.local("main"));
		assertThat(acl.denied("plugin:window|set_size", Caller.local("main")).explanation()).isEqualTo(
				"window.set_size not allowed. Permissions associated with this command: core:window:allow-set-size");
	}

	@Test // row 64
	void decideWhenRemoteUrlMatchesThenAllowed() {
		TestAcl acl = remoteCapability(true);
		acl.granted(LIST, remote("https://x.example/p"));
		acl.granted(LIST, Caller.local("main"));
	}

	@Test // row 65
	void decideWhenNotLocalThenOwnPagesAreRefused() {
		TestAcl acl = remoteCapability(false);
		acl.denied(LIST, Caller.local("main"));
		acl.granted(LIST, remote("https://x.example/p"));
	}

	@ParameterizedTest // row 66
	@ValueSource(strings = { "http://x.example/", "https://y.x.example/", "https://x.example:444/",
			"https://x.example@evil.example/", "https://x.example.evil.example/", "nonsense", "", "local",
			"about:blank", "data:text/html,x", "http://tauri.localhost/" })
	void decideWhenRemoteUrlDoesNotMatchThenRefused(String url) {
		remoteCapability(true).denied(LIST, remote(url));
	}

	private static TestAcl remoteCapability(boolean local) {
		return TestAcl.empty()
			.capability("a",
					(a) -> a.windows("main").local(local).remoteUrls("https://x.example").permissions("notes:default"));
	}

	@Test // row 67
	void decideWhenChannelDataThenLetThrough() {
		Granted granted = TestAcl.empty().granted("plugin:__TAURI_CHANNEL__|fetch", remote("https://evil.example/"));
		assertThat(granted).isEqualTo(Granted.UNCHECKED);
		TestAcl.empty().denied("plugin:__TAURI_CHANNEL__|fetch|x", Caller.local("main"));
	}

	@Test // row 68
	void decideWhenScopesByOriginThenEachItsOwn() {
		TestAcl acl = TestAcl.empty()
			.capability("a", (a) -> a.windows("main").permission(allowing("notes:allow-list-notes", Map.of("dir", 1))))
			.capability("b",
					(b) -> b.windows("main")
						.local(false)
						.remoteUrls("https://x.example")
						.permission(allowing("notes:allow-list-notes", Map.of("dir", 2))));
		assertThat(acl.granted("list_notes").commandScope().allow()).containsExactly(Map.of("dir", 1));
		assertThat(acl.granted(LIST, remote("https://x.example/")).commandScope().allow())
			.containsExactly(Map.of("dir", 2));
	}

	@Test // row 77
	void decideWhenNoAppManifestThenAppCommandsAreOpenToOwnPages() {
		assertThat(TestAcl.empty().granted("greet", local("any", "thing"))).isEqualTo(Granted.UNCHECKED);
	}

	@Test // row 78
	void decideWhenNoAppManifestAndRemoteThenRefused() {
		TestAcl acl = TestAcl.empty().terse();
		assertThat(acl.denied("greet", remote("https://x.example/")).text())
			.isEqualTo("Command greet not allowed by ACL");
		assertThat(acl.denied("greet", remote("https://x.example/")).explanation())
			.isEqualTo("greet not allowed. Plugin not found");
	}

	@Test // row 80
	void decideWhenAppManifestAndNoGrantThenRefused() {
		assertThat(TestAcl.empty().withApp("greet").denied("greet", Caller.local("main")).explanation())
			.isEqualTo("greet not allowed. Permissions associated with this command: allow-greet");
	}

	@Test // row 81
	void decideWhenAppManifestDoesNotListCommandThenRefused() {
		assertThat(TestAcl.empty().withApp("greet").denied("other", Caller.local("main")).explanation())
			.isEqualTo("other not allowed. Command not found");
	}

	@Test // row 82
	void decideWhenAppManifestAndGrantThenAllowed() {
		TestAcl acl = TestAcl.granting("allow-greet").withApp("greet");
		acl.granted("greet", Caller.local("main"));
		acl.denied("greet", Caller.local("other"));
		acl.denied("greet", remote("https://x.example/"));
	}

	@Test // row 83
	void decideWhenAppManifestIsEmptyThenAsIfThereWereNone() {
		TestAcl.empty().withApp().granted("greet", Caller.local("main"));
	}

	@Test // 8: a remote page gets an app command by a capability with its URL only
	void decideWhenAppCommandGrantedToRemoteThenAllowed() {
		TestAcl acl = TestAcl.empty()
			.withApp("greet")
			.capability("a", (a) -> a.windows("main").remoteUrls("https://x.example").permissions("allow-greet"));
		acl.granted("greet", remote("https://x.example/"));
		acl.denied("greet", remote("https://y.example/"));
	}

	@Test // 9.1: the app's global scope
	void decideWhenAppSetGrantedThenGlobalScopeOfTheApp() {
		Manifest app = new Manifest(Manifest.APP_KEY, List.of("greet"), null,
				Map.of("s", new Permission("s", null, Commands.NONE, new Scope(List.of("x"), List.of()), null)),
				Map.of("bundle", new PermissionSet("bundle", null, List.of("allow-greet", "s", "notes:drafts"))));
		TestAcl acl = TestAcl.granting("bundle").add(app);
		assertThat(acl.granted("greet", Caller.local("main")).globalScope().allow()).containsExactly("x");
		assertThat(acl.granted("write_note").globalScope()).isEqualTo(Scope.EMPTY);
	}

	@Test
	void decideWhenAskedAgainThenTheSameAnswer() {
		TestAcl acl = TestAcl.granting("notes:default");
		AccessRequest granted = new AccessRequest(LIST, Caller.local("main"));
		AccessRequest denied = new AccessRequest("plugin:notes|purge", Caller.local("main"));
		assertThat(acl.authority().decide(granted)).isSameAs(acl.authority().decide(granted));
		assertThat(acl.authority().decide(denied)).isSameAs(acl.authority().decide(denied));
	}

	@Test
	void decideWhenNamesAreMadeUpThenKnownOnesStayKnown() {
		TestAcl acl = TestAcl.granting("notes:default");
		AccessRequest known = new AccessRequest(LIST, Caller.local("main"));
		Object first = acl.authority().decide(known);
		for (int i = 0; i < 5000; i++) {
			acl.denied("plugin:notes|made_up_" + i, Caller.local("main"));
		}
		assertThat(acl.authority().decide(known)).isSameAs(first);
	}

	@Test // 13
	void newWhenWrongThenDoesNotStart() {
		List<Capability> wrong = List.of(Capability.withId("a").permissions("notes:nope").build());
		assertThatExceptionOfType(AclViolationsException.class)
			.isThrownBy(() -> new RuntimeAuthority(TestAcl.empty().manifests(), wrong, Platform.LINUX, true));
	}

}
