package dev.tauriboot.authority.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.CommandName;
import dev.tauriboot.Label;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Commands;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.authority.report.AclFinding.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AclInspector}.
 */
class AclInspectorTests {

	private static final List<CommandName> COMMANDS = List.of(CommandName.of("plugin:notes|list_notes"),
			CommandName.of("plugin:notes|purge"), CommandName.of("greet"));

	private final Map<String, PermissionSet> sets = new LinkedHashMap<>();

	private final Map<String, Permission> permissions = new LinkedHashMap<>();

	private List<Manifest> more = List.of();

	@Test
	void nothingOddIsReportedForOrdinaryCapabilities() {
		AclReport report = inspect(
				Capability.withId("a").windows("main").permissions("notes:allow-list-notes", "notes:allow-purge"));
		assertThat(report.isEmpty()).isTrue();
		assertThat(report).hasToString("");
	}

	@Test
	void pluginWhenGrantedInPartThenReportedOnceWithItsOtherCommands() {
		this.permissions.put("allow-archive", permission("allow-archive", "archive"));
		AclReport report = inspect(Capability.withId("a").windows("main").permissions("notes:allow-list-notes"),
				CommandName.of("plugin:notes|archive"));
		assertThat(report.findings()).containsExactly(new AclFinding(Kind.PARTLY_GRANTED_PLUGIN, "plugin notes",
				"has commands that are granted to nobody: archive, purge"));
	}

	@Test
	void pluginWhenNoneOfItsCommandsIsGrantedThenReportedOnceWithAPermissionToAdd() {
		assertThat(inspect(Capability.withId("a").windows("main")).findings()).containsExactly(
				new AclFinding(Kind.UNREACHABLE_COMMAND, "plugin notes", "has no command that is granted to anybody:"
						+ " add 'notes:allow-list-notes' or others of its permissions to a capability"));
	}

	@Test
	void pluginCommandWhenNoPermissionIsAboutItThenReported() {
		assertThat(inspect(all(), CommandName.of("plugin:notes|forgotten")).findings())
			.containsExactly(new AclFinding(Kind.UNREACHABLE_COMMAND, "command plugin:notes|forgotten",
					"is granted to nobody: add a permission for it to its manifest and that to a capability"));
	}

	@Test
	void commandWhenDeniedThenReportedWithTheCapability() {
		AclReport report = inspect(Capability.withId("a")
			.windows("main")
			.permissions("notes:allow-list-notes", "notes:allow-purge", "notes:deny-purge"));
		assertThat(report.findings()).containsExactly(new AclFinding(Kind.UNREACHABLE_COMMAND,
				"command plugin:notes|purge", "is denied by capability 'a', so no page can call it"));
	}

	@Test
	void appCommandWhenAppHasManifestAndNobodyHasItThenReported() {
		this.more = List.of(manifest(Manifest.APP_KEY, List.of("greet")));
		assertThat(inspect(all()).findings()).containsExactly(new AclFinding(Kind.UNREACHABLE_COMMAND, "command greet",
				"is granted to nobody: add 'allow-greet' to a capability"));
	}

	@Test
	void appCommandWhenAppManifestDoesNotListItThenReportedWithWhatToDo() {
		this.more = List.of(manifest(Manifest.APP_KEY, List.of("other")));
		assertThat(inspect(all()).ofKind(Kind.UNREACHABLE_COMMAND))
			.containsExactly(new AclFinding(Kind.UNREACHABLE_COMMAND, "command greet",
					"is granted to nobody: add a permission for it to its manifest and that to a capability"));
	}

	@Test
	void pluginWhenNoCapabilityNamesItThenReportedWithoutReadingItsManifest() {
		Manifests manifests = new Manifests(List.of(manifest("other", List.of())), Map.of("notes", () -> {
			throw new IllegalStateException("read");
		}));
		RuntimeAuthority authority = new RuntimeAuthority(manifests, List.of(), Platform.LINUX, true);
		assertThat(AclInspector.inspect(authority, COMMANDS, List.of(), Platform.LINUX).findings())
			.containsExactly(new AclFinding(Kind.UNUSED_PLUGIN, "plugins notes",
					"are named by no capability, so no page can call their commands"));
	}

	@Test
	void permissionWhenItNamesNoCommandThenReported() {
		this.permissions.put("sing", permission("sing", "sing_song"));
		assertThat(inspect(all()).findings()).containsExactly(new AclFinding(Kind.UNKNOWN_COMMAND,
				"permission notes:sing", "names the command 'sing_song', which the program does not have"));
	}

	@Test
	void builtInPermissionWhenItNamesNoCommandThenNotReported() {
		this.more = List.of(manifest("core:notes", List.of("sing_song")));
		assertThat(inspect(all().permissions("core:notes:allow-sing-song")).ofKind(Kind.UNKNOWN_COMMAND)).isEmpty();
	}

