package dev.tauriboot.asset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Prepared documents by name. Those of the class path are kept for good, others until
 * their file changes.
 */
final class HtmlPages {

	private final boolean scripts;

	private final boolean styles;

	private final Map<String, Entry> entries = new ConcurrentHashMap<>();

	HtmlPages(CspOptions csp) {
		this.scripts = csp.modifies("script-src");
		this.styles = csp.modifies("style-src");
	}

	HtmlPage page(AppAssets.Asset asset) throws IOException {
		Resource resource = asset.resource();
		boolean lasting = resource instanceof ClassPathResource;
		Entry entry = this.entries.get(asset.name());
		if (entry != null && lasting) {
			return entry.page();
		}
		long modified = lasting ? 0 : resource.lastModified();
		long length = lasting ? 0 : resource.contentLength();
		if (entry == null || entry.modified() != modified || entry.length() != length) {
			try (InputStream in = resource.getInputStream()) {
				String html = text(in.readAllBytes());
				entry = new Entry(modified, length, HtmlPreparer.prepare(html, this.scripts, this.styles));
			}
			this.entries.put(asset.name(), entry);
		}
		return entry.page();
	}

	/**
	 * Decode a document by its byte order mark, or what it says of itself in its first
	 * bytes, or as UTF-8.
	 */
	static String text(byte[] bytes) {
		int first = (bytes.length > 1) ? (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF) : 0;
		if (first == 0xFEFF || first == 0xFFFE) {
			return new String(bytes, StandardCharsets.UTF_16);
		}
		String utf8 = new String(bytes, StandardCharsets.UTF_8);
		if (utf8.startsWith("\uFEFF")) {
			return utf8;
		}
		String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
		for (HtmlTag tag : HtmlScanner.scan(start).tags()) {
			Charset charset = tag.name().equals("meta") ? charset(tag) : null;
			if (charset != null) {
				return new String(bytes, charset);
			}
		}
		return utf8;
	}

	private static @Nullable Charset charset(HtmlTag meta) {
		String name = meta.attribute("charset");
		String content = meta.attribute("content");
		if (name == null && content != null && "content-type".equalsIgnoreCase(meta.attribute("http-equiv"))) {
			int at = content.toLowerCase(Locale.ROOT).indexOf("charset=");
			name = (at >= 0) ? content.substring(at + "charset=".length()).split(";")[0] : null;
		}
		try {
			Charset charset = (name != null) ? Charset.forName(name.strip()) : null;
			// A declaration that can be read byte by byte cannot be true of UTF-16.
			return (charset != null && charset.name().startsWith("UTF-16")) ? StandardCharsets.UTF_8 : charset;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private record Entry(long modified, long length, HtmlPage page) {
	}

}
