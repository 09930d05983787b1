package dev.tauriboot.acl.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Manifest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.Assert;

/**
 * Reads the manifests of plugins and of the application (acl 5). Strict: what it does not
 * know is a violation, and so are two documents for one plugin.
 *
 * @since 0.1.0
 */
public final class ManifestReader {

	/**
	 * Where plugins keep their manifests.
	 */
	public static final String PLUGINS = "classpath*:META-INF/tauri/permissions.yml";

	private final ResourcePatternResolver resources;

	/**
	 * Create a reader.
	 * @param resources finds the files
	 */
	public ManifestReader(ResourcePatternResolver resources) {
		Assert.notNull(resources, "'resources' must not be null");
		this.resources = resources;
	}

	/**
	 * Read the manifests of all plugins on the class path.
	 * @return the manifests
	 * @throws AclViolationsException with everything that is wrong with them
	 */
	public List<Manifest> readPlugins() {
		List<AclViolation> problems = new ArrayList<>();
		List<Manifest> manifests = readPlugins(PLUGINS, problems);
		if (!problems.isEmpty()) {
			throw new AclViolationsException(problems);
		}
		return manifests;
	}

	/**
	 * Read manifests of plugins. A file may have several documents, one for a plugin.
	 * @param pattern where the files are
	 * @param problems gets everything that is wrong with them
	 * @return the manifests that could be read
	 */
	public List<Manifest> readPlugins(String pattern, List<AclViolation> problems) {
		List<Manifest> manifests = new ArrayList<>();
		Map<String, String> places = new HashMap<>();
		ManifestParser parser = new ManifestParser(false, problems);
		for (Resource resource : find(pattern, problems)) {
			for (SourceNode document : YamlDocuments.read(resource, problems)) {
				Manifest manifest = parser.plugin(document);
				if (manifest == null) {
					continue;
				}
				String place = String.valueOf(document.source());
				String other = places.putIfAbsent(manifest.key(), place);
				if (other == null) {
					manifests.add(manifest);
				}
				else {
					problems.add(new AclViolation("there is another document for this plugin: " + other,
							"plugin '" + manifest.key() + '\'', place, manifest.key(), List.of()));
				}
			}
		}
		return manifests;
	}

	private List<Resource> find(String pattern, List<AclViolation> problems) {
		try {
			Resource[] found = this.resources.getResources(pattern);
			return Arrays.stream(found).sorted(Comparator.comparing(Resource::getDescription)).toList();
		}
		catch (IOException ex) {
			problems.add(new AclViolation("cannot be read: " + ex.getMessage(), "permissions file", pattern, null,
					List.of()));
			return List.of();
		}
	}

	/**
	 * Read the manifest of the application: one YAML document, or a permission file of
	 * Tauri's own in TOML or JSON (acl 5.3, 4.4).
	 * @param resource the file
	 * @param problems gets everything that is wrong with it
	 * @return the manifest, or {@code null} if the file is empty or something is wrong
	 */
	public @Nullable Manifest readApp(Resource resource, List<AclViolation> problems) {
		Assert.notNull(resource, "'resource' must not be null");
		if (DataFiles.canRead(resource)) {
			SourceNode file = DataFiles.read(resource, "permissions file", problems);
			return (file != null) ? nullIfEmpty(new PermissionFileParser(problems).parse(file)) : null;
		}
		List<SourceNode> documents = YamlDocuments.read(resource, problems);
		if (documents.size() > 1) {
			problems.add(new AclViolation("there must be one document only", "the application's own permissions",
					documents.get(1).source(), null, List.of()));
			return null;
		}
		return documents.isEmpty() ? null : nullIfEmpty(new ManifestParser(false, problems).app(documents.get(0)));
	}

	/**
	 * Read the manifest of the application from its configuration (acl 5.3).
	 * @param node what is configured
	 * @param problems gets everything that is wrong with it
	 * @return the manifest, or {@code null} if it is empty or something is wrong
	 */
	public @Nullable Manifest readApp(SourceNode node, List<AclViolation> problems) {
		return nullIfEmpty(new ManifestParser(true, problems).app(node));
	}

	private static @Nullable Manifest nullIfEmpty(@Nullable Manifest manifest) {
		return (manifest == null || manifest.isEmpty()) ? null : manifest;
	}

}
