package dev.tauriboot.plugin.sql;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Set;

/**
 * A way to a server that can be cut, as if the server were gone. Who comes while the
 * server is not there is sent away.
 */
final class Relay implements Closeable {

	private final SocketAddress target;

	private final ServerSocketChannel server;

	// Guarded by this.
	private final Set<SocketChannel> channels = new HashSet<>();

	private boolean cut;

	Relay(SocketAddress target) throws IOException {
		this.target = target;
		this.server = ServerSocketChannel.open();
		this.server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		thread(() -> {
			while (true) {
				SocketChannel near = this.server.accept();
				thread(() -> connect(near));
			}
		});
	}

	int port() {
		return this.server.socket().getLocalPort();
	}

	private void connect(SocketChannel near) throws IOException {
		try (near; SocketChannel far = SocketChannel.open(this.target)) {
			if (add(near, far)) {
				thread(() -> pass(far, near));
				pass(near, far);
			}
		}
	}

	private synchronized boolean add(SocketChannel near, SocketChannel far) {
		if (!this.cut) {
			this.channels.add(near);
			this.channels.add(far);
		}
		return !this.cut;
	}

	private static void pass(SocketChannel from, SocketChannel to) throws IOException {
		try (from; to) {
			ByteBuffer buffer = ByteBuffer.allocate(8192);
			while (from.read(buffer.clear()) >= 0) {
				buffer.flip();
				while (buffer.hasRemaining()) {
					to.write(buffer);
				}
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

	// The port is kept, so that nobody else gets it.
	synchronized void cut() throws IOException {
		this.cut = true;
		for (SocketChannel channel : this.channels) {
			channel.close();
		}
		this.channels.clear();
	}

	synchronized void mend() {
		this.cut = false;
	}

	@Override
	public void close() throws IOException {
		this.server.close();
		cut();
	}

	/**
	 * What a thread does until its socket is closed.
	 */
	private interface Work {

		void run() throws IOException;

	}

}
