package dev.tauriboot.test;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The first element that a selector finds, looked up again for every question.
 *
 * @since 0.1.0
 */
public final class WebviewElement {

	private final WebviewTester tester;

	private final String selector;

	WebviewElement(WebviewTester tester, String selector) {
		this.tester = tester;
		this.selector = selector;
	}

	/**
	 * Whether there is one.
	 * @return {@code true} if so
	 */
	public boolean exists() {
		return this.tester.evaluate(element() + " !== null").asBoolean();
	}

	/**
	 * Whether it takes up room on the page.
	 * @return {@code true} if there is one and it does
	 */
	public boolean isVisible() {
		return this.tester.evaluate("(" + element() + "?.getClientRects().length ?? 0) > 0").asBoolean();
	}

	/**
	 * Its text, trimmed.
	 * @return the text, {@code null} if there is no such element
	 */
	public @Nullable String text() {
		return textOf(element() + "?.textContent.trim()");
	}

	/**
	 * The value of a field.
	 * @return the value, {@code null} if there is no such field
	 */
	public @Nullable String value() {
		return textOf(element() + "?.value");
	}

	/**
	 * An attribute.
	 * @param name its name
	 * @return its value, {@code null} if there is no such element or attribute
	 */
	public @Nullable String attribute(String name) {
		return textOf(element() + "?.getAttribute(" + this.tester.quoted(name) + ")");
	}

	private @Nullable String textOf(String expression) {
		JsonNode value = this.tester.evaluate(expression);
		return value.isNull() ? null : value.asString();
	}

	private String element() {
		return this.tester.element(this.selector);
	}

}
