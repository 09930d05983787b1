package dev.tauriboot.javafx;

import dev.tauriboot.Origin;

/**
 * Where the engine reaches the pages and the protocols of one context.
 */
interface FxHosts extends AutoCloseable {

	/**
	 * The origin of the application's own pages.
	 */
	Origin appOrigin();

	/**
	 * The URL to which documents append an encoded command.
	 */
	String ipcUrl();

	/**
	 * The URL of a protocol's files, {@code *} for the protocol.
	 */
	String protocolUrl();

	/**
	 * Answer no longer.
	 */
	@Override
	void close();

}
