package dev.tauriboot.asset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.scope.PathScope;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;

/**
 * The application's own files, from a folder or from the class path (ipc-protocol 11.3).
 * No name leads out of the root.
 *
 * @since 0.1.0
 */
public final class AppAssets {

	private static final Log logger = LogFactory.getLog(AppAssets.class);

	private static final String INDEX = "index.html";

	private final ResourceLoader loader;

	private final String location;

	/**
	 * Create the assets of a location.
	 * @param loader loader of resources
	 * @param location folder of the front end, such as {@code classpath:/app} or
	 * {@code file:dist}
	 */
	public AppAssets(ResourceLoader loader, String location) {
		Assert.notNull(loader, "'loader' must not be null");
		Assert.hasText(location, "'location' must not be empty");
		this.loader = loader;
		String folder = location.contains(":") ? location : "file:" + location;
		this.location = folder.endsWith("/") ? folder : folder + "/";
	}

	/**
	 * Find the file for a URL path.
	 * @param path decoded path without query and fragment
	 * @return the file itself, its {@code .html} form, its folder's index or the root's
	 * index; {@code null} if there is none of them or the path tries to leave the root
	 */
	public @Nullable Asset find(String path) {
		String name = name(path);
		if (PathScope.isTraversal(name)) {
			return null;
		}
		if (AssetPath.isPlain(name)) {
			for (String candidate : List.of(name, name + ".html", name + "/" + INDEX)) {
				Resource resource = resource(candidate);
				if (resource != null) {
					return new Asset(candidate, resource);
				}
			}
		}
		Resource index = resource(INDEX);
		return (index != null) ? new Asset(INDEX, index) : null;
	}

	static String name(String path) {
		String name = path.startsWith("/") ? path.substring(1) : path;
		name = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
		return name.isEmpty() ? INDEX : name;
	}

	/**
	 * The file of exactly that name, which must be a plain one.
	 */
	@Nullable Resource resource(String name) {
		Resource resource;
		try {
			resource = this.location.startsWith("file:") ? file(name) : this.loader.getResource(this.location + name);
		}
		catch (IOException | InvalidPathException ex) {
			return null;
		}
		return resource.isReadable() ? resource : null;
	}

	// A URL would read '%' and '#' in names as its own.
	private Resource file(String name) throws IOException {
		Path root = this.loader.getResource(this.location).getFile().toPath();
		return new FileSystemResource(root.resolve(name));
	}

	/**
	 * Policy sources of all scripts, for policies under which their own origin does not
	 * count.
	 * @return hashes, quoted; none where the location cannot be listed, as in a jar
	 * without directory entries
	 */
	List<String> scriptHashes() {
		List<String> hashes = new ArrayList<>();
		PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(this.loader);
		try {
			for (String pattern : List.of("**/*.js", "**/*.mjs")) {
				for (Resource script : resolver.getResources(this.location + pattern)) {
					hashes.add(HtmlPreparer.hash(script.getContentAsByteArray()));
				}
			}
		}
		catch (IOException ex) {
			logger.debug("Scripts are allowed by origin only, for they cannot be listed", ex);
		}
		return List.copyOf(hashes);
	}

	/**
	 * A file of the application.
	 *
	 * @param name its name below the root
	 * @param resource where to read it
	 * @since 0.1.0
	 */
	public record Asset(String name, Resource resource) {

		/**
		 * Whether this is an HTML document.
		 * @return whether it gets our scripts
		 */
		public boolean isHtml() {
			return MediaType.TEXT_HTML.equals(MediaTypes.ofName(this.name));
		}

		MediaType mediaType() throws IOException {
			MediaType type = MediaTypes.ofName(this.name);
			if (type == null) {
				try (InputStream in = this.resource.getInputStream()) {
					type = MediaTypes.ofContent(in.readNBytes(64));
				}
			}
			return (type != null) ? type : MediaType.TEXT_HTML;
		}

	}

}
