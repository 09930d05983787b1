package dev.tauriboot.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.CommandException;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.ipc.InvokeResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the results and the errors of {@link DefaultInvokeService}, §6.2 and §6.8.
 */
class DefaultInvokeServiceTests {

	private static final CommandFixture fixture = CommandFixture.of(Results.class, Failures.class);

	@AfterAll
	static void close() {
		fixture.close();
	}

	// row 58
	@Test
	void unknownCommand() {
		assertThat(fixture.rejection("nope", "{}")).isEqualTo("Command nope not found");
	}

	@Test
	void unknownCommandOfAPluginAndUnknownPlugin() {
		assertThat(fixture.rejection("plugin:known|nope", "{}")).isEqualTo("Command nope not found");
		assertThat(fixture.rejection("plugin:known", "{}")).isEqualTo("Command  not found");
		assertThat(fixture.rejection("plugin:other|nope", "{}")).isEqualTo("plugin other not found");
		assertThat(fixture.invoke("plugin:known|here|ignored", "{}")).isEqualTo("1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "text | \"a\"", "record | {\"x\":1}", "nothing | null", "boxed_nothing | null",
					"null_value | null", "present | 1", "empty | null", "mono | 1", "mono_empty | null",
					"mono_void | null", "mono_optional | null", "stage | 1", "stage_null | null", "callable | 1",
					"callable_of_mono | 1", "json | {\"raw\":1}", "bytes | bytes:[1, 2]", "no_bytes | bytes:[]",
					"byte_buffer | bytes:[2, 3]", "data_buffer | bytes:[1, 2]", "resource | bytes:[1, 2]",
					"mono_bytes | bytes:[1, 2]", "optional_bytes | bytes:[1, 2]" })
	void results(String command, String answer) {
		assertThat(fixture.invoke(command, "{}")).isEqualTo(answer);
	}

	@Test
	void anythingButSerialisableRejectsWithTheMappersMessage() {
		assertThat(fixture.rejection("not_serialisable", "{}")).isEqualTo("has no x");
	}

	@Test
	void streamInsideAResultRejects() {
		assertThat(fixture.rejection("hidden_stream", "{}")).startsWith("internal error (id ");
	}

	// row 72
	@ParameterizedTest
	@ValueSource(strings = { "unchecked", "checked", "error", "overflow", "memory", "mono", "mono_throws",
			"mono_overflow", "stage", "callable", "resource" })
	void exceptionRejectsWithAnIdAndTheServiceKeepsRunning(String command) {
		assertThat(fixture.rejection("fail_" + command, "{}"))
			.matches("internal error \\(id [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\)");
		assertThat(fixture.invoke("text", "{}")).isEqualTo("\"a\"");
	}

	@Test
	void exceptionShowsItsMessageDuringDevelopment() {
		try (CommandFixture development = CommandFixture.of((builder) -> builder.development(true), Failures.class)) {
			assertThat(development.rejection("fail_unchecked", "{}"))
				.matches("IllegalStateException: secret \\(id .+\\)");
			assertThat(development.rejection("fail_stage", "{}")).matches("IOException: disk \\(id .+\\)");
			assertThat(development.rejection("fail_overflow", "{}")).matches("StackOverflowError \\(id .+\\)");
		}
	}

	@Test
	void exceptionForThePageRejectsWithItsText() {
		assertThat(fixture.rejection("refuse", "{}")).isEqualTo("no such note");
	}

	@Test
	void exceptionRejectsWithAnySerialisablePayload() {
		assertThat(fixture.invoke("reject_object", "{}")).isEqualTo("rejected:{\"code\":7}");
		assertThat(fixture.invoke("reject_null", "{}")).isEqualTo("rejected:null");
		assertThat(fixture.invoke("reject_later", "{}")).isEqualTo("rejected:[1,2]");
		assertThat(fixture.rejection("reject_not_serialisable", "{}")).isEqualTo("has no x");
		assertThat(fixture.rejection("reject_broken", "{}")).isEqualTo("internal error");
	}

	@Test
	void resolversAreAskedInOrder() {
		CommandExceptionResolver none = (error, command, request) -> null;
		CommandExceptionResolver first = (error, command, request) -> new CommandRejection(
				command.mapping().name() + " " + request.command() + " " + error.getMessage());
		CommandExceptionResolver second = (error, command, request) -> new CommandRejection("second");
		try (CommandFixture resolving = CommandFixture
			.of((builder) -> builder.exceptionResolvers(List.of(none, first, second)), Failures.class)) {
			assertThat(resolving.rejection("fail_unchecked", "{}")).isEqualTo("fail_unchecked fail_unchecked secret");
		}
	}

	@Test
	void resolverThatFailsRejectsAsUnexpected() {
		CommandExceptionResolver broken = (error, command, request) -> {
			throw new IllegalArgumentException("broken");
		};
		try (CommandFixture resolving = CommandFixture.of((builder) -> builder.exceptionResolvers(List.of(broken)),
				Failures.class)) {
			assertThat(resolving.rejection("fail_unchecked", "{}")).startsWith("internal error (id ");
		}
	}

	@Test
	void nothingRunsBeforeTheAnswerIsAskedFor() {
		Results.calls = 0;
		Mono<InvokeResponse> answer = fixture.service().invoke(fixture.request("count", "{}"));
		assertThat(Results.calls).isZero();
		answer.block();
		assertThat(Results.calls).isOne();
	}

