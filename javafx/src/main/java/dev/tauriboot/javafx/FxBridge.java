package dev.tauriboot.javafx;

import dev.tauriboot.javafx.FxRepairKit.ClipboardAccess;
import javafx.application.Platform;
import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The object that a document's bootstrap script holds. The engine's script bridge calls
 * public methods of public types only, which is why this is one; it is of no use to
 * anybody else. There are only two such methods, as the engine reads all that the object
 * has for each document anew and never lets go of it. All methods are called on the
 * JavaFX application thread.
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
	 * Take a call of a command. It has a method of its own for its speed: for each number
	 * that is to be an object the engine looks for its class.
	 * @param command the command
	 * @param callback the id to run with a success
	 * @param error the id to run with an error
	 * @param raw whether the body is Base64 of bytes rather than JSON
	 * @param body the body
	 * @param headers the caller's headers as a JSON array of pairs, or {@code null}
	 * @return frames that have come in the meantime, or {@code null} if there are none
	 */
	public @Nullable String invoke(String command, int callback, int error, boolean raw, String body,
			@Nullable String headers) {
		return this.link.invoke(command, callback, error, raw, body, headers);
	}

	/**
	 * Do what else the document asks for. Arguments that there are none of are
	 * {@code null}.
	 * @param name what to do
	 * @param a the first argument
	 * @param b the second argument
	 * @param c the third argument
	 * @param d the fourth argument
	 * @param e the fifth argument
	 * @param f the sixth argument
	 * @return the answer, or {@code null} if there is none
	 */
	public @Nullable Object call(String name, @Nullable Object a, @Nullable Object b, @Nullable Object c,
			@Nullable Object d, @Nullable Object e, @Nullable Object f) {
		return switch (name) {
			case "connect" -> this.link.connect(node(a));
			case "stage" -> this.link.stage(text(a), number(b), number(c), (String) d, number(e), number(f));
			case "takeHeld" -> this.link.takeHeld(number(a));
			case "hasConsole" -> this.link.hasConsole();
			case "savesLinks" -> this.link.downloads() != null;
			case "settleDownload" -> settleDownload();
			case "downloadData" -> downloadData(number(a), text(b));
			case "takesDrops" -> this.link.droppedFiles() != null;
			case "draggedFiles" -> draggedFiles();
			case "clipboardAccess" -> this.link.clipboard().ordinal();
			case "readClipboard" -> readClipboard();
			case "subtle" -> subtle();
			default -> {
				tell(name, a, b, c, d);
				yield null;
			}
		};
	}

	private void tell(String name, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
		switch (name) {
			case "cancel" -> this.link.page().cancel(number(a));
			case "submitKept" -> this.link.submitKept(text(a), number(b), number(c), text(d));
			case "postText" -> this.link.postText(text(a));
			case "log" -> this.link.log(text(a), text(b), (String) c);
			case "offerDownload" -> offerDownload(text(a), text(b), size(c), text(d));
			case "endDownload" -> endDownload(number(a), flag(b));
			case "offerDrop" -> offerDrop();
			case "copy" -> copy(text(a), (String) b, flag(c));
			case "print" -> this.link.print(node(a));
			case "leave" -> this.link.page().close();
			default -> throw new IllegalArgumentException("There is no '" + name + "'");
		}
	}

	private static String text(@Nullable Object argument) {
		Assert.isInstanceOf(String.class, argument);
		return (String) argument;
	}

	private static int number(@Nullable Object argument) {
		return (int) size(argument);
	}

	private static long size(@Nullable Object argument) {
		Assert.isInstanceOf(Number.class, argument);
		return ((Number) argument).longValue();
	}

	private static boolean flag(@Nullable Object argument) {
		return Boolean.TRUE.equals(argument);
	}

	private static JSObject node(@Nullable Object argument) {
		Assert.isInstanceOf(JSObject.class, argument);
		return (JSObject) argument;
	}

	// A link is to be saved, which a click, before it does its work, tells with what it
	// proposes: a name, how many bytes the document has, or -1, and their type.
	private void offerDownload(String url, String name, long size, String type) {
		FxPageDownloads downloads = this.link.downloads();
		if (downloads != null) {
			downloads.offer(this.link.page(), url, name, size, type);
		}
	}

	// The number under which the document's bytes are expected, 0 if none are.
	private int settleDownload() {
		FxPageDownloads downloads = this.link.downloads();
		return (downloads != null) ? downloads.settle() : 0;
	}

	// Whether more bytes are wanted.
	private boolean downloadData(int id, String base64) {
		FxPageDownloads downloads = this.link.downloads();
		return downloads != null && downloads.data(id, base64);
	}

	private void endDownload(int id, boolean complete) {
		FxPageDownloads downloads = this.link.downloads();
		if (downloads != null) {
			downloads.end(id, complete);
		}
	}

	private int draggedFiles() {
		FxDroppedFiles files = this.link.droppedFiles();
		return (files != null) ? files.count() : 0;
	}

	// Presses a key, in the course of which an input that the document clicks gets the
	// files that were dropped.
	private void offerDrop() {
		FxDroppedFiles files = this.link.droppedFiles();
		if (files != null) {
			files.offer();
		}
	}

	// A document copies only while the engine does, which takes a click or a key. Later
	// is when the engine, as yet, is about to put something on the clipboard itself.
	private void copy(String text, @Nullable String html, boolean later) {
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

	private String readClipboard() {
		String text = (this.link.clipboard() == ClipboardAccess.READ) ? FxPageClipboard.read() : null;
		return (text != null) ? text : "";
	}

	/**
	 * Lend the document what it does Web Crypto with.
	 * @return the document's own object, or {@code null} if it gets none
	 */
	@Nullable FxSubtle subtle() {
		return this.link.subtle();
	}

}
