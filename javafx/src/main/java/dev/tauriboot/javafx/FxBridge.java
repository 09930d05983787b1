package dev.tauriboot.javafx;

import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The object that a document's bootstrap script holds. The engine's script bridge calls
 * public methods of public types only, which is why this is one; it is of no use to
 * anybody else. All methods are called on the JavaFX application thread.
 *
 * @since 0.1.0
 */
public final class FxBridge {

	private final FxPageLink link;

	FxBridge(FxPageLink link) {
		Assert.notNull(link, "'link' must not be null");
		this.link = link;
	}

	/**
	 * Connect the document.
	 * @param sink the document's object that takes frames
	 * @return the connection as JSON
	 */
	public String connect(JSObject sink) {
		return this.link.connect(sink);
	}

	/**
	 * Take a call.
	 * @param command the command
	 * @param callback the id to run with a success
	 * @param error the id to run with an error
	 * @param raw whether the body is Base64 of bytes rather than JSON
	 * @param body the body
	 * @param headers the caller's headers as JSON, or {@code null}
	 * @return frames that are there already, or {@code null}
	 */
	public @Nullable String invoke(String command, int callback, int error, boolean raw, String body,
			@Nullable String headers) {
		return this.link.invoke(command, callback, error, raw, body, headers);
	}

	/**
	 * Take a call whose bytes go to the isolation frame.
	 * @param command the command
	 * @param callback the id to run with a success
	 * @param error the id to run with an error
	 * @param headers the caller's headers as JSON, or {@code null}
	 * @param submit the id to run when the document may send the call
	 * @param fail the id to run if it may not
	 * @return the number under which the frame expects the bytes
	 */
	public int stage(String command, int callback, int error, @Nullable String headers, int submit, int fail) {
		return this.link.stage(command, callback, error, headers, submit, fail);
	}

	/**
	 * Take a call whose encrypted message is kept, and which could not be sent otherwise.
	 * @param command the command
	 * @param callback the id to run with a success
	 * @param error the id to run with an error
	 * @param name the name of the message
	 */
	public void submitKept(String command, int callback, int error, String name) {
		this.link.submitKept(command, callback, error, name);
	}

	/**
	 * Cancel a call.
	 * @param callback the call's callback id
	 */
	public void cancel(int callback) {
		this.link.page().cancel(callback);
	}

	/**
	 * Give out data that cannot be fetched.
	 * @param id the data's id
	 * @return the data as Base64
	 */
	public String takeHeld(int id) {
		return this.link.takeHeld(id);
	}

	/**
	 * Take a call as the fallback transport writes it.
	 * @param text the message
	 */
	public void postText(String text) {
		this.link.postText(text);
	}

	/**
	 * Write to the log what the document has printed.
	 * @param level {@code debug}, {@code info}, {@code warn} or {@code error}
	 * @param text the text
	 * @param position URL and line of the caller, or {@code null}
	 */
	public void log(String level, String text, @Nullable String position) {
		this.link.log(level, text, position);
	}

	/**
	 * Lend the document what it does Web Crypto with.
	 * @return the document's own object, or {@code null} if it gets none
	 */
	public @Nullable FxSubtle subtle() {
		return this.link.subtle();
	}

	/**
	 * Print the document.
	 * @param sink the document's object that is told when it is over
	 */
	public void print(JSObject sink) {
		this.link.print(sink);
	}

	/**
	 * Take leave: the document is going.
	 */
	public void leave() {
		this.link.page().close();
	}

}
