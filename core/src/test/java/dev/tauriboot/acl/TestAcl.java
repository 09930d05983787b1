package dev.tauriboot.acl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.tauriboot.Label;
import dev.tauriboot.acl.resolved.AclResolver;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.acl.resolved.ResolvedAcl;
import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.authority.RuntimeAuthority;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plugins and the capability of section 14 of the contract, and calls on them.
 */
public final class TestAcl {

	private final Map<String, Manifest> manifests = new LinkedHashMap<>();

	private final List<Capability> capabilities = new ArrayList<>();

	private boolean detailed = true;

	private RuntimeAuthority authority;

	private TestAcl() {
		add(notes(Map.of()));
		add(files(true));
	}

	/**
	 * Capability {@code a} for window {@code main} with these permissions.
	 */
	public static TestAcl granting(String... permissions) {
		return new TestAcl().capability("a", (a) -> a.windows("main").permissions(permissions));
	}

	/**
	 * Capability {@code a} for window {@code main} with one permission and scope entries.
	 */
	public static TestAcl granting(PermissionEntry entry) {
		return new TestAcl().capability("a", (a) -> a.windows("main").permission(entry));
	}

	public static TestAcl empty() {
		return new TestAcl();
	}

	public static PermissionEntry allowing(String identifier, Object... allow) {
		return new PermissionEntry(identifier, new Scope(Arrays.asList(allow), List.of()));
	}

	public TestAcl capability(String identifier, Consumer<Capability.Builder> content) {
		Capability.Builder builder = Capability.withId(identifier);
		content.accept(builder);
		this.capabilities.add(builder.build());
		return this;
	}

	public TestAcl withSet(String name, String... members) {
		return add(notes(Map.of(name, new PermissionSet(name, null, List.of(members)))));
	}

	public TestAcl withFilesWithoutDefault() {
		return add(files(false));
	}

	public TestAcl withApp(String... commands) {
		return add(new Manifest(Manifest.APP_KEY, List.of(commands), null, Map.of(), Map.of()));
	}

	public TestAcl add(Manifest manifest) {
		this.manifests.put(manifest.key(), manifest);
		return this;
	}

	public TestAcl terse() {
		this.detailed = false;
		return this;
	}

	public Manifests manifests() {
		return new Manifests(this.manifests.values());
	}

	public ResolvedAcl resolve() {
		return resolve(Platform.LINUX);
	}

	public ResolvedAcl resolve(Platform platform) {
		return new AclResolver(manifests(), platform).resolve(this.capabilities);
	}

	public List<String> problems() {
		try {
			resolve();
		}
		catch (AclViolationsException ex) {
			return ex.getViolations().stream().map(AclViolation::message).toList();
		}
		return List.of();
	}

	public RuntimeAuthority authority() {
		if (this.authority == null) {
			this.authority = new RuntimeAuthority(manifests(), this.capabilities, Platform.LINUX, this.detailed);
		}
		return this.authority;
	}

	public AccessDecision decide(String command, Caller caller) {
		return authority().decide(new AccessRequest(command, caller)).block();
	}

	/**
	 * What a notes command is granted with in window {@code main}.
	 */
	public Granted granted(String command) {
		return granted("plugin:notes|" + command, Caller.local("main"));
	}

	public Granted granted(String command, Caller caller) {
		AccessDecision decision = decide(command, caller);
		assertThat(decision).as(command).isInstanceOf(Granted.class);
		return (Granted) decision;
	}

	public Denied denied(String command) {
		return denied("plugin:notes|" + command, Caller.local("main"));
	}

	public Denied denied(String command, Caller caller) {
		AccessDecision decision = decide(command, caller);
		assertThat(decision).as(command).isInstanceOf(Denied.class);
		return (Denied) decision;
	}

	public static Caller local(String window, String webview) {
		return new Caller(Label.of(window), Label.of(webview), null);
	}

	public static Caller remote(String url) {
		return new Caller(Label.of("main"), Label.of("main"), url);
	}

	public static Manifest core(String key, List<String> commands, List<String> defaults) {
		return new Manifest(key, commands, new PermissionSet("default", null, defaults), Map.of(), Map.of());
	}

	private static Manifest notes(Map<String, PermissionSet> more) {
		Map<String, PermissionSet> sets = new LinkedHashMap<>();
		set(sets, "all", "allow-list-notes", "allow-write-note", "dir");
		set(sets, "wide", "all", "files:default");
		set(sets, "nested", "same");
		sets.putAll(more);
		Map<String, Permission> permissions = new LinkedHashMap<>();
		permission(permissions, "dir", Commands.NONE, scope(List.of(Map.of("dir", "a")), List.of()), null);
		permission(permissions, "drafts", new Commands(List.of("write_note"), List.of()),
				scope(List.of(Map.of("dir", "d")), List.of(Map.of("dir", "d/x"))), null);
		permission(permissions, "both", new Commands(List.of("list_notes"), List.of("purge")), Scope.EMPTY, null);
		permission(permissions, "mac-only", new Commands(List.of("purge"), List.of()), Scope.EMPTY,
				Set.of(Platform.MACOS));
		permission(permissions, "same", new Commands(List.of("purge"), List.of()), Scope.EMPTY, null);
		permission(permissions, "empty", Commands.NONE, Scope.EMPTY, null);
		return new Manifest("notes", List.of("list_notes", "write_note", "purge"),
				new PermissionSet("default", null, List.of("allow-list-notes")), permissions, sets);
	}

	private static Manifest files(boolean withDefault) {
		Map<String, Permission> permissions = new LinkedHashMap<>();
		permission(permissions, "here", Commands.NONE, scope(List.of(Map.of("at", "h")), List.of()), null);
		return new Manifest("files", List.of("read"),
				withDefault ? new PermissionSet("default", null, List.of("allow-read", "here")) : null, permissions,
				Map.of());
	}

	private static void set(Map<String, PermissionSet> sets, String name, String... members) {
		sets.put(name, new PermissionSet(name, null, List.of(members)));
	}

	private static void permission(Map<String, Permission> permissions, String name, Commands commands, Scope scope,
			Set<Platform> platforms) {
		permissions.put(name, new Permission(name, null, commands, scope, platforms));
	}

	private static Scope scope(List<Object> allow, List<Object> deny) {
		return new Scope(allow, deny);
	}

}
