package dev.tauriboot.demo.tour;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.WebviewProbe;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * A window's page, worked by scripts that do what a user does.
 */
final class TourPage {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final DesktopRuntime runtime;

	private final JsonMapper mapper;

	private final String label;

	TourPage(DesktopRuntime runtime, JsonMapper mapper, String label) {
		this.runtime = runtime;
		this.mapper = mapper;
		this.label = label;
	}

	private WebviewProbe probe() {
		if (this.runtime.findWebview(Label.of(this.label)) instanceof WebviewProbe probe) {
			return probe;
		}
		throw new IllegalStateException("There is no webview '" + this.label + "'");
	}

	String text(String expression) {
		return String.valueOf(probe().evaluate(expression));
	}

	void click(String selector) {
		probe().evaluate("document.querySelector(%s).click(); null".formatted(quoted(selector)));
	}

	void type(String selector, String text) {
		probe().evaluate("""
				(() => {
					const field = document.querySelector(%s);
					field.focus();
					field.value = %s;
					field.dispatchEvent(new InputEvent('input', { bubbles: true }));
					return null;
				})()""".formatted(quoted(selector), quoted(text)));
	}

	void press(String key) {
		probe().evaluate("""
				dispatchEvent(new KeyboardEvent('keydown', { key: %s, ctrlKey: true, bubbles: true })); null"""
			.formatted(quoted(key)));
	}

	void waitFor(String condition) {
		Instant end = Instant.now().plus(LIMIT);
		while (!holds(condition)) {
			Assert.state(Instant.now().isBefore(end), () -> "Not so within " + LIMIT.toSeconds() + " s: " + condition);
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
		}
	}

	private boolean holds(String condition) {
		try {
			return Boolean.TRUE.equals(probe().evaluate("Boolean(" + condition + ")"));
		}
		catch (IllegalStateException ex) {
			// The window, or what the condition looks at, is not there yet.
			return false;
		}
	}

	byte[] screenshot() {
		return probe().screenshot();
	}

	String quoted(String text) {
		return this.mapper.writeValueAsString(text);
	}

}
