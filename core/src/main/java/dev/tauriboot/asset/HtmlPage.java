package dev.tauriboot.asset;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * A document prepared for delivery: everything that can be found out once. Immutable.
 *
 * @param html the document with nonce tokens in place
 * @param headPosition where our scripts go
 * @param ownImportMap whether the document has an import map of its own
 * @param scriptHashes policy sources of the document's inline scripts
 */
record HtmlPage(String html, int headPosition, boolean ownImportMap, List<String> scriptHashes) {

	static final String SCRIPT_NONCE = "__TAURI_SCRIPT_NONCE__";

	static final String STYLE_NONCE = "__TAURI_STYLE_NONCE__";

	private static final SecureRandom RANDOM = new SecureRandom();

	/**
	 * The document without a policy.
	 */
	String render(HtmlInjector injector) {
		return this.html.substring(0, this.headPosition) + injector.scripts(null, this.ownImportMap)
				+ this.html.substring(this.headPosition);
	}

	/**
	 * The document with fresh nonces for a policy that allows them.
	 */
	Rendered render(HtmlInjector injector, boolean scripts, boolean styles) {
		List<String> scriptNonces = new ArrayList<>();
		List<String> styleNonces = new ArrayList<>();
		StringBuilder out = new StringBuilder(this.html.length() + 4096);
		tokens(this.html.substring(0, this.headPosition), out, scripts, scriptNonces, styles, styleNonces);
		String nonce = null;
		if (scripts) {
			nonce = nonce();
			scriptNonces.add(nonce);
		}
		out.append(injector.scripts(nonce, this.ownImportMap));
		tokens(this.html.substring(this.headPosition), out, scripts, scriptNonces, styles, styleNonces);
		return new Rendered(out.toString(), scriptNonces, styleNonces);
	}

	private static void tokens(String text, StringBuilder out, boolean scripts, List<String> scriptNonces,
			boolean styles, List<String> styleNonces) {
		int from = 0;
		for (int at = text.indexOf("__TAURI_S"); at >= 0; at = text.indexOf("__TAURI_S", Math.max(at + 1, from))) {
			boolean script = scripts && text.startsWith(SCRIPT_NONCE, at);
			if (!script && !(styles && text.startsWith(STYLE_NONCE, at))) {
				continue;
			}
			String nonce = nonce();
			(script ? scriptNonces : styleNonces).add(nonce);
			out.append(text, from, at).append(nonce);
			from = at + (script ? SCRIPT_NONCE : STYLE_NONCE).length();
		}
		out.append(text, from, text.length());
	}

	private static String nonce() {
		return Long.toUnsignedString(RANDOM.nextLong());
	}

	/**
	 * A document ready to send.
	 *
	 * @param html the text
	 * @param scriptNonces nonces of its scripts, ours among them
	 * @param styleNonces nonces of its styles
	 */
	record Rendered(String html, List<String> scriptNonces, List<String> styleNonces) {
	}

}
