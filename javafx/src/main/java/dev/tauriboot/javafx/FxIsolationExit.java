package dev.tauriboot.javafx;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.tauriboot.door.BridgeCall;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.ipc.ByteText;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.isolation.IsolationSession;
import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.log.LogMessage;

/**
 * Where messages go that the hook has seen: encrypted to the door, by way of the page's
 * own request if their bytes are many, or back to the caller as refused.
 */
final class FxIsolationExit {

	private static final Log logger = LogFactory.getLog(FxIsolationExit.class);

	private final IsolationPattern pattern;

	private final IsolationSession session;

	private final Supplier<BridgeDoor> door;

	private final JsonMapper mapper;

	private final Page page;

	private final Map<Integer, IsolatedMessage> uploading = new ConcurrentHashMap<>();

	FxIsolationExit(IsolationPattern pattern, Supplier<BridgeDoor> door, JsonMapper mapper, Page page) {
		this.pattern = pattern;
		this.session = pattern.session(page);
		this.door = door;
		this.mapper = mapper;
		this.page = page;
	}

	void clear() {
		this.uploading.clear();
	}

	/**
	 * Send a message on, or tell the caller that it is refused.
	 */
	void leave(IsolatedMessage message, Object outcome) {
		if (message.cancelled || !this.page.isOpen()) {
			return;
		}
		// From now on the door stands for the call, or the page's own request.
		this.page.unregister(message.callback, message);
		orRefuse(message, () -> handOn(message, outcome));
	}

	// Whatever fails, the caller waits, and nothing may be thrown at it: that would be an
	// object of Java.
	private void orRefuse(IsolatedMessage message, Runnable work) {
		try {
			work.run();
		}
		catch (Throwable ex) {
			logger.error(LogMessage.format("A message of webview '%s' could not be sent on from its isolation frame",
					this.page.webview().label()), ex);
			refuse(message, message.refusal("it could not be sent on"));
		}
	}

	private void handOn(IsolatedMessage message, Object outcome) {
		if (Boolean.TRUE.equals(outcome)) {
			String body = message.body;
			boolean raw = message.kind == IsolatedMessage.BASE64;
			accept(message, message.command, message.headers, raw,
					() -> raw ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8));
			return;
		}
		String text = String.valueOf(outcome);
		char code = text.isEmpty() ? 'R' : text.charAt(0);
		if (code == 'C' || code == 'B') {
			boolean raw = code == 'B';
			int end = raw ? text.indexOf('\n') : text.length();
			JsonNode changed = this.mapper.readTree(text.substring(1, end));
			accept(message, changed.get(0).asString(), changed.get(1).isNull() ? null : changed.get(1).asString(), raw,
					() -> raw ? ByteText.read(text.substring(end + 1))
							: changed.get(2).asString().getBytes(StandardCharsets.UTF_8));
		}
		else if (code != 'S') {
			refuse(message, text.isEmpty() ? "" : text.substring(1));
		}
	}

	private void accept(IsolatedMessage message, String command, @Nullable String headers, boolean raw,
			Supplier<byte[]> body) {
		IsolationSession session = this.session;
		if (message.kind == IsolatedMessage.STAGED) {
			keep(message, command, session.seal(new IsolationSession.Message(command, raw, headers, body.get())));
			return;
		}
		BridgeCall call = new BridgeCall(command, message.callback, message.error,
				() -> session.seal(new IsolationSession.Message(command, raw, headers, body.get())));
		message.call = call;
		this.door.get().accept(this.page, call);
	}

	/**
	 * Say where the frame is to send the bytes that its hook has let through.
	 */
	String expectUpload(IsolatedMessage message, String command, @Nullable String headers) {
		this.uploading.put(message.id, message);
		message.upload = this.pattern.expectUpload(this.page, command, headers, (sealed) -> {
			if (this.uploading.remove(message.id) != null) {
				orRefuse(message, () -> keep(message, command, sealed));
			}
		});
		return message.upload;
	}

	// The page sends it as any request, so that its answer can be read as one.
	private void keep(IsolatedMessage message, String command, ByteBuffer sealed) {
		String name = this.session.keep(sealed);
		if (name == null) {
			refuse(message,
					message.refusal("too many messages wait to be sent, or too much: the limits are "
							+ this.pattern.maxKept() + " (tauri.ipc.max-in-flight) and " + this.pattern.maxWaiting()
							+ " bytes (tauri.ipc.max-body-size)"));
			return;
		}
		String answer = this.mapper.writeValueAsString(Map.of("name", name, "command", command));
		this.page.outbound().respond(message.submit, message.fail, new InvokeResponse.Json(answer));
	}

	void submitKept(String command, int callback, int error, String name) {
		this.door.get().accept(this.page, new BridgeCall(command, callback, error, () -> {
			ByteBuffer sealed = this.session.takeKept(name);
			return (sealed != null) ? sealed : ByteBuffer.allocate(0);
		}));
	}

	/**
	 * The page does not want the call any more whose message is kept for it.
	 */
	void forgetKept(String name) {
		this.session.takeKept(name);
	}

	void failed(int id, String reason) {
		IsolatedMessage message = this.uploading.remove(id);
		if (message != null) {
			this.pattern.forgetUpload(message.upload);
			refuse(message, message.refusal("its bytes could not be handed over: " + reason));
		}
	}

	/**
	 * The frame is gone that had bytes to hand over.
	 */
	void frameEnded(String reason) {
		List.copyOf(this.uploading.keySet()).forEach((id) -> failed(id, reason));
	}

	void refuse(IsolatedMessage message, String text) {
		this.page.unregister(message.callback, message);
		int error = (message.kind == IsolatedMessage.STAGED) ? message.fail : message.error;
		this.page.outbound().respond(error, error, new InvokeResponse.Error(this.mapper.writeValueAsString(text)));
	}

}
