package dev.tauriboot.window;

import java.util.Base64;

import dev.tauriboot.ipc.InvokeResponse;

/**
 * One thing told to a document: a JSON array that starts with its kind, as the page's
 * {@code frames.js} reads it. It is kept in parts, so that a large text is copied once,
 * into its batch.
 */
record Frame(String head, String text, String tail) {

	private static Frame of(String frame) {
		return new Frame(frame, "", "");
	}

	static Frame success(int callback, InvokeResponse.Json value) {
		return new Frame("[0," + Integer.toUnsignedString(callback) + ",", value.text(), "]");
	}

	static Frame failure(int error, InvokeResponse.Error reason) {
		return new Frame("[0," + Integer.toUnsignedString(error) + ",", reason.text(), "]");
	}

	static Frame bytes(int callback, InvokeResponse.Raw value) {
		return new Frame("[1," + Integer.toUnsignedString(callback) + ",\"", base64(value), "\"]");
	}

	static Frame held(int callback, int error, int id) {
		return of("[2," + Integer.toUnsignedString(callback) + "," + id + "," + Integer.toUnsignedString(error) + "]");
	}

	static Frame channelValue(long channel, long index, InvokeResponse.Json value) {
		return new Frame("[3," + channel + "," + index + ",0,", value.text(), "]");
	}

	static Frame channelBytes(long channel, long index, InvokeResponse.Raw value) {
		return new Frame("[3," + channel + "," + index + ",1,\"", base64(value), "\"]");
	}

	static Frame channelHeld(long channel, long index, int id) {
		return of("[3," + channel + "," + index + ",2," + id + "]");
	}

	static Frame channelEnd(long channel, long index) {
		return of("[4," + channel + "," + index + "]");
	}

	static Frame event(String head, String payload) {
		return of("[5," + head + payload + "]");
	}

	static Frame listenerAdded(String quotedEvent, int listener, long handler) {
		return of("[6," + quotedEvent + "," + listener + "," + handler + "]");
	}

	static Frame listenerRemoved(String quotedEvent, int listener) {
		return of("[7," + quotedEvent + "," + listener + "]");
	}

	private static String base64(InvokeResponse.Raw value) {
		return Base64.getEncoder().encodeToString(value.bytes());
	}

	int length() {
		return this.head.length() + this.text.length() + this.tail.length();
	}

	void appendTo(StringBuilder batch) {
		batch.append(this.head).append(this.text).append(this.tail);
	}

}
