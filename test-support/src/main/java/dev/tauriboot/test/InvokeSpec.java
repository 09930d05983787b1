package dev.tauriboot.test;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * One call to be made. Each of the methods that end a chain makes the call.
 *
 * @since 0.1.0
 */
public final class InvokeSpec implements AssertProvider<InvokeResultAssert> {

	private final JsonMapper mapper;

	private final Function<InvokeSpec, InvokeResult> call;

	private final HttpHeaders headers = new HttpHeaders();

	private String command;

	private InvokeBody body;

	private String label;

	private @Nullable String url;

	private @Nullable Duration limit;

	private boolean encrypted = true;

	private @Nullable IsolationHookTester hook;

	InvokeSpec(String command, String label, JsonMapper mapper, Function<InvokeSpec, InvokeResult> call) {
		Assert.hasText(command, "'command' must not be empty");
		this.command = command;
		this.label = label;
		this.mapper = mapper;
		this.call = call;
		this.body = new InvokeBody.Json(mapper.createObjectNode());
	}

	/**
	 * Choose the webview that calls. The default is {@code main}.
	 * @param label the webview's label
	 * @return this
	 */
	public InvokeSpec as(String label) {
		this.label = label;
		return this;
	}

	/**
	 * Choose the page that calls by its URL. The default is one of the application's own.
	 * The webview goes there for the call, which only one without an engine does.
	 * @param url the URL of another page, such as {@code https://evil.example/}
	 * @return this
	 */
	public InvokeSpec from(String url) {
		this.url = url;
		return this;
	}

	/**
	 * Set the payload.
	 * @param args what is written as JSON: a map, a record, or {@code null}
	 * @return this
	 */
	public InvokeSpec args(@Nullable Object args) {
		this.body = new InvokeBody.Json(this.mapper.valueToTree(args));
		return this;
	}

	/**
	 * Set one argument and a second.
	 * @param name the first argument's name
	 * @param value its value
	 * @param name2 the second argument's name
	 * @param value2 its value
	 * @return this
	 */
	public InvokeSpec args(String name, Object value, String name2, Object value2) {
		return args(Map.of(name, value, name2, value2));
	}

	/**
	 * Set the only argument.
	 * @param name the argument's name
	 * @param value its value
	 * @return this
	 */
	public InvokeSpec arg(String name, Object value) {
		return args(Map.of(name, value));
	}

	/**
	 * Set the payload as a page's JSON text.
	 * @param text the text
	 * @return this
	 */
	public InvokeSpec json(String text) {
		this.body = new InvokeBody.Json(this.mapper.readTree(text.getBytes(StandardCharsets.UTF_8)));
		return this;
	}

	/**
	 * Send bytes as the whole payload.
	 * @param bytes the bytes
	 * @return this
	 */
	public InvokeSpec raw(byte[] bytes) {
		this.body = new InvokeBody.Raw(bytes);
		return this;
	}

	/**
	 * Add a header.
	 * @param name the name
	 * @param value the value
	 * @return this
	 */
	public InvokeSpec header(String name, String value) {
		this.headers.add(name, value);
		return this;
	}

	/**
	 * Add headers.
	 * @param headers names and values
	 * @return this
	 */
	public InvokeSpec headers(Map<String, String> headers) {
		headers.forEach(this.headers::add);
		return this;
	}

	/**
	 * How long to wait for the answer. The default is the tester's limit.
	 * @param limit the time
	 * @return this
	 */
	public InvokeSpec within(Duration limit) {
		this.limit = limit;
		return this;
	}

	/**
	 * Send the message as it is where the isolation pattern is in force, as a page does
	 * that goes past its hook. It is to be refused.
	 * @return this
	 */
	public InvokeSpec unencrypted() {
		this.encrypted = false;
		return this;
	}

	/**
	 * Show the message to a hook first. A refusal is the outcome of the call; what the
	 * hook changes is what is sent.
	 * @param hook runs the hook
	 * @return this
	 */
	public InvokeSpec through(IsolationHookTester hook) {
		Assert.notNull(hook, "'hook' must not be null");
		this.hook = hook;
		return this;
	}

	/**
	 * Make the call and wait for its outcome.
	 * @return the outcome
	 * @throws AssertionError if there is none in time
	 */
	public InvokeResult execute() {
		return this.call.apply(this);
	}

	/**
	 * Make the call and read the value it resolves to.
	 * @param type the type to read it as
	 * @param <T> the type
	 * @return the value, {@code null} where the page sees {@code null}
	 * @throws AssertionError if the call is rejected
	 */
	public <T> @Nullable T get(Class<T> type) {
		return execute().value((Type) type);
	}

	/**
	 * Make the call and read the value it resolves to.
	 * @param type the type to read it as
	 * @param <T> the type
	 * @return the value, {@code null} where the page sees {@code null}
	 * @throws AssertionError if the call is rejected
	 */
	public <T> @Nullable T get(ParameterizedTypeReference<T> type) {
		return execute().value(type.getType());
	}

	/**
	 * Make the call and get the bytes it resolves to.
	 * @return the bytes
	 * @throws AssertionError if the call is rejected or resolves to JSON
	 */
	public byte[] getRaw() {
		return execute().bytes();
	}

	/**
	 * Make the call, which must be rejected.
	 * @return assertions on the rejection
	 */
	public InvokeResultAssert expectRejection() {
		return assertThat().isRejected();
	}

	@Override
	public InvokeResultAssert assertThat() {
		return execute().assertThat();
	}

	String command() {
		return this.command;
	}

	String label() {
		return this.label;
	}

	@Nullable String url() {
		return this.url;
	}

	Duration limitOr(Duration defaultLimit) {
		return (this.limit != null) ? this.limit : defaultLimit;
	}

	boolean isEncrypted() {
		return this.encrypted;
	}

	/**
	 * Have the hook see the message, if there is one.
	 * @return the refusal, or {@code null} to go on
	 */
	@Nullable InvokeResult askHook() {
		if (this.hook == null) {
			return null;
		}
		HookOutcome outcome = this.hook.pass(this.command, this.body, this.headers);
		if (outcome.isRefused()) {
			return new InvokeResult(this.command,
					new InvokeResponse.Error(this.mapper.writeValueAsString(outcome.reason())), null, this.mapper);
		}
		this.command = outcome.command();
		this.body = outcome.body();
		this.headers.clear();
		this.headers.putAll(outcome.headers());
		return null;
	}

	InvokeRequest request(Page page, int callback, int error) {
		HttpHeaders all = new HttpHeaders();
		all.putAll(this.headers);
		all.set("Content-Type",
				(this.body instanceof InvokeBody.Raw) ? "application/octet-stream" : "application/json");
		all.set("Tauri-Callback", Integer.toUnsignedString(callback));
		all.set("Tauri-Error", Integer.toUnsignedString(error));
		all.set("Origin", page.origin().toString());
		return new InvokeRequest(this.command, this.body, all, page);
	}

}
