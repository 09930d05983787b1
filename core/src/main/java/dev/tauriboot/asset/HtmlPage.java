package dev.tauriboot.asset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An HTML document, prepared once: the bootstrap and the import map stand first in its
 * head, and with a policy its scripts and styles carry places for nonces, which every
 * response fills with fresh ones.
 */
final class HtmlPage {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String SCRIPT_NONCE = "__TAURI_SCRIPT_NONCE__";

	private static final String STYLE_NONCE = "__TAURI_STYLE_NONCE__";

	private static final Pattern TOKENS = Pattern.compile(SCRIPT_NONCE + "|" + STYLE_NONCE);

	private final String html;

	private final List<String> scriptHashes;

	private HtmlPage(String html, List<String> scriptHashes) {
		this.html = html;
		this.scriptHashes = scriptHashes;
	}

	static HtmlPage prepare(String html, String bootstrap, @Nullable String importMap, CspOptions csp) {
		Document document = Jsoup.parse(html);
		document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
		List<String> hashes = new ArrayList<>();
		if (csp.modifies("script-src")) {
			for (Element script : document.select("script")) {
				if (script.attr("src").startsWith("http") && !script.hasAttr("nonce")) {
					script.attr("nonce", SCRIPT_NONCE);
				}
				if (!script.data().isEmpty()) {
					hashes.add(hash(script.data()));
				}
			}
		}
		if (csp.modifies("style-src")) {
			document.select("style:not([nonce])").attr("nonce", STYLE_NONCE);
		}
		String nonce = csp.modifies("script-src") ? " nonce=\"" + SCRIPT_NONCE + "\"" : "";
		boolean ownMap = !document.select("script[type=importmap]").isEmpty();
		String first = "<script" + nonce + ">" + bootstrap + "</script>" + ((importMap == null || ownMap) ? ""
				: "<script type=\"importmap\"" + nonce + ">" + importMap + "</script>");
		// The bootstrap is put in as text: nothing of it may be escaped.
		String marker = "<!--" + Base64.getEncoder().encodeToString(random()) + "-->";
		document.head().prepend(marker);
		return new HtmlPage(document.outerHtml().replace(marker, first), hashes);
	}

	Response respond(CspOptions csp, List<String> globalHashes) {
		List<String> scriptSources = new ArrayList<>(List.of("'self'"));
		List<String> styleSources = new ArrayList<>(List.of("'self'"));
		Matcher matcher = TOKENS.matcher(this.html);
		String body = matcher.replaceAll((token) -> {
			String nonce = Long.toUnsignedString(RANDOM.nextLong());
			(token.group().equals(SCRIPT_NONCE) ? scriptSources : styleSources).add("'nonce-" + nonce + "'");
			return nonce;
		});
		ContentSecurityPolicy policy = csp.policy();
		if (policy != null && !csp.leaveAll()) {
			if (!csp.connectSources().isEmpty() && !csp.leave().contains("connect-src")) {
				policy = policy.with("connect-src", csp.connectSources());
			}
			if (csp.modifies("script-src")) {
				scriptSources.addAll(globalHashes);
				scriptSources.addAll(this.scriptHashes);
				policy = policy.with("script-src", scriptSources);
			}
			if (csp.modifies("style-src") && styleSources.size() > 1) {
				policy = policy.with("style-src", styleSources);
			}
		}
		return new Response(body, (policy != null) ? policy.toString() : null);
	}

	static String hash(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] random() {
		byte[] bytes = new byte[18];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

	/**
	 * A document as it goes to one request.
	 *
	 * @param body the HTML
	 * @param policy the policy's text, or {@code null} for none
	 */
	record Response(String body, @Nullable String policy) {
	}

}
