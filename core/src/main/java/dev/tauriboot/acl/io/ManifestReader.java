package dev.tauriboot.acl.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

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
		for (Supplier<Manifest> found : findPlugins(pattern, problems).values()) {
			try {
				manifests.add(found.get());
			}
			catch (AclViolationsException ex) {
				problems.addAll(ex.getViolations());
			}
		}
		return manifests;
	}

	/**
	 * Find manifests of plugins without reading them, where their form allows to: most of
	 * them are never asked for. Two for one plugin are found all the same.
	 * @param pattern where the files are
	 * @param problems gets everything that is wrong as far as it is noticed
	 * @return what reads the manifest, by key; it throws {@link AclViolationsException}
	 * with everything that is wrong with that
	 */
	public Map<String, Supplier<Manifest>> findPlugins(String pattern, List<AclViolation> problems) {
		Map<String, Supplier<Manifest>> found = new LinkedHashMap<>();
		Map<String, String> places = new HashMap<>();
		for (Resource resource : find(pattern, problems)) {
			String text = YamlDocuments.text(resource, problems);
			if (text == null) {
				continue;
			}
			String file = resource.getDescription();
			List<ManifestScan.Document> documents = ManifestScan.of(text);
			if (documents != null) {
				for (ManifestScan.Document document : documents) {
					add(document.key(), file + " - " + document.line() + ":1", () -> read(document, file), found,
							places, problems);
				}
				continue;
			}
			ManifestParser parser = new ManifestParser(false, problems);
			for (SourceNode document : YamlDocuments.parse(text, file, problems)) {
				Manifest manifest = parser.plugin(document);
				if (manifest != null) {
					add(manifest.key(), String.valueOf(document.source()), () -> manifest, found, places, problems);
				}
			}
		}
		return found;
	}

	private static void add(String key, String place, Supplier<Manifest> manifest,
			Map<String, Supplier<Manifest>> found, Map<String, String> places, List<AclViolation> problems) {
		String other = places.putIfAbsent(key, place);
		if (other == null) {
			found.put(key, manifest);
		}
		else {
			problems.add(new AclViolation("there is another document for this plugin: " + other,
					"plugin '" + key + '\'', place, key, List.of()));
		}
	}

	private static Manifest read(ManifestScan.Document document, String file) {
		List<AclViolation> problems = new ArrayList<>();
		List<SourceNode> nodes = YamlDocuments.parse(document.text(), file, problems);
		Manifest manifest = (nodes.size() == 1) ? new ManifestParser(false, problems).plugin(nodes.get(0)) : null;
		if (manifest != null && manifest.key().equals(document.key())) {
			return manifest;
		}
		if (problems.isEmpty()) {
			problems
				.add(new AclViolation("the document is not about this plugin alone", "plugin '" + document.key() + '\'',
						file + " - " + document.line() + ":1", document.key(), List.of()));
		}
		throw new AclViolationsException(problems);
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
