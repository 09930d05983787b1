package dev.tauriboot.boot.autoconfigure.javafx;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a server that is to start later.
 */
final class FreePort {

	// Below those that systems give to whoever wants any, connections above all: one of
	// these would be taken while nobody listens there, even by whoever tries to connect.
	private static final int FIRST = 20_000;

	private static final int END = 30_000;

	private FreePort() {
	}

	static int find() throws IOException {
		while (true) {
			int port = ThreadLocalRandom.current().nextInt(FIRST, END);
			try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
				return socket.getLocalPort();
			}
			catch (BindException ex) {
				// somebody else's
			}
		}
	}

}
