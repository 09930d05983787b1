package dev.tauriboot.runtime;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Starts the system's opener. The URL is one argument of a program that is started
 * without a shell.
 */
final class SystemLinks implements ExternalLinks {

	private static final Log logger = LogFactory.getLog(ExternalLinks.class);

	private final Consumer<List<String>> starter;

	SystemLinks(Consumer<List<String>> starter) {
		this.starter = starter;
	}

	@Override
	public boolean open(String url) {
		String safe = safe(url);
		if (safe == null) {
			return false;
		}
		this.starter.accept(command(System.getProperty("os.name", ""), safe));
		return true;
	}

	static List<String> command(String system, String url) {
		String name = system.toLowerCase(Locale.ROOT);
		if (name.startsWith("windows")) {
			return List.of("rundll32", "url.dll,FileProtocolHandler", url);
		}
		return List.of(name.startsWith("mac") ? "/usr/bin/open" : "xdg-open", url);
	}

	static @Nullable String safe(String url) {
		URI uri;
		try {
			uri = new URI(url);
		}
		catch (URISyntaxException ex) {
			return null;
		}
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		boolean fits = switch (scheme) {
			case "http", "https" -> uri.getHost() != null && uri.getRawUserInfo() == null;
			case "mailto", "tel" -> uri.isOpaque() && !uri.getRawSchemeSpecificPart().startsWith("-");
			default -> false;
		};
		return fits ? uri.toASCIIString() : null;
	}

	static void start(List<String> command) {
		try {
			launch(command);
		}
		catch (IOException ex) {
			logger.warn("Cannot start " + command.get(0) + " to open a link", ex);
		}
	}

	static void launch(List<String> command) throws IOException {
		new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.getOutputStream()
			.close();
	}

}
