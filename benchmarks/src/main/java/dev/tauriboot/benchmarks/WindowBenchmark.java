package dev.tauriboot.benchmarks;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.Payload;
import dev.tauriboot.command.annotation.TauriCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs the loops of the page {@code bench/index.html} in a window and prints their
 * figures as one line of JSON.
 */
@SpringBootApplication
public class WindowBenchmark {

	private static final CountDownLatch DONE = new CountDownLatch(1);

	public static void main(String[] args) throws InterruptedException {
		ConfigurableApplicationContext context = SpringApplication.run(WindowBenchmark.class, args);
		DONE.await();
		System.exit(SpringApplication.exit(context));
	}

	@TauriCommand
	JsonNode echo(@Payload JsonNode body) {
		return body;
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

}
