package dev.tauriboot.test;

import java.util.Map;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.security.WebviewPrincipal;
import dev.tauriboot.window.Page;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link IpcTester} in the slice of {@link TauriTest}.
 */
@TauriTest
@Import(IpcTesterTests.Commands.class)
class IpcTesterTests {

	private final IpcTester tester;

	@Autowired
	IpcTesterTests(IpcTester tester) {
		this.tester = tester;
	}

	@Test
	void valueIsRead() {
		assertThat(this.tester.invoke("welcome").arg("who", new Person("Ada", 36)).get(Person.class))
			.isEqualTo(new Person("Ada", 37));
		assertThat(this.tester.invoke("welcome").args(Map.of("who", Map.of("name", "Ada", "age", 1))))
			.hasValue(new Person("Ada", 2));
	}

	@Test
	void bytesAreRead() {
		assertThat(this.tester.invoke("reverse").raw(new byte[] { 1, 2, 3 }).getRaw()).containsExactly(3, 2, 1);
		assertThat(this.tester.invoke("reverse").raw(new byte[0])).isOk().hasBytes();
	}

	@Test
	void rejectionIsRead() {
		this.tester.invoke("refuse").expectRejection().isRejectedWith("not today");
		this.tester.invoke("nope").expectRejection().isRejectedWith("Command nope not found"); // row
																								// 79
		assertThat(this.tester.invoke("nope").execute().denial()).isNull();
	}

	@Test
	void wrongExpectationsFail() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.tester.invoke("refuse").get(String.class))
			.withMessageContaining("not today");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.tester.invoke("reverse").raw(new byte[1]).expectRejection());
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.tester.invoke("label")).hasValue("other"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.tester.invoke("refuse")).isRejectedWith("never"));
	}

	@Test
	void headersArrive() {
		assertThat(this.tester.invoke("header").header("X-One", "a")).hasValue("a");
	}

	@Test
	void callGoesThroughTheSecurityChain() {
		assertThat(this.tester.invoke("caller").get(String.class)).isEqualTo("main at http://tauri.localhost");
	}

	@Test
	void unknownWebviewIsNamed() {
		assertThatIllegalStateException().isThrownBy(() -> this.tester.invoke("label").as("other").execute())
			.withMessage("there is no webview 'other' among the windows [main]");
	}

	@Test
	void reloadedPageIsAnother() {
		TestPage page = this.tester.page("main");
		Page before = page.page();
		page.reload();
		assertThat(before.isOpen()).isFalse();
		assertThat(page.page()).isNotSameAs(before);
		assertThat(page.invoke("label")).hasValue("main");
		assertThat(this.tester.page("main")).isSameAs(page);
	}

	@Test
	void beansWithoutCommandsAreLeftOut(@Autowired ObjectProvider<TestBeans.Unrelated> unrelated,
			@Autowired ObjectProvider<TestBeans.Found> found) {
		assertThat(unrelated.getIfAvailable()).isNull();
		assertThat(found.getIfAvailable()).isNotNull();
		assertThat(this.tester.invoke("found")).hasValue(true);
	}

	/**
	 * An argument and a result.
	 *
	 * @param name a name
	 * @param age an age
	 */
	record Person(String name, int age) {

	}

	static class Commands {

		@TauriCommand
		Person welcome(Person who) {
			return new Person(who.name(), who.age() + 1);
		}

		@TauriCommand
		byte[] reverse(InvokeRequest request) {
			byte[] bytes = ((InvokeBody.Raw) request.body()).bytes().clone();
			for (int i = 0; i < bytes.length / 2; i++) {
				byte last = bytes[bytes.length - 1 - i];
				bytes[bytes.length - 1 - i] = bytes[i];
				bytes[i] = last;
			}
			return bytes;
		}

		@TauriCommand
		void refuse() {
			throw new InvokeException("not today");
		}

		@TauriCommand
		String header(InvokeRequest request) {
			return String.valueOf(request.headers().getFirst("x-one"));
		}

		@TauriCommand
		String label(InvokeRequest request) {
			return request.page().webview().label().value();
		}

		@TauriCommand
		Mono<String> caller() {
			return ReactiveSecurityContextHolder.getContext()
				.map((context) -> (WebviewPrincipal) context.getAuthentication().getPrincipal())
				.map((principal) -> principal.webview() + " at " + principal.origin());
		}

	}

}
