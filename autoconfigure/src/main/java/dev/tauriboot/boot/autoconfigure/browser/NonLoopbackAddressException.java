package dev.tauriboot.boot.autoconfigure.browser;

import java.net.InetAddress;

/**
 * The server of the browser runtime was to listen where others can reach it.
 */
final class NonLoopbackAddressException extends RuntimeException {

	private final InetAddress address;

	NonLoopbackAddressException(InetAddress address) {
		super("The browser runtime cannot listen on " + address.getHostAddress());
		this.address = address;
	}

	InetAddress address() {
		return this.address;
	}

}
