package dev.tauriboot.plugin.sql;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a server that can be cut, as if the server were gone.
 */
final class Relay implements Closeable {

	private final InetSocketAddress target;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private final int port;

	private volatile ServerSocket server;

	Relay(InetSocketAddress target) throws IOException {
		this.target = target;
		this.server = open(0);
		this.port = this.server.getLocalPort();
	}

	int port() {
		return this.port;
	}

	private ServerSocket open(int port) throws IOException {
		ServerSocket opened = new ServerSocket();
		opened.setReuseAddress(true);
		opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		thread(() -> {
			while (true) {
				Socket near = opened.accept();
				Socket far = new Socket(this.target.getAddress(), this.target.getPort());
				this.sockets.add(near);
				this.sockets.add(far);
				thread(() -> pass(near, far));
				thread(() -> pass(far, near));
			}
		});
		return opened;
	}

	private static void pass(Socket from, Socket to) throws IOException {
		try (from; to) {
			InputStream input = from.getInputStream();
			OutputStream output = to.getOutputStream();
			byte[] buffer = new byte[8192];
			for (int count; (count = input.read(buffer)) >= 0;) {
				output.write(buffer, 0, count);
			}
		}
	}

	private static void thread(Work work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// The way is cut, at one end or here.
			}
		}, "relay");
		thread.setDaemon(true);
		thread.start();
	}

	void cut() throws IOException {
		this.server.close();
		for (Socket socket : this.sockets) {
			socket.close();
		}
		this.sockets.clear();
	}

	void mend() throws IOException {
		this.server = open(this.port);
	}

	@Override
	public void close() throws IOException {
		cut();
	}

	/**
	 * What a thread does until its socket is closed.
	 */
	private interface Work {

		void run() throws IOException;

	}

}
