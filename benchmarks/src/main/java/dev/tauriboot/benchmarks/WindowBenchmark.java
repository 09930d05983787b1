package dev.tauriboot.benchmarks;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the loops of the page {@code bench/index.html} in a window and prints their
 * figures as one line of JSON.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class WindowBenchmark {

	private static final CountDownLatch DONE = new CountDownLatch(1);

	public static void main(String[] args) throws InterruptedException {
		run(WindowBenchmark.class, args);
	}

	static void run(Class<?> application, String... args) throws InterruptedException {
		ConfigurableApplicationContext context = SpringApplication.run(application, args);
		DONE.await();
		System.exit(SpringApplication.exit(context));
	}

	// Gives the payload back unread, as the peer does.
	@TauriCommand
	InvokeResponse echo(InvokeRequest request) {
		return new InvokeResponse.Json(((InvokeBody.Json) request.body()).text());
	}

	// What an application does: read an argument, return a value.
	@TauriCommand
	Text echoTyped(String s) {
		return new Text(s);
	}

	@TauriCommand
	byte[] echoBytes(byte[] bytes) {
		return bytes;
	}

	@TauriCommand
	void flood(int count, AppHandle app) {
		for (int i = 0; i < count; i++) {
			app.emit("flood", i);
		}
	}

	@TauriCommand
	void stream(int count, Channel<Integer> channel) {
		for (int i = 0; i < count; i++) {
			channel.send(i);
		}
	}

	@TauriCommand
	void done(Map<String, Object> figures) {
		System.out.println(JsonMapper.shared().writeValueAsString(figures));
		DONE.countDown();
	}

	record Text(String s) {
	}

}
