package dev.tauriboot.javafx;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FxMainThread}.
 */
class FxMainThreadTests {

	@Test
	void whatIsThrownOnTheThreadIsThrownAtTheCaller() {
		FxToolkit.chooseHeadless();
		FxToolkit.await();
		FxMainThread thread = new FxMainThread();
		for (Throwable failure : new Throwable[] { new OutOfMemoryError("no heap"), new IllegalStateException() }) {
			assertThatExceptionOfType(failure.getClass()).isThrownBy(() -> thread.call(() -> {
				if (failure instanceof Error error) {
					throw error;
				}
				throw (Exception) failure;
			})).isSameAs(failure);
		}
	}

}
