package dev.tauriboot.plugin.upload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProgressMeter}.
 */
class ProgressMeterTests {

	private final List<TransferProgress> told = new ArrayList<>();

	private long now = -5;

	private ProgressMeter meter(long total) {
		return new ProgressMeter(total, this.told::add, () -> this.now);
	}

	private void pass(int millis) {
		this.now += Duration.ofMillis(millis).toNanos();
	}

	@Test
	void smallStepsAreToldTogether() {
		ProgressMeter meter = meter(100);
		for (int i = 0; i < 10; i++) {
			meter.add(10);
			pass(20);
		}
		assertThat(this.told).extracting(TransferProgress::progress).containsExactly(10L, 30L, 30L, 30L);
		assertThat(this.told).extracting(TransferProgress::progressTotal).containsExactly(10L, 40L, 70L, 100L);
		meter.finish();
		assertThat(this.told).hasSize(4);
	}

	@Test
	void restIsToldAtTheEnd() {
		ProgressMeter meter = meter(0);
		meter.add(5);
		meter.add(6);
		meter.finish();
		assertThat(this.told).containsExactly(new TransferProgress(5, 5, 0, 0), new TransferProgress(6, 11, 0, 0));
	}

	@Test
	void speedIsMeasuredEachHalfSecond() {
		ProgressMeter meter = meter(0);
		for (int i = 0; i < 12; i++) {
			pass(100);
			meter.add((i < 5) ? 100 : 200);
		}
		assertThat(this.told).extracting(TransferProgress::transferSpeed)
			.containsExactly(0L, 0L, 0L, 0L, 1000L, 1000L, 1000L, 1000L, 1000L, 2000L, 2000L, 2000L);
	}

}
