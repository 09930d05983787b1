package dev.tauriboot.plugin.sql;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A connection string, taken apart. What a page says is never handed on to a driver as it
 * is: some options of drivers load classes, read files or run scripts.
 *
 * @param dialect what is spoken there
 * @param jdbcUrl the URL for the driver
 * @param driver the driver's class
 * @param file the file, if it is one
 * @param user the user, if any
 * @param password the password, if any
 * @param properties further properties for the driver
 */
record ConnectionUrl(Dialect dialect, String jdbcUrl, String driver, @Nullable Path file, @Nullable String user,
		@Nullable String password, Map<String, String> properties) {

	static final String MASK = "***";

	private static final Pattern PASSWORD = Pattern.compile("(://[^:@/?#]*:).*@");

	private static final Map<String, String> SQLITE_MODES = Map.of("ro", "1", "rw", "2", "rwc", "6");

	private static final Map<String, String> POSTGRES_OPTIONS = Map.of("sslmode", "sslmode", "application_name",
			"ApplicationName", "connect_timeout", "connectTimeout");

	private static final Map<String, String> MYSQL_OPTIONS = Map.of("ssl-mode", "sslMode", "connect-timeout",
			"connectTimeout");

	/**
	 * Take a connection string apart.
	 * @param url the connection string
	 * @param directory where relative files are
	 * @throws InvokeException if it is none
	 */
	static ConnectionUrl parse(String url, Supplier<Path> directory) {
		int colon = url.indexOf(':');
		String rest = url.substring(colon + 1);
		return switch ((colon > 0) ? url.substring(0, colon) : "") {
			case "sqlite" -> sqlite(url, rest, directory);
			case "h2" -> h2(url, rest, directory);
			case "mysql", "mariadb" -> mysql(url);
			case "postgres", "postgresql" -> postgres(url);
			default -> throw invalid(url);
		};
	}

	static InvokeException invalid(String url) {
		return new InvokeException("invalid connection url: " + masked(url));
	}

	/**
	 * The connection string as it may be told, also if it is none.
	 */
	static String masked(String url) {
		return PASSWORD.matcher(url).replaceFirst("$1" + MASK + "@");
	}

	private static ConnectionUrl sqlite(String url, String rest, Supplier<Path> directory) {
		String driver = "org.sqlite.JDBC";
		if (rest.equals(":memory:")) {
			return new ConnectionUrl(Dialect.SQLITE, "jdbc:sqlite::memory:", driver, null, null, null, Map.of());
		}
		int query = rest.indexOf('?');
		Map<String, String> properties = new LinkedHashMap<>();
		if (query >= 0) {
			for (String option : rest.substring(query + 1).split("&")) {
				String mode = option.startsWith("mode=") ? SQLITE_MODES.get(option.substring(5)) : null;
				if (mode == null) {
					throw invalid(url);
				}
				properties.put("open_mode", mode);
			}
		}
		Path file = file(url, (query >= 0) ? rest.substring(0, query) : rest, directory);
		return new ConnectionUrl(Dialect.SQLITE, "jdbc:sqlite:" + file, driver, file, null, null, properties);
	}

	private static ConnectionUrl h2(String url, String rest, Supplier<Path> directory) {
		String driver = "org.h2.Driver";
		if (rest.equals(":memory:")) {
			return new ConnectionUrl(Dialect.H2, "jdbc:h2:mem:" + UUID.randomUUID(), driver, null, "TAURI", "",
					Map.of());
		}
		// What follows would be settings, of which some run scripts.
		if (rest.indexOf(';') >= 0) {
			throw invalid(url);
		}
		Path file = file(url, rest, directory);
		return new ConnectionUrl(Dialect.H2, "jdbc:h2:file:" + file, driver, file, "TAURI", "", Map.of());
	}

	private static Path file(String url, String path, Supplier<Path> directory) {
		try {
			Path given = Path.of(path);
			if (path.isEmpty() || given.getFileName() == null) {
				throw invalid(url);
			}
			return (given.isAbsolute() ? given : directory.get().resolve(given)).normalize();
		}
		catch (InvalidPathException ex) {
			throw invalid(url);
		}
	}

	private static ConnectionUrl mysql(String url) {
		URI uri = server(url);
		Map<String, String> options = options(url, uri, MYSQL_OPTIONS);
		options.computeIfPresent("sslMode", (key, mode) -> mode.toUpperCase(Locale.ROOT).replace('-', '_'));
		options.computeIfPresent("connectTimeout", (key, seconds) -> seconds + "000");
		return server(Dialect.MYSQL, "jdbc:mysql", "com.mysql.cj.jdbc.Driver", uri, options);
	}

	private static ConnectionUrl postgres(String url) {
		URI uri = server(url);
		Map<String, String> options = options(url, uri, POSTGRES_OPTIONS);
		return server(Dialect.POSTGRES, "jdbc:postgresql", "org.postgresql.Driver", uri, options);
	}

	private static URI server(String url) {
		try {
			URI uri = new URI(url);
			if (uri.getHost() == null || uri.getRawFragment() != null) {
				throw invalid(url);
			}
			return uri;
		}
		catch (URISyntaxException ex) {
			throw invalid(url);
		}
	}

	private static Map<String, String> options(String url, URI uri, Map<String, String> known) {
		Map<String, String> options = new LinkedHashMap<>();
		String query = uri.getRawQuery();
		for (String option : (query != null) ? query.split("&") : new String[0]) {
			String[] parts = option.split("=", 2);
			String name = known.get(parts[0]);
			if (name == null || parts.length != 2 || !parts[1].matches("[A-Za-z0-9_.-]+")) {
				throw invalid(url);
			}
			options.put(name, parts[1]);
		}
		return options;
	}

	private static ConnectionUrl server(Dialect dialect, String scheme, String driver, URI uri,
			Map<String, String> properties) {
		String path = uri.getPath();
		String database = (path != null && path.length() > 1) ? path.substring(1) : "";
		String jdbcUrl = scheme + "://" + uri.getHost() + ((uri.getPort() >= 0) ? ":" + uri.getPort() : "") + "/"
				+ URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20");
		String[] user = (uri.getRawUserInfo() != null) ? uri.getRawUserInfo().split(":", 2) : new String[0];
		return new ConnectionUrl(dialect, jdbcUrl, driver, null, (user.length > 0) ? decode(user[0]) : null,
				(user.length > 1) ? decode(user[1]) : null, properties);
	}

	private static @Nullable String decode(String text) {
		// A plus sign is one here.
		return StringUtils.hasLength(text) ? URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8) : null;
	}

	@Override
	public String toString() {
		return this.jdbcUrl;
	}

}
