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

	private final CommandExecutor executor = CommandExecutor.pooled(MAX_THREADS);

	/**
	 * Create the operations, with threads of their own.
	 * @param mapper reads and writes what a page's script sends and gets
	 */
	public WebCrypto(JsonMapper mapper) {
		Assert.notNull(mapper, "'mapper' must not be null");
		this.mapper = mapper;
	}

	/**
	 * Open a session for a document.
	 * @return a session, to be closed with the document
	 */
	public CryptoSession open() {
		return new CryptoSession(this.mapper, this.executor);
	}

	/**
	 * End the threads, and what they are doing.
	 */
	@Override
	public void close() {
		this.executor.close();
	}

}
