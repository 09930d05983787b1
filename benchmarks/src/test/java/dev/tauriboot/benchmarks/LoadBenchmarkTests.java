package dev.tauriboot.benchmarks;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoadBenchmark}: 64 pages at once in the browser runtime.
 */
class LoadBenchmarkTests {

	private static final int PAGES = 64;

	private static final int CALLS = 50;

	@Test
	void nothingIsLostDoubledOrMisdelivered() throws Exception {
		LoadBenchmark.Result result = LoadBenchmark.run("--pages=" + PAGES, "--calls=" + CALLS);
		assertThat(result.isClean()).as(result.toString()).isTrue();
		assertThat(result.pages()).isEqualTo(PAGES);
		assertThat(result.calls()).isEqualTo(PAGES * CALLS);
		assertThat(result.events()).isEqualTo(PAGES * 41);
		assertThat(result.messages()).isEqualTo(PAGES * 2 * 21);
	}

}
