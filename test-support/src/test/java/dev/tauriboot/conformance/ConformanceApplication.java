package dev.tauriboot.conformance;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.command.annotation.TauriCommand.ArgumentCase;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.Assert;

/**
 * The application behind the wire conformance tests.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class ConformanceApplication {

	static {
		// What is awaited comes in milliseconds, but for machines that stand still
		// meanwhile.
		Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
	}

	@Bean
	Reports reports() {
		return new Reports();
	}

	@Bean
	ChannelCommands channelCommands() {
		return new ChannelCommands();
	}

	@Bean
	Capability everything() {
		return Capability.withId("everything")
			.windows("*")
			.permissions("core:default", "core:window:allow-destroy", "core:window:allow-create",
					"core:webview:allow-create-webview", "odd:all", "sample:all")
			.build();
	}

	@Bean
	Manifest odd() {
		return plugin("odd", "name with % + / \\ and ü😀");
	}

	@Bean
	Manifest sample() {
		return plugin("sample", "registerListener", "remove_listener", "removed");
	}

	// A permission of its own, since such names make no identifiers.
	private static Manifest plugin(String name, String... commands) {
		return new Manifest(name, List.of(), null, Map.of("all", new Permission("all", null,
				new dev.tauriboot.acl.Commands(List.of(commands), List.of()), Scope.EMPTY, null)), Map.of());
	}

	@Bean
	Commands commands() {
		return new Commands();
	}

	static class Commands {

		private final AtomicInteger counted = new AtomicInteger();

		@TauriCommand
		String greet(String userName) {
			return "Hello, " + userName + "!";
		}

		@TauriCommand(argumentCase = ArgumentCase.SNAKE)
		String greetSnake(String userName) {
			return "Hello, " + userName + "!";
		}

		@TauriCommand
		int add(int n, Optional<Integer> more) {
			return n + more.orElse(1);
		}

		@TauriCommand
		void nothing() {
		}

		@TauriCommand
		int count() {
			return this.counted.incrementAndGet();
		}

		@TauriCommand
		Mono<String> never() {
			return Mono.never();
		}

		@TauriCommand
		@Nullable Object echo(InvokeRequest request) {
			return (request.body() instanceof InvokeBody.Json json) ? json.value() : "raw";
		}

		@TauriCommand
		byte[] echoBytes(InvokeRequest request) {
			return ((InvokeBody.Raw) request.body()).bytes();
		}

		@TauriCommand
		byte[] bytes(int size) {
			byte[] bytes = new byte[size];
			for (int i = 0; i < size; i++) {
				bytes[i] = (byte) i;
			}
			return bytes;
		}

		@TauriCommand
		Map<String, Object> describe(InvokeRequest request) {
			Map<String, List<String>> headers = new TreeMap<>();
			request.headers().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
			headers.remove("tauri-invoke-key");
			return Map.of("command", request.command(), "raw", request.body() instanceof InvokeBody.Raw, "headers",
					headers, "webview", request.page().webview().label().value(), "window",
					request.page().webview().window().label().value());
		}

		@TauriCommand("plugin:odd|name with % + / \\ and ü😀")
		String odd() {
			return "odd";
		}

		@TauriCommand
		Map<String, Object> proto() {
			return Map.of("__proto__", Map.of("polluted", true));
		}

		@TauriCommand
		String special() {
			return "quote \" ' ` \\ \u2028\u2029 </script> 😀";
		}

		@TauriCommand
		String fail(String text) {
			throw new InvokeException(text);
		}

		@TauriCommand
		int length(JsonNode text) {
			return text.asString().length();
		}

	}

	/**
	 * An argument that holds channels.
	 *
	 * @param count how many messages to send
	 * @param channels where to send them
	 */
	record Job(int count, List<Channel<Integer>> channels) {

	}

	static class ChannelCommands {

		private volatile @Nullable Channel<Integer> kept;

		private volatile long removed = -1;

		private final Executor each = (work) -> new Thread(work, "together").start();

		@TauriCommand
		void countTo(int count, Channel<Integer> channel) {
			for (int i = 0; i < count; i++) {
				channel.send(i);
			}
		}

		@TauriCommand
		void sendText(String text, Channel<String> channel) {
			channel.send(text);
		}

		@TauriCommand
		void countNested(Job job) {
			job.channels().forEach((channel) -> countTo(job.count(), channel));
		}

		@TauriCommand
		void mixed(Channel<String> channel) {
			for (int i = 0; i < 1000; i++) {
				String text = i + "_";
				channel.send(text + "x".repeat(((i % 2 == 0) ? 10 : 20_000) - text.length()));
			}
		}

		@TauriCommand
		void together(int threads, int count, Channel<List<Integer>> channel) {
			CompletableFuture
				.allOf(IntStream.range(0, threads)
					.mapToObj((thread) -> CompletableFuture.runAsync(
							() -> IntStream.range(0, count).forEach((i) -> channel.send(List.of(thread, i))),
							this.each))
					.toArray(CompletableFuture[]::new))
				.join();
		}

		@TauriCommand
		void sendBytes(int size, Channel<byte[]> channel) {
			channel.send(new byte[size]);
		}

		@TauriCommand("plugin:sample|registerListener")
		void registerListener(String event, Channel<String> handler) {
			handler.keepOpen().send(event);
		}

		@TauriCommand("plugin:sample|remove_listener")
		void removeListener(String event, long channelId) {
			this.removed = channelId;
		}

		@TauriCommand("plugin:sample|removed")
		long removed() {
			return this.removed;
		}

		@TauriCommand
		void keep(Channel<Integer> channel) {
			this.kept = channel.keepOpen();
		}

		Channel<Integer> kept() {
			Channel<Integer> kept = this.kept;
			Assert.state(kept != null, "no channel was kept");
			return kept;
		}

	}

}
