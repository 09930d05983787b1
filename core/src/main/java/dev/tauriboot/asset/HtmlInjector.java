package dev.tauriboot.asset;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Puts the bootstrap script and the import map into an HTML text, as the first elements
 * of its head. Nothing else of the text changes. Used for the pages of a development
 * server; {@link HtmlPreparer} does the same for pages of our own.
 *
 * @since 0.1.0
 */
public final class HtmlInjector {

	private final String bootstrap;

	private final @Nullable String importMap;

	private final @Nullable String address;

	/**
	 * Create an injector.
	 * @param bootstrap text of the script that must run first
	 * @param importMap text of an import map, or {@code null} for none
	 */
	public HtmlInjector(String bootstrap, @Nullable String importMap) {
		this(bootstrap, importMap, null);
	}

	private HtmlInjector(String bootstrap, @Nullable String importMap, @Nullable String address) {
		Assert.notNull(bootstrap, "'bootstrap' must not be null");
		this.bootstrap = inScript(bootstrap);
		this.importMap = importMap;
		this.address = address;
	}

	/**
	 * The same with a script after the bootstrap, which every frame runs.
	 */
	HtmlInjector with(String script) {
		return new HtmlInjector(this.bootstrap + script, this.importMap);
	}

	/**
	 * The same where inline scripts are forbidden: a script element that names the
	 * bootstrap's address, and no import map, which can only stand inline.
	 */
	HtmlInjector byAddress(String address) {
		return new HtmlInjector(this.bootstrap, null, address);
	}

	String bootstrap() {
		return this.bootstrap;
	}

	/**
	 * Add our scripts to a document. A document with an import map of its own keeps that
	 * one only.
	 * @param html the document
	 * @param nonce nonce for our scripts, or {@code null} where no policy asks for one
	 * @return the document with our scripts
	 */
	public String inject(String html, @Nullable String nonce) {
		HtmlScanner scanner = HtmlScanner.scan(html);
		int head = scanner.headPosition();
		boolean ownMap = scanner.tags().stream().anyMatch(HtmlInjector::isImportMap);
		return html.substring(0, head) + scripts(nonce, ownMap) + html.substring(head);
	}

	String scripts(@Nullable String nonce, boolean ownMap) {
		if (this.address != null) {
			return tag(" src=\"" + this.address + "\"", nonce) + "</script>";
		}
		StringBuilder scripts = new StringBuilder(tag("", nonce));
		scripts.append(this.bootstrap).append("</script>");
		if (this.importMap != null && !ownMap) {
			scripts.append(tag(" type=\"importmap\"", nonce)).append(this.importMap).append("</script>");
		}
		return scripts.toString();
	}

	static boolean isImportMap(HtmlTag tag) {
		String type = tag.attribute("type");
		return tag.name().equals("script") && type != null && type.strip().equalsIgnoreCase("importmap");
	}

	private static String tag(String attributes, @Nullable String nonce) {
		return "<script" + attributes + ((nonce != null) ? " nonce=\"" + nonce + "\"" : "") + ">";
	}

	// In strings, templates and regular expressions the escape means the same character,
	// and elsewhere neither occurs.
	static String inScript(String script) {
		return script.replaceAll("(?i)<(?=/script|!--)", "\\\\u003c");
	}

}