	@Test
	void setWhenAMemberDoesNotExistThenReported() {
		this.sets.put("s", new PermissionSet("s", null, List.of("allow-purge", "gone", "x:gone", "default")));
		assertThat(inspect(all()).findings()).containsExactly(
				new AclFinding(Kind.DANGLING_SET_MEMBER, "permission set notes:s",
						"has the member 'gone', which does not exist"),
				new AclFinding(Kind.DANGLING_SET_MEMBER, "permission set notes:s",
						"has the member 'x:gone', which does not exist"));
	}

	@Test
	void capabilityWhenItsWindowIsNotConfiguredThenReported() {
		assertThat(inspect(all().windows("settings", "editor-*")).findings()).containsExactly(new AclFinding(
				Kind.UNKNOWN_WINDOW, "capability 'a'", "is for the window 'settings', which is not configured"));
	}

	@Test
	void capabilityWhenInactiveHereThenReported() {
		AclReport report = inspect(all().platforms(Set.of(Platform.MACOS)));
		assertThat(report.ofKind(Kind.INACTIVE_CAPABILITY))
			.containsExactly(new AclFinding(Kind.INACTIVE_CAPABILITY, "capability 'a'", "is not active on linux"));
	}

	@Test
	void capabilityWhenItCoversNobodyThenReported() {
		assertThat(inspect(all().local(false)).ofKind(Kind.COVERS_NOBODY)).containsExactly(new AclFinding(
				Kind.COVERS_NOBODY, "capability 'a'", "is neither local nor remote, so it grants nothing but scopes"));
		assertThat(inspect(Capability.withId("a").permissions("notes:allow-list-notes", "notes:allow-purge"))
			.ofKind(Kind.COVERS_NOBODY)).hasSize(1);
	}

	@Test
	void remotePatternWhenOthersCanMatchItThenReported() {
		for (String broad : List.of("https://*", "https://*x.example", "https://x.*", "*://x.example",
				"http://x.example")) {
			assertThat(inspect(all().remoteUrls(broad)).ofKind(Kind.BROAD_PATTERN)).as(broad).hasSize(1);
		}
		for (String narrow : List.of("https://x.example", "https://*.x.example/a/*")) {
			assertThat(inspect(all().remoteUrls(narrow)).findings()).as(narrow).isEmpty();
		}
	}

	@Test
	void capabilityWhenRemotePagesAreInEveryWindowThenReported() {
		assertThat(inspect(all().windows("*").remoteUrls("https://x.example")).findings())
			.containsExactly(new AclFinding(Kind.BROAD_PATTERN, "capability 'a'",
					"lets remote pages in every window: name the windows that show them"));
	}

	@Test
	void scopeWhenItOpensNearlyEverythingThenReported() {
		for (Object entry : List.of("/**", Map.of("path", "$HOME/**"), Map.of("url", "https://*"))) {
			PermissionEntry granted = new PermissionEntry("notes:allow-purge", new Scope(List.of(entry), List.of()));
			assertThat(inspect(all().permission(granted)).ofKind(Kind.BROAD_PATTERN)).as(entry.toString()).hasSize(1);
		}
		PermissionEntry narrow = new PermissionEntry("notes:allow-purge",
				new Scope(List.of(Map.of("path", "$HOME/x/**"), 7), List.of()));
		assertThat(inspect(all().permission(narrow)).findings()).isEmpty();
	}

	@Test
	void capabilityWhenItsPluginIsNotThereThenReported() {
		this.more = List.of(manifest("shell", List.of("execute")));
		PermissionEntry execute = new PermissionEntry("shell:allow-execute",
				new Scope(List.of(), List.of(Map.of("name", "rm"))));
		assertThat(inspect(all().permission(execute)).findings()).containsExactly(
				new AclFinding(Kind.UNKNOWN_PLUGIN, "capability 'a'",
						"grants 'shell:allow-execute', but the program has no plugin 'shell'"),
				new AclFinding(Kind.INEFFECTIVE_SCOPE, "capability 'a'",
						"denies programs in 'shell:allow-execute', which the shell plugin does not heed"));
	}

	private static Capability.Builder all() {
		return Capability.withId("a").windows("main").permissions("notes:allow-list-notes", "notes:allow-purge");
	}

	private static Permission permission(String name, String command) {
		return new Permission(name, null, new Commands(List.of(command), List.of()), Scope.EMPTY, null);
	}

	private static Manifest manifest(String key, List<String> commands) {
		return new Manifest(key, commands, null, Map.of(), Map.of());
	}

	private AclReport inspect(Capability.Builder capability, CommandName... others) {
		List<Manifest> manifests = new ArrayList<>(this.more);
		manifests.add(new Manifest("notes", List.of("list_notes", "purge"), null, this.permissions, this.sets));
		RuntimeAuthority authority = new RuntimeAuthority(new Manifests(manifests), List.of(capability.build()),
				Platform.LINUX, true);
		List<CommandName> commands = new ArrayList<>(COMMANDS);
		commands.addAll(List.of(others));
		return AclInspector.inspect(authority, commands, List.of(Label.of("main")), Platform.LINUX);
	}

}
