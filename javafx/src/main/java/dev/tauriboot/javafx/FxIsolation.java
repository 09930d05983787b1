package dev.tauriboot.javafx;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.BridgeDoor.BridgeCall;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.isolation.IsolationSession;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.Page;
import javafx.application.Platform;
import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.log.LogMessage;

/**
 * Leads the messages of one document through its isolation frame: in the order in which
 * they came, each for a limited time, none before there is a hook. What the hook lets
 * through is encrypted and goes on to the door. Lives on the JavaFX application thread.
 */
final class FxIsolation {

	static final int JSON = 0;

	static final int BASE64 = 1;

	static final int STAGED = 2;

	private static final Log logger = LogFactory.getLog(FxIsolation.class);

	private static final long MIN_INTERVAL_MILLIS = 20;

	private final IsolationPattern pattern;

	private final String name;

	private final IsolationSession session;

	private final Supplier<BridgeDoor> door;

	private final JsonMapper mapper;

	private final PageDialogs dialogs;

	private final Page page;

	private final HookWatch watch;

	private final long limitNanos;

	private final Deque<Message> waiting = new ArrayDeque<>();

	private final Deque<Message> leaving = new ArrayDeque<>();

	private final Map<Integer, Message> unanswered = new HashMap<>();

	private final Map<Integer, Message> uploading = new ConcurrentHashMap<>();

	private int lastId;

	private long frame;

	private @Nullable JSObject entry;

	private BooleanSupplier attached = () -> false;

	// The engine holds objects given to scripts weakly: this field keeps it alive.
	private @Nullable FxIsolationFrame lent;

	private boolean ready;

	private boolean overdue;

	private boolean running;

	private boolean turning;

	private boolean sweeping;

	private int openDialogs;

	private long dialogNanos;

	private long since = System.nanoTime();

	FxIsolation(IsolationPattern pattern, Supplier<BridgeDoor> door, JsonMapper mapper, PageDialogs dialogs,
			Page page) {
		this.pattern = pattern;
		this.name = pattern.application().toString();
		this.session = pattern.session(page);
		this.door = door;
		this.mapper = mapper;
		this.dialogs = dialogs;
		this.page = page;
		this.limitNanos = pattern.timeout().toNanos();
		this.watch = new HookWatch(this.name, pattern.timeout());
		page.onClose(() -> Platform.runLater(this::close));
	}

	private void close() {
		endFrame();
		this.waiting.clear();
		this.leaving.clear();
		this.unanswered.clear();
		this.uploading.clear();
	}

	/**
	 * A frame's document is there. The first is the one, another that the page makes gets
	 * nothing.
	 */
	void frameLoaded(long frame, JSObject entry, BooleanSupplier attached) {
		if (this.entry != null && this.attached.getAsBoolean()) {
			return;
		}
		endFrame();
		this.frame = frame;
		this.attached = attached;
		this.entry = entry;
		FxIsolationFrame lent = new FxIsolationFrame(this);
		this.lent = lent;
		entry.call("connect", lent);
	}

	/**
	 * A frame goes to another document.
	 */
	void frameLeft(long frame) {
		if (frame == this.frame) {
			endFrame();
			leave();
		}
	}

	private void endFrame() {
		if (this.lent != null) {
			this.lent.end();
		}
		this.lent = null;
		this.entry = null;
		this.frame = 0;
		this.ready = false;
		this.overdue = false;
		this.since = System.nanoTime();
		for (Message message : this.leaving) {
			if (message.outcome == null) {
				message.outcome = refusal(message, "its frame went away");
			}
		}
	}

	void ready(FxIsolationFrame frame) {
		if (frame == this.lent) {
			this.ready = true;
			this.overdue = false;
			Platform.runLater(this::pump);
		}
	}

	Message message(String command, int callback, int error, boolean raw, String body, @Nullable String headers) {
		return new Message(++this.lastId, command, callback, error, raw ? BASE64 : JSON, body, headers);
	}

	/**
	 * Take a message.
	 * @return the call it has become, or {@code null} if it has not yet, or never will
	 */
	@Nullable BridgeCall submit(Message message) {
		this.page.register(message.callback, () -> message.cancelled = true);
		if (!this.ready && this.overdue) {
			refuse(message, notRegistered(message));
			return null;
		}
		this.waiting.add(message);
		pump();
		if (message.call == null) {
			sweepLater();
		}
		return message.call;
	}

	int stage(String command, int callback, int error, @Nullable String headers, int submit, int fail) {
		Message message = new Message(++this.lastId, command, callback, error, STAGED, "", headers);
		message.submit = submit;
		message.fail = fail;
		message.here = false;
		submit(message);
		return message.id;
	}

	/**
	 * The bytes of a message have come to the frame. A frame can only say so from within
	 * its script, which is better not entered anew.
	 */
	void arrived(int id) {
		for (Message message : this.waiting) {
			if (message.id == id) {
				message.here = true;
				Platform.runLater(this::pump);
				return;
			}
		}
	}

