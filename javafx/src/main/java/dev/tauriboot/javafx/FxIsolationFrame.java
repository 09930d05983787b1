package dev.tauriboot.javafx;

import org.jspecify.annotations.Nullable;

/**
 * The object lent to an isolation frame's own script. The engine's script bridge calls
 * public methods of public types only, which is why this is one; it is of no use to
 * anybody else. All methods are called on the JavaFX application thread.
 *
 * @since 0.1.0
 */
public final class FxIsolationFrame {

	private @Nullable FxIsolation isolation;

	FxIsolationFrame(FxIsolation isolation) {
		this.isolation = isolation;
	}

	/**
	 * End the frame: whatever it says from now on is not heard.
	 */
	void end() {
		this.isolation = null;
	}

	/**
	 * There is a hook.
	 */
	public void ready() {
		if (this.isolation != null) {
			this.isolation.ready(this);
		}
	}

	/**
	 * Tell what a hook that took its time has made of a message.
	 * @param id the message's number
	 * @param outcome the outcome as the frame's script encodes it
	 */
	public void done(int id, Object outcome) {
		if (this.isolation != null) {
			this.isolation.done(id, outcome);
		}
	}

	/**
	 * The bytes of a message have come.
	 * @param id the message's number
	 */
	public void arrived(int id) {
		if (this.isolation != null) {
			this.isolation.arrived(id);
		}
	}

	/**
	 * Ask where to send the bytes of a message.
	 * @param id the message's number
	 * @param command the command
	 * @param headers the caller's headers as JSON, or {@code null}
	 * @return the path, good once
	 */
	public String expect(int id, String command, @Nullable String headers) {
		return (this.isolation != null) ? this.isolation.expectUpload(id, command, headers) : "";
	}

	/**
	 * The bytes of a message could not be sent.
	 * @param id the message's number
	 * @param reason why
	 */
	public void failed(int id, String reason) {
		if (this.isolation != null) {
			this.isolation.failed(id, reason);
		}
	}

	/**
	 * A script of the frame has run on for longer than it may, and is being ended.
	 * @param millis how long it has run
	 */
	public void exceeded(int millis) {
		if (this.isolation != null) {
			this.isolation.exceeded(millis);
		}
	}

	/**
	 * Show a text.
	 * @param message the text
	 */
	public void alert(String message) {
		if (this.isolation != null) {
			this.isolation.alert(message);
		}
	}

	/**
	 * Ask yes or no.
	 * @param message the question
	 * @return the answer
	 */
	public boolean confirm(String message) {
		return this.isolation != null && this.isolation.confirm(message);
	}

}
