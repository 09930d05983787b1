package dev.tauriboot.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.Assert;
import org.springframework.web.util.HtmlUtils;

/**
 * What is shown in place of a page that cannot be. It has no script, and is given none of
 * ours: nothing of it can call.
 *
 * @since 0.1.0
 */
public final class ErrorPage {

	private static final String TEMPLATE = template();

	private ErrorPage() {
	}

	private static String template() {
		try {
			return new ClassPathResource("error-page.html", ErrorPage.class).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Write the page.
	 * @param url the URL of the page that cannot be shown; query, fragment and user are
	 * left out
	 * @param reason why, as plain text
	 * @param retry where the button to try again leads, empty for the page's own URL
	 * @param back where the button to go back leads, or {@code null} for no such button
	 * @return the page as HTML
	 */
	public static String html(String url, String reason, String retry, @Nullable String back) {
		Assert.notNull(url, "'url' must not be null");
		Assert.notNull(reason, "'reason' must not be null");
		Assert.notNull(retry, "'retry' must not be null");
		String shown = url.split("[?#]", 2)[0].replaceFirst("^([a-z]+://)[^/@]*@", "$1");
		String backLink = (back != null) ? "<a id=\"back\" href=\"" + HtmlUtils.htmlEscape(back) + "\">Back</a>" : "";
		StringBuilder html = new StringBuilder();
		int end = 0;
		// One pass, so that no value can stand for another.
		for (int start = TEMPLATE.indexOf('%'); start >= 0; start = TEMPLATE.indexOf('%', end)) {
			html.append(TEMPLATE, end, start);
			end = TEMPLATE.indexOf('%', start + 1) + 1;
			html.append(switch (TEMPLATE.substring(start, end)) {
				case "%url%" -> HtmlUtils.htmlEscape(shown);
				case "%reason%" -> HtmlUtils.htmlEscape(reason);
				case "%retry%" -> HtmlUtils.htmlEscape(retry);
				case "%back%" -> backLink;
				default -> throw new IllegalStateException("The page has no such place");
			});
		}
		return html.append(TEMPLATE, end, TEMPLATE.length()).toString();
	}

}
