package dev.tauriboot.asset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * The files of the front end. A path is looked up as it is, then with {@code .html}, then
 * as a folder's {@code index.html}; at last the root's {@code index.html} answers, so
 * that routes of a single-page application work.
 *
 * @since 0.1.0
 */
public final class AppAssets {

	private final ResourcePatternResolver resources;

	private final String root;

	/**
	 * Create the assets.
	 * @param loader loads them
	 * @param location the folder, as {@code classpath:/app} or {@code file:dist}
	 */
	public AppAssets(ResourceLoader loader, String location) {
		Assert.notNull(loader, "'loader' must not be null");
		Assert.hasText(location, "'location' must not be empty");
		this.resources = ResourcePatternUtils.getResourcePatternResolver(loader);
		String folder = location.contains(":") ? location : "file:" + location;
		this.root = folder.endsWith("/") ? folder : folder + "/";
	}

	/**
	 * Find the file for a path.
	 * @param path the decoded path
	 * @return the file, or {@code null} if not even the root has an index
	 */
	@Nullable Resource find(String path) {
		String relative = StringUtils.trimTrailingCharacter(StringUtils.trimLeadingCharacter(path, '/'), '/');
		if (relative.isEmpty()) {
			relative = "index.html";
		}
		if (isSafe(relative)) {
			for (String candidate : List.of(relative, relative + ".html", relative + "/index.html")) {
				Resource file = file(candidate);
				if (file != null) {
					return file;
				}
			}
		}
		return file("index.html");
	}

	private static boolean isSafe(String path) {
		if (path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0 || path.indexOf(':') >= 0) {
			return false;
		}
		for (String part : path.split("/")) {
			if (part.equals("..")) {
				return false;
			}
		}
		return true;
	}

	private @Nullable Resource file(String path) {
		Resource file = this.resources.getResource(this.root + path);
		return (file.isReadable() && file.getFilename() != null && !file.getFilename().isEmpty()) ? file : null;
	}

	/**
	 * All scripts, whose hashes a policy names.
	 * @return the {@code .js} and {@code .mjs} files
	 */
	List<Resource> scripts() {
		List<Resource> scripts = new ArrayList<>();
		for (String ending : List.of("js", "mjs")) {
			try {
				scripts.addAll(List.of(this.resources.getResources(this.root + "**/*." + ending)));
			}
			catch (IOException ex) {
				// no such folder: there are no scripts, and the page will say what is
				// missing
			}
		}
		return scripts;
	}

}
