package dev.tauriboot.isolation;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The isolation pattern of one launch: its application, its key, and a session for each
 * open document.
 *
 * @since 0.1.0
 */
public final class IsolationPattern {

	private final IsolationKey key = IsolationKey.generate();

	private final IsolationApplication application;

	private final Duration timeout;

	private final long maxWaiting;

	private final int maxKept;

	private final Map<Page, IsolationSession> sessions = new ConcurrentHashMap<>();

	private final Map<String, IsolationUpload> uploads = new ConcurrentHashMap<>();

	private final Set<Page> refused = ConcurrentHashMap.newKeySet();

	private final LongAdder refusals = new LongAdder();

	/**
	 * Create the pattern, with a new key.
	 * @param application what the frames show
	 * @param timeout how long the hook may take to register, and for one message
	 */
	public IsolationPattern(IsolationApplication application, Duration timeout) {
		this(application, timeout, Long.MAX_VALUE, Integer.MAX_VALUE);
	}

	/**
	 * Create the pattern, with a new key.
	 * @param application what the frames show
	 * @param timeout how long the hook may take to register, and for one message
	 * @param maxWaiting the most bytes, or characters, of messages of one document that
	 * may wait before or behind its hook; a single one always may
	 * @param maxKept how many of them may wait behind it
	 */
	public IsolationPattern(IsolationApplication application, Duration timeout, long maxWaiting, int maxKept) {
		Assert.notNull(application, "'application' must not be null");
		Assert.notNull(timeout, "'timeout' must not be null");
		Assert.isTrue(timeout.toMillis() > 0, "'timeout' must be above 0");
		this.application = application;
		this.timeout = timeout;
		this.maxWaiting = maxWaiting;
		this.maxKept = maxKept;
		IsolationCipher.warmUp();
	}

	/**
	 * What the frames show.
	 * @return the application
	 */
	public IsolationApplication application() {
		return this.application;
	}

	/**
	 * Guard the scripts of the application, in the documents for windows that are made
	 * from now on. Those for a browser are not: it looks after its own pages.
	 * @param guard what reads scripts; one that it cannot read stays as it is, and is
	 * named in the log
	 */
	public void guard(LoopGuard guard) {
		Assert.notNull(guard, "'guard' must not be null");
		this.application.guard(guard);
	}

	/**
	 * How long the hook may take to register, and for one message.
	 * @return the limit
	 */
	public Duration timeout() {
		return this.timeout;
	}

	/**
	 * How much of one document may wait before its hook, or behind it.
	 * @return bytes, or characters
	 */
	public long maxWaiting() {
		return this.maxWaiting;
	}

	/**
	 * How many messages of one document may wait behind its hook.
	 * @return the number
	 */
	public int maxKept() {
		return this.maxKept;
	}

	/**
	 * The session of a document. It ends with the document.
	 * @param page the document
	 * @return the session, made at the first call
	 */
	public IsolationSession session(Page page) {
		Assert.notNull(page, "'page' must not be null");
		IsolationSession session = this.sessions.get(page);
		if (session == null) {
			session = this.sessions.computeIfAbsent(page,
					(key) -> new IsolationSession(this.key.derive(), this.maxWaiting, this.maxKept));
			page.onClose(() -> {
				this.sessions.remove(page);
				this.uploads.values().removeIf((upload) -> upload.isOf(page));
			});
		}
		return session;
	}

	@Nullable IsolationSession findSession(Page page) {
		return this.sessions.get(page);
	}

	/**
	 * Let a frame hand over the bytes of a message that its hook has let through.
	 * @param page the document of the frame
	 * @param command the command of the message
	 * @param headers the caller's headers as a JSON array of pairs, or {@code null}
	 * @param taker takes the encrypted message, on any thread
	 * @return the name for the requests, good for one message
	 */
	public String expectUpload(Page page, String command, @Nullable String headers, Consumer<ByteBuffer> taker) {
		String name = IsolationSession.newName();
		this.uploads.put(name, new IsolationUpload(page, session(page), command, headers, taker));
		if (!page.isOpen()) {
			forgetUpload(name);
		}
		return name;
	}

	/**
	 * Expect bytes no longer, and let go what has come of them.
	 * @param name the name for the requests
	 */
	public void forgetUpload(String name) {
		this.uploads.remove(name);
	}

	@Nullable IsolationUpload findUpload(String name) {
		return this.uploads.get(name);
	}

	/**
	 * Count a message that was refused.
	 * @return whether it is the first of its document
	 */
	boolean refused(Page page) {
		this.refusals.increment();
		boolean first = this.refused.add(page);
		if (first) {
			page.onClose(() -> this.refused.remove(page));
		}
		return first;
	}

	/**
	 * How many messages were refused because they were not encrypted as they must be.
	 * @return the number since the launch
	 */
	public long refusals() {
		return this.refusals.sum();
	}

	@Override
	public String toString() {
		return "IsolationPattern[" + this.application + "]";
	}

}
