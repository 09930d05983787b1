package dev.tauriboot.test;

import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Reason;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.Assertions;

/**
 * AssertJ assertions on the refusal of a call by access control, which knows more than
 * the page gets to see.
 *
 * @since 0.1.0
 */
public final class DenialAssert extends AbstractObjectAssert<DenialAssert, Denied> {

	DenialAssert(Denied actual) {
		super(actual, DenialAssert.class);
	}

	/**
	 * The call was refused for this reason.
	 * @param reason the reason
	 * @return this
	 */
	public DenialAssert withReason(Reason reason) {
		isNotNull();
		Assertions.assertThat(this.actual.reason()).as("reason of the denial").isEqualTo(reason);
		return this;
	}

	/**
	 * The explanation for developers has these texts, whatever the page gets to see.
	 * @param texts the texts
	 * @return this
	 */
	public DenialAssert withExplanationContaining(String... texts) {
		isNotNull();
		Assertions.assertThat(this.actual.explanation()).as("explanation of the denial").contains(texts);
		return this;
	}

	/**
	 * What would have allowed the call has these texts.
	 * @param texts the texts
	 * @return this
	 */
	public DenialAssert withRemedyContaining(String... texts) {
		isNotNull();
		Assertions.assertThat(this.actual.remedy()).as("remedy of the denial").isNotNull().contains(texts);
		return this;
	}

}
