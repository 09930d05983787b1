package dev.tauriboot.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.asset.ContentSecurityPolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/**
 * Reads {@code tauri.app.security.csp}, which is a text, or an object of directives whose
 * values are texts or lists.
 */
final class CspBinding {

	private static final String KEY = "tauri.app.security.csp";

	private CspBinding() {
	}

	static @Nullable ContentSecurityPolicy bind(Environment environment) {
		Binder binder = Binder.get(environment);
		String text = environment.getProperty(KEY);
		if (text != null) {
			return text.isBlank() ? null : ContentSecurityPolicy.parse(text);
		}
		Map<String, List<String>> directives = binder
			.bind(KEY,
					Bindable.<Map<String, List<String>>>of(ResolvableType.forClassWithGenerics(LinkedHashMap.class,
							ResolvableType.forClass(String.class),
							ResolvableType.forClassWithGenerics(List.class, String.class))))
			.orElse(Map.of());
		if (directives.isEmpty()) {
			return null;
		}
		Map<String, List<String>> words = new LinkedHashMap<>();
		directives.forEach((name, sources) -> words.put(name, List.of(String.join(" ", sources).trim().split("\\s+"))));
		return new ContentSecurityPolicy(words);
	}

}
