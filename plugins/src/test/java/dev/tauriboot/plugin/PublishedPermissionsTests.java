package dev.tauriboot.plugin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Commands;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.acl.io.ManifestReader;
import dev.tauriboot.acl.resolved.AclResolver;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.acl.resolved.ResolvedAcl;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The manifests that the jars bring hold what Tauri published. What is compared with has
 * every permission written out; of ours the commands of later releases and the
 * descriptions are left out.
 */
class PublishedPermissionsTests {

	// On Windows it denies what the published one was meant to (acl 9.3).
	private static final String HARDENED = "deny-webview-data-windows";

	// They reach the folders that the published ones are meant to and, by a slip, do not
	// (plugins, row 101).
	private static final Set<String> SCOPED = Set.of("create-app-specific-dirs", "read-app-specific-dirs-recursive");

	// The published ones leave out the names by which the first clients call three
	// commands.
	private static final Set<String> ALIASES = Set.of("isAbsolute", "registerListener");

	private static final Set<String> CLOSING_A_WEBVIEW = Set.of("allow-webview-close", "deny-webview-close");

	private final Map<String, Manifest> ours = new ManifestReader(new PathMatchingResourcePatternResolver())
		.readPlugins()
		.stream()
		.collect(Collectors.toMap(Manifest::key, Function.identity()));

	private final Map<String, Published> published = published();

	@Test
	void manifestsAreThosePublished() {
		assertThat(this.ours.keySet()).isEqualTo(this.published.keySet());
		this.published.forEach((key, expected) -> assertThat(without(this.ours.get(key), expected.later())).as(key)
			.isEqualTo(expected.manifest(key)));
	}

	@Test
	void everySetResolvesToTheSameOnEachPlatform() {
		Manifests expected = new Manifests(
				this.published.entrySet().stream().map((entry) -> entry.getValue().manifest(entry.getKey())).toList());
		Manifests actual = new Manifests(this.published.entrySet()
			.stream()
			.map((entry) -> without(this.ours.get(entry.getKey()), entry.getValue().later()))
			.toList());
		for (Platform platform : Platform.values()) {
			for (Manifest manifest : expected.byKey().values()) {
				for (String name : manifest.names()) {
					Capability capability = Capability.withId("a").permissions(manifest.qualified(name)).build();
					assertThat(resolve(capability, actual, platform))
						.isEqualTo(resolve(capability, expected, platform));
				}
			}
		}
	}

	private static ResolvedAcl resolve(Capability capability, Manifests manifests, Platform platform) {
		return new AclResolver(manifests, platform).resolve(List.of(capability));
	}

	@Test
	void laterCommandsCanBeGranted() {
		Manifests manifests = new Manifests(this.ours.values());
		this.published.forEach((key, expected) -> expected.later().forEach((command) -> {
			Manifest manifest = this.ours.get(key);
			Capability capability = Capability.withId("a")
				.permissions(manifest.qualified("allow-" + command.replace('_', '-')))
				.build();
			Set<String> allowed = new HashSet<>(resolve(capability, manifests, Platform.LINUX).allowed().keySet());
			allowed.removeIf((name) -> ALIASES.contains(name.substring(name.indexOf('|') + 1)));
			assertThat(allowed).containsExactly(manifest.wireName(command));
		}));
	}

	@Test
	void coreDefaultOpensNothingThatChangesWindows() {
		ResolvedAcl acl = resolve(Capability.withId("a").permissions("core:default").build(),
				new Manifests(this.ours.values()), Platform.LINUX);
		// rows 62, 63
		assertThat(acl.allowed()).containsKeys("plugin:window|title", "plugin:event|listen", "plugin:path|isAbsolute")
			.doesNotContainKeys("plugin:window|set_size", "plugin:core:window|title", "plugin:app|exit");
	}

	@Test
	void engineDataIsDeniedOnWindows() {
		Capability capability = Capability.withId("a").permissions("fs:default").build();
		Manifests manifests = new Manifests(this.ours.values());
		assertThat(resolve(capability, manifests, Platform.WINDOWS).globalScopes().get("fs"))
			.isEqualTo(new Scope(List.of(), List.of(Map.of("path", "$APPLOCALDATA/EBWebView/**"))));
		assertThat(resolve(capability, manifests, Platform.LINUX).globalScopes().getOrDefault("fs", Scope.EMPTY))
			.isEqualTo(Scope.EMPTY);
	}

