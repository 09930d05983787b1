package dev.tauriboot.boot.autoconfigure.acl;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.io.ManifestReader;
import dev.tauriboot.acl.io.SourceNode;
import dev.tauriboot.command.CommandHandlerMethod;
import dev.tauriboot.command.CommandRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The application's own manifest: the one it has written, or else one of all its
 * commands, made when a capability names one of them or when the application wants its
 * commands restricted. Without any, its commands are open to its own pages (acl 8).
 *
 * @param manifest the manifest, {@code null} for none
 * @param reason why there is one or none, to complete the sentence that the commands are
 * restricted or open
 */
record AppManifest(@Nullable Manifest manifest, String reason) {

	static final String KEY = "tauri.app.security.app-manifest";

	static final String FILE_KEY = "tauri.app.security.app-permissions";

	// Set where a test has some of the application's commands only: a capability may name
	// others then.
	static final String PARTIAL_KEY = "tauri.test.partial";

	static final String DEFAULT_FILE = "classpath:tauri/permissions.yml";

	private static final Pattern COMMAND = Pattern.compile("(?:allow|deny)-([^:]+)");

	static AppManifest find(Environment environment, ResourceLoader resources, ManifestReader reader,
			Collection<Capability> capabilities, boolean restrict, Supplier<CommandRegistry> commands,
			List<AclViolation> problems) {
		AppManifest written = written(environment, resources, reader, problems);
		if (written.manifest() != null) {
			return written;
		}
		boolean partial = environment.getProperty(PARTIAL_KEY, Boolean.class, false);
		if (restrict) {
			return implied(commands.get(), partial ? capabilities : List.of(),
					"'tauri.app.security.restrict-app-commands' is true");
		}
		for (Capability capability : capabilities) {
			for (PermissionEntry entry : capability.permissions()) {
				if (entry.identifier().indexOf(':') < 0) {
					return implied(commands.get(), partial ? capabilities : List.of(),
							"the capability '" + capability.identifier() + "' names '" + entry.identifier() + '\'');
				}
			}
		}
		return new AppManifest(null, "no capability names one of them");
	}

	private static AppManifest written(Environment environment, ResourceLoader resources, ManifestReader reader,
			List<AclViolation> problems) {
		String location = environment.getProperty(FILE_KEY);
		Resource file = resources.getResource((location != null) ? location : DEFAULT_FILE);
		Manifest fromFile = null;
		if (file.exists()) {
			fromFile = reader.readApp(file, problems);
		}
		else if (location != null) {
			problems.add(new AclViolation("there is no file '" + location + '\'', '\'' + FILE_KEY + '\'', null,
					location, List.of()));
		}
		List<SourceNode> configured = ConfigurationTree.read(environment, KEY)
			.stream()
			.filter((node) -> !"".equals(node.value()))
			.toList();
		if (configured.isEmpty()) {
			return new AppManifest(fromFile, "there is " + file.getDescription());
		}
		SourceNode node = ConfigurationTree.merge(configured);
		if (fromFile != null) {
			problems.add(new AclViolation("the application's own permissions are written here and in "
					+ file.getDescription() + ": keep one of them", '\'' + KEY + '\'', node.source(), null, List.of()));
		}
		return new AppManifest(reader.readApp(node, problems), '\'' + KEY + "' is set");
	}

	private static AppManifest implied(CommandRegistry registry, Collection<Capability> trusted, String reason) {
		Set<String> names = new LinkedHashSet<>();
		for (CommandHandlerMethod command : registry.all()) {
			if (command.mapping().name().plugin() == null) {
				names.add(command.mapping().name().value());
			}
		}
		for (Capability capability : trusted) {
			for (PermissionEntry entry : capability.permissions()) {
				Matcher matcher = COMMAND.matcher(entry.identifier());
				if (matcher.matches()) {
					names.add(matcher.group(1).replace('-', '_'));
				}
			}
		}
		return new AppManifest(new Manifest(Manifest.APP_KEY, List.copyOf(names), null, Map.of(), Map.of()), reason);
	}

}
