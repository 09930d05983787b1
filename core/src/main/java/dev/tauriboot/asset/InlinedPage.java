package dev.tauriboot.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * A document with its local scripts, modules and style sheets within it, so that nothing
 * has to be loaded besides. Modules become entries of an import map. Immutable.
 *
 * @since 0.1.0
 */
public final class InlinedPage {

	private static final String INDEX = "index.html";

	private static final String NONCE = "__TAURI_INLINED_NONCE__";

	// Module specifiers are made absolute, as relative ones lead nowhere within a data
	// URL.
	private static final String SCHEME = "tauri-module:/";

	private static final Set<String> DROPPED = Set.of("src", "nonce", "integrity", "crossorigin", "defer", "async");

	// JavaScript has many old names.
	private static final Pattern SCRIPT_TYPE = Pattern.compile("|module|[a-z]+/.*script[\\d.]*");

	private final AppAssets assets;

	private final Map<String, String> files;

	private final List<String> scripts = new ArrayList<>();

	private final Map<String, String> modules = new LinkedHashMap<>();

	private final String html;

	private final int headPosition;

	private InlinedPage(AppAssets assets, Map<String, String> files, ScriptEditor editor) throws IOException {
		this.assets = assets;
		this.files = files;
		String source = read(INDEX);
		HtmlScanner scanner = HtmlScanner.scan(source);
		int head = scanner.headPosition();
		StringBuilder out = new StringBuilder(source.length() * 2);
		int from = 0;
		int shift = 0;
		for (HtmlTag tag : scanner.tags()) {
			String element = element(tag, source, editor);
			if (element != null) {
				int end = tag.name().equals("link") ? tag.end() : afterEndTag(source, tag.textEnd());
				out.append(source, from, tag.start()).append(element);
				shift += (end <= head) ? element.length() - (end - tag.start()) : 0;
				from = end;
			}
		}
		this.html = out.append(source, from, source.length()).toString();
		this.headPosition = head + shift;
	}

