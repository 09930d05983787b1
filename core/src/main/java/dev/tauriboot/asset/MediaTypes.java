package dev.tauriboot.asset;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;

/**
 * Media types of files, by extension and by their first bytes (ipc-protocol 11.2, 11.3).
 * Never with a charset.
 */
final class MediaTypes {

	private static final Map<String, MediaType> BY_EXTENSION = Map.ofEntries(entry("css", "text/css"),
			entry("less", "text/css"), entry("sass", "text/css"), entry("styl", "text/css"),
			entry("js", "text/javascript"), entry("mjs", "text/javascript"), entry("json", "application/json"),
			entry("map", "application/json"), entry("jsonld", "application/ld+json"), entry("html", "text/html"),
			entry("htm", "text/html"), entry("svg", "image/svg+xml"), entry("csv", "text/csv"),
			entry("ico", "image/vnd.microsoft.icon"), entry("mp4", "video/mp4"), entry("rtf", "application/rtf"),
			entry("txt", "text/plain"), entry("bin", "application/octet-stream"), entry("wasm", "application/wasm"),
			entry("woff", "font/woff"), entry("woff2", "font/woff2"), entry("avif", "image/avif"),
			entry("webp", "image/webp"), entry("md", "text/markdown"));

	private MediaTypes() {
	}

	private static Map.Entry<String, MediaType> entry(String extension, String type) {
		return Map.entry(extension, MediaType.parseMediaType(type));
	}

	static @Nullable MediaType ofName(String name) {
		String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		MediaType type = (extension.length() < name.length()) ? BY_EXTENSION.get(extension) : null;
		return (type != null) ? type : MediaTypeFactory.getMediaType(name).orElse(null);
	}

	/**
	 * Type of a file by the marks that image, sound, video and PDF files begin with.
	 * @param head its first bytes
	 */
	static @Nullable MediaType ofContent(byte[] head) {
		String text = new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1);
		String type = null;
		if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
			type = "image/png";
		}
		else if (text.startsWith("\u00FF\u00D8\u00FF")) {
			type = "image/jpeg";
		}
		else if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
			type = "image/gif";
		}
		else if (text.startsWith("RIFF") && text.length() >= 12) {
			type = riff(text.substring(8, 12));
		}
		else if (text.startsWith("ftyp", 4) && text.length() >= 12) {
			type = mp4(text.substring(8, 12));
		}
		else if (text.startsWith("\u001A\u0045\u00DF\u00A3")) {
			type = text.contains("webm") ? "video/webm" : "video/x-matroska";
		}
		else if (text.startsWith("OggS")) {
			type = text.contains("theora") ? "video/ogg" : "audio/ogg";
		}
		else if (text.startsWith("fLaC")) {
			type = "audio/flac";
		}
		else if (text.startsWith("ID3") || text.startsWith("\u00FF\u00FB") || text.startsWith("\u00FF\u00F3")) {
			type = "audio/mpeg";
		}
		else if (text.startsWith("%PDF-")) {
			type = "application/pdf";
		}
		else if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
			type = "image/tiff";
		}
		else if (text.startsWith("\0\0\u0001\0")) {
			type = "image/vnd.microsoft.icon";
		}
		return (type != null) ? MediaType.parseMediaType(type) : null;
	}

	private static @Nullable String riff(String form) {
		return switch (form) {
			case "WEBP" -> "image/webp";
			case "WAVE" -> "audio/wav";
			case "AVI " -> "video/x-msvideo";
			default -> null;
		};
	}

	private static String mp4(String brand) {
		return switch (brand) {
			case "avif", "avis" -> "image/avif";
			case "heic", "heix", "mif1" -> "image/heic";
			case "M4A ", "M4B " -> "audio/mp4";
			case "qt  " -> "video/quicktime";
			default -> "video/mp4";
		};
	}

}
