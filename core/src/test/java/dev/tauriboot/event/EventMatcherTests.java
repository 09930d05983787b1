package dev.tauriboot.event;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link EventMatcher}: the table of section 8.4.
 */
class EventMatcherTests {

	// rows 86 to 89: listeners Any, AnyLabel, App, Window, Webview, WebviewWindow
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			emit                   | y y y y y y | y y y y y y
			to Any                 | y y y y y y | y y y y y y
			to AnyLabel            | y y - y y y | y - - - - -
			to App                 | y - y - - - | y - y - - -
			to Window              | y y - y - - | y - - - - -
			to Webview             | y y - - y - | y - - - - -
			to WebviewWindow       | y y - - - y | y - - - - -
			of window              | y - - y - y | y - - - - -
			of webview             | y - - - y y | y - - - - -
			""")
	void listenersOfTheSameAndOfAnotherLabel(String emitted, String same, String other) {
		EventMatcher matcher = matcher(emitted);
		assertThat(reached(matcher, "main")).isEqualTo(same);
		assertThat(reached(matcher, "other")).isEqualTo(other);
	}

	private static EventMatcher matcher(String emitted) {
		return switch (emitted) {
			case "emit" -> EventMatcher.all();
			case "of window" -> EventMatcher.ofWindow("main");
			case "of webview" -> EventMatcher.ofWebview("main");
			default -> EventMatcher.to(targets("main").stream()
				.filter((target) -> emitted.equals("to " + target.getClass().getSimpleName()))
				.findFirst()
				.orElseThrow());
		};
	}

	private static String reached(EventMatcher matcher, String label) {
		return String.join(" ", targets(label).stream().map((target) -> matcher.test(target) ? "y" : "-").toList());
	}

	private static List<EventTarget> targets(String label) {
		return List.of(EventTarget.ANY, EventTarget.anyLabel(label), EventTarget.APP, EventTarget.window(label),
				EventTarget.webview(label), EventTarget.webviewWindow(label));
	}

}
