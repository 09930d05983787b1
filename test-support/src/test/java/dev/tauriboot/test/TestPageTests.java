package dev.tauriboot.test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.command.annotation.TauriEventListener;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TestPage}.
 */
@TauriTest(properties = { "tauri.app.windows[0].label=main", "tauri.app.windows[1].label=second" })
@Import(TestPageTests.Beans.class)
class TestPageTests {

	private final IpcTester tester;

	private final Beans beans;

	@Autowired
	TestPageTests(IpcTester tester, Beans beans) {
		this.tester = tester;
		this.beans = beans;
	}

	@Test
	void eventsOfTheBackEndAreCollected(@Autowired AppHandle app) {
		PageListener listener = this.tester.page("main").listen("progress");
		app.emit("progress", 1);
		app.emit("progress", Map.of("percent", 2));
		app.emit("other", 3);
		assertThat(listener.await(2).events()).hasSize(2);
		assertThat(listener.events().get(1).toString())
			.isEqualTo("{\"event\":\"progress\",\"id\":" + listener.id() + ",\"payload\":{\"percent\":2}}");
		listener.unlisten();
		app.emit("progress", 4);
		assertThat(listener.events()).hasSize(2);
	}

	@Test
	void eventsOfAnotherPageAreCollected() {
		PageListener listener = this.tester.page("second").listen("news", Map.of("kind", "Window", "label", "second"));
		this.tester.page("main").emit("news", "a");
		this.tester.page("main").emitTo(Map.of("kind", "Window", "label", "second"), "news", "b");
		this.tester.page("main").emitTo(Map.of("kind", "Window", "label", "main"), "news", "c");
		assertThat(listener.await(2).payloads(String.class)).containsExactly("a", "b");
	}

	@Test
	void eventsOfPagesReachBeans() throws Exception {
		this.tester.page("main").emit("from-page", null);
		assertThat(this.beans.heard.await(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void messagesOfAChannelAreCollected() {
		TestPage page = this.tester.page("main");
		PageChannel channel = page.channel();
		assertThat(page.invoke("count_up").args("count", 3, "channel", channel)).hasNoValue();
		assertThat(channel.awaitEnd().messages(Integer.class)).isEqualTo(List.of(0, 1, 2));
		assertThat(page.callbackCount()).isZero();
	}

	@Test
	void rawMessagesOfAChannelAreBytes() {
		PageChannel channel = this.tester.page("main").channel();
		assertThat(this.tester.page("main").invoke("count_bytes").arg("channel", channel)).isOk();
		assertThat(channel.awaitEnd().messages(byte[].class)).containsExactly(new byte[0], new byte[100_000]);
	}

	@Test
	void reloadEndsListeners(@Autowired AppHandle app) {
		TestPage page = this.tester.page("main");
		PageListener listener = page.listen("later");
		page.reload();
		app.emit("later", 1);
		assertThat(listener.events()).isEmpty();
		assertThat(page.warnings()).isEmpty();
	}

	static class Beans {

		private final CountDownLatch heard = new CountDownLatch(1);

		@TauriCommand
		void countUp(int count, Channel<Integer> channel) {
			for (int i = 0; i < count; i++) {
				channel.send(i);
			}
		}

		@TauriCommand
		void countBytes(Channel<byte[]> channel) {
			channel.send(new byte[0]);
			channel.send(new byte[100_000]);
		}

		@TauriEventListener("from-page")
		void heard() {
			this.heard.countDown();
		}

	}

}
