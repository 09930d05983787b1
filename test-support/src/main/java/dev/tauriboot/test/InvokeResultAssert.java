package dev.tauriboot.test;

import java.lang.reflect.Type;
import java.util.Objects;

import dev.tauriboot.authority.AccessDecision;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * AssertJ assertions on the outcome of a call.
 *
 * @since 0.1.0
 */
public final class InvokeResultAssert extends AbstractObjectAssert<InvokeResultAssert, InvokeResult> {

	InvokeResultAssert(InvokeResult actual) {
		super(actual, InvokeResultAssert.class);
	}

	/**
	 * The promise resolves.
	 * @return this
	 */
	public InvokeResultAssert isOk() {
		isNotNull();
		if (this.actual.isRejected()) {
			failWithMessage("Expected the call to succeed, but it was %s", this.actual);
		}
		return this;
	}

	/**
	 * The promise resolves to a value.
	 * @param expected the value; the result is read as its class
	 * @return this
	 */
	public InvokeResultAssert hasValue(@Nullable Object expected) {
		isOk();
		Object value = this.actual.value((expected != null) ? expected.getClass() : Object.class);
		if (!Objects.deepEquals(value, expected)) {
			throw failureWithActualExpected(value, expected, "Expected the call to resolve to %s, but it was %s",
					expected, this.actual);
		}
		return this;
	}

	/**
	 * The promise resolves to {@code null}, as that of a command without a result does.
	 * @return this
	 */
	public InvokeResultAssert hasNoValue() {
		return hasValue(null);
	}

	/**
	 * The promise resolves to an {@code ArrayBuffer} of these bytes.
	 * @param expected the bytes
	 * @return this
	 */
	public InvokeResultAssert hasBytes(byte... expected) {
		isOk();
		Assertions.assertThat(this.actual.bytes()).isEqualTo(expected);
		return this;
	}

	/**
	 * The promise is rejected.
	 * @return this
	 */
	public InvokeResultAssert isRejected() {
		isNotNull();
		if (!this.actual.isRejected()) {
			failWithMessage("Expected the call to be rejected, but it %s", this.actual);
		}
		return this;
	}

	/**
	 * The promise is rejected with a text, not with an object that holds one.
	 * @param text the whole text
	 * @return this
	 */
	public InvokeResultAssert isRejectedWith(String text) {
		isRejected();
		JsonNode reason = this.actual.json();
		if (!reason.isString() || !reason.stringValue().equals(text)) {
			throw failureWithActualExpected(reason, text, "Expected the call to be rejected with \"%s\", but it was %s",
					text, this.actual);
		}
		return this;
	}

	/**
	 * The call is refused by access control, which is more than to be rejected.
	 * @return assertions on the refusal
	 */
	public DenialAssert isDenied() {
		isRejected();
		AccessDecision.Denied denial = this.actual.denial();
		if (denial == null) {
			throw failure("Expected the call to be refused by access control, but it was let through and %s",
					this.actual);
		}
		return new DenialAssert(denial);
	}

	/**
	 * Go on with the JSON value that the promise resolves to or is rejected with.
	 * @return assertions on the value
	 */
	public AbstractObjectAssert<?, JsonNode> json() {
		isNotNull();
		return Assertions.assertThatObject(this.actual.json());
	}

	/**
	 * Go on with the value that the promise resolves to.
	 * @param type the type to read it as
	 * @param <T> the type
	 * @return assertions on the value
	 */
	public <T> AbstractObjectAssert<?, T> value(Class<T> type) {
		isOk();
		T value = this.actual.value((Type) type);
		return Assertions.assertThatObject(value);
	}

}
