package dev.tauriboot.match;

import java.util.function.IntPredicate;

/**
 * A set of code points. ASCII is answered by a bit map. Immutable.
 */
final class CharSet {

	private static final int ASCII = 128;

	private final long low;

	private final long high;

	private final IntPredicate members;

	private CharSet(long low, long high, IntPredicate members) {
		this.low = low;
		this.high = high;
		this.members = members;
	}

	static CharSet of(IntPredicate members) {
		long low = 0;
		long high = 0;
		for (int c = 0; c < Long.SIZE; c++) {
			low |= members.test(c) ? 1L << c : 0;
			high |= members.test(c + Long.SIZE) ? 1L << c : 0;
		}
		return new CharSet(low, high, members);
	}

	boolean isEverything() {
		return this.members == CharClasses.ANY;
	}

	boolean contains(int c) {
		if (c < ASCII) {
			return (((c < Long.SIZE) ? this.low : this.high) & (1L << c)) != 0;
		}
		return this.members.test(c);
	}

}
