package dev.tauriboot.plugin.sql;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A way to a server that can be cut, as if the server were gone. Who comes while the
 * server is not there is sent away.
 */
final class Relay implements Closeable {

	private final SocketAddress target;

	private final Set<SocketChannel> channels = ConcurrentHashMap.newKeySet();

	private final int port;

	private volatile ServerSocketChannel server;

	Relay(SocketAddress target) throws IOException {
		this.target = target;
		this.server = open(0);
		this.port = this.server.socket().getLocalPort();
	}

	int port() {
		return this.port;
	}

	private ServerSocketChannel open(int port) throws IOException {
		ServerSocketChannel opened = ServerSocketChannel.open();
		opened.setOption(StandardSocketOptions.SO_REUSEADDR, true);
		opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		thread(() -> {
			while (true) {
				SocketChannel near = opened.accept();
				thread(() -> connect(near));
			}
		});
		return opened;
	}

	private void connect(SocketChannel near) throws IOException {
		this.channels.add(near);
		try (near; SocketChannel far = SocketChannel.open(this.target)) {
			this.channels.add(far);
			thread(() -> pass(far, near));
			pass(near, far);
		}
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

	void cut() throws IOException {
		this.server.close();
		for (SocketChannel channel : this.channels) {
			channel.close();
		}
		this.channels.clear();
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
