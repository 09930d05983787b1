package dev.tauriboot.javafx;

import java.util.Base64;
import java.util.function.Supplier;

import dev.tauriboot.Origin;
import dev.tauriboot.door.BridgeCall;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.javafx.FxRepairKit.ClipboardAccess;
import dev.tauriboot.page.PageConnection;
import dev.tauriboot.webcrypto.WebCrypto;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import javafx.application.Platform;
import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The Java end of one document's bridge: hands its calls to the door and its frames to
 * the document. Lives on the JavaFX application thread.
 */
final class FxPageLink {

	private final FxEnvironment environment;

	private final @Nullable FxConsole console;

	private final Page page;

	private final Patience patience = new Patience();

	private final @Nullable FxIsolation isolation;

	private final FxRepairs repairs;

	private @Nullable FxSink sink;

	private @Nullable FxSubtle subtle;

	FxPageLink(FxEnvironment environment, Webview webview, @Nullable FxConsole console, Origin origin,
			FxRepairs repairs) {
		this.environment = environment;
		this.console = console;
		this.repairs = repairs;
		Outbound outbound = new Outbound(() -> Platform.runLater(this::flush), environment.limits());
		this.page = new Page(webview, origin, origin.equals(environment.appOrigin()), outbound);
		this.page.onClose(() -> this.sink = null);
		IsolationPattern pattern = environment.isolation();
		this.isolation = (pattern != null) ? new FxIsolation(pattern, environment::bridgeDoor, environment.mapper(),
				environment.dialogs(), this.page) : null;
	}

	@Nullable FxIsolation isolation() {
		return this.isolation;
	}

	@Nullable FxPageDownloads downloads() {
		return this.repairs.downloads();
	}

	// Only the application's own pages get files.
	@Nullable FxDroppedFiles droppedFiles() {
		return this.page.isLocal() ? this.repairs.droppedFiles() : null;
	}

	// Only the application's own pages read.
	ClipboardAccess clipboard() {
		ClipboardAccess access = this.environment.repairs().clipboard();
		return (access == ClipboardAccess.READ && !this.page.isLocal()) ? ClipboardAccess.WRITE : access;
	}

	Page page() {
		return this.page;
	}

	String connect(JSObject sink) {
		Assert.state(this.sink == null, "the document is connected already");
		this.sink = new FxSink(sink);
		this.environment.pages().add(this.page);
		PageConnection connection = PageConnection.of(this.page,
				this.page.isLocal() ? this.environment.hosts().ipcUrl() : null, this.environment.hosts().protocolUrl());
		return this.environment.mapper()
			.writeValueAsString((this.isolation != null) ? connection.withIsolationUrl(this.environment.isolationUrl())
					: connection);
	}

	/**
	 * Hand a call over and wait a moment for its answer: a short command is done before
	 * the engine could be woken again, and its answer then returns with this very call.
	 */
	@Nullable String invoke(String command, int callback, int error, boolean raw, String body, @Nullable String headers) {
		FxIsolation isolation = this.isolation;
		if (isolation != null) {
			IsolatedMessage message = isolation.message(command, callback, error, raw, body, headers);
			return attend(command, () -> isolation.submit(message));
		}
		BridgeCall call = new BridgeCall(command, callback, error, raw, body, headers);
		return attend(command, () -> {
			this.environment.bridgeDoor().accept(this.page, call);
			return call;
		});
	}

	private @Nullable String attend(String command, Supplier<@Nullable BridgeCall> start) {
		long nanos = this.patience.nanosFor(command);
		if (nanos == 0) {
			start.get();
			return null;
		}
		Outbound outbound = this.page.outbound();
		outbound.attend();
		String batch;
		try {
			BridgeCall call = start.get();
			if (call != null) {
				long started = System.nanoTime();
				while (!call.isDone() && System.nanoTime() - started < nanos) {
					Thread.onSpinWait();
				}
				this.patience.learn(command, call.isDone());
			}
		}
		finally {
			batch = outbound.leave();
		}
		return batch;
	}

	int stage(String command, int callback, int error, @Nullable String headers, int submit, int fail) {
		Assert.state(this.isolation != null, "there is no isolation");
		return this.isolation.stage(command, callback, error, headers, submit, fail);
	}

	void submitKept(String command, int callback, int error, String name) {
		Assert.state(this.isolation != null, "there is no isolation");
		this.isolation.submitKept(command, callback, error, name);
	}

	void forgetKept(String name) {
		Assert.state(this.isolation != null, "there is no isolation");
		this.isolation.forgetKept(name);
	}

	@Nullable String takeHeld(int id) {
		Outbound outbound = this.page.outbound();
		InvokeResponse held = (this.isolation != null) ? outbound.takeHeldResult(id) : outbound.takeHeld(id);
		return (held instanceof InvokeResponse.Raw raw) ? Base64.getEncoder().encodeToString(raw.bytes()) : null;
	}

	void postText(String text) {
		this.environment.bridgeDoor().acceptText(this.page, text, (problem) -> {
			FxSink sink = this.sink;
			if (sink != null) {
				Platform.runLater(() -> sink.call("report", problem));
			}
		});
	}

	@Nullable FxSubtle subtle() {
		WebCrypto webCrypto = this.environment.webCrypto();
		if (this.subtle == null && webCrypto != null && this.page.isLocal()) {
			FxSubtle subtle = new FxSubtle(webCrypto.open());
			this.subtle = subtle;
			this.page.onClose(subtle::close);
		}
		return this.subtle;
	}

	void print(JSObject sink) {
		FxPrinting printing = this.environment.printing();
		if (printing != null && this.page.isLocal() && this.page.webview() instanceof FxWebview webview) {
			FxSink printed = new FxSink(sink);
			printing.print(webview.view(), (problem) -> log("warn", problem, null), () -> {
				if (this.page.isOpen()) {
					printed.call("done");
				}
			});
		}
	}

	boolean hasConsole() {
		return this.console != null;
	}

	void log(String level, String text, @Nullable String position) {
		if (this.console != null) {
			this.console.print(level, text, position);
		}
	}

	private void flush() {
		FxSink sink = this.sink;
		if (sink == null) {
			return;
		}
		String batch = this.page.outbound().drain();
		if (batch != null && !sink.call("deliver", batch)) {
			// A document that another replaces before it has loaded takes no leave.
			this.page.close();
		}
	}

}
