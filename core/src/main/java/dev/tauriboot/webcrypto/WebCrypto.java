package dev.tauriboot.webcrypto;

import dev.tauriboot.command.CommandExecutor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * The operations of Web Crypto for pages whose engine lacks them, over the JCE. Each
 * document has a session of its own, with its own keys. They are no commands: a page may
 * use them as it may use the rest of its engine, and they lead to nothing else.
 *
 * @since 0.1.0
 */
public final class WebCrypto implements AutoCloseable {

	private static final int MAX_THREADS = 16;

	private final JsonMapper mapper;

	private final long maxWaiting;

	private final int maxKeys;

	private final CommandExecutor executor = CommandExecutor.pooled(MAX_THREADS);

	/**
	 * Create the operations, with threads of their own.
	 * @param mapper reads and writes what a page's script sends and gets
	 * @param maxWaiting characters of the operations of one document that may wait to be
	 * done; a single one always may
	 * @param maxKeys keys that one document may have
	 */
	public WebCrypto(JsonMapper mapper, long maxWaiting, int maxKeys) {
		Assert.notNull(mapper, "'mapper' must not be null");
		Assert.isTrue(maxWaiting > 0, "'maxWaiting' must be above 0");
		Assert.isTrue(maxKeys > 0, "'maxKeys' must be above 0");
		this.mapper = mapper;
		this.maxWaiting = maxWaiting;
		this.maxKeys = maxKeys;
	}

	/**
	 * Open a session for a document.
	 * @return a session, to be closed with the document
	 */
	public CryptoSession open() {
		return new CryptoSession(this.mapper, this.executor, this.maxWaiting, this.maxKeys);
	}

	/**
	 * End the threads, and what they are doing.
	 */
	@Override
	public void close() {
		this.executor.close();
	}

}
