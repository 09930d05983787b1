package dev.tauriboot.test;

import java.io.ByteArrayInputStream;
import java.time.Duration;

import javax.imageio.ImageIO;

import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.command.annotation.TauriCommand;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link WebviewTester} in the slice of {@link TauriTest}.
 */
@TauriTest(runtime = RuntimeType.JAVAFX,
		properties = { "tauri.build.frontend-dist=classpath:/", "tauri.app.exit-on-last-window-closed=false" })
@Import(WebviewTesterTests.Commands.class)
class WebviewTesterTests {

	private final WebviewTester tester;

	@Autowired
	WebviewTesterTests(WebviewTester tester) {
		this.tester = tester;
	}

	@Test
	void userCanBePlayed() {
		this.tester.type("#name", "Wörld \"1\"").click("#greet");
		this.tester.waitFor("document.querySelector('#greeting').textContent !== ''");
		assertThat(this.tester.query("#greeting").text()).isEqualTo("Hello, Wörld \"1\"!");
		assertThat(this.tester.query("#name").value()).isEqualTo("Wörld \"1\"");
	}

	@Test
	void documentCanBeQueried() {
		assertThat(this.tester.query("#name").exists()).isTrue();
		assertThat(this.tester.query("#name").isVisible()).isTrue();
		assertThat(this.tester.query("#name").attribute("placeholder")).isEqualTo("Name");
		assertThat(this.tester.query("#name").attribute("nope")).isNull();
		assertThat(this.tester.query("#nope").exists()).isFalse();
		assertThat(this.tester.query("#nope").text()).isNull();
		assertThat(this.tester.texts("h1, button")).containsExactly("Conformance", "Greet");
	}

	@Test
	void expressionIsEvaluatedAndAwaited() {
		assertThat(this.tester.evaluate("1 + 1", Integer.class)).isEqualTo(2);
		assertThat(this.tester.evaluate("undefined").isNull()).isTrue();
		assertThat(this.tester.evaluate("new Promise((resolve) => setTimeout(resolve, 20, { a: [1] }))").toString())
			.isEqualTo("{\"a\":[1]}");
		assertThat(this.tester.evaluate("__TAURI_INTERNALS__.invoke('greet', { userName: 'x' })", String.class))
			.isEqualTo("Hello, x!");
	}

	@Test
	void failuresAreReported() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.tester.evaluate("nope.nope"))
			.withMessageContaining("ReferenceError");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.tester.evaluate("Promise.reject('as it is')"))
			.withMessageContaining("\"as it is\"");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.tester.run("await new Promise(() => {});", Duration.ofMillis(100)));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.tester.waitFor("false", Duration.ofMillis(100)));
		assertThatIllegalStateException().isThrownBy(() -> this.tester.in("other").evaluate("1"))
			.withMessage("there is no webview 'other' among [main]");
	}

	@Test
	void consoleIsRecorded() {
		this.tester.recordConsole();
		this.tester.run("console.warn('careful', 1); setTimeout(() => { throw new Error('late'); }, 0);",
				Duration.ofSeconds(30));
		this.tester.waitFor("window.__tauriConsole.length === 2");
		assertThat(this.tester.console()).hasSize(2).startsWith("warn: careful 1").last().asString().contains("late");
	}

	@Test
	void screenshotIsAPicture() throws Exception {
		assertThat(ImageIO.read(new ByteArrayInputStream(this.tester.screenshot())).getWidth()).isGreaterThan(100);
	}

	static class Commands {

		@TauriCommand
		String greet(String userName) {
			return "Hello, " + userName + "!";
		}

	}

}
