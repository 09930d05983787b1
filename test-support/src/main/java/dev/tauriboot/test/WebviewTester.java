package dev.tauriboot.test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationContext;
import org.springframework.util.Assert;

/**
 * Looks into a real window and works in it, as a user and as a script of its page would.
 * Inject one into a test by {@code @TauriTest(runtime = RuntimeType.JAVAFX)}, or make one
 * of a running application. Every method waits for the page to be loaded.
 * <pre class="code">
 * tester.type("#name", "World");
 * tester.click("button");
 * tester.waitFor("document.querySelector('#greeting').textContent !== ''");
 * assertThat(tester.query("#greeting").text()).isEqualTo("Hello, World!");
 * </pre>
 *
 * @since 0.1.0
 */
public final class WebviewTester {

	private static final String STATE = "__tauriTest";

	// The first page comes with all that a machine has to read and compile for it.
	private static final Duration LOADING = Duration.ofSeconds(60);

	private static final AtomicInteger lastRun = new AtomicInteger();

	private final DesktopRuntime runtime;

	private final JsonMapper mapper;

	private final Label label;

	private WebviewTester(DesktopRuntime runtime, JsonMapper mapper, Label label) {
		this.runtime = runtime;
		this.mapper = mapper;
		this.label = label;
	}

	/**
	 * A tester of a webview.
	 * @param runtime has its window
	 * @param label the webview's label
	 * @return the tester
	 */
	public static WebviewTester of(DesktopRuntime runtime, String label) {
		Assert.notNull(runtime, "'runtime' must not be null");
		return new WebviewTester(runtime, JsonMapper.builder().build(), Label.of(label));
	}

	/**
	 * A tester of a webview.
	 * @param context the context of the running application
	 * @param label the webview's label
	 * @return the tester
	 */
	public static WebviewTester of(ApplicationContext context, String label) {
		return of(context.getBean(DesktopRuntime.class), label);
	}

	/**
	 * A tester of another webview.
	 * @param label the webview's label
	 * @return the tester
	 */
	public WebviewTester in(String label) {
		return of(this.runtime, label);
	}

	/**
	 * The webview.
	 * @return the webview
	 * @throws IllegalStateException if there is none of that label
	 */
	public Webview webview() {
		Webview webview = this.runtime.findWebview(this.label);
		Assert.state(webview != null, () -> "there is no webview '" + this.label + "' among "
				+ this.runtime.webviews().stream().map(Webview::label).toList());
		return webview;
	}

	private WebviewProbe probe() {
		Webview webview = webview();
		Assert.state(webview instanceof WebviewProbe,
				() -> "webview '" + this.label + "' has no engine: choose a runtime that has one");
		return (WebviewProbe) webview;
	}

	/**
	 * Wait until the page and its deferred scripts are loaded, for a minute at most.
	 * @return this
	 */
	public WebviewTester awaitLoaded() {
		eventually("page in '" + this.label + "'", LOADING).until(() -> webview().page() != null && Boolean.TRUE
			.equals(probe().evaluate("document.readyState === 'complete' && '__TAURI_INTERNALS__' in window")));
		return this;
	}

	/**
	 * Evaluate an expression. A promise is awaited.
	 * @param expression the expression
	 * @return its value as JSON, the null node for {@code null} and {@code undefined}
	 * @throws AssertionError if it throws, or the promise is rejected or not settled in
	 * time
	 */
	public JsonNode evaluate(String expression) {
		return run("return (" + expression + "\n);", IpcTester.DEFAULT_LIMIT);
	}

	/**
	 * Evaluate an expression. A promise is awaited.
	 * @param expression the expression
	 * @param type the type to read the value as
	 * @param <T> the type
	 * @return its value
	 * @throws AssertionError if it throws, or the promise is rejected or not settled in
	 * time
	 */
	public <T> @Nullable T evaluate(String expression, Class<T> type) {
		return this.mapper.treeToValue(evaluate(expression), type);
	}

	/**
	 * Run the body of an async function.
	 * @param body the body, in which {@code await} may be used
	 * @param limit how long it may take
	 * @return what it returns as JSON
	 * @throws AssertionError if it throws or takes too long
	 */
	public JsonNode run(String body, Duration limit) {
		awaitLoaded();
		String slot = "window." + STATE + "[" + lastRun.incrementAndGet() + "]";
		WebviewProbe probe = probe();
		probe.evaluate("""
				window.%s = window.%s || {};
				(async () => { %s
				})().then((value) => ({ value: value === undefined ? null : value }),
				  (error) => ({ error: error instanceof Error ? `${error.name}: ${error.message}` : error }))
				  .then((outcome) => { %s = JSON.stringify(outcome); });
				null""".formatted(STATE, STATE, body, slot));
		String poll = "window.%s ? %s || '' : 'gone'".formatted(STATE, slot);
		Object text;
		try {
			text = eventually("script in '" + this.label + "': " + body, limit).until(() -> probe.evaluate(poll),
					(found) -> found != null && !"".equals(found));
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("The script did not come to an end within " + limit + ": " + body, ex);
		}
		if ("gone".equals(text)) {
			throw new AssertionError("The page went away while this script ran: " + body);
		}
		probe.evaluate("delete " + slot + "; null");
		JsonNode outcome = this.mapper.readTree(String.valueOf(text));
		if (outcome.has("error")) {
			throw new AssertionError("The script failed with " + outcome.get("error") + ": " + body);
		}
		return outcome.path("value");
	}

