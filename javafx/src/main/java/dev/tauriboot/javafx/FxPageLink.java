package dev.tauriboot.javafx;

import java.util.Base64;

import dev.tauriboot.Origin;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.BridgeDoor.BridgeCall;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.page.PageConnection;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Page;
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

	private final FxConsole console;

	private final Page page;

	private final Patience patience = new Patience();

	private @Nullable JSObject sink;

	FxPageLink(FxEnvironment environment, FxWebview webview, Origin origin) {
		this.environment = environment;
		this.console = webview.console();
		Outbound outbound = new Outbound(() -> Platform.runLater(this::flush), environment.limits(), true);
		this.page = new Page(webview, origin, origin.equals(environment.appOrigin()), outbound);
		this.page.onClose(() -> this.sink = null);
	}

	Page page() {
		return this.page;
	}

	String connect(JSObject sink) {
		Assert.state(this.sink == null, "the document is connected already");
		this.sink = sink;
		this.environment.pages().add(this.page);
		return this.environment.mapper()
			.writeValueAsString(
					PageConnection.of(this.page, this.environment.ipcUrl(), this.environment.protocolUrl()));
	}

	/**
	 * Hand a call over and wait a moment for its answer: a short command is done before
	 * the engine could be woken again, and its answer then returns with this very call.
	 */
	@Nullable String invoke(String command, int callback, int error, boolean raw, String body, @Nullable String headers) {
		BridgeCall call = new BridgeCall(command, callback, error, raw, body, headers);
		BridgeDoor door = this.environment.bridgeDoor();
		long nanos = this.patience.nanosFor(command);
		if (nanos == 0) {
			door.accept(this.page, call);
			return null;
		}
		Outbound outbound = this.page.outbound();
		outbound.attend();
		String batch;
		try {
			door.accept(this.page, call);
			long start = System.nanoTime();
			while (!call.isDone() && System.nanoTime() - start < nanos) {
				Thread.onSpinWait();
			}
			this.patience.learn(command, call.isDone());
		}
		finally {
			batch = outbound.leave();
		}
		return batch;
	}

	String takeHeld(int id) {
		InvokeResponse held = this.page.outbound().takeHeld(id);
		Assert.state(held instanceof InvokeResponse.Raw, "data not found");
		return Base64.getEncoder().encodeToString(((InvokeResponse.Raw) held).bytes());
	}

	void postText(String text) {
		this.environment.bridgeDoor().acceptText(this.page, text, (problem) -> {
			JSObject sink = this.sink;
			if (sink != null) {
				Platform.runLater(() -> sink.call("report", problem));
			}
		});
	}

	void log(String level, String text, @Nullable String position) {
		this.console.print(level, text, position);
	}

	private void flush() {
		JSObject sink = this.sink;
		if (sink == null) {
			return;
		}
		String batch = this.page.outbound().drain();
		if (batch != null) {
			sink.call("deliver", batch);
		}
	}

}
