package dev.tauriboot.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One part of the soak in ten pieces. Memory is looked at after each of them: the first
 * is what the others are compared with, as it loads classes and fills caches.
 */
final class SoakPart {

	private static final int PIECES = 10;

	private static final double HEAP_GROWTH = 1.05;

	private static final double NATIVE_GROWTH = 1.1;

	/** Below this a piece is too small to compare with: there is one only. */
	private static final double LEAST_SCALE = 0.1;

	private static final int PATIENCE = 20;

	private final String name;

	private final int count;

	private final boolean judgesMemory;

	private final List<String> broken = new ArrayList<>();

	private final List<Memory> memory = new ArrayList<>();

	private int done;

	SoakPart(String name, int count, double scale) {
		this.name = name;
		this.count = count;
		this.judgesMemory = scale >= LEAST_SCALE;
	}

	Result run(Work work) throws InterruptedException {
		Map<String, Integer> before = LiveObjects.count();
		long start = System.nanoTime();
		long working = 0;
		int pieces = this.judgesMemory ? Math.min(PIECES, this.count) : 1;
		for (int i = 0; i < pieces; i++) {
			int size = (int) ((long) this.count * (i + 1) / pieces - (long) this.count * i / pieces);
			long pieceStart = System.nanoTime();
			check(work.run(size), size);
			working += System.nanoTime() - pieceStart;
			this.memory.add(memory());
		}
		Map<String, Integer> left = awaitGone(before);
		if (!left.isEmpty()) {
			this.broken.add("objects stay behind");
		}
		Memory first = this.memory.get(0);
		Memory last = this.memory.get(this.memory.size() - 1);
		if (this.judgesMemory && last.heap() > first.heap() * HEAP_GROWTH) {
			this.broken.add("the heap grows");
		}
		if (this.judgesMemory && last.resident() > first.resident() * NATIVE_GROWTH) {
			this.broken.add("resident memory grows");
		}
		return new Result(this.name, this.done, TimeUnit.NANOSECONDS.toMillis(working) / 1000.0,
				TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0,
				this.memory.stream().map(Memory::heap).toList(), this.memory.stream().map(Memory::resident).toList(),
				this.memory.stream().map(Memory::untrimmed).toList(), left, this.broken);
	}

	private static Memory memory() throws InterruptedException {
		double heap = LiveObjects.settledHeapMegabytes();
		double untrimmed = LiveObjects.residentMegabytes();
		LiveObjects.trimNativeMemory();
		return new Memory(heap, LiveObjects.residentMegabytes(), untrimmed);
	}

	private void check(SoakBenchmark.Outcome outcome, int expected) {
		this.done += outcome.done();
		if (outcome.done() != expected || outcome.wrong() != 0) {
			this.broken.add("%d of %d came, %d wrong".formatted(outcome.done(), expected, outcome.wrong()));
		}
		if (outcome.problem() != null) {
			this.broken.add(outcome.problem());
		}
	}

	// Engines let go of a document, and workers of their last call, a moment later.
	private static Map<String, Integer> awaitGone(Map<String, Integer> before) throws InterruptedException {
		Map<String, Integer> left = new TreeMap<>();
		for (int i = 0; i < PATIENCE; i++) {
			left.clear();
			LiveObjects.count().forEach((type, now) -> {
				int more = now - before.getOrDefault(type, 0);
				if (more > 0) {
					left.put(type, more);
				}
			});
			if (left.isEmpty()) {
				break;
			}
			TimeUnit.MILLISECONDS.sleep(250);
		}
		return left;
	}

	/**
	 * A piece of work.
	 */
	interface Work {

		SoakBenchmark.Outcome run(int count) throws InterruptedException;

	}

	private record Memory(double heap, double resident, double untrimmed) {
	}

	/**
	 * The line that is printed.
	 *
	 * @param part the part
	 * @param done how many went well
	 * @param seconds how long the work took
	 * @param secondsInAll the same with looking at memory
	 * @param heapMb the heap after each tenth and a collection
	 * @param residentMb the resident memory of the process then, without what is free in
	 * it
	 * @param untrimmedMb the same with what is free
	 * @param left objects that stay behind, by type
	 * @param broken promises that were not kept
	 */
	record Result(String part, int done, double seconds, double secondsInAll, List<Double> heapMb,
			List<Double> residentMb, List<Double> untrimmedMb, Map<String, Integer> left, List<String> broken) {
	}

}
