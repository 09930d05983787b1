package dev.tauriboot.benchmarks;

import org.junit.jupiter.api.Test;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SoakBenchmark}: a short soak loses nothing and leaves nothing behind.
 */
class SoakBenchmarkTests {

	@Test
	void typesThatAreCountedExist() {
		assertThat(LiveObjects.TYPES).allSatisfy((type) -> assertThat(ClassUtils.isPresent(type, null)).isTrue());
	}

	@Test
	void nothingIsLostOrLeft() throws Exception {
		assertThat(SoakBenchmark.run("--scale=0.004")).isZero();
	}

}
