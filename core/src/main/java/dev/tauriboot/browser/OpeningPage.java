package dev.tauriboot.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/**
 * The page behind a one-time link: keeps the tab's secret and gives way to the window's
 * own page.
 */
final class OpeningPage {

	private final String template;

	private final JsonMapper mapper;

	OpeningPage(JsonMapper mapper) {
		this.mapper = mapper;
		try {
			this.template = new ClassPathResource("open.html", OpeningPage.class)
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String render(String nonce, String secret, String url) {
		return this.template.replace("%nonce%", nonce)
			.replace("\"%secret%\"", quoted(secret))
			.replace("\"%url%\"", quoted(url));
	}

	// A script element would end at "</script", and a comment begin at "<!--".
	private String quoted(String text) {
		return this.mapper.writeValueAsString(text).replace("<", "\\u003c");
	}

	static String policy(String nonce) {
		return "default-src 'none'; script-src 'nonce-" + nonce + "'";
	}

}
