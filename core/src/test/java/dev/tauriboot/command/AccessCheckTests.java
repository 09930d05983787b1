package dev.tauriboot.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.acl.TestAcl;
import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.beans.BeanUtils;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AccessCheck}: what a decision does to a call.
 */
class AccessCheckTests {

	private static final String REFUSED = "Command greet not allowed by ACL";

	private final List<AccessRequest> asked = new ArrayList<>();

	private AccessPolicy answering(Mono<AccessDecision> decision) {
		return (request) -> {
			this.asked.add(request);
			return decision;
		};
	}

	private static CommandFixture fixture(AccessPolicy policy) {
		return CommandFixture.of((builder) -> builder.accessPolicy(policy), Commands.class);
	}

	@Test
	void invokeWhenGrantedThenRunsAndAskedOnce() {
		try (CommandFixture fixture = fixture(answering(Mono.just(Granted.UNCHECKED)))) {
			assertThat(fixture.invoke("greet", "{}")).isEqualTo("\"hello\"");
			assertThat(this.asked)
				.containsExactly(new AccessRequest("greet", new Caller(Label.of("main"), Label.of("view"), null)));
		}
	}

	@Test
	void invokeWhenDeniedThenRejectsWithTheTextAndDoesNotRun() {
		Denied denied = new Denied(AccessDecision.Reason.RULE, "no \"greeting\"\nhere", "secret", null);
		try (CommandFixture fixture = fixture(answering(Mono.just(denied)))) {
			assertThat(fixture.answer("count", "{}"))
				.isEqualTo(new InvokeResponse.Error("\"no \\\"greeting\\\"\\nhere\""));
			assertThat(fixture.context().getBean(Commands.class).counted).hasValue(0);
		}
	}

	@Test // 7.3
	void invokeThenPolicyGetsTheNameExactlyAsSent() {
		try (CommandFixture fixture = fixture(answering(Mono.just(Granted.UNCHECKED)))) {
			fixture.invoke("plugin:notes|list|x", "{}");
			assertThat(this.asked).extracting(AccessRequest::command).containsExactly("plugin:notes|list|x");
		}
	}

	@Test
	void invokeWhenNothingDecidedThenRefused() {
		try (CommandFixture empty = fixture(answering(Mono.empty()));
				CommandFixture later = fixture(answering(Mono.<AccessDecision>empty().hide()))) {
			assertThat(empty.rejection("greet", "{}")).isEqualTo(REFUSED);
			assertThat(later.rejection("greet", "{}")).isEqualTo(REFUSED);
		}
	}

