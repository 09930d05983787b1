package dev.tauriboot.test;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.isolation.HookDialect;
import dev.tauriboot.isolation.IsolationApplication;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * Runs the hook of an isolation application in an isolation frame of a real WebView, and
 * tells what becomes of messages. No command is called. What is read by
 * {@link #dialogs()} and {@link #console()} is kept until {@link #clear()}.
 * <pre class="code">
 * try (IsolationHookTester hook = IsolationHookTester.of("classpath:/isolation")) {
 * 	hook.answer(false);
 * 	assertThat(hook.pass("delete_note", Map.of("path", "a.md")).isRefused()).isTrue();
 * 	assertThat(hook.dialogs()).containsExactly("Delete a.md?");
 * }
 * </pre> It takes about a second to start, so a test class shares one. Messages are
 * passed one after the other; it is for one thread.
 *
 * @since 0.1.0
 */
public final class IsolationHookTester implements AutoCloseable {

	private static final Duration PATIENCE = IpcTester.DEFAULT_LIMIT;

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final List<String> dialogs = new CopyOnWriteArrayList<>();

	private final List<String> console = new CopyOnWriteArrayList<>();

	private final AtomicReference<@Nullable InvokeRequest> passed = new AtomicReference<>();

	private final Duration limit;

	private final ConfigurableApplicationContext context;

	private final WebviewTester page;

	private volatile Predicate<String> answers = (question) -> false;

	private IsolationHookTester(String location, Duration timeout, List<HookDialect> dialects) {
		this.limit = timeout.plus(PATIENCE);
		HookResources resources = new HookResources(new DefaultResourceLoader(), location);
		IsolationApplication application = IsolationApplication.load(resources, resources.location(), dialects);
		ApplicationContextInitializer<GenericApplicationContext> beans = (context) -> {
			context.registerBean(IsolationPattern.class, () -> new IsolationPattern(application, timeout));
			context.registerBean(InvokeService.class, () -> this::keep);
			context.registerBean(PageDialogs.class, () -> new Answers());
		};
		// Nothing of the application under test is read.
		this.context = new SpringApplicationBuilder(HookTesterConfiguration.class).web(WebApplicationType.NONE)
			.initializers(beans)
			.run("--spring.config.name=tauri-isolation-hook-tester", "--spring.main.banner-mode=off",
					"--spring.main.log-startup-info=false", "--tauri.runtime=javafx", "--tauri.javafx.headless=true",
					"--tauri.app.exit-jvm=false", "--tauri.app.exit-on-last-window-closed=false",
					"--tauri.build.frontend-dist=classpath:/dev/tauriboot/test/hook/",
					"--tauri.app.security.pattern.use=isolation",
					"--tauri.app.security.pattern.options.dir=" + location);
		this.page = WebviewTester.of(this.context, "main");
	}

	/**
	 * Load an isolation application whose dialects are told by its code. Its hook has ten
	 * seconds for a message.
	 * @param location its folder, as {@code tauri.app.security.pattern.options.dir} has
	 * it
	 * @param dialects the dialects of its hook, none to tell by its code
	 * @return the tester, to be closed
	 * @throws dev.tauriboot.isolation.IsolationApplicationException if the application is
	 * missing or cannot work
	 */
	public static IsolationHookTester of(String location, HookDialect... dialects) {
		return of(location, Duration.ofSeconds(10), dialects);
	}

	/**
	 * Load an isolation application.
	 * @param location its folder, as {@code tauri.app.security.pattern.options.dir} has
	 * it
	 * @param timeout how long the hook may take to register, and for one message
	 * @param dialects the dialects of its hook, none to tell by its code
	 * @return the tester, to be closed
	 * @throws dev.tauriboot.isolation.IsolationApplicationException if the application is
	 * missing or cannot work
	 */
	public static IsolationHookTester of(String location, Duration timeout, HookDialect... dialects) {
		Assert.hasText(location, "'location' must not be empty");
		Assert.notNull(timeout, "'timeout' must not be null");
		return new IsolationHookTester(location, timeout, List.of(dialects));
	}

	/**
	 * Pass a message without arguments.
	 * @param command the command's full name
	 * @return what becomes of it
	 */
	public HookOutcome pass(String command) {
		return pass(command, Map.of());
	}

	/**
	 * Pass a message.
	 * @param command the command's full name
	 * @param args what is written as JSON: a map, a record, or {@code null}; bytes are
	 * the whole payload
	 * @return what becomes of it
	 */
	public HookOutcome pass(String command, @Nullable Object args) {
		return pass(command, args, Map.of());
	}

	/**
	 * Pass a message with headers.
	 * @param command the command's full name
	 * @param args what is written as JSON: a map, a record, or {@code null}; bytes are
	 * the whole payload
	 * @param headers names and values, as the page's {@code options.headers}
	 * @return what becomes of it
	 */
	public HookOutcome pass(String command, @Nullable Object args, Map<String, String> headers) {
		InvokeBody body = (args instanceof byte[] bytes) ? new InvokeBody.Raw(bytes)
				: new InvokeBody.Json(this.mapper.valueToTree(args));
		HttpHeaders all = new HttpHeaders();
		headers.forEach(all::add);
		return pass(command, body, all);
	}

	/**
	 * Pass the message that is sent when a page emits an event.
	 * @param event the event's name
	 * @param payload what is written as JSON, or {@code null}
	 * @return what becomes of it
	 */
	public HookOutcome emit(String event, @Nullable Object payload) {
		Map<String, @Nullable Object> args = new LinkedHashMap<>();
		args.put("event", event);
		args.put("payload", payload);
		return pass("plugin:event|emit", args);
	}

	synchronized HookOutcome pass(String command, InvokeBody body, HttpHeaders headers) {
		Assert.hasText(command, "'command' must not be empty");
		this.passed.set(null);
		JsonNode outcome = this.page.run("""
				const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
				return window.__TAURI_INTERNALS__.invoke(%s, %s, { headers: %s })
				  .then(() => ({}), (reason) => ({ reason: `${reason?.message ?? reason}` }));
				""".formatted(quoted(command), payload(body),
				this.mapper.writeValueAsString(headers.toSingleValueMap())), this.limit);
		InvokeRequest request = this.passed.get();
		if (outcome.has("reason")) {
			return HookOutcome.refused(outcome.get("reason").asString());
		}
		Assert.state(request != null, "the message was neither passed nor refused");
		return HookOutcome.passed(request);
	}

	private String payload(InvokeBody body) {
		return (body instanceof InvokeBody.Raw raw) ? "bytes('" + Base64.getEncoder().encodeToString(raw.bytes()) + "')"
				: "JSON.parse(" + quoted(((InvokeBody.Json) body).text()) + ")";
	}

	// A JSON text is a JavaScript literal.
	private String quoted(String text) {
		return this.mapper.writeValueAsString(text);
	}

	private Mono<InvokeResponse> keep(InvokeRequest request) {
		this.passed.set(request);
		return Mono.just(new InvokeResponse.Json("null"));
	}

	/**
	 * Answer the following questions of {@code confirm}. Without this the answer is no.
	 * @param answer what the user says
	 * @return this
	 */
	public IsolationHookTester answer(boolean answer) {
		return answer((question) -> answer);
	}

	/**
	 * Answer the following questions of {@code confirm}.
	 * @param answers what the user says to a question
	 * @return this
	 */
	public IsolationHookTester answer(Predicate<String> answers) {
		Assert.notNull(answers, "'answers' must not be null");
		this.answers = answers;
		return this;
	}

	/**
	 * What {@code confirm} and {@code alert} have shown.
	 * @return the texts, in order
	 */
	public List<String> dialogs() {
		return List.copyOf(this.dialogs);
	}

	/**
	 * What the isolation application has written to its console, uncaught errors
	 * included. What it writes while it loads comes with the first message.
	 * @return the messages, each with its level and a colon before it, in order
	 */
	public List<String> console() {
		return List.copyOf(this.console);
	}

	/**
	 * Forget dialogs and console.
	 * @return this
	 */
	public IsolationHookTester clear() {
		this.dialogs.clear();
		this.console.clear();
		return this;
	}

	/**
	 * Load the document and its frame anew, as the hook may remember what it has seen.
	 * @return this
	 */
	public IsolationHookTester reload() {
		Webview webview = this.page.webview();
		this.page.awaitLoaded();
		Page before = webview.page();
		webview.reload();
		Awaitility.await("a new document")
			.atMost(PATIENCE)
			.until(webview::page, (connected) -> connected != null && connected != before);
		return this;
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Override
	public String toString() {
		return "IsolationHookTester[" + this.context.getBean(IsolationPattern.class) + "]";
	}

	/**
	 * The user.
	 */
	private final class Answers implements PageDialogs {

		@Override
		public void alert(Webview webview, String message) {
			if (message.startsWith(HookResources.CONSOLE)) {
				IsolationHookTester.this.console.add(message.substring(HookResources.CONSOLE.length()));
			}
			else {
				IsolationHookTester.this.dialogs.add(message);
			}
		}

		@Override
		public boolean confirm(Webview webview, String message) {
			IsolationHookTester.this.dialogs.add(message);
			return IsolationHookTester.this.answers.test(message);
		}

		@Override
		public @Nullable String prompt(Webview webview, String message, String defaultValue) {
			return null;
		}

	}

}