	/**
	 * Read the document {@code index.html} and what belongs to it.
	 * @param assets where to read
	 * @return the document
	 * @throws InlinedPageException if something is missing
	 */
	public static InlinedPage load(AppAssets assets) {
		Assert.notNull(assets, "'assets' must not be null");
		try {
			return new InlinedPage(assets, new HashMap<>(), (name, module, script) -> script);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The same document, not read anew, with other scripts.
	 * @param editor changes each of its scripts; not asked about those of other languages
	 * @return the document
	 */
	public InlinedPage edit(ScriptEditor editor) {
		Assert.notNull(editor, "'editor' must not be null");
		try {
			return new InlinedPage(this.assets, this.files, editor);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int afterEndTag(String source, int textEnd) {
		int end = source.indexOf('>', textEnd);
		return (end < 0) ? source.length() : end + 1;
	}

	private @Nullable String element(HtmlTag tag, String source, ScriptEditor editor) throws IOException {
		String text = source.substring(tag.end(), tag.textEnd());
		if (tag.name().equals("style")) {
			return "<style nonce=\"" + NONCE + "\">" + text + "</style>";
		}
		if (tag.name().equals("link") && "stylesheet".equalsIgnoreCase(tag.attribute("rel"))) {
			String sheet = read(local(String.valueOf(tag.attribute("href")), INDEX));
			return "<style nonce=\"" + NONCE + "\">" + sheet.replaceAll("(?i)</(?=style)", "<\\\\/") + "</style>";
		}
		return tag.name().equals("script") ? script(tag, text, editor) : null;
	}

	private String script(HtmlTag tag, String text, ScriptEditor editor) throws IOException {
		String type = tag.attributes().getOrDefault("type", "").strip().toLowerCase(Locale.ROOT);
		if (type.equals("importmap")) {
			throw new InlinedPageException("it has an import map of its own; import modules by their paths");
		}
		String src = tag.attribute("src");
		String name = (src != null) ? local(src, INDEX) : INDEX;
		String script = (src != null) ? read(name) : text;
		this.scripts.add(script);
		boolean module = type.equals("module");
		String content = module ? withModules(script, name, editor) : script;
		content = SCRIPT_TYPE.matcher(type).matches() ? editor.edit(name, module, content) : content;
		StringBuilder element = new StringBuilder("<script nonce=\"").append(NONCE).append('"');
		tag.attributes().forEach((attribute, value) -> {
			if (!DROPPED.contains(attribute)) {
				element.append(' ').append(attribute).append("=\"").append(value.replace("\"", "&quot;")).append('"');
			}
		});
		if (!module && src != null && (tag.attribute("defer") != null || tag.attribute("async") != null)) {
			// Only a script with a source can wait for the document.
			return element.append(" defer src=\"").append(dataUrl(content)).append("\"></script>").toString();
		}
		return element.append('>').append(HtmlInjector.inScript(content)).append("</script>").toString();
	}

	private String withModules(String script, String name, ScriptEditor editor) {
		return ScriptText.withSpecifiers(script, (specifier) -> {
			String module = local(specifier, name);
			if (!this.modules.containsKey(module)) {
				// known before it is read, for modules may import each other
				this.modules.put(module, "");
				try {
					String text = read(module);
					this.scripts.add(text);
					this.modules.put(module, dataUrl(editor.edit(module, true, withModules(text, module, editor))));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
			return SCHEME + module;
		});
	}

	private static String local(String reference, String from) {
		URI target;
		try {
			target = URI.create("tauri:/" + UriUtils.encodePath(from, StandardCharsets.UTF_8)).resolve(reference);
		}
		catch (IllegalArgumentException ex) {
			throw new InlinedPageException("'" + reference + "' in " + from + " is no path");
		}
		boolean path = reference.startsWith("/") || reference.startsWith(".") || from.equals(INDEX);
		String name = (target.getPath() != null) ? target.getPath().replaceFirst("^/+", "") : "";
		if (!path || !"tauri".equals(target.getScheme()) || target.getAuthority() != null || !AssetPath.isPlain(name)) {
			throw new InlinedPageException("'" + reference + "' in " + from + " is no file of it");
		}
		return name;
	}

	private String read(String name) throws IOException {
		String known = this.files.get(name);
		if (known != null) {
			return known;
		}
		Resource resource = this.assets.resource(name);
		if (resource == null) {
			throw new InlinedPageException("it has no " + name);
		}
		String text = name.equals(INDEX) ? HtmlPages.text(resource.getContentAsByteArray())
				: resource.getContentAsString(StandardCharsets.UTF_8);
		text = text.startsWith("\uFEFF") ? text.substring(1) : text;
		this.files.put(name, text);
		return text;
	}

	private static String dataUrl(String script) {
		return "data:text/javascript;charset=utf-8," + UriUtils.encode(script, StandardCharsets.UTF_8);
	}

	/**
	 * The texts of all scripts with spaces in the place of comments.
	 * @return the text
	 */
	public String code() {
		StringBuilder code = new StringBuilder();
		this.scripts.forEach((script) -> code.append(ScriptText.withoutComments(script)).append('\n'));
		return code.toString();
	}

	/**
	 * The document for one response.
	 * @param first text of a script that runs before all others
	 * @param nonce nonce of every script and style in it
	 * @return the text
	 */
	public String render(String first, String nonce) {
		StringBuilder head = new StringBuilder();
		head.append("<script nonce=\"").append(NONCE).append("\">").append(HtmlInjector.inScript(first));
		head.append("</script>");
		if (!this.modules.isEmpty()) {
			head.append("<script type=\"importmap\" nonce=\"").append(NONCE).append("\">{\"imports\":{");
			String separator = "";
			for (Map.Entry<String, String> module : this.modules.entrySet()) {
				head.append(separator).append('"').append(SCHEME).append(module.getKey()).append("\":\"");
				head.append(module.getValue()).append('"');
				separator = ",";
			}
			head.append("}}</script>");
		}
		return (this.html.substring(0, this.headPosition) + head + this.html.substring(this.headPosition))
			.replace(NONCE, nonce);
	}

	/**
	 * Changes scripts.
	 *
	 * @since 0.1.0
	 */
	@FunctionalInterface
	public interface ScriptEditor {

		/**
		 * Change a script.
		 * @param name the file it is in
		 * @param module whether it is a module
		 * @param script its text
		 * @return the text to have in its place
		 */
		String edit(String name, boolean module, String script);

	}

}