	private void pump() {
		JSObject entry = this.entry;
		while (this.ready && !this.running && entry != null) {
			Message message = this.waiting.peek();
			if (message == null || !message.here) {
				return;
			}
			this.waiting.poll();
			if (!message.cancelled) {
				this.leaving.add(message);
				see(entry, message);
				leave();
			}
			entry = this.entry;
		}
	}

	private void see(JSObject entry, Message message) {
		this.running = true;
		this.dialogNanos = 0;
		message.started = System.nanoTime();
		this.watch.begin(message.command);
		Object outcome;
		try {
			outcome = entry.call("see", message.id, message.command, message.callback, message.error, message.kind,
					message.body, message.headers);
		}
		catch (JSException ex) {
			outcome = refusal(message, ex.getMessage());
			if (!this.attached.getAsBoolean()) {
				outcome = refusal(message, "its frame is gone");
				message.outcome = outcome;
				endFrame();
			}
		}
		finally {
			this.watch.end();
			this.running = false;
		}
		if (System.nanoTime() - message.started - this.dialogNanos > this.limitNanos) {
			outcome = tooLong(message);
		}
		if (outcome instanceof Number) {
			if (message.outcome == null) {
				this.unanswered.put(message.id, message);
				turnLater();
			}
		}
		else if (message.outcome == null) {
			message.outcome = outcome;
		}
	}

	// Within the page's own call the frame's promises would not go on until the engine's
	// next timer.
	private void turnLater() {
		if (!this.turning) {
			this.turning = true;
			Platform.runLater(() -> {
				this.turning = false;
				JSObject entry = this.entry;
				if (entry != null) {
					entry.call("turn");
				}
			});
		}
	}

	void done(int id, Object outcome) {
		Message message = this.unanswered.remove(id);
		if (message != null && message.outcome == null) {
			message.outcome = outcome;
			leave();
		}
	}

	private void leave() {
		Message message = this.leaving.peek();
		while (message != null && message.outcome != null) {
			this.leaving.poll();
			this.unanswered.remove(message.id);
			go(message, message.outcome);
			message = this.leaving.peek();
		}
	}

	private void go(Message message, Object outcome) {
		if (message.cancelled || !this.page.isOpen()) {
			return;
		}
		if (message.kind == STAGED) {
			// From now on the page's own request stands for the call.
			this.page.unregister(message.callback);
		}
		if (Boolean.TRUE.equals(outcome)) {
			accept(message, message.command, message.headers, message.kind == BASE64, message.body);
			return;
		}
		String text = String.valueOf(outcome);
		char code = text.isEmpty() ? 'R' : text.charAt(0);
		if (code == 'C') {
			JsonNode changed = this.mapper.readTree(text.substring(1));
			accept(message, changed.get(0).asString(), changed.get(1).isNull() ? null : changed.get(1).asString(),
					changed.get(2).asInt() == BASE64, changed.get(3).asString());
		}
		else if (code != 'S') {
			refuse(message, text.isEmpty() ? "" : text.substring(1));
		}
	}

	private void accept(Message message, String command, @Nullable String headers, boolean raw, String body) {
		if (message.kind == STAGED) {
			keep(message, new IsolationSession.Message(command, raw, headers, bytes(raw, body)));
			return;
		}
		IsolationSession session = this.session;
		BridgeCall call = new BridgeCall(command, message.callback, message.error,
				() -> session.seal(new IsolationSession.Message(command, raw, headers, bytes(raw, body))));
		message.call = call;
		this.door.get().accept(this.page, call);
	}

