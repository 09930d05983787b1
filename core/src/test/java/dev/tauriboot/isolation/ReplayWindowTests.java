package dev.tauriboot.isolation;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReplayWindow}.
 */
class ReplayWindowTests {

	private final ReplayWindow window = new ReplayWindow();

	@Test
	void acceptsEachNumberOnceInAnyOrder() {
		for (long number : new long[] { 5, 0, 3, 4, 1, 2 }) {
			assertThat(this.window.accept(number)).isTrue();
			assertThat(this.window.accept(number)).isFalse();
		}
		assertThat(this.window.accept(-1)).isFalse();
	}

	@Test
	void refusesNumbersThatAreTooOld() {
		assertThat(this.window.accept(ReplayWindow.SIZE + 10)).isTrue();
		assertThat(this.window.accept(10)).isFalse();
		assertThat(this.window.accept(11)).isTrue();
		assertThat(this.window.accept(11)).isFalse();
	}

	@Test
	void forgetsWhatTheWindowHasPassed() {
		for (long number = 0; number < 1000; number++) {
			assertThat(this.window.accept(number)).isTrue();
		}
		long far = 3L * ReplayWindow.SIZE;
		assertThat(this.window.accept(far)).isTrue();
		for (long number = far - ReplayWindow.SIZE + 1; number < far; number++) {
			assertThat(this.window.accept(number)).isTrue();
		}
		assertThat(this.window.accept(far - ReplayWindow.SIZE)).isFalse();
		assertThat(this.window.accept(Long.MAX_VALUE)).isTrue();
		assertThat(this.window.accept(Long.MAX_VALUE)).isFalse();
		assertThat(this.window.accept(Long.MIN_VALUE)).isFalse();
	}

}
