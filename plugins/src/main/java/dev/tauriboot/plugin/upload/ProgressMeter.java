package dev.tauriboot.plugin.upload;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Counts the bytes of a transfer, and tells of them twenty times a second at most, and at
 * the end. For one thread at a time.
 */
final class ProgressMeter {

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

	private static final long SPEED_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

	private final long total;

	private final Consumer<? super TransferProgress> listener;

	private final LongSupplier nanos;

	private long untold;

	private long sum;

	private long toldAt;

	private long measuredAt;

	private long measuredSum;

	private long speed;

	ProgressMeter(long total, Consumer<? super TransferProgress> listener) {
		this(total, listener, System::nanoTime);
	}

	ProgressMeter(long total, Consumer<? super TransferProgress> listener, LongSupplier nanos) {
		this.total = total;
		this.listener = listener;
		this.nanos = nanos;
		this.measuredAt = nanos.getAsLong();
		this.toldAt = this.measuredAt - PAUSE;
	}

	void add(long bytes) {
		this.untold += bytes;
		this.sum += bytes;
		long now = this.nanos.getAsLong();
		if (now - this.measuredAt >= SPEED_PAUSE) {
			this.speed = (long) ((this.sum - this.measuredSum) * (double) TimeUnit.SECONDS.toNanos(1)
					/ (now - this.measuredAt));
			this.measuredAt = now;
			this.measuredSum = this.sum;
		}
		if (now - this.toldAt >= PAUSE || this.sum == this.total) {
			this.toldAt = now;
			tell();
		}
	}

	/**
	 * Tell of what has not been told.
	 */
	void finish() {
		if (this.untold > 0) {
			tell();
		}
	}

	private void tell() {
		long progress = this.untold;
		this.untold = 0;
		this.listener.accept(new TransferProgress(progress, this.sum, this.total, this.speed));
	}

}
