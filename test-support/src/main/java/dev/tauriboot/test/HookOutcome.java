package dev.tauriboot.test;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/**
 * What a hook has made of a message: refused it, or let it through, perhaps changed.
 *
 * @since 0.1.0
 */
public final class HookOutcome {

	private final @Nullable InvokeRequest passed;

	private final @Nullable String reason;

	private HookOutcome(@Nullable InvokeRequest passed, @Nullable String reason) {
		this.passed = passed;
		this.reason = reason;
	}

	static HookOutcome passed(InvokeRequest request) {
		return new HookOutcome(request, null);
	}

	static HookOutcome refused(String reason) {
		return new HookOutcome(null, reason);
	}

	/**
	 * Whether the call is refused.
	 * @return {@code false} if its command is called
	 */
	public boolean isRefused() {
		return this.passed == null;
	}

	/**
	 * With what the page's promise is rejected.
	 * @return the text
	 * @throws AssertionError if the hook lets the message through
	 */
	public String reason() {
		if (this.reason == null) {
			throw new AssertionError("Expected the hook to refuse, but it " + this);
		}
		return this.reason;
	}

	/**
	 * The command that is called.
	 * @return its full name
	 * @throws AssertionError if the hook refuses
	 */
	public String command() {
		return request().command();
	}

	/**
	 * The payload that the command receives.
	 * @return the JSON
	 * @throws AssertionError if the hook refuses, or the payload is bytes
	 */
	public JsonNode json() {
		if (body() instanceof InvokeBody.Json json) {
			return json.value();
		}
		throw new AssertionError("Expected a JSON payload, but the hook " + this);
	}

	/**
	 * The payload that the command receives.
	 * @return the bytes
	 * @throws AssertionError if the hook refuses, or the payload is JSON
	 */
	public byte[] bytes() {
		if (body() instanceof InvokeBody.Raw raw) {
			return raw.bytes();
		}
		throw new AssertionError("Expected bytes, but the hook " + this);
	}

	/**
	 * The headers that the command receives, without those of the transport.
	 * @return the headers
	 * @throws AssertionError if the hook refuses
	 */
	public HttpHeaders headers() {
		HttpHeaders headers = new HttpHeaders();
		headers.putAll(request().headers());
		for (String name : TestFrame.TRANSPORT) {
			headers.remove(name);
		}
		return headers;
	}

	InvokeBody body() {
		return request().body();
	}

	private InvokeRequest request() {
		if (this.passed == null) {
			throw new AssertionError("Expected the hook to let the message through, but it " + this);
		}
		return this.passed;
	}

	@Override
	public String toString() {
		if (this.passed == null) {
			return "refused it: " + this.reason;
		}
		return "passed " + this.passed.command() + " with " + ((this.passed.body() instanceof InvokeBody.Raw raw)
				? raw.bytes().length + " bytes" : ((InvokeBody.Json) this.passed.body()).text());
	}

}
