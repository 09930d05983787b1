package dev.tauriboot.benchmarks;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ScalingBenchmark}: it measures each part.
 */
class ScalingBenchmarkTests {

	@Test
	void eachPartIsMeasured() throws Exception {
		Map<String, Double> figures = ScalingBenchmark.run("--most=10");
		assertThat(figures).containsOnlyKeys("payload_10_us", "bytes_10_us", "in_flight_1_us", "in_flight_10_us",
				"listeners_1_us", "listeners_10_us", "windows_1_us", "windows_5_us", "windows_10_us",
				"capabilities_1_us", "capabilities_10_us");
		assertThat(figures.values()).allSatisfy((figure) -> assertThat(figure).isPositive());
	}

}
