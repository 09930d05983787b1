package dev.tauriboot.command;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.TestPage;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for channels as arguments of calls, and for when they end.
 */
class CallChannelsTests {

	private final Commands commands = new Commands();

	private final CommandTester tester = new CommandTester(this.commands);

	private final TestPage page = TestPage.of("main");

	// rows 74, 79
	@Test
	void channelOfAnArgumentEndsWithTheCommand() {
		InvokeResponse response = this.tester.invoke(this.page.page(), "count", "{\"onCount\":\"__CHANNEL__:3\"}");
		assertThat(response).isEqualTo(new InvokeResponse.Json("\"done\""));
		assertThat(this.page.frames()).containsExactly("[3,3,0,0,1]", "[3,3,1,0,2]", "[4,3,2]");
	}

	// row 74
	@Test
	void channelWithinAnArgumentEndsWithTheCommand() {
		this.tester.invoke(this.page.page(), "nested", "{\"job\":{\"progress\":{\"a\":\"__CHANNEL__:3\"}}}");
		assertThat(this.page.frames()).containsExactly("[3,3,0,0,\"a\"]", "[4,3,1]");
	}

	@Test
	void channelEndsWithAFailedCommand() {
		assertThat(this.tester.invoke(this.page.page(), "fail", "{\"channel\":\"__CHANNEL__:3\"}"))
			.isInstanceOf(InvokeResponse.Error.class);
		assertThat(this.page.frames()).containsExactly("[4,3,0]");
	}

	@Test
	void channelEndsWithAnAsynchronousResult() {
		InvokeRequest request = request("later", "{\"channel\":\"__CHANNEL__:3\"}");
		StepVerifier.create(this.tester.service().invoke(request))
			.then(() -> assertThat(this.page.frames()).isEmpty())
			.then(() -> this.commands.later.complete("x"))
			.expectNextCount(1)
			.expectComplete()
			.verify(Duration.ofSeconds(20));
		assertThat(this.page.frames()).containsExactly("[4,3,0]");
	}

	@Test
	void channelEndsWithACancelledCommand() {
		Disposable call = this.tester.service().invoke(request("never", "{\"channel\":\"__CHANNEL__:3\"}")).subscribe();
		assertThat(this.page.frames()).isEmpty();
		call.dispose();
		assertThat(this.page.frames()).containsExactly("[4,3,0]");
	}

	@Test
	void channelOfAnArgumentThatIsReadAfterTheEndEnds() {
		AtomicReference<Disposable> call = new AtomicReference<>();
		CommandTester tester = new CommandTester((parameter,
				command) -> (parameter.getParameterType() == Canceller.class) ? (request) -> cancel(call) : null,
				this.commands);
		Mono<InvokeResponse> started = tester.service().invoke(request("cancelled", "{\"channel\":\"__CHANNEL__:3\"}"));
		started.subscribe(new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				call.set(this);
				subscription.request(1);
			}

		});
		assertThat(this.page.frames()).containsExactly("[4,3,0]");
		assertThat(tester.channels()).extracting("open").asInstanceOf(InstanceOfAssertFactories.MAP).isEmpty();
	}

	private static Canceller cancel(AtomicReference<Disposable> call) {
		call.get().dispose();
		return new Canceller();
	}

	@Test
	void keptChannelStaysOpen() {
		this.tester.invoke(this.page.page(), "keep", "{\"channel\":\"__CHANNEL__:3\"}");
		this.commands.kept.send("x");
		assertThat(this.page.frames()).containsExactly("[3,3,0,0,\"x\"]");
	}

	@Test
	void channelMayBeMissingWhereItIsNullable() {
		assertThat(this.tester.invoke(this.page.page(), "maybe", "{}")).isEqualTo(new InvokeResponse.Json("\"none\""));
		assertThat(this.tester.invoke(this.page.page(), "maybe", "{\"channel\":null}"))
			.isEqualTo(new InvokeResponse.Json("\"none\""));
		assertThat(this.tester.invoke(this.page.page(), "optional", "{\"channel\":\"__CHANNEL__:1\"}"))
			.isEqualTo(new InvokeResponse.Json("\"some\""));
	}

	// row 75
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~',
			textBlock = """
					fail | {"channel":"x"} | invalid channel value `x`, expected a string in the `__CHANNEL__:ID` format
					fail | {} | invalid args `channel` for command `fail`: command fail missing required key channel
					fail | {"channel":5} | invalid args `channel` for command `fail`: invalid type: integer `5`, expected a string
					optional | {"channel":"x"} | invalid args `channel` for command `optional`: \
					invalid channel value `x`, expected a string in the `__CHANNEL__:ID` format
					nested | {"job":{"progress":{"a":"x"}}} | invalid args `job` for command `nested`: \
					invalid channel value `x`, expected a string in the `__CHANNEL__:ID` format
					""")
	void otherValuesAreRejected(String command, String arguments, String text) {
		assertThat(this.tester.invoke(this.page.page(), command, arguments))
			.isEqualTo(new InvokeResponse.Error("\"" + text + "\""));
		assertThat(this.page.frames()).isEmpty();
	}

	private InvokeRequest request(String command, String arguments) {
		return new InvokeRequest(command, new InvokeBody.Json(JsonMapper.builder().build().readTree(arguments)),
				new HttpHeaders(), this.page.page());
	}

	static class Commands {

		private final CompletableFuture<String> later = new CompletableFuture<>();

		private Channel<String> kept;

		@TauriCommand
		String count(Channel<Integer> onCount) {
			onCount.send(1);
			onCount.send(2);
			return "done";
		}

		@TauriCommand
		void nested(Job job) {
			job.progress().forEach((key, channel) -> channel.send(key));
		}

		@TauriCommand
		void fail(Channel<String> channel) {
			throw new IllegalStateException("expected by the test");
		}

		@TauriCommand
		CompletableFuture<String> later(Channel<String> channel) {
			return this.later;
		}

		@TauriCommand
		Mono<String> never(Channel<String> channel) {
			return Mono.never();
		}

		@TauriCommand
		void cancelled(Canceller canceller, Channel<String> channel) {
		}

		@TauriCommand
		void keep(Channel<String> channel) {
			this.kept = channel.keepOpen();
		}

		@TauriCommand
		String maybe(@Nullable Channel<String> channel) {
			return (channel != null) ? "some" : "none";
		}

		@TauriCommand
		String optional(Optional<Channel<String>> channel) {
			return channel.isPresent() ? "some" : "none";
		}

	}

	static class Canceller {

	}

	record Job(Map<String, Channel<String>> progress) {
	}

}
