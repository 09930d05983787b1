package dev.tauriboot.scope;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.tauriboot.match.TextGlob;
import dev.tauriboot.path.BaseDirectories;
import org.jspecify.annotations.Nullable;

/**
 * Which URLs and paths a page may have opened, and by which application (acl 9.6). URLs
 * are matched as texts. A denial beats every grant, and empty means nothing. Immutable.
 *
 * @since 0.1.0
 */
public final class OpenerScope {

	private final List<Url> allowedUrls = new ArrayList<>();

	private final List<Url> deniedUrls = new ArrayList<>();

	private final List<Application> pathApplications = new ArrayList<>();

	private final PathScope paths;

	private OpenerScope(Collection<?> allow, Collection<?> deny, BaseDirectories directories,
			@Nullable Boolean literalLeadingDot) {
		List<String> allowedPaths = new ArrayList<>();
		List<String> deniedPaths = new ArrayList<>();
		for (Entry entry : ScopeData.read(allow, Entry::of)) {
			if (entry.url() != null) {
				this.allowedUrls.add(new Url(entry.url(), entry.application()));
			}
			else if (entry.path() != null) {
				allowedPaths.add(entry.path());
				this.pathApplications.add(entry.application());
			}
		}
		for (Entry entry : ScopeData.read(deny, Entry::of)) {
			if (entry.url() != null) {
				this.deniedUrls.add(new Url(entry.url(), entry.application()));
			}
			else if (entry.path() != null) {
				deniedPaths.add(entry.path());
			}
		}
		this.paths = PathScope.builder(directories)
			.literalLeadingDot(literalLeadingDot)
			.allow(allowedPaths)
			.deny(deniedPaths)
			.build();
	}

	/**
	 * Read a scope.
	 * @param allow entries: maps with {@code url} or {@code path}, and {@code app}
	 * @param deny the same for what is denied
	 * @param directories where variables such as {@code $DOCUMENT} lead
	 * @param literalLeadingDot whether a wildcard leaves hidden files alone, {@code null}
	 * for what the platform has
	 * @return the scope
	 * @throws IllegalArgumentException if an entry is malformed
	 */
	public static OpenerScope of(Collection<?> allow, Collection<?> deny, BaseDirectories directories,
			@Nullable Boolean literalLeadingDot) {
		return new OpenerScope(allow, deny, directories, literalLeadingDot);
	}

	/**
	 * Make sure that a URL may be opened.
	 * @param url the URL
	 * @param application the application, or {@code null} for the default one
	 * @throws ScopeException if it may not
	 */
	public void checkUrl(String url, @Nullable String application) {
		if (matches(this.deniedUrls, url, application) || !matches(this.allowedUrls, url, application)) {
			throw new ScopeException("Not allowed to open url " + url + with(application));
		}
	}

	private static boolean matches(List<Url> urls, String url, @Nullable String application) {
		for (Url each : urls) {
			if (each.application().fits(application) && each.glob().matches(url)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Make sure that a path may be opened.
	 * @param path the path
	 * @param application the application, or {@code null} for the default one
	 * @return the path with all links resolved, which is the one that was checked
	 * @throws ScopeException if it may not
	 */
	public Path checkPath(String path, @Nullable String application) {
		Path found = null;
		try {
			found = this.paths.resolve(Path.of(path).toAbsolutePath());
		}
		catch (InvalidPathException ex) {
			// Refused below.
		}
		if (found == null || this.pathApplications.stream().noneMatch((each) -> each.fits(application))) {
			throw new ScopeException("Not allowed to open path " + path + with(application));
		}
		return found;
	}

	private static String with(@Nullable String application) {
		return (application != null) ? " with " + application : "";
	}

	private record Url(TextGlob glob, Application application) {
	}

	private record Entry(@Nullable TextGlob url, @Nullable String path, Application application) {

		static Entry of(@Nullable Object data) {
			Map<?, ?> entry = ScopeData.map(data, "{url, app} or {path, app}");
			String url = ScopeData.optionalText(entry, "url");
			String path = ScopeData.optionalText(entry, "path");
			Application application = Application.of(entry.get("app"));
			if (url != null) {
				return new Entry(TextGlob.of(url), null, application);
			}
			if (path == null) {
				throw new IllegalArgumentException("expected {url, app} or {path, app}, found " + entry);
			}
			return new Entry(null, path, application);
		}

	}

	/**
	 * Who may open something: one application, or whichever is asked for or not asked
	 * for.
	 */
	private record Application(@Nullable String name, boolean unnamed, boolean named) {

		static Application of(@Nullable Object data) {
			if (data == null) {
				return new Application(null, true, false);
			}
			if (data instanceof Boolean any) {
				return new Application(null, any, any);
			}
			if (data instanceof String name && !name.isEmpty()) {
				return new Application(name, false, false);
			}
			throw new IllegalArgumentException(
					"expected true, false or an application for `app`, found " + ScopeData.describe(data));
		}

		boolean fits(@Nullable String application) {
			if (application == null) {
				return this.unnamed;
			}
			return this.named || application.equals(this.name);
		}

	}

}
