package dev.tauriboot.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.command.annotation.TauriCommand;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Runs the loops of the page {@code bench/http.html}: downloads of 50 MB by the page over
 * the plugin {@code http}, each beside one by the JDK's client from the same server.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(WindowBenchmark.class)
public class HttpBenchmark {

	private static final int SIZE = 50 << 20;

	private static final int BLOCK = 1 << 16;

	private final HttpClient client = HttpClient.newHttpClient();

	private final HttpServer server;

	public HttpBenchmark() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(Executors.newCachedThreadPool((work) -> {
			Thread thread = new Thread(work, "bench-server");
			thread.setDaemon(true);
			return thread;
		}));
		byte[] block = new byte[BLOCK];
		this.server.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, SIZE);
			try (OutputStream output = exchange.getResponseBody()) {
				for (int sent = 0; sent < SIZE; sent += BLOCK) {
					output.write(block);
				}
			}
		});
		this.server.start();
	}

	public static void main(String[] args) throws InterruptedException {
		System.setProperty("tauri.app.windows[0].url", "http.html");
		WindowBenchmark.run(HttpBenchmark.class, args);
	}

	private String url() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/";
	}

	@TauriCommand
	String httpUrl() {
		return url();
	}

	// The plain way: the JDK's client, its body read block by block.
	@TauriCommand
	double plainDownload() throws IOException, InterruptedException {
		long start = System.nanoTime();
		HttpRequest request = HttpRequest.newBuilder(URI.create(url())).version(HttpClient.Version.HTTP_1_1).build();
		try (InputStream input = this.client.send(request, BodyHandlers.ofInputStream()).body()) {
			byte[] block = new byte[BLOCK];
			long count = 0;
			for (int read; (read = input.read(block)) >= 0;) {
				count += read;
			}
			if (count != SIZE) {
				throw new IOException(count + " bytes came");
			}
		}
		return (System.nanoTime() - start) / 1e6;
	}

	@Bean
	Capability http() {
		return Capability.withId("http")
			.windows("*")
			.permissions("core:default")
			.permission(new PermissionEntry("http:default", new Scope(List.of("http://localhost:*"), List.of())))
			.build();
	}

}
