package dev.tauriboot.javafx;

import dev.tauriboot.door.BridgeCall;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * A message on its way through the isolation frame.
 */
final class IsolatedMessage implements Disposable {

	static final int JSON = 0;

	static final int BASE64 = 1;

	static final int STAGED = 2;

	// A short message takes no less while it waits.
	private static final int MIN_SIZE = 256;

	final int id;

	final String command;

	final int callback;

	final int error;

	final int kind;

	final String body;

	final @Nullable String headers;

	/** Whether its bytes have come to the frame. */
	boolean here = true;

	/** The page's callback that sends what is kept for it. */
	int submit;

	/** The page's callback that is told of a refusal before that. */
	int fail;

	/** The name by which the frame hands its bytes over. */
	String upload = "";

	long started = System.nanoTime();

	volatile boolean cancelled;

	/** What the hook has made of it, as the frame's script encodes it. */
	@Nullable Object outcome;

	@Nullable BridgeCall call;

	IsolatedMessage(int id, String command, int callback, int error, int kind, String body, @Nullable String headers) {
		this.id = id;
		this.command = command;
		this.callback = callback;
		this.error = error;
		this.kind = kind;
		this.body = body;
		this.headers = headers;
	}

	/**
	 * How many characters it keeps in memory, more or less.
	 */
	long size() {
		return Math.max((long) this.body.length() + ((this.headers != null) ? this.headers.length() : 0), MIN_SIZE);
	}

	/**
	 * The document does not want the call any more.
	 */
	@Override
	public void dispose() {
		this.cancelled = true;
	}

	/**
	 * What its caller is told if the hook does not let it through.
	 */
	String refusal(String reason) {
		return "Command " + this.command + " refused by the isolation hook: " + reason;
	}

	/**
	 * What its caller is told if there is no hook that could see it.
	 */
	String refusalWithoutHook(String reason) {
		return "Command " + this.command + " refused: " + reason;
	}

}
