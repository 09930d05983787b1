package dev.tauriboot.javafx;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.tauriboot.door.BridgeCall;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.Page;
import javafx.application.Platform;
import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.log.LogMessage;

/**
 * Leads the messages of one document through its isolation frame: in the order in which
 * they came, each for a limited time, none before there is a hook. What the hook lets
 * through is encrypted and goes on to the door. Lives on the JavaFX application thread.
 */
final class FxIsolation {

	private static final Log logger = LogFactory.getLog(FxIsolation.class);

	private static final String FRAME_GONE = "its frame went away";

	private static final String GONE = "its isolation frame is gone, until the document is loaded again";

	private static final long MIN_INTERVAL_MILLIS = 20;

	private final IsolationPattern pattern;

	private final String name;

	private final FxIsolationExit exit;

	private final PageDialogs dialogs;

	private final Page page;

	private final HookWatch watch;

	private final long limitNanos;

	private final Deque<IsolatedMessage> waiting = new ArrayDeque<>();

	private final Deque<IsolatedMessage> leaving = new ArrayDeque<>();

	private final Map<Integer, IsolatedMessage> unanswered = new HashMap<>();

	// Of what waits before the hook or is with it.
	private long chars;

	private int lastId;

	private final FxHook hook = new FxHook();

	private boolean overdue;

	private boolean sweeping;

	private int openDialogs;

	private long dialogNanos;

	private long since = System.nanoTime();

	FxIsolation(IsolationPattern pattern, Supplier<BridgeDoor> door, JsonMapper mapper, PageDialogs dialogs,
			Page page) {
		this.pattern = pattern;
		this.name = pattern.application().toString();
		this.exit = new FxIsolationExit(pattern, door, mapper, page);
		this.dialogs = dialogs;
		this.page = page;
		this.limitNanos = pattern.timeout().toNanos();
		this.watch = new HookWatch(this.name, pattern.timeout());
		page.onClose(() -> Platform.runLater(this::close));
	}

	private void close() {
		this.exit.clear();
		endFrame();
		this.waiting.clear();
		this.leaving.clear();
		this.chars = 0;
		this.unanswered.clear();
	}

	/**
	 * A frame's document is there. The first is the one, another that the page makes gets
	 * nothing.
	 */
	void frameLoaded(long frame, JSObject entry, BooleanSupplier attached) {
		if (!this.hook.isConnected() || !this.hook.isAttached()) {
			endFrame();
			this.hook.connect(frame, entry, attached, new FxIsolationFrame(this));
		}
	}

	/**
	 * A frame goes to another document.
	 */
	void frameLeft(long frame) {
		if (this.hook.isIn(frame)) {
			endFrame();
			leave();
		}
	}

	private void endFrame() {
		this.hook.disconnect();
		this.overdue = false;
		this.since = System.nanoTime();
		for (IsolatedMessage message : this.leaving) {
			if (message.outcome == null) {
				message.outcome = "R" + message.refusal(FRAME_GONE);
			}
		}
		this.exit.frameEnded(FRAME_GONE);
	}

	void ready(FxIsolationFrame frame) {
		if (this.hook.ready(frame)) {
			this.overdue = false;
			Platform.runLater(this::pump);
		}
	}

	IsolatedMessage message(String command, int callback, int error, boolean raw, String body,
			@Nullable String headers) {
		int kind = raw ? IsolatedMessage.BASE64 : IsolatedMessage.JSON;
		return new IsolatedMessage(++this.lastId, command, callback, error, kind, body, headers);
	}

	/**
	 * Take a message.
	 * @return the call it has become, or {@code null} if it has not yet, or never will
	 */
	@Nullable BridgeCall submit(IsolatedMessage message) {
		this.page.register(message.callback, message);
		if (!this.hook.isReady() && this.overdue) {
			this.exit.refuse(message, notReady(message));
			return null;
		}
		if (this.chars > 0 && this.chars + message.size() > this.pattern.maxWaiting()) {
			this.exit.refuse(message, message.refusalWithoutHook(
					"too much waits for the isolation hook: the limit is " + this.pattern.maxWaiting()));
			return null;
		}
		this.waiting.add(message);
		this.chars += message.size();
		pump();
		if (message.call == null) {
			sweepLater();
		}
		return message.call;
	}

	int stage(String command, int callback, int error, @Nullable String headers, int submit, int fail) {
		IsolatedMessage message = new IsolatedMessage(++this.lastId, command, callback, error, IsolatedMessage.STAGED,
				"", headers);
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
		for (IsolatedMessage message : this.waiting) {
			if (message.id == id) {
				message.here = true;
				Platform.runLater(this::pump);
				return;
			}
		}
	}

	private void pump() {
		while (this.hook.isFree()) {
			IsolatedMessage message = this.waiting.peek();
			if (message == null || !message.here) {
				return;
			}
			this.waiting.remove();
			if (message.cancelled) {
				this.chars -= message.size();
				continue;
			}
			this.leaving.add(message);
			see(message);
			leave();
		}
	}

