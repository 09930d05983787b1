package dev.tauriboot.asset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Prepares HTML documents for a policy: marks what needs a nonce and hashes inline
 * scripts (ipc-protocol 12.2).
 */
final class HtmlPreparer {

	private HtmlPreparer() {
	}

	/**
	 * Prepare a document.
	 * @param html the text
	 * @param scripts whether script elements are to be allowed by nonce and hash
	 * @param styles whether style elements are to be allowed by nonce
	 */
	static HtmlPage prepare(String html, boolean scripts, boolean styles) {
		HtmlScanner scanner = HtmlScanner.scan(html);
		int head = scanner.headPosition();
		StringBuilder out = new StringBuilder(html.length() + 256);
		List<String> hashes = new ArrayList<>();
		boolean ownMap = false;
		int from = 0;
		int shift = 0;
		for (HtmlTag tag : scanner.tags()) {
			ownMap = ownMap || HtmlInjector.isImportMap(tag);
			if (scripts && tag.name().equals("script")) {
				addHash(hashes, html.substring(tag.end(), tag.textEnd()));
			}
			String token = token(tag, scripts, styles);
			if (token != null) {
				String attribute = " nonce=\"" + token + "\"";
				out.append(html, from, tag.nameEnd()).append(attribute);
				from = tag.nameEnd();
				shift += (tag.start() < head) ? attribute.length() : 0;
			}
		}
		out.append(html, from, html.length());
		return new HtmlPage(out.toString(), head + shift, ownMap, List.copyOf(hashes));
	}

	private static @Nullable String token(HtmlTag tag, boolean scripts, boolean styles) {
		if (tag.attribute("nonce") != null) {
			return null;
		}
		if (styles && tag.name().equals("style")) {
			return HtmlPage.STYLE_NONCE;
		}
		String src = tag.attribute("src");
		if (scripts && tag.name().equals("script") && src != null
				&& src.strip().toLowerCase(Locale.ROOT).startsWith("http")) {
			return HtmlPage.SCRIPT_NONCE;
		}
		return null;
	}

	// Browsers hash what the parser made of the text: line ends are line feeds, and there
	// is no NUL.
	private static void addHash(List<String> hashes, String script) {
		if (!script.isEmpty()) {
			String text = script.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD');
			hashes.add(hash(text.getBytes(StandardCharsets.UTF_8)));
		}
	}

	static String hash(byte[] bytes) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
			return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