	@Test
	void invokeWhenDecidingFailsThenRefused() {
		RuntimeException failure = new IllegalStateException("secret");
		try (CommandFixture known = fixture(answering(Mono.error(failure)));
				CommandFixture later = fixture(answering(Mono.<AccessDecision>error(failure).hide()));
				CommandFixture thrown = fixture((request) -> {
					throw failure;
				});
				CommandFixture nothing = fixture((request) -> null)) {
			assertThat(known.rejection("greet", "{}")).isEqualTo(REFUSED);
			assertThat(later.rejection("greet", "{}")).isEqualTo(REFUSED);
			assertThat(thrown.rejection("greet", "{}")).isEqualTo(REFUSED);
			assertThat(nothing.rejection("greet", "{}")).isEqualTo(REFUSED);
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { OutOfMemoryError.class, StackOverflowError.class, NoClassDefFoundError.class })
	void invokeWhenDecidingThrowsAnErrorThenRefused(Class<? extends Error> type) {
		try (CommandFixture fixture = fixture((request) -> {
			throw BeanUtils.instantiateClass(type);
		})) {
			assertThat(fixture.rejection("greet", "{}")).isEqualTo(REFUSED);
		}
	}

	@Test
	void invokeWhenDecidedLaterThenGoesOnThen() {
		Sinks.One<AccessDecision> decision = Sinks.one();
		try (CommandFixture fixture = fixture(answering(decision.asMono()))) {
			CompletableFuture<InvokeResponse> answer = fixture.service()
				.invoke(fixture.request("greet", "{}"))
				.toFuture();
			assertThat(answer).isNotDone();
			decision.tryEmitValue(Granted.UNCHECKED);
			assertThat(answer).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(new InvokeResponse.Json("\"hello\""));
		}
	}

	@Test
	void invokeWhenCancelledWhileDecidingThenDecidingIsCancelled() {
		AtomicBoolean cancelled = new AtomicBoolean();
		Mono<AccessDecision> never = Mono.<AccessDecision>never().doOnCancel(() -> cancelled.set(true));
		try (CommandFixture fixture = fixture(answering(never))) {
			Disposable call = fixture.service().invoke(fixture.request("count", "{}")).subscribe();
			call.dispose();
			assertThat(cancelled).isTrue();
		}
	}

	@Test
	void invokeWhenDecidingTakesTooLongThenTimesOut() {
		AtomicBoolean cancelled = new AtomicBoolean();
		Mono<AccessDecision> never = Mono.<AccessDecision>never().doOnCancel(() -> cancelled.set(true));
		try (CommandFixture fixture = CommandFixture.of(
				(builder) -> builder.accessPolicy(answering(never)).defaultTimeout(Duration.ofMillis(20)),
				Commands.class)) {
			assertThat(fixture.rejection("greet", "{}")).isEqualTo("command greet timed out after 20 ms");
			assertThat(cancelled).isTrue();
		}
	}

	@Test // row 79
	void invokeWhenLocalAndCommandUnknownThenNotFound() {
		try (CommandFixture fixture = fixture(TestAcl.empty().terse().authority())) {
			assertThat(fixture.rejection("nothing", "{}")).isEqualTo("Command nothing not found");
		}
	}

	@ParameterizedTest // row 78
	@ValueSource(strings = { "greet", "nothing" })
	void invokeWhenRemoteThenUnknownAndDeniedLookAlike(String command) {
		Page page = remotePage("https://x.example", "about:blank");
		try (CommandFixture fixture = fixture(TestAcl.empty().terse().authority())) {
			InvokeRequest request = new InvokeRequest(command,
					new InvokeBody.Json(CommandFixture.MAPPER.readTree("{}")), new HttpHeaders(), page);
			assertThat(fixture.service().invoke(request).block())
				.isEqualTo(new InvokeResponse.Error("\"Command " + command + " not allowed by ACL\""));
		}
	}

	@Test
	void invokeWhenTooManyInFlightThenDecidingCountsForUnknownCommandsToo() {
		try (CommandFixture fixture = CommandFixture
			.of((builder) -> builder.accessPolicy(answering(Mono.never())).maxCallsInFlight(1), Commands.class)) {
			Disposable first = fixture.service().invoke(fixture.request("nothing", "{}")).subscribe();
			assertThat(fixture.rejection("greet", "{}")).isEqualTo("too many calls in flight: the limit is 1");
			assertThat(fixture.rejection("nothing", "{}")).isEqualTo("too many calls in flight: the limit is 1");
			first.dispose();
		}
	}

	@Test // 10: never from the body, and never of another origin than the page's
	void callerThenFromPage() {
		assertThat(Caller.of(remotePage("https://x.example", "https://x.example/a?b#c")).remoteUrl())
			.isEqualTo("https://x.example/a?b#c");
		assertThat(Caller.of(remotePage("https://x.example", "https://y.example/a")).remoteUrl())
			.isEqualTo("https://x.example/");
		assertThat(Caller.of(remotePage("https://x.example", "index.html")).remoteUrl())
			.isEqualTo("https://x.example/");
		assertThat(Caller.of(remotePage("http://tauri.localhost", "https://x.example/")).isLocal()).isTrue();
	}

	@ParameterizedTest // 10
	@ValueSource(strings = { "https://tauri.localhost", "http://tauri.localhost:81", "http://x.tauri.localhost",
			"http://localhost", "http://127.0.0.1", "http://tauri.evil.example", "http://tauri.localhost.evil.example",
			"http://eviltauri.localhost", "http://tauri" })
	void callerWhenOriginIsNotExactlyOursThenRemote(String origin) {
		assertThat(Caller.of(remotePage(origin, "index.html")).isLocal()).isFalse();
	}

	private static Page remotePage(String origin, String url) {
		MemoryRuntime runtime = new MemoryRuntime(() -> {
		});
		MemoryWebview webview = (MemoryWebview) runtime.create(WindowOptions.of("main")).webviews().get(0);
		webview.navigate(url);
		Origin parsed = Origin.of(origin + "/");
		assertThat(parsed).isNotNull();
		return webview.connect(parsed, (Runnable) () -> {
		});
	}

	static class Commands {

		final AtomicInteger counted = new AtomicInteger();

		@TauriCommand
		String greet() {
			return "hello";
		}

		@TauriCommand
		int count() {
			return this.counted.incrementAndGet();
		}

		@TauriCommand(name = "plugin:notes|list")
		String list() {
			return "notes";
		}

	}

}
