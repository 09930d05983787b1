package dev.tauriboot.plugin.net;

/**
 * How far a server's certificate is trusted.
 *
 * @since 0.1.0
 */
public enum TlsMode {

	/** It must be valid and for the host. */
	VERIFY,

	/** It must be valid, for whichever host. */
	ANY_HOST,

	/** Any will do. */
	ANY_CERTIFICATE

}
