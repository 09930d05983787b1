package dev.tauriboot.command.annotation.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.acl.TestAcl;
import dev.tauriboot.authority.CommandScope;
import dev.tauriboot.authority.GlobalScope;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.command.annotation.TauriCommand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static dev.tauriboot.acl.TestAcl.allowing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ScopeArgumentResolver} (acl 9.1).
 */
class ScopeArgumentResolverTests {

	private static final String WRITE = "plugin:notes|write_note";

	private static final String LIST = "plugin:notes|list_notes";

	private static final String PURGE = "plugin:notes|purge";

	private static CommandFixture fixture(TestAcl acl) {
		return CommandFixture.of((builder) -> builder.accessPolicy(acl.authority()), Commands.class);
	}

	@Test // 9.1, row 28
	void invokeWhenRecordThenEntriesInOrder() {
		TestAcl acl = TestAcl.empty()
			.capability("a",
					(a) -> a.windows("main")
						.permission(allowing("notes:drafts", Map.of("dir", "e")))
						.permissions("notes:dir"))
			.capability("b",
					(b) -> b.webviews("view").permission(allowing("notes:allow-write-note", Map.of("dir", "f"))));
		try (CommandFixture fixture = fixture(acl)) {
			assertThat(fixture.invoke(WRITE, "{}")).isEqualTo("\"[e, d, f] but [d/x]; global [a] but []\"");
		}
	}

	@Test // 9.1
	void invokeWhenJoinedThenGlobalEntriesLast() {
		try (CommandFixture fixture = fixture(TestAcl.granting(allowing("notes:all", Map.of("dir", "b"))))) {
			assertThat(fixture.invoke(LIST, "{}")).isEqualTo("\"[{dir=b}, {dir=b}, {dir=b}, {dir=a}]\"");
		}
	}

	@Test
	void invokeWhenReadOnceThenTheSameObjectAgain() {
		try (CommandFixture fixture = fixture(TestAcl.granting("notes:drafts", "notes:dir"))) {
			fixture.invoke(WRITE, "{}");
			fixture.invoke(WRITE, "{}");
			Commands commands = fixture.context().getBean(Commands.class);
			assertThat(commands.scopes).hasSize(2);
			assertThat(commands.scopes.get(0)).isSameAs(commands.scopes.get(1));
		}
	}

	@Test // 9.1: two plugins with one type do not share (hardened)
	void invokeWhenOtherPluginHasTheTypeThenItsOwnScope() {
		TestAcl acl = TestAcl.granting(allowing("files:default", Map.of("dir", "f")))
			.capability("b", (b) -> b.windows("main").permissions("notes:drafts", "notes:dir"));
		try (CommandFixture fixture = fixture(acl)) {
			assertThat(fixture.invoke(WRITE, "{}")).isEqualTo("\"[d] but [d/x]; global [a] but []\"");
			assertThat(fixture.rejection("plugin:files|read", "{}"))
				.isEqualTo("error deserializing scope: missing field `dir`");
			assertThat(fixture.invoke(WRITE, "{}")).isEqualTo("\"[d] but [d/x]; global [a] but []\"");
		}
	}

	@Test // 6.6
	void invokeWhenCapabilityAddedThenScopeIsReadAnew() {
		TestAcl acl = TestAcl.granting("notes:drafts");
		try (CommandFixture fixture = fixture(acl)) {
			assertThat(fixture.invoke(WRITE, "{}")).isEqualTo("\"[d] but [d/x]; global [] but []\"");
			acl.authority()
				.add(List.of(Capability.withId("z").windows("main").permissions("notes:drafts", "notes:dir").build()));
			assertThat(fixture.invoke(WRITE, "{}")).isEqualTo("\"[d, d] but [d/x, d/x]; global [a] but []\"");
		}
	}

	@Test // 9.1
	void invokeWhenEntryDoesNotFitThenFails() {
		assertUnreadable(allowing("notes:drafts", "text"), "invalid type: string \"text\", expected struct Dir");
		assertUnreadable(allowing("notes:drafts", Map.of("dir", 5)), "invalid type: integer `5`, expected a string");
		assertUnreadable(allowing("notes:drafts", (Object) null), "invalid type: null, expected struct Dir");
		assertUnreadable(new PermissionEntry("notes:drafts", new Scope(List.of(), List.of(Map.of()))),
				"missing field `dir`");
	}

	private static void assertUnreadable(PermissionEntry entry, String detail) {
		try (CommandFixture fixture = fixture(TestAcl.granting(entry))) {
			assertThat(fixture.rejection(WRITE, "{}")).isEqualTo("error deserializing scope: " + detail);
			assertThat(fixture.context().getBean(Commands.class).scopes).isEmpty();
		}
	}

	@Test // 9.1: null, boolean, number, text, list, map
	void invokeWhenTreesThenPlainDataAndEachCallItsOwn() {
		PermissionEntry entry = new PermissionEntry("notes:allow-purge",
				new Scope(Arrays.asList(null, true, 1, "x", List.of(2), Map.of("dir", "k")), List.of()));
		try (CommandFixture fixture = fixture(TestAcl.granting(entry))) {
			String expected = "[null,true,1,\"x\",[2],{\"dir\":\"k\"}]";
			assertThat(fixture.invoke(PURGE, "{}")).isEqualTo(expected);
			assertThat(fixture.invoke(PURGE, "{}")).isEqualTo(expected);
		}
	}

	@Test
	void invokeWhenNoPolicyThenEmptyScopes() {
		try (CommandFixture fixture = CommandFixture.of(Commands.class)) {
			assertThat(fixture.invoke(WRITE, "{}")).isEqualTo("\"[] but []; global [] but []\"");
		}
	}

	@Test
	void scopesCannotBeChanged() {
		List<Object> nested = new ArrayList<>(List.of("x"));
		Scope scope = new Scope(List.of(Map.of("list", nested)), List.of());
		nested.add("y");
		assertThat(scope.allow()).containsExactly(Map.of("list", List.of("x")));
		CommandScope<String> typed = new CommandScope<>(List.of("a"), List.of());
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> typed.allow().add("b"));
	}

	record Dir(String dir) {

		@Override
		public String toString() {
			return this.dir;
		}

	}

	static class Commands {

		final List<Object> scopes = new ArrayList<>();

		@TauriCommand(name = "plugin:notes|write_note")
		String write(CommandScope<Dir> scope, GlobalScope<Dir> global) {
			this.scopes.add(scope);
			return scope.allow() + " but " + scope.deny() + "; global " + global.allow() + " but " + global.deny();
		}

		@TauriCommand(name = "plugin:notes|list_notes")
		String list(CommandScope<Map<String, Object>> scope, CommandScope<Object> again, GlobalScope<Object> global) {
			List<@Nullable Object> all = new ArrayList<>(scope.allow());
			all.addAll(again.and(global).allow());
			return all.toString();
		}

		@TauriCommand(name = "plugin:notes|purge")
		List<JsonNode> purge(CommandScope<JsonNode> scope) {
			List<JsonNode> seen = scope.allow().stream().map(JsonNode::deepCopy).toList();
			((ObjectNode) scope.allow().get(5)).put("dir", "changed");
			return seen;
		}

		@TauriCommand(name = "plugin:files|read")
		String read(GlobalScope<Dir> scope) {
			return scope.allow().toString();
		}

	}

}