	private void see(IsolatedMessage message) {
		this.dialogNanos = 0;
		message.started = System.nanoTime();
		this.watch.begin(message.command);
		Object outcome;
		try {
			outcome = this.hook.see(message);
		}
		catch (JSException ex) {
			outcome = "R" + message.refusal(String.valueOf(ex.getMessage()));
			if (!this.hook.isAttached()) {
				outcome = "R" + message.refusalWithoutHook(GONE);
				message.outcome = outcome;
				endFrame();
				giveUpWaiting();
			}
		}
		finally {
			this.watch.end();
		}
		if (message.outcome == null && System.nanoTime() - message.started - this.dialogNanos > this.limitNanos) {
			outcome = tooLong(message);
		}
		if (outcome instanceof Number) {
			if (message.outcome == null) {
				this.unanswered.put(message.id, message);
				this.hook.turnLater();
			}
		}
		else if (message.outcome == null) {
			message.outcome = outcome;
		}
	}

	void done(int id, Object outcome) {
		IsolatedMessage message = this.unanswered.remove(id);
		if (message != null && message.outcome == null) {
			message.outcome = outcome;
			leave();
		}
	}

	private void leave() {
		IsolatedMessage message = this.leaving.peek();
		while (message != null && message.outcome != null) {
			this.leaving.poll();
			this.chars -= message.size();
			this.unanswered.remove(message.id);
			this.exit.leave(message, message.outcome);
			message = this.leaving.peek();
		}
	}

	String expectUpload(int id, String command, @Nullable String headers) {
		IsolatedMessage message = find(id);
		return (message != null) ? this.exit.expectUpload(message, command, headers) : "";
	}

	private @Nullable IsolatedMessage find(int id) {
		for (IsolatedMessage message : this.leaving) {
			if (message.id == id) {
				return message;
			}
		}
		return null;
	}

	/**
	 * A script of the frame is being ended. What waits for an answer has waited for too
	 * long with it, whatever becomes of it.
	 */
	void exceeded(int millis) {
		List<IsolatedMessage> refused = this.leaving.stream().filter((message) -> message.outcome == null).toList();
		String work = refused.isEmpty() ? "work of its own"
				: refused.stream().map((message) -> message.command).collect(Collectors.joining(", "));
		logger.error(LogMessage.format("The isolation hook of '%s' was busy with %s for %d ms, and has been ended",
				this.name, work, millis));
		refused.forEach((message) -> message.outcome = "R" + message.refusal("it was busy for " + millis + " ms"));
		Platform.runLater(this::leave);
	}

	private String tooLong(IsolatedMessage message) {
		logger.warn(LogMessage.format("The isolation hook of '%s' took more than %d ms for %s: the call is refused",
				this.name, this.pattern.timeout().toMillis(), message.command));
		return "R" + message.refusal("it took too long");
	}

	private String notReady(IsolatedMessage message) {
		return message.refusalWithoutHook(this.hook.isLost() ? GONE
				: "the isolation application at '" + this.name + "' has not set window.__TAURI_ISOLATION_HOOK__");
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
		if (!this.hook.isRunning() && this.openDialogs == 0) {
			long now = System.nanoTime();
			if (!this.hook.isReady() && !this.waiting.isEmpty() && now - this.since > this.limitNanos) {
				giveUpWaiting();
			}
			IsolatedMessage first = this.waiting.peek();
			if (this.hook.isReady() && first != null && !first.here && now - first.started > this.limitNanos) {
				this.waiting.remove();
				this.chars -= first.size();
				this.exit.refuse(first, first.refusal("its bytes did not come"));
				pump();
			}
			for (IsolatedMessage next = this.leaving.peek(); next != null && next.outcome == null
					&& now - next.started > this.limitNanos; next = this.leaving.peek()) {
				next.outcome = tooLong(next);
				leave();
			}
		}
		sweepLater();
	}

	private void giveUpWaiting() {
		if (this.hook.isLost()) {
			logger.warn(LogMessage.format(
					"The isolation frame of webview '%s' is gone: calls are refused until the document is loaded again",
					this.page.webview().label()));
		}
		else {
			logger.error(LogMessage.format(
					"The isolation application at '%s' has not set window.__TAURI_ISOLATION_HOOK__ "
							+ "within %d ms: calls are refused until it does",
					this.name, this.pattern.timeout().toMillis()));
		}
		this.overdue = true;
		List<IsolatedMessage> given = new ArrayList<>(this.waiting);
		this.waiting.clear();
		for (IsolatedMessage message : given) {
			this.chars -= message.size();
			this.exit.refuse(message, notReady(message));
		}
	}

	void forgetKept(String name) {
		this.exit.forgetKept(name);
	}

	void submitKept(String command, int callback, int error, String name) {
		this.exit.submitKept(command, callback, error, name);
	}

	void failed(int id, String reason) {
		this.exit.failed(id, reason);
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

}