	@Test
	void manyCallsAtOnceAreAnsweredOnceEach() throws Exception {
		try (CommandExecutor executor = CommandExecutor.pooled(8);
				CommandFixture pooled = CommandFixture.of((builder) -> builder.executor(executor), Results.class)) {
			List<InvokeResponse> answers = Flux.range(0, 5000)
				.flatMap((i) -> pooled.service().invoke(pooled.request((i % 2 == 0) ? "text" : "stage", "{}")), 500)
				.collectList()
				.block(Duration.ofSeconds(60));
			assertThat(answers).hasSize(5000);
		}
	}

	record Point(int x) {
	}

	static class Unwritable {

		public int getX() {
			throw new IllegalStateException("has no x");
		}

	}

	static class Broken {

		public int getX() {
			throw new OutOfMemoryError("no heap for x");
		}

	}

	static class Results {

		static int calls;

		@TauriCommand
		void count() {
			calls++;
		}

		@TauriCommand("plugin:known|here")
		int here() {
			return 1;
		}

		@TauriCommand
		String text() {
			return "a";
		}

		@TauriCommand
		Point record() {
			return new Point(1);
		}

		@TauriCommand
		void nothing() {
		}

		@TauriCommand
		@Nullable Void boxedNothing() {
			return null;
		}

		@TauriCommand
		@Nullable String nullValue() {
			return null;
		}

		@TauriCommand
		Optional<Integer> present() {
			return Optional.of(1);
		}

		@TauriCommand
		Optional<Integer> empty() {
			return Optional.empty();
		}

		@TauriCommand
		Mono<Integer> mono() {
			return Mono.delay(Duration.ofMillis(1)).thenReturn(1);
		}

		@TauriCommand
		Mono<Integer> monoEmpty() {
			return Mono.empty();
		}

		@TauriCommand
		Mono<Void> monoVoid() {
			return Mono.empty();
		}

		@TauriCommand
		Mono<Optional<Integer>> monoOptional() {
			return Mono.just(Optional.empty());
		}

		@TauriCommand
		CompletionStage<Integer> stage() {
			return CompletableFuture.completedFuture(1);
		}

		@TauriCommand
		CompletableFuture<@Nullable Integer> stageNull() {
			return CompletableFuture.completedFuture(null);
		}

		@TauriCommand
		Callable<Integer> callable() {
			return () -> 1;
		}

		@TauriCommand
		Callable<Mono<Integer>> callableOfMono() {
			return () -> Mono.just(1);
		}

		@TauriCommand
		InvokeResponse json() {
			return new InvokeResponse.Json("{\"raw\":1}");
		}

		@TauriCommand
		byte[] bytes() {
			return new byte[] { 1, 2 };
		}

		@TauriCommand
		byte[] noBytes() {
			return new byte[0];
		}

		@TauriCommand
		ByteBuffer byteBuffer() {
			return ByteBuffer.wrap(new byte[] { 1, 2, 3, 4 }, 1, 2);
		}

		@TauriCommand
		DataBuffer dataBuffer() {
			return DefaultDataBufferFactory.sharedInstance.wrap(new byte[] { 1, 2 });
		}

		@TauriCommand
		Resource resource() {
			return new ByteArrayResource(new byte[] { 1, 2 });
		}

		@TauriCommand
		Mono<byte[]> monoBytes() {
			return Mono.just(new byte[] { 1, 2 });
		}

		@TauriCommand
		Optional<byte[]> optionalBytes() {
			return Optional.of(new byte[] { 1, 2 });
		}

		@TauriCommand
		Object notSerialisable() {
			return new Unwritable();
		}

		@TauriCommand
		Optional<Flux<Integer>> hiddenStream() {
			return Optional.of(Flux.just(1));
		}

	}

	static class Failures {

		@TauriCommand
		void failUnchecked() {
			throw new IllegalStateException("secret");
		}

		@TauriCommand
		void failChecked() throws IOException {
			throw new IOException("disk");
		}

		@TauriCommand
		void failError() {
			throw new AssertionError("wrong");
		}

		@TauriCommand
		int failOverflow() {
			return 1 + failOverflow();
		}

		@TauriCommand
		void failMemory() {
			throw new OutOfMemoryError("no heap");
		}

		@TauriCommand
		Mono<String> failMono() {
			return Mono.error(new IOException("disk"));
		}

		@TauriCommand
		Mono<String> failMonoThrows() {
			throw new IllegalStateException("secret");
		}

		@TauriCommand
		Mono<Integer> failMonoOverflow() {
			return Mono.fromCallable(this::failOverflow);
		}

		@TauriCommand
		CompletionStage<String> failStage() {
			return CompletableFuture.failedFuture(new CompletionException(new IOException("disk")));
		}

		@TauriCommand
		Callable<String> failCallable() {
			return () -> {
				throw new IOException("disk");
			};
		}

		@TauriCommand
		Resource failResource() {
			return new FileSystemResource("no/such/file");
		}

		@TauriCommand
		void refuse() {
			throw new InvokeException("no such note", new IOException("disk"));
		}

		@TauriCommand
		void rejectObject() {
			throw new CommandException(Map.of("code", 7));
		}

		@TauriCommand
		void rejectNull() {
			throw new CommandException(null);
		}

		@TauriCommand
		CompletionStage<Void> rejectLater() {
			return CompletableFuture.supplyAsync(() -> {
				throw new CommandException(List.of(1, 2));
			});
		}

		@TauriCommand
		void rejectNotSerialisable() {
			throw new CommandException(new Unwritable());
		}

		@TauriCommand
		void rejectBroken() {
			throw new CommandException(new Broken());
		}

	}

}
