package dev.tauriboot.isolation;

/**
 * Remembers which of the latest numbers came. Numbers older than the window are refused,
 * so its memory is bounded.
 */
final class ReplayWindow {

	// More than the calls that one page may have in flight by default.
	static final int SIZE = 1 << 17;

	private final long[] bits = new long[SIZE / Long.SIZE];

	private long highest = -1;

	/**
	 * Take a number.
	 * @return whether it is new
	 */
	synchronized boolean accept(long number) {
		if (number < 0 || number <= this.highest - SIZE) {
			return false;
		}
		if (number > this.highest) {
			forget(number);
			this.highest = number;
		}
		int at = (int) (number & (SIZE - 1));
		long bit = 1L << (at & 63);
		if ((this.bits[at >> 6] & bit) != 0) {
			return false;
		}
		this.bits[at >> 6] |= bit;
		return true;
	}

	// Clears the places of the numbers between the highest so far and the new one.
	private void forget(long number) {
		long count = (this.highest < 0) ? SIZE : Math.min(number - this.highest, SIZE);
		for (long i = 0; i < count; i++) {
			int at = (int) ((number - i) & (SIZE - 1));
			this.bits[at >> 6] &= ~(1L << (at & 63));
		}
	}

}