	@Test
	void defaultReachesTheFoldersOfTheApplication() { // plugins row 101
		ResolvedAcl acl = resolve(Capability.withId("a").permissions("fs:default").build(),
				new Manifests(this.ours.values()), Platform.LINUX);
		assertThat(acl.allowed().get("plugin:fs|mkdir")).singleElement()
			.satisfies((grant) -> assertThat(grant.scope()).isNotNull())
			.satisfies((grant) -> assertThat(grant.scope().allow()).hasSize(5)
				.contains(Map.of("path", "$APPDATA"))
				.doesNotContain(Map.of("path", "$APPDATA/**")));
		assertThat(acl.allowed().get("plugin:fs|read_file")).singleElement()
			.satisfies((grant) -> assertThat(grant.scope().allow()).hasSize(10)
				.contains(Map.of("path", "$APPDATA"), Map.of("path", "$APPDATA/**")));
	}

	private static Manifest without(Manifest manifest, List<String> later) {
		Set<String> names = later.stream()
			.flatMap((command) -> List.of("allow-" + command.replace('_', '-'), "deny-" + command.replace('_', '-'))
				.stream())
			.collect(Collectors.toSet());
		List<String> commands = new ArrayList<>(manifest.commands());
		commands.removeAll(later);
		Map<String, Permission> permissions = new LinkedHashMap<>();
		manifest.permissions().forEach((name, permission) -> {
			if (!names.contains(name)) {
				permissions.put(name,
						name.equals(HARDENED) ? new Permission(name, null, Commands.NONE, Scope.EMPTY, null)
								: withoutAliases(permission, SCOPED.contains(name) ? Scope.EMPTY : permission.scope()));
			}
		});
		PermissionSet defaultSet = manifest.defaultSet();
		assertThat(defaultSet).isNotNull();
		List<String> members = new ArrayList<>(defaultSet.permissions());
		members.removeAll(names);
		return new Manifest(manifest.key(), commands, new PermissionSet(PermissionSet.DEFAULT, null, members),
				permissions, manifest.sets());
	}

	private static Permission withoutAliases(Permission permission, Scope scope) {
		List<String> allow = new ArrayList<>(permission.commands().allow());
		List<String> deny = new ArrayList<>(permission.commands().deny());
		allow.removeAll(ALIASES);
		deny.removeAll(ALIASES);
		if (CLOSING_A_WEBVIEW.contains(permission.identifier())) {
			allow.remove("close");
			deny.remove("close");
		}
		return new Permission(permission.identifier(), permission.description(), new Commands(allow, deny), scope,
				permission.platforms());
	}

	private static Map<String, Published> published() {
		JsonMapper mapper = new JsonMapper();
		try {
			return mapper.readValue(new ClassPathResource("published-permissions.json").getInputStream(),
					mapper.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Published.class));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What was published for one plugin.
	 *
	 * @param commands its commands
	 * @param defaultSet members of the default
	 * @param sets members of the sets by name
	 * @param permissions the permissions by name, those made for commands among them
	 * @param later commands of later releases
	 */
	record Published(List<String> commands, @JsonProperty("default") List<String> defaultSet,
			Map<String, List<String>> sets, Map<String, Definition> permissions, List<String> later) {

		Manifest manifest(String key) {
			Map<String, PermissionSet> named = new LinkedHashMap<>();
			this.sets.forEach((name, members) -> named.put(name, new PermissionSet(name, null, members)));
			Map<String, Permission> written = new LinkedHashMap<>();
			this.permissions.forEach((name, definition) -> written.put(name, definition.permission(name)));
			return new Manifest(key, this.commands, new PermissionSet(PermissionSet.DEFAULT, null, this.defaultSet),
					written, named);
		}

	}

	/**
	 * What was published for one permission.
	 *
	 * @param commands its commands
	 * @param scope its scope
	 */
	record Definition(Map<String, List<String>> commands, Map<String, List<Object>> scope) {

		Permission permission(String name) {
			Commands all = (this.commands != null) ? new Commands(this.commands.getOrDefault("allow", List.of()),
					this.commands.getOrDefault("deny", List.of())) : Commands.NONE;
			Scope entries = (this.scope != null)
					? new Scope(this.scope.getOrDefault("allow", List.of()), this.scope.getOrDefault("deny", List.of()))
					: Scope.EMPTY;
			return new Permission(name, null, all, entries, null);
		}

	}

}
