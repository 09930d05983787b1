package dev.tauriboot.door;

import java.nio.ByteBuffer;
import java.util.function.Supplier;

import dev.tauriboot.ipc.ByteText;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * A call as the page's script hands it over.
 *
 * @since 0.1.0
 * @see BridgeDoor
 */
public final class BridgeCall {

	private final String command;

	private final int callback;

	private final int error;

	private final boolean raw;

	private final String body;

	private final @Nullable String headers;

	private final @Nullable Supplier<ByteBuffer> bytes;

	private final Disposable.Swap cancellation = Disposables.swap();

	private boolean numbersForBytes;

	private volatile boolean done;

	/**
	 * Create a call.
	 * @param command the command's full name
	 * @param callback the id to run with a success
	 * @param error the id to run with an error
	 * @param raw whether the body is bytes, as a {@link ByteText}, rather than JSON text
	 * @param body the body
	 * @param headers the caller's headers as a JSON array of pairs, or {@code null}
	 */
	public BridgeCall(String command, int callback, int error, boolean raw, String body, @Nullable String headers) {
		this.command = command;
		this.callback = callback;
		this.error = error;
		this.raw = raw;
		this.body = body;
		this.headers = headers;
		this.bytes = null;
	}

	/**
	 * Create a call whose body is made on a worker.
	 * @param command the command's full name
	 * @param callback the id to run with a success
	 * @param error the id to run with an error
	 * @param bytes makes the body, asked once
	 */
	public BridgeCall(String command, int callback, int error, Supplier<ByteBuffer> bytes) {
		this.command = command;
		this.callback = callback;
		this.error = error;
		this.raw = true;
		this.body = "";
		this.headers = null;
		this.bytes = bytes;
	}

	String command() {
		return this.command;
	}

	int callback() {
		return this.callback;
	}

	int error() {
		return this.error;
	}

	boolean raw() {
		return this.raw;
	}

	String body() {
		return this.body;
	}

	@Nullable String headers() {
		return this.headers;
	}

	@Nullable Supplier<ByteBuffer> bytes() {
		return this.bytes;
	}

	Disposable.Swap cancellation() {
		return this.cancellation;
	}

	void numbersForBytes() {
		this.numbersForBytes = true;
	}

	boolean isNumbersForBytes() {
		return this.numbersForBytes;
	}

	void markDone() {
		this.done = true;
	}

	/**
	 * Whether the answer is in the document's queue.
	 * @return {@code true} once it is
	 */
	public boolean isDone() {
		return this.done;
	}

}
