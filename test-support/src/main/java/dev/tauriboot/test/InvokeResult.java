package dev.tauriboot.test;

import java.lang.reflect.Type;

import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.ipc.InvokeResponse;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * The outcome of one call, as a page sees it: a value, bytes, or a rejection. AssertJ's
 * {@code assertThat(result)} gives an {@link InvokeResultAssert}.
 *
 * @since 0.1.0
 */
public final class InvokeResult implements AssertProvider<InvokeResultAssert> {

	private final String command;

	private final InvokeResponse response;

	private final JsonMapper mapper;

	private final AccessDecision.@Nullable Denied denial;

	InvokeResult(String command, InvokeResponse response, AccessDecision.@Nullable Denied denial, JsonMapper mapper) {
		Assert.notNull(response, "'response' must not be null");
		this.command = command;
		this.response = response;
		this.denial = denial;
		this.mapper = mapper;
	}

	/**
	 * Whether the promise is rejected.
	 * @return {@code false} if it resolves
	 */
	public boolean isRejected() {
		return this.response instanceof InvokeResponse.Error;
	}

	/**
	 * The refusal by access control, if that is what the promise is rejected with.
	 * @return the decision, or {@code null} if the call was let through
	 */
	public AccessDecision.@Nullable Denied denial() {
		return this.denial;
	}

	/**
	 * Whether the promise resolves to an {@code ArrayBuffer}.
	 * @return {@code true} for bytes
	 */
	public boolean isRaw() {
		return this.response instanceof InvokeResponse.Raw;
	}

	/**
	 * The value the promise resolves to or is rejected with.
	 * @return the JSON, the null node where the page sees {@code null}
	 * @throws IllegalStateException if the promise resolves to bytes
	 */
	public JsonNode json() {
		return this.mapper.readTree(text());
	}

	/**
	 * The value the promise resolves to.
	 * @param type the type to read it as
	 * @param <T> the type
	 * @return the value, {@code null} where the page sees {@code null}
	 * @throws AssertionError if the promise is rejected
	 */
	public <T> @Nullable T value(Type type) {
		requireOk();
		return this.mapper.readValue(text(), this.mapper.constructType(type));
	}

	/**
	 * The bytes the promise resolves to.
	 * @return the bytes, possibly none
	 * @throws AssertionError if the promise is rejected or resolves to JSON
	 */
	public byte[] bytes() {
		requireOk();
		if (this.response instanceof InvokeResponse.Raw raw) {
			return raw.bytes();
		}
		throw new AssertionError(
				"Expected command '" + this.command + "' to answer with bytes, but it answered " + this);
	}

	private void requireOk() {
		if (isRejected()) {
			throw new AssertionError("Expected command '" + this.command + "' to succeed, but it was " + this);
		}
	}

	private String text() {
		if (this.response instanceof InvokeResponse.Json json) {
			return json.text();
		}
		Assert.state(this.response instanceof InvokeResponse.Error,
				() -> "command '" + this.command + "' answered with bytes, not JSON");
		return ((InvokeResponse.Error) this.response).text();
	}

	@Override
	public InvokeResultAssert assertThat() {
		return new InvokeResultAssert(this);
	}

	@Override
	public String toString() {
		if (this.response instanceof InvokeResponse.Raw raw) {
			return "resolved with " + raw.bytes().length + " bytes";
		}
		return (isRejected() ? "rejected with " : "resolved with ") + text();
	}

}
