package dev.tauriboot.conformance;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.Webview;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hook that would not come to an end by itself.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation-endless",
		"tauri.app.security.pattern.options.timeout=2s" })
@Import(IsolationEndlessHookTests.SlowDialogs.class)
@ExtendWith(OutputCaptureExtension.class)
class IsolationEndlessHookTests extends PageTests {

	private static final String BUSY = "The isolation hook of 'classpath:/isolation-endless' was busy with ";

	@Autowired
	SlowDialogs dialogs;

	@BeforeEach
	void hookIsThere() {
		awaitHook("main");
	}

	@ParameterizedTest
	@ValueSource(strings = { "loop", "caught", "caughtWithin", "calls", "unwound", "generator", "microtasks",
			"microtasksCaught", "thenables", "afterATimer" })
	void hookIsEndedAndItsCallRefused(String rule, CapturedOutput output) throws Exception {
		String reason = js("return rejection(invoke('greet', { rule: '" + rule + "', userName: 'x' }));").asString();
		assertThat(reason).matches("Command greet refused by the isolation hook: it was busy for \\d+ ms");
		assertThat(Integer.parseInt(reason.replaceAll("\\D", ""))).isGreaterThanOrEqualTo(2000);
		assertThat(output).containsPattern("ERROR .*" + BUSY + "greet for \\d+ ms, and has been ended");
		assertThat(StringUtils.countOccurrencesOf(output.toString(), BUSY)).isOne();
		assertThat(output).doesNotContain("took more than");
		awaitHook("other");
		assertThat(jsIn("other", "return invoke('greet', { userName: 'World' });").asString())
			.isEqualTo("Hello, World!");
		assertThat(js("return invoke('greet', { userName: 'World' });").asString()).isEqualTo("Hello, World!");
	}

	@Test
	void recursionEndsByTheStack(CapturedOutput output) throws Exception {
		assertThat(js("return rejection(invoke('greet', { rule: 'recursion', userName: 'x' }));").asString())
			.startsWith("Command greet refused by the isolation hook: Maximum call stack size exceeded");
		assertThat(output).doesNotContain(BUSY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "slow", "dialog" })
	void hookThatEndsInTimePasses(String rule, CapturedOutput output) throws Exception {
		assertThat(js("return invoke('greet', { rule: '" + rule + "', userName: 'World' });").asString())
			.isEqualTo("Hello, World!");
		assertThat(output).doesNotContain(BUSY);
	}

	@Test
	void whatTheHookLeftToATimerIsEnded(CapturedOutput output) throws Exception {
		assertThat(js("return invoke('greet', { rule: 'timer', userName: 'World' });").asString())
			.isEqualTo("Hello, World!");
		Awaitility.await().untilAsserted(() -> assertThat(output).contains(BUSY + "work of its own for "));
		assertThat(js("return invoke('greet', { userName: 'World' });").asString()).isEqualTo("Hello, World!");
	}

	@Test
	void workInManyTurnsIsNotEnded(CapturedOutput output) throws Exception {
		js("return invoke('greet', { rule: 'turns', userName: 'World' });");
		Awaitility.await().until(() -> this.dialogs.alerts.get() == 1);
		assertThat(output).doesNotContain(BUSY);
	}

	static class SlowDialogs implements PageDialogs {

		private final AtomicInteger alerts = new AtomicInteger();

		@Override
		public void alert(Webview webview, String message) {
			this.alerts.incrementAndGet();
		}

		@Override
		public boolean confirm(Webview webview, String message) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1700));
			return true;
		}

		@Override
		public @Nullable String prompt(Webview webview, String message, String defaultValue) {
			return null;
		}

	}

}