	private static byte[] bytes(boolean raw, String body) {
		return raw ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Say where the frame is to send the bytes that its hook has let through.
	 */
	String expectUpload(int id, String command, @Nullable String headers) {
		Message message = find(id);
		if (message == null) {
			return "";
		}
		this.uploading.put(id, message);
		return this.pattern.expectUpload(this.page, (bytes) -> {
			if (this.uploading.remove(id) != null) {
				keep(message, new IsolationSession.Message(command, true, headers, bytes));
			}
		});
	}

	// The page sends it as any request, so that its answer can be read as one.
	private void keep(Message message, IsolationSession.Message plain) {
		String name = this.session.keep(this.session.seal(plain));
		if (name == null) {
			refuse(message, refusal(message, "too many messages wait to be sent").substring(1));
			return;
		}
		String answer = this.mapper.writeValueAsString(Map.of("name", name, "command", plain.command()));
		this.page.outbound().respond(message.submit, message.fail, new InvokeResponse.Json(answer));
	}

	private @Nullable Message find(int id) {
		for (Message message : this.leaving) {
			if (message.id == id) {
				return message;
			}
		}
		return null;
	}

	private void refuse(Message message, String text) {
		this.page.unregister(message.callback);
		int error = (message.kind == STAGED) ? message.fail : message.error;
		this.page.outbound().respond(error, error, new InvokeResponse.Error(this.mapper.writeValueAsString(text)));
	}

	private static String refusal(Message message, String reason) {
		return "RCommand " + message.command + " refused by the isolation hook: " + reason;
	}

	private String tooLong(Message message) {
		logger.warn(LogMessage.format("The isolation hook of '%s' took more than %d ms for %s: the call is refused",
				this.name, this.pattern.timeout().toMillis(), message.command));
		return refusal(message, "it took too long");
	}

	private String notRegistered(Message message) {
		return "Command " + message.command + " refused: the isolation application at '" + this.name
				+ "' has not set window.__TAURI_ISOLATION_HOOK__";
	}

	private void sweepLater() {
		if (this.sweeping || !this.page.isOpen() || (this.waiting.isEmpty() && this.leaving.isEmpty())) {
			return;
		}
		this.sweeping = true;
		long millis = Math.max(MIN_INTERVAL_MILLIS, this.pattern.timeout().dividedBy(8).toMillis());
		Schedulers.parallel().schedule(() -> Platform.runLater(this::sweep), millis, TimeUnit.MILLISECONDS);
	}

	private void sweep() {
		this.sweeping = false;
		if (!this.running && this.openDialogs == 0) {
			long now = System.nanoTime();
			if (!this.ready && !this.waiting.isEmpty() && now - this.since > this.limitNanos) {
				giveUpWaiting();
			}
			Message first = this.waiting.peek();
			if (this.ready && first != null && !first.here && now - first.started > this.limitNanos) {
				this.waiting.poll();
				refuse(first, refusal(first, "its bytes did not come").substring(1));
				pump();
			}
			for (Message next = this.leaving.peek(); next != null && next.outcome == null
					&& now - next.started > this.limitNanos; next = this.leaving.peek()) {
				next.outcome = tooLong(next);
				leave();
			}
		}
		sweepLater();
	}

	private void giveUpWaiting() {
		logger.error(LogMessage.format(
				"The isolation application at '%s' has not set window.__TAURI_ISOLATION_HOOK__ "
						+ "within %d ms: calls are refused until it does",
				this.name, this.pattern.timeout().toMillis()));
		this.overdue = true;
		List<Message> given = new ArrayList<>(this.waiting);
		this.waiting.clear();
		given.forEach((message) -> refuse(message, notRegistered(message)));
	}

	void failed(int id, String reason) {
		Message message = this.uploading.remove(id);
		if (message != null) {
			refuse(message, refusal(message, "its bytes could not be handed over: " + reason).substring(1));
		}
	}

	void alert(String message) {
		withDialog(() -> {
			this.dialogs.alert(this.page.webview(), message);
			return true;
		});
	}

	boolean confirm(String message) {
		return withDialog(() -> this.dialogs.confirm(this.page.webview(), message));
	}

	// The time a user takes is not the hook's.
	private boolean withDialog(BooleanSupplier dialog) {
		long start = System.nanoTime();
		this.openDialogs++;
		this.watch.pause();
		try {
			return dialog.getAsBoolean();
		}
		finally {
			this.watch.resume();
			this.openDialogs--;
			long nanos = System.nanoTime() - start;
			this.dialogNanos += nanos;
			this.leaving.forEach((message) -> message.started += nanos);
		}
	}

	/**
	 * A message on its way.
	 */
	static final class Message {

		private final int id;

		private final String command;

		private final int callback;

		private final int error;

		private final int kind;

		private final String body;

		private final @Nullable String headers;

		private boolean here = true;

		private int submit;

		private int fail;

		private long started = System.nanoTime();

		private volatile boolean cancelled;

		private @Nullable Object outcome;

		private @Nullable BridgeCall call;

		Message(int id, String command, int callback, int error, int kind, String body, @Nullable String headers) {
			this.id = id;
			this.command = command;
			this.callback = callback;
			this.error = error;
			this.kind = kind;
			this.body = body;
			this.headers = headers;
		}

	}

	/**
	 * Says in the log that a hook does not come to an end. It cannot be stopped, as the
	 * engine has but one thread.
	 */
	private static final class HookWatch {

		private final String name;

		private final Duration limit;

		private volatile @Nullable String command;

		private volatile long started;

		private volatile boolean watching;

		HookWatch(String name, Duration limit) {
			this.name = name;
			this.limit = limit;
		}

		void begin(String command) {
			this.started = System.nanoTime();
			this.command = command;
			if (!this.watching) {
				watch();
			}
		}

		private void watch() {
			this.watching = true;
			Schedulers.parallel().schedule(this::check, this.limit.toMillis(), TimeUnit.MILLISECONDS);
		}

		private void check() {
			String command = this.command;
			this.watching = false;
			if (command != null) {
				if (System.nanoTime() - this.started >= this.limit.toNanos()) {
					logger.error(LogMessage.format(
							"The isolation hook of '%s' has been busy with %s for %d ms: "
									+ "until it returns, the windows stand still",
							this.name, command, (System.nanoTime() - this.started) / 1_000_000));
				}
				watch();
			}
		}

		void pause() {
			this.command = null;
		}

		void resume() {
			this.started = System.nanoTime();
		}

		void end() {
			this.command = null;
		}

	}

}
