package dev.tauriboot.javafx;

import dev.tauriboot.javafx.FxRepairKit.ClipboardAccess;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The Java end of what a document's bootstrap script holds.
 */
final class FxBridge extends FxPeer {

	private final FxPageLink link;

	FxBridge(FxPageLink link) {
		Assert.notNull(link, "'link' must not be null");
		this.link = link;
	}

	@Override
	@Nullable String invoke(String command, int callback, int error, boolean raw, String body, @Nullable String headers) {
		return this.link.invoke(command, callback, error, raw, body, headers);
	}

	@Override
	@Nullable Object call(String name, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d,
			@Nullable Object e, @Nullable Object f) {
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
			case "hasSubtle" -> subtle() != null;
			default -> {
				tell(name, a, b, c, d);
				yield null;
			}
		};
	}

	private void tell(String name, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d) {
		switch (name) {
			case "cancel" -> this.link.page().cancel(number(a));
			case "forgetKept" -> this.link.forgetKept(text(a));
			case "submitKept" -> this.link.submitKept(text(a), number(b), number(c), text(d));
			case "postText" -> this.link.postText(text(a));
			case "log" -> this.link.log(text(a), text(b), (String) c);
			case "offerDownload" -> offerDownload(text(a), text(b), size(c), text(d));
			case "endDownload" -> endDownload(number(a), flag(b));
			case "offerDrop" -> offerDrop();
			case "copy" -> copy(text(a), (String) b, flag(c));
			case "print" -> this.link.print(node(a));
			case "openSubtle" -> theSubtle().open(node(a));
			case "callSubtle" -> theSubtle().call(number(a), text(b), text(c), (String) d);
			case "forgetKeys" -> theSubtle().forget(text(a));
			case "leave" -> this.link.page().close();
			default -> throw new IllegalArgumentException("There is no '" + name + "'");
		}
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
	private boolean downloadData(int id, String bytes) {
		FxPageDownloads downloads = this.link.downloads();
		return downloads != null && downloads.data(id, bytes);
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
	 * What the document does Web Crypto with, or {@code null} if it gets none.
	 */
	@Nullable FxSubtle subtle() {
		return this.link.subtle();
	}

	private FxSubtle theSubtle() {
		FxSubtle subtle = subtle();
		Assert.state(subtle != null, "there is no Web Crypto");
		return subtle;
	}

}
