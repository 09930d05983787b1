package dev.tauriboot.javafx;

import dev.tauriboot.javafx.FxRepairKit.ClipboardAccess;
import javafx.application.Platform;
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
	 * Tell whether links can be saved.
	 * @return whether the methods for it do anything
	 */
	public boolean savesLinks() {
		return this.link.downloads() != null;
	}

	/**
	 * Hear of a link that is to be saved, before a click does its work.
	 * @param url where it leads
	 * @param name the name that it proposes, maybe empty
	 * @param size how many bytes the document has for it, or -1
	 * @param type the type of these bytes
	 */
	public void offerDownload(String url, String name, double size, String type) {
		FxPageDownloads downloads = this.link.downloads();
		if (downloads != null) {
			downloads.offer(this.link.page(), url, name, (long) size, type);
		}
	}

	/**
	 * Hear that the click has done its work.
	 * @return the number under which the document's bytes are expected, 0 if none are
	 */
	public int settleDownload() {
		FxPageDownloads downloads = this.link.downloads();
		return (downloads != null) ? downloads.settle() : 0;
	}

	/**
	 * Take bytes of a download.
	 * @param id the number
	 * @param base64 the bytes
	 * @return whether more are wanted
	 */
	public boolean downloadData(int id, String base64) {
		FxPageDownloads downloads = this.link.downloads();
		return downloads != null && downloads.data(id, base64);
	}

	/**
	 * Hear that there are no more bytes.
	 * @param id the number
	 * @param complete whether these were all
	 */
	public void endDownload(int id, boolean complete) {
		FxPageDownloads downloads = this.link.downloads();
		if (downloads != null) {
			downloads.end(id, complete);
		}
	}

	/**
	 * Tell whether the document gets the files that are dropped onto it.
	 * @return whether the methods for it do anything
	 */
	public boolean takesDrops() {
		return this.link.droppedFiles() != null;
	}

	/**
	 * Tell how many files are dragged.
	 * @return the number, 0 if something else is
	 */
	public int draggedFiles() {
		FxDroppedFiles files = this.link.droppedFiles();
		return (files != null) ? files.count() : 0;
	}

	/**
	 * Press a key, in the course of which an input that the document clicks gets the
	 * files that were dropped.
	 */
	public void offerDrop() {
		FxDroppedFiles files = this.link.droppedFiles();
		if (files != null) {
			files.offer();
		}
	}

	/**
	 * Tell what the document can do with the clipboard.
	 * @return 0 for nothing, 1 to write, 2 to read too
	 */
	public int clipboardAccess() {
		return this.link.clipboard().ordinal();
	}

	/**
	 * Put on the clipboard what the document copies. It says so only while the engine
	 * copies, which takes a click or a key.
	 * @param text the text
	 * @param html the same as HTML, or {@code null}
	 * @param later whether the engine, as yet, is about to put something there itself
	 */
	public void copy(String text, @Nullable String html, boolean later) {
		if (this.link.clipboard() == ClipboardAccess.NONE) {
			return;
		}
		if (later) {
			Platform.runLater(() -> FxPageClipboard.copy(text, html));
		}
		else {
			FxPageClipboard.copy(text, html);
		}
	}

	/**
	 * Read the text on the clipboard.
	 * @return the text, empty if there is none
	 */
	public String readClipboard() {
		String text = (this.link.clipboard() == ClipboardAccess.READ) ? FxPageClipboard.read() : null;
		return (text != null) ? text : "";
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
