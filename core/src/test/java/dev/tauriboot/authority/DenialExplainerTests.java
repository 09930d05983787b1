package dev.tauriboot.authority;

import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.TestAcl;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.tauriboot.acl.TestAcl.local;
import static dev.tauriboot.acl.TestAcl.remote;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the texts of {@link DenialExplainer}: rows 69 to 76 of the contract.
 */
class DenialExplainerTests {

	private static TestAcl purgeDenied() {
		return TestAcl.granting("notes:allow-purge")
			.capability("b", (b) -> b.windows("other").permissions("notes:deny-purge"));
	}

	@Test // row 69
	void explainWhenDeniedThenNamesTheDenials() {
		Denied denied = purgeDenied().denied("purge");
		assertThat(denied.explanation()).isEqualTo("""
				notes.purge explicitly denied on origin local

				referenced by: capability: b, permission: deny-purge""");
		assertThat(denied.reason()).isEqualTo(Reason.EXPLICITLY_DENIED);
		assertThat(denied.remedy()).isNull();
	}

	@Test // row 70
	void explainWhenDeniedToRemoteThenNamesItsUrl() {
		assertThat(purgeDenied().denied("plugin:notes|purge", remote("https://q.example/")).explanation()).isEqualTo("""
				notes.purge explicitly denied on origin remote: https://q.example/

				referenced by: capability: b, permission: deny-purge""");
		assertThat(purgeDenied().denied("plugin:notes|purge", remote("https://q.example")).explanation())
			.startsWith("notes.purge explicitly denied on origin remote: https://q.example/\n");
	}

	@Test // row 71
	void explainWhenGrantedElsewhereThenNamesThePlaces() {
		TestAcl acl = TestAcl.empty().capability("a", (a) -> a.windows("b", "a").permissions("notes:default"));
		assertThat(acl.denied("plugin:notes|list_notes", local("c", "d")).explanation()).isEqualTo("""
				notes.list_notes not allowed on window "c", webview "d", URL: local

				allowed on: [windows: "a", "b", URL: local]

				referenced by: capability: a, permission: allow-list-notes""");
	}

	@Test // 7.4: every entry, also those of other origins
	void explainWhenGrantedInSeveralPlacesThenNamesAll() {
		TestAcl acl = TestAcl.empty()
			.capability("a", (a) -> a.windows("x").webviews("w").permissions("notes:default"))
			.capability("b", (b) -> b.local(false).remoteUrls("https://x.example/*").permissions("notes:both"));
		assertThat(acl.denied("plugin:notes|list_notes", remote("https://y.example")).explanation()).isEqualTo("""
				notes.list_notes not allowed on window "main", webview "main", URL: https://y.example/

				allowed on: [windows: "x", webviews: "w", URL: local], [URL: https://x.example/*]

				referenced by: capability: a, permission: allow-list-notes || capability: b, permission: both""");
	}

	@Test // row 72
	void explainWhenNothingGrantedThenNamesThePermissions() {
		Denied denied = TestAcl.empty().denied("list_notes");
		assertThat(denied.explanation()).isEqualTo("notes.list_notes not allowed. Permissions associated with this "
				+ "command: notes:all, notes:allow-list-notes, notes:both, notes:default, notes:wide");
		assertThat(denied.reason()).isEqualTo(Reason.NOT_GRANTED);
	}

	@Test // row 73
	void explainWhenCommandUnknownThenSaysSo() {
		assertThat(TestAcl.empty().denied("sing").explanation()).isEqualTo("notes.sing not allowed. Command not found");
	}

	@Test // row 74
	void explainWhenPluginUnknownThenSaysSo() {
		assertThat(TestAcl.empty().denied("plugin:ghost|x", Caller.local("main")).explanation())
			.isEqualTo("ghost.x not allowed. Plugin not found");
	}

	@ParameterizedTest // row 75
	@CsvSource({ "plugin:notes|sing", "plugin:notes|list_notes", "plugin:notes|purge", "plugin:ghost|x",
			"plugin:notes|purge|x", "greet" })
	void explainWhenTerseThenPagesLearnNothing(String command) {
		TestAcl acl = purgeDenied().withApp("greet").terse();
		assertThat(acl.denied(command, Caller.local("main")).text())
			.isEqualTo("Command " + command + " not allowed by ACL");
	}

	@Test // row 76
	void explainWhenNoCommandThenSaysSo() {
		assertThat(TestAcl.empty().denied("plugin:notes", Caller.local("main")).explanation())
			.isEqualTo("notes. not allowed. Command not found");
	}

	@Test // 7.4: a third piece
	void explainWhenThirdPieceThenCommandNotFound() {
		assertThat(TestAcl.granting("notes:default")
			.denied("plugin:notes|list_notes|x", Caller.local("main"))
			.explanation()).isEqualTo("notes.list_notes not allowed. Command not found");
	}

	@Test // 7.4: members in the same manifest at any depth, written with the prefix or
			// not
	void explainWhenMemberWrittenWithOwnPrefixThenCounts() {
		Map<String, PermissionSet> sets = Map.of("s", new PermissionSet("s", null, List.of("t", "x:allow-b")), "t",
				new PermissionSet("t", null, List.of("s", "allow-a")));
		TestAcl acl = TestAcl.empty().add(new Manifest("x", List.of("a", "b"), null, Map.of(), sets));
		assertThat(acl.denied("plugin:x|b", Caller.local("main")).explanation())
			.isEqualTo("x.b not allowed. Permissions associated with this command: x:allow-b, x:s, x:t");
	}

	@Test
	void explainWhenDetailedThenPageGetsWhatToPaste() {
		Denied denied = TestAcl.empty().denied("list_notes");
		assertThat(denied.remedy()).isEqualTo("""
				To allow it, add to application.yml:

				tauri:
				  app:
				    security:
				      capabilities:
				        main-window:
				          windows: ["main"]
				          permissions: ["notes:allow-list-notes"]""");
		assertThat(denied.text()).isEqualTo(denied.explanation() + "\n\n" + denied.remedy());
	}

	@Test
	void explainWhenRemoteThenSuggestsItsOriginOnly() {
		assertThat(TestAcl.empty().denied("plugin:notes|purge", remote("https://x.example/*?q={a}")).remedy())
			.contains("local: false", "urls: [\"https://x.example\"]")
			.doesNotContain("q=");
		assertThat(TestAcl.empty().denied("plugin:notes|purge", remote("data:,\"]")).remedy()).isNull();
	}

	@Test
	void explainWhenWebviewOfItsOwnThenSuggestsTheWebview() {
		assertThat(TestAcl.empty().denied("plugin:notes|purge", local("main", "side:x/1")).remedy())
			.contains("webviews: [\"side:x/1\"]")
			.doesNotContain("windows:");
	}

}
