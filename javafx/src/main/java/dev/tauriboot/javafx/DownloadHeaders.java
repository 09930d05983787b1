package dev.tauriboot.javafx;

import java.net.HttpURLConnection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;

/**
 * What the headers of a response say about it as a file.
 *
 * @param contentType the type without parameters, or {@code null}
 * @param disposition the header {@code Content-Disposition}, or {@code null}
 * @param length how many bytes the body has once it is decoded, or -1
 * @param isGzip whether the body is to be decoded
 */
record DownloadHeaders(@Nullable String contentType, @Nullable String disposition, long length, boolean isGzip) {

	// As measured: of text, the engine shows all but these.
	private static final Set<String> NOT_SHOWN = Set.of("calendar", "x-calendar", "x-vcalendar", "vcalendar", "vcard",
			"x-vcard", "x-vcf", "directory", "ldif", "qif", "x-qif", "csv", "x-csv", "comma-separated-values",
			"x-comma-separated-values", "rtf");

	private static final Set<String> SHOWN = Set.of("json", "javascript", "x-javascript", "ecmascript", "x-ecmascript",
			"xml");

	static DownloadHeaders of(HttpURLConnection connection) {
		return of(FxDownloads.headers(connection));
	}

	static DownloadHeaders of(List<Map.Entry<String, String>> headers) {
		String type = find(headers, "Content-Type");
		String encoding = find(headers, "Content-Encoding");
		boolean gzip = "gzip".equalsIgnoreCase(encoding);
		return new DownloadHeaders((type != null) ? type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT) : null,
				find(headers, "Content-Disposition"), gzip ? -1 : length(find(headers, "Content-Length")), gzip);
	}

	private static @Nullable String find(List<Map.Entry<String, String>> headers, String name) {
		for (Map.Entry<String, String> header : headers) {
			if (name.equalsIgnoreCase(header.getKey())) {
				return header.getValue();
			}
		}
		return null;
	}

	private static long length(@Nullable String text) {
		try {
			return (text != null) ? Long.parseLong(text.trim()) : -1;
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	/**
	 * Whether the engine would drop the response.
	 */
	boolean isDownload() {
		return isAttachment() || !isShown();
	}

	private boolean isAttachment() {
		return this.disposition != null && this.disposition.split(";", 2)[0].trim().equalsIgnoreCase("attachment");
	}

	// Of other families, such as images, it is not known which types the engine shows.
	private boolean isShown() {
		String type = this.contentType;
		int slash = (type != null) ? type.indexOf('/') : -1;
		if (type == null || slash < 0) {
			return true;
		}
		String rest = type.substring(slash + 1);
		return switch (type.substring(0, slash)) {
			case "application" -> SHOWN.contains(rest) || rest.endsWith("+json") || rest.endsWith("+xml");
			case "text" -> !NOT_SHOWN.contains(rest);
			case "font", "model" -> false;
			default -> true;
		};
	}

	/**
	 * The name that the server proposes.
	 */
	@Nullable String fileName() {
		if (this.disposition == null) {
			return null;
		}
		try {
			return ContentDisposition.parse(this.disposition).getFilename();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
