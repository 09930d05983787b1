package dev.tauriboot.security;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.runtime.MainThread;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.method.configuration.EnableReactiveMethodSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for method security on commands, by the authentication of the call.
 */
class MethodSecurityTests {

	private static String invoke(CommandFixture fixture, String command) {
		return CommandFixture.text(fixture.service()
			.invoke(fixture.request(command, "{}"))
			.contextWrite(
					ReactiveSecurityContextHolder.withAuthentication(WebviewAuthentication.of(fixture.callingPage())))
			.block(Duration.ofSeconds(30)));
	}

	@Test
	void invokeWhenBlockingAndAllowedThenRuns() {
		try (CommandFixture fixture = CommandFixture.of(Blocking.class, Commands.class)) {
			assertThat(invoke(fixture, "of_this_webview")).isEqualTo("\"view\"");
			assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
		}
	}

	@Test
	void invokeWhenBlockingAndForbiddenThenRejectsClearly() {
		try (CommandFixture fixture = CommandFixture.of(Blocking.class, Commands.class)) {
			assertThat(invoke(fixture, "of_administrators"))
				.isEqualTo("rejected:\"Command of_administrators not allowed: access denied\"");
			assertThat(invoke(fixture, "later_of_administrators"))
				.isEqualTo("rejected:\"Command later_of_administrators not allowed: access denied\"");
			assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
		}
	}

	@Test
	void invokeWhenReactiveThenByTheReactorContext() {
		try (CommandFixture fixture = CommandFixture.of(Reactive.class, ReactiveCommands.class)) {
			assertThat(invoke(fixture, "of_this_webview")).isEqualTo("\"view\"");
			assertThat(invoke(fixture, "of_administrators"))
				.isEqualTo("rejected:\"Command of_administrators not allowed: access denied\"");
		}
	}

	@Test
	void invokeWhenNoAuthenticationThenRejects() {
		try (CommandFixture fixture = CommandFixture.of(Reactive.class, ReactiveCommands.class)) {
			assertThat(fixture.invoke("of_this_webview", "{}")).startsWith("rejected:");
		}
	}

	@Test
	void invokeWhenOnWorkersThenNothingLeaksToTheNextCall() {
		ExecutorService worker = Executors.newSingleThreadExecutor();
		try {
			assertNoLeak(CommandExecutor.of(worker));
			try (CommandExecutor pool = CommandExecutor.pooled(1)) {
				assertNoLeak(pool);
			}
			assertNoLeak(CommandExecutor.of(virtualThreads()));
		}
		finally {
			worker.shutdownNow();
		}
	}

	private static void assertNoLeak(CommandExecutor executor) {
		try (CommandFixture fixture = CommandFixture.of((builder) -> builder.executor(executor), Commands.class)) {
			assertThat(invoke(fixture, "who")).isEqualTo("\"view\"");
			assertThat(fixture.invoke("who", "{}")).isEqualTo("\"nobody\"");
			assertThat(invoke(fixture, "impostor")).isEqualTo("\"view\"");
			assertThat(fixture.invoke("who", "{}")).isEqualTo("\"nobody\"");
		}
	}

	// Virtual threads where the platform has them.
	private static Executor virtualThreads() {
		try {
			return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
		}
		catch (ReflectiveOperationException ex) {
			return (work) -> new Thread(work).start();
		}
	}

	@Test
	void invokeWhenCallerIsWorkerThenItsOwnContextComesBack() {
		SecurityContext own = new SecurityContextImpl(new TestingAuthenticationToken("somebody", ""));
		SecurityContextHolder.setContext(own);
		try (CommandFixture fixture = CommandFixture.of(Commands.class)) {
			assertThat(invoke(fixture, "who")).isEqualTo("\"view\"");
			assertThat(SecurityContextHolder.getContext()).isSameAs(own);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	@Test
	void invokeWhenOnMainThreadThenKnownThere() {
		MemoryRuntime runtime = new MemoryRuntime(() -> {
		});
		MainThread mainThread = runtime.mainThread();
		try (CommandFixture fixture = CommandFixture.of((builder) -> builder.mainThread(() -> mainThread),
				MainThreadCommands.class)) {
			assertThat(invoke(fixture, "who")).isEqualTo("\"view\"");
			AtomicReference<Authentication> left = new AtomicReference<>();
			CompletableFuture
				.runAsync(() -> left.set(SecurityContextHolder.getContext().getAuthentication()), mainThread)
				.join();
			assertThat(left).hasValue(null);
		}
		finally {
			runtime.stop();
		}
	}

	@Test
	void invokeWhenContextComesLaterThenWaitedFor() {
		try (CommandFixture fixture = CommandFixture.of(Commands.class)) {
			Mono<SecurityContext> later = Mono
				.<SecurityContext>just(new SecurityContextImpl(WebviewAuthentication.of(fixture.callingPage())))
				.delayElement(Duration.ofMillis(5));
			assertThat(CommandFixture.text(fixture.service()
				.invoke(fixture.request("who", "{}"))
				.contextWrite(ReactiveSecurityContextHolder.withSecurityContext(later))
				.block(Duration.ofSeconds(30)))).isEqualTo("\"view\"");
		}
	}

	private static String name() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null) ? authentication.getName() : "nobody";
	}

	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity
	static class Blocking {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableReactiveMethodSecurity
	static class Reactive {

	}

	static class Commands {

		@TauriCommand
		@PreAuthorize("authentication.principal.window.value == 'main'")
		String ofThisWebview() {
			return name();
		}

		@TauriCommand
		@PreAuthorize("hasRole('ADMIN')")
		String ofAdministrators() {
			return "secret";
		}

		@TauriCommand
		@PreAuthorize("hasRole('ADMIN')")
		CompletableFuture<String> laterOfAdministrators() {
			return CompletableFuture.completedFuture("secret");
		}

		@TauriCommand
		String who() {
			return name();
		}

		@TauriCommand
		String impostor() {
			String before = name();
			SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken("impostor", ""));
			return before;
		}

	}

	static class MainThreadCommands {

		@TauriCommand(mainThread = true)
		String who() {
			return name();
		}

	}

	static class ReactiveCommands {

		@TauriCommand
		@PreAuthorize("authentication.name == 'view'")
		Mono<String> ofThisWebview() {
			return ReactiveSecurityContextHolder.getContext().map((context) -> context.getAuthentication().getName());
		}

		@TauriCommand
		@PreAuthorize("hasRole('ADMIN')")
		Mono<String> ofAdministrators() {
			return Mono.just("secret");
		}

	}

}
