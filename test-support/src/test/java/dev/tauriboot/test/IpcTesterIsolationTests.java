package dev.tauriboot.test;

import java.time.Duration;
import java.util.Map;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.isolation.IsolationPattern;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IpcTester} and {@link TestPage} under the isolation pattern, without
 * an engine.
 */
@TauriTest(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation" })
@Import(IpcTesterIsolationTests.Commands.class)
class IpcTesterIsolationTests {

	private static final String REFUSED = "the message was refused by isolation";

	@Autowired
	private IpcTester tester;

	@Autowired
	private IsolationPattern pattern;

	@Test
	void callsAreEncrypted() {
		long before = this.pattern.refusals();
		assertThat(this.tester.invoke("greet").arg("name", "Ada")).hasValue("Hello, Ada!");
		assertThat(this.tester.invoke("reverse").raw(new byte[] { 1, 2, 3 }).getRaw()).containsExactly(3, 2, 1);
		assertThat(this.tester.invoke("header").header("X-One", "ä")).hasValue("ä");
		assertThat(this.pattern.refusals()).isEqualTo(before);
	}

	// row 110
	@Test
	void unencryptedCallsAreRefused() {
		long before = this.pattern.refusals();
		this.tester.invoke("greet").arg("name", "Ada").unencrypted().expectRejection().isRejectedWith(REFUSED);
		this.tester.invoke("reverse").raw(new byte[40]).unencrypted().expectRejection().isRejectedWith(REFUSED);
		this.tester.invoke("nope").unencrypted().expectRejection().isRejectedWith(REFUSED);
		this.tester.page("main").invoke("greet").unencrypted().expectRejection().isRejectedWith(REFUSED);
		assertThat(this.pattern.refusals() - before).isEqualTo(4);
	}

	@Test
	void playedPagesHearEventsAndChannels() {
		TestPage page = this.tester.page("main");
		PageListener listener = page.listen("news");
		page.emit("news", "good");
		assertThat(listener.await(1).payloads(String.class)).containsExactly("good");
		PageChannel channel = page.channel();
		assertThat(page.invoke("count").arg("channel", channel)).hasNoValue();
		assertThat(channel.awaitEnd().messages(Integer.class)).containsExactly(1, 2);
		page.reload();
		assertThat(page.invoke("greet").arg("name", "again")).hasValue("Hello, again!");
	}

	@Test
	void hookSeesCallsThatAreToGoThroughIt() {
		try (IsolationHookTester hook = IsolationHookTester.of("classpath:/isolation", Duration.ofSeconds(30))) {
			assertThat(this.tester.invoke("greet").arg("name", "Ada").through(hook)).hasValue("Hello, Ada!");
			assertThat(this.tester.invoke("nope").args(Map.of("rule", "command")).through(hook)).isRejected();
			this.tester.invoke("greet")
				.args("name", "Ada", "rule", "throw")
				.through(hook)
				.expectRejection()
				.isRejectedWith("Command greet refused by the isolation hook: not today");
			assertThat(this.tester.invoke("reverse").raw(new byte[] { 1, 1 }).through(hook).getRaw())
				.containsExactly(249, 249);
			assertThat(this.tester.invoke("header").header("X-One", "b").through(hook)).hasValue("b");
		}
	}

	static class Commands {

		@TauriCommand
		String greet(String name) {
			return "Hello, " + name + "!";
		}

		@TauriCommand
		byte[] reverse(InvokeRequest request) {
			byte[] bytes = ((InvokeBody.Raw) request.body()).bytes();
			byte[] reversed = new byte[bytes.length];
			for (int i = 0; i < bytes.length; i++) {
				reversed[i] = bytes[bytes.length - 1 - i];
			}
			return reversed;
		}

		@TauriCommand
		String header(InvokeRequest request) {
			return String.valueOf(request.headers().getFirst("X-One"));
		}

		@TauriCommand
		void count(Channel<Integer> channel) {
			channel.send(1);
			channel.send(2);
		}

	}

}
