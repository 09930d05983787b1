package dev.tauriboot.plugin.net;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that answers whatever a test wants, sense or not.
 */
final class RawServer implements AutoCloseable {

	final List<Request> requests = new CopyOnWriteArrayList<>();

	final AtomicInteger connections = new AtomicInteger();

	final CountDownLatch clientGone = new CountDownLatch(1);

	private final List<Socket> open = new CopyOnWriteArrayList<>();

	private final ServerSocket socket;

	private final Answer answer;

	RawServer(Answer answer) throws IOException {
		this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
	}

	RawServer(ServerSocket socket, Answer answer) {
		this.socket = socket;
		this.answer = answer;
		start(this::accept);
	}

	static RawServer answering(String answer) throws IOException {
		return new RawServer((request, exchange) -> exchange.send(answer));
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "raw-server");
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.socket.accept();
				this.open.add(client);
				this.connections.incrementAndGet();
				start(() -> serve(client));
			}
		}
		catch (IOException ex) {
			// closed
		}
	}

	private void serve(Socket client) {
		try (client) {
			InputStream input = new BufferedInputStream(client.getInputStream());
			for (Request request; (request = Request.read(input)) != null;) {
				this.requests.add(request);
				this.answer.give(request, new Exchange(client, input));
			}
		}
		catch (IOException ex) {
			// what tests want to see, they see on their side
		}
		this.clientGone.countDown();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	String url(String path) {
		return "http://localhost:" + port() + path;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		for (Socket client : this.open) {
			client.close();
		}
	}

	interface Answer {

		void give(Request request, Exchange exchange) throws IOException;

	}

	record Exchange(Socket socket, InputStream input) {

		void send(String text) throws IOException {
			send(text.getBytes(StandardCharsets.ISO_8859_1));
		}

		void send(byte[] bytes) throws IOException {
			OutputStream output = this.socket.getOutputStream();
			output.write(bytes);
			output.flush();
		}

		void sendAndClose(String text) throws IOException {
			send(text);
			this.socket.close();
		}

		void reset() throws IOException {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}

		void awaitEnd() throws IOException {
			while (this.input.read() >= 0) {
				continue;
			}
		}

	}

	record Request(String line, List<String> headers, byte[] body) {

		static Request read(InputStream input) throws IOException {
			ByteArrayOutputStream head = new ByteArrayOutputStream();
			for (int b; !head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n");) {
				b = input.read();
				if (b < 0) {
					return null;
				}
				head.write(b);
			}
			List<String> lines = head.toString(StandardCharsets.ISO_8859_1).lines().toList();
			Request request = new Request(lines.get(0), lines.subList(1, lines.size() - 1), new byte[0]);
			String length = request.header("content-length");
			return (length != null)
					? new Request(request.line, request.headers, input.readNBytes(Integer.parseInt(length))) : request;
		}

		String header(String name) {
			return this.headers.stream()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
				.map((line) -> line.substring(name.length() + 1).strip())
				.findFirst()
				.orElse(null);
		}

		String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

	}

}
