package dev.tauriboot.asset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A content security policy: directives and their sources, in order. Immutable.
 *
 * @param directives sources by directive
 * @since 0.1.0
 */
public record ContentSecurityPolicy(Map<String, List<String>> directives) {

	public ContentSecurityPolicy {
		Assert.notNull(directives, "'directives' must not be null");
		Map<String, List<String>> copy = new LinkedHashMap<>();
		directives.forEach((name, sources) -> copy.put(name, List.copyOf(sources)));
		directives = Collections.unmodifiableMap(copy);
	}

	/**
	 * Parse a policy's text.
	 * @param text directives separated by semicolons
	 * @return the policy
	 * @throws IllegalArgumentException if the text has characters that no header can have
	 */
	public static ContentSecurityPolicy parse(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			Assert.isTrue((c >= ' ' && c <= '~') || c == '\t' || c == '\n' || c == '\r',
					() -> "A content security policy is plain text, but has the character U+%04X after '%s'"
						.formatted((int) c, text.substring(0, text.indexOf(c)).replaceAll("\\s+", " ")));
		}
		Map<String, List<String>> directives = new LinkedHashMap<>();
		for (String part : text.split(";")) {
			String[] words = part.trim().split("\\s+");
			if (!words[0].isEmpty()) {
				// the first of two equal directives is the one engines honour
				directives.putIfAbsent(words[0].toLowerCase(Locale.ROOT),
						Arrays.asList(words).subList(1, words.length));
			}
		}
		return new ContentSecurityPolicy(directives);
	}

	/**
	 * The policy with further sources for a directive. A directive that is not there
	 * starts from the sources that were in force for it, those of {@code default-src}.
	 * @param directive the directive
	 * @param sources the sources to add
	 * @return the policy with them
	 */
	public ContentSecurityPolicy with(String directive, List<String> sources) {
		List<String> all = new ArrayList<>(
				this.directives.getOrDefault(directive, this.directives.getOrDefault("default-src", List.of())));
		// 'none' stands alone or not at all
		all.remove("'none'");
		sources.stream().filter((source) -> !all.contains(source)).forEach(all::add);
		Map<String, List<String>> directives = new LinkedHashMap<>(this.directives);
		directives.put(directive, all);
		return new ContentSecurityPolicy(directives);
	}

	/**
	 * The policy with a source for frames, such as the isolation frame, wherever frames
	 * are restricted.
	 * @param source the source to add
	 * @return the policy with it
	 */
	public ContentSecurityPolicy withFrame(String source) {
		ContentSecurityPolicy policy = this;
		for (String directive : List.of("default-src", "child-src", "frame-src")) {
			policy = this.directives.containsKey(directive) ? policy.with(directive, List.of(source)) : policy;
		}
		return policy;
	}

	/**
	 * Whether the policy says anything of what a directive is about.
	 */
	boolean restricts(String directive) {
		return this.directives.containsKey(directive) || this.directives.containsKey("default-src");
	}

	/**
	 * Whether inline scripts run although no nonce is added for them.
	 */
	boolean allowsPlainInlineScripts() {
		List<String> sources = scriptSources();
		return sources == null || (sources.contains("'unsafe-inline'") && sources.stream()
			.noneMatch((source) -> source.startsWith("'nonce-") || source.startsWith("'sha")
					|| source.equals("'strict-dynamic'")));
	}

	/**
	 * Whether scripts of the document's own origin run.
	 */
	boolean allowsOwnScripts() {
		List<String> sources = scriptSources();
		return sources == null
				|| ((sources.contains("'self'") || sources.contains("*")) && !sources.contains("'strict-dynamic'"));
	}

	private @Nullable List<String> scriptSources() {
		List<String> sources = this.directives.get("default-src");
		sources = this.directives.getOrDefault("script-src", sources);
		return this.directives.getOrDefault("script-src-elem", sources);
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		this.directives.forEach((name, sources) -> {
			text.append(text.isEmpty() ? "" : "; ").append(name);
			sources.forEach((source) -> text.append(' ').append(source));
		});
		return text.toString();
	}

}