	/**
	 * Wait for a condition.
	 * @param condition an expression that becomes truthy
	 * @return this
	 * @throws AssertionError if it does not within thirty seconds
	 */
	public WebviewTester waitFor(String condition) {
		return waitFor(condition, IpcTester.DEFAULT_LIMIT);
	}

	/**
	 * Wait for a condition. It is tried again if the page is loaded anew meanwhile.
	 * @param condition an expression that becomes truthy
	 * @param limit how long to wait
	 * @return this
	 * @throws AssertionError if it does not become truthy in time
	 */
	public WebviewTester waitFor(String condition, Duration limit) {
		String script = "(() => { try { return !!(" + condition + "\n); } catch { return false; } })()";
		try {
			eventually(condition, limit)
				.until(() -> webview().page() != null && Boolean.TRUE.equals(probe().evaluate(script)));
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("Not so within " + limit + ": " + condition, ex);
		}
		return this;
	}

	/**
	 * Find an element.
	 * @param selector a CSS selector
	 * @return the element, which need not be there
	 */
	public WebviewElement query(String selector) {
		return new WebviewElement(this, selector);
	}

	/**
	 * The texts of all elements that a selector finds.
	 * @param selector a CSS selector
	 * @return their texts, trimmed, in document order
	 */
	public List<String> texts(String selector) {
		return evaluate("Array.from(document.querySelectorAll(" + quoted(selector)
				+ "), (element) => element.textContent.trim())")
			.valueStream()
			.map(JsonNode::asString)
			.toList();
	}

	/**
	 * Click an element as soon as it is there.
	 * @param selector a CSS selector
	 * @return this
	 * @throws AssertionError if there is none, or it is disabled
	 */
	public WebviewTester click(String selector) {
		String element = element(selector);
		waitFor(element + " !== null && !" + element + ".disabled");
		run(element + ".scrollIntoView({ block: 'nearest' }); " + element + ".focus(); " + element + ".click();",
				IpcTester.DEFAULT_LIMIT);
		return this;
	}

	/**
	 * Replace the text of a field, as typing does: the field gets the focus and the
	 * events {@code input} and {@code change}.
	 * @param selector a CSS selector
	 * @param text the text
	 * @return this
	 * @throws AssertionError if there is no such field
	 */
	public WebviewTester type(String selector, String text) {
		waitFor(element(selector) + " !== null");
		run("""
				const field = %s;
				field.focus();
				if (field.isContentEditable) {
				  field.textContent = %s;
				} else {
				  field.value = %s;
				}
				field.dispatchEvent(new InputEvent('input', { bubbles: true, data: %s, inputType: 'insertText' }));
				field.dispatchEvent(new Event('change', { bubbles: true }));
				""".formatted(element(selector), quoted(text), quoted(text), quoted(text)), IpcTester.DEFAULT_LIMIT);
		return this;
	}

	/**
	 * Take a picture of the webview.
	 * @return a PNG image
	 */
	public byte[] screenshot() {
		awaitLoaded();
		return probe().screenshot();
	}

	/**
	 * Begin to collect what the current document writes to its console. A document loaded
	 * later begins without.
	 * @return this
	 */
	public WebviewTester recordConsole() {
		run("""
				if (!window.__tauriConsole) {
				  const messages = window.__tauriConsole = [];
				  for (const level of ['debug', 'info', 'log', 'warn', 'error']) {
				    const original = console[level];
				    console[level] = (...parts) => {
				      messages.push(`${level}: ${parts.map(String).join(' ')}`);
				      original.apply(console, parts);
				    };
				  }
				  window.addEventListener('error', (event) => messages.push(`error: ${event.message}`));
				  window.addEventListener('unhandledrejection', (event) => messages.push(`error: ${event.reason}`));
				}
				""", IpcTester.DEFAULT_LIMIT);
		return this;
	}

	/**
	 * What the document has written to its console since {@link #recordConsole()},
	 * uncaught errors included.
	 * @return the messages, each with its level and a colon before it
	 */
	public List<String> console() {
		return evaluate("window.__tauriConsole ?? []").valueStream().map(JsonNode::asString).toList();
	}

	String element(String selector) {
		return "document.querySelector(" + quoted(selector) + ")";
	}

	String quoted(String text) {
		return this.mapper.writeValueAsString(text);
	}

	static ConditionFactory eventually(String what, Duration limit) {
		return Awaitility.await(what).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5)).atMost(limit);
	}

}
