package dev.tauriboot.javafx;

import java.util.function.BooleanSupplier;

import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The way to the hook in the isolation frame that a document has at the moment, if it has
 * one. Lives on the JavaFX application thread.
 */
final class FxHook {

	private final FxLater turn = new FxLater(this::turn);

	private long frame;

	// A node, as any object that Java goes on calling.
	private @Nullable JSObject entry;

	private BooleanSupplier attached = () -> false;

	private @Nullable FxIsolationFrame end;

	private FxLent.@Nullable Loan loan;

	private boolean ready;

	private boolean lost;

	private boolean running;

	/**
	 * Go by a frame's document from now on.
	 * @param frame the frame
	 * @param entry what its script has set out to be called
	 * @param attached whether the frame is still in the document
	 * @param end who its script speaks to
	 */
	void connect(long frame, JSObject entry, BooleanSupplier attached, FxIsolationFrame end) {
		this.lost = false;
		this.frame = frame;
		this.attached = attached;
		this.entry = entry;
		this.end = end;
		this.loan = FxLent.lend(end);
		entry.call("connect", this.loan.methods());
	}

	void disconnect() {
		if (this.loan != null) {
			this.loan.end();
		}
		this.loan = null;
		this.end = null;
		this.lost |= this.entry != null;
		this.entry = null;
		this.frame = 0;
		this.ready = false;
	}

	boolean isConnected() {
		return this.entry != null;
	}

	/**
	 * Whether the frame is in the document, be it connected or not.
	 */
	boolean isAttached() {
		return this.attached.getAsBoolean();
	}

	boolean isIn(long frame) {
		return frame == this.frame;
	}

	/**
	 * Hear that there is a hook.
	 * @return whether it is that of the frame
	 */
	boolean ready(FxIsolationFrame end) {
		if (end == this.end) {
			this.ready = true;
			return true;
		}
		return false;
	}

	boolean isReady() {
		return this.ready;
	}

	/**
	 * Whether there was a frame that is there no more.
	 */
	boolean isLost() {
		return this.lost;
	}

	boolean isRunning() {
		return this.running;
	}

	/**
	 * Whether it can be shown a message.
	 */
	boolean isFree() {
		return this.ready && !this.running && this.entry != null;
	}

	/**
	 * Show a message.
	 * @return the outcome as the frame's script encodes it, a number if it comes later
	 * @throws JSException if the hook fails, or its frame
	 */
	Object see(IsolatedMessage message) {
		JSObject entry = this.entry;
		Assert.state(entry != null, "There is no hook");
		this.running = true;
		try {
			return entry.call("see", message.id, message.command, message.callback, message.error, message.kind,
					message.body, message.headers);
		}
		finally {
			this.running = false;
		}
	}

	/**
	 * Let the frame's promises go on soon. Within the page's own call they would not
	 * until the engine's next timer.
	 */
	void turnLater() {
		this.turn.ask();
	}

	private void turn() {
		if (this.entry != null) {
			this.entry.call("turn");
		}
	}

}
