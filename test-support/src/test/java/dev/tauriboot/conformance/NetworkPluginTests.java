package dev.tauriboot.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.plugin.net.CookieJar;
import dev.tauriboot.resource.ResourceTable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Base of the tests of the plugins that speak to servers.
 */
@Import(NetworkPluginTests.Grants.class)
abstract class NetworkPluginTests extends PageTests {

	static final WebServer server = new WebServer();

	/** A server that takes no connections any more. */
	static final ServerSocket full = full();

	static final Path folder = folder();

	@Autowired
	ResourceTable resources;

	@Autowired
	CookieJar cookies;

	@SuppressWarnings("resource")
	private static ServerSocket full() {
		try {
			ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
			for (int i = 0; i < 20; i++) {
				try {
					new Socket().connect(socket.getLocalSocketAddress(), 100);
				}
				catch (SocketTimeoutException ex) {
					return socket;
				}
			}
			throw new IllegalStateException("the server takes any number of connections");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Path folder() {
		try {
			return Files.createTempDirectory("tauri-net").toRealPath();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@BeforeEach
	void forget() {
		server.forget();
		this.cookies.clear();
	}

	JsonNode http(String body, Object... arguments) throws Exception {
		return js(
				"""
						const { fetch: get } = await import('@tauri-apps/plugin-http');
						const base = 'http://localhost:%d';
						const raw = (config) => invoke('plugin:http|fetch', { clientConfig: { method: 'GET', headers: [], ...config } });
						const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
						%s
						"""
					.formatted(server.port(), body.formatted(arguments)));
	}

	void awaitNoResources() {
		Awaitility.await().until(() -> this.resources.count(awaitPage(webview("main"), null)) == 0);
	}

	/**
	 * What the pages may reach.
	 */
	@TestConfiguration
	static class Grants {

		@Bean
		Capability network() {
			Scope urls = new Scope(
					List.of(Map.of("url", "http://localhost:" + server.port()), "http://nowhere.invalid:81",
							"http://127.0.0.1:" + full.getLocalPort()),
					List.of(Map.of("url", "http://localhost:" + server.port() + "/secret/*")));
			Scope files = new Scope(List.of(folder + "/*"), List.of(folder + "/denied*"));
			return Capability.withId("network")
				.windows("*")
				.permissions("core:resources:default", "websocket:default", "upload:default")
				.permission(new PermissionEntry("http:default", urls))
				.permission(new PermissionEntry("fs:allow-read-file", files))
				.permission(new PermissionEntry("fs:allow-write-file", files))
				.build();
		}

		@Bean
		CookieJar cookies() {
			return new CookieJar(folder.resolve(".cookies"));
		}

	}

}
