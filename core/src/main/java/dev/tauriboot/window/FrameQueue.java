package dev.tauriboot.window;

import java.util.ArrayDeque;

import org.jspecify.annotations.Nullable;

/**
 * Frames that wait for their document, and the batches they are taken in. Not safe for
 * use by several threads: its queue guards it.
 */
final class FrameQueue {

	private static final int BATCH_FRAMES = 2000;

	private static final int BATCH_CHARS = 1024 * 1024;

	private final ArrayDeque<Frame> frames = new ArrayDeque<>();

	private long chars;

	void add(Frame frame) {
		this.frames.add(frame);
		this.chars += frame.length();
	}

	/**
	 * How many characters wait.
	 */
	long chars() {
		return this.chars;
	}

	boolean isEmpty() {
		return this.frames.isEmpty();
	}

	/**
	 * Take the next batch.
	 * @return a JSON array of frames, or {@code null} if none waits
	 */
	@Nullable String takeBatch() {
		Frame first = this.frames.poll();
		if (first == null) {
			return null;
		}
		if (this.frames.isEmpty()) {
			this.chars -= first.length();
			return "[" + first.head() + first.text() + first.tail() + "]";
		}
		StringBuilder text = new StringBuilder((int) Math.min(this.chars, BATCH_CHARS) + BATCH_FRAMES);
		first.appendTo(text.append('['));
		int taken = first.length();
		for (int count = 1; count < BATCH_FRAMES && taken < BATCH_CHARS; count++) {
			Frame next = this.frames.poll();
			if (next == null) {
				break;
			}
			next.appendTo(text.append(','));
			taken += next.length();
		}
		this.chars -= taken;
		return text.append(']').toString();
	}

	void clear() {
		this.frames.clear();
		this.chars = 0;
	}

}
