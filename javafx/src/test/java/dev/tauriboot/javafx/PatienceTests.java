package dev.tauriboot.javafx;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Patience}.
 */
class PatienceTests {

	private final Patience patience = new Patience();

	@Test
	void commandThatIsSlowGetsNoTime() {
		miss("slow", 20);
		assertThat(this.patience.nanosFor("slow")).isZero();
		assertThat(this.patience.nanosFor("other")).isPositive();
	}

	@Test
	void nameThatAPageMadeUpIsNotKept() {
		String name = "x".repeat(1000);
		miss(name, 20);
		assertThat(this.patience.nanosFor(name)).isPositive();
	}

	private void miss(String command, int times) {
		for (int i = 0; i < times; i++) {
			this.patience.learn(command, false);
		}
	}

}
