package dev.tauriboot.browser;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.tauriboot.Origin;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TabStream}.
 */
class TabStreamTests {

	private static final int MAX_WAITING = 100;

	private final Outbound outbound = mock(Outbound.class);

	private final Page page = new Page(mock(Webview.class), Origin.of("http://127.0.0.1:8080"), true, this.outbound);

	private final AtomicBoolean abandoned = new AtomicBoolean();

	private final TabStream stream = new TabStream(JsonMapper.builder().build(), MAX_WAITING);

	private VirtualTimeScheduler time;

	@BeforeEach
	void attach() {
		this.time = VirtualTimeScheduler.getOrSet();
		this.stream.attach(this.page, () -> this.abandoned.set(true));
	}

	@AfterEach
	void reset() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void pageEndsWhoseStreamNobodyAsksFor() {
		this.time.advanceTimeBy(TabStream.PATIENCE);
		assertThat(this.page.isOpen()).isFalse();
		assertThat(this.abandoned).isTrue();
	}

	@Test
	void pageEndsWhoseConnectionBreaksBeforeItsStreamBegins() {
		Flux<String> lines = this.stream.lines();
		this.time.advanceTimeBy(TabStream.PATIENCE);
		assertThat(lines).isNotNull();
		assertThat(this.page.isOpen()).isFalse();
	}

	@Test
	void pageStaysAsLongAsItsStream() {
		StepVerifier.create(this.stream.lines())
			.expectNext("\n")
			.then(() -> this.time.advanceTimeBy(TabStream.PATIENCE))
			.expectNext("\n", "\n")
			.then(() -> assertThat(this.page.isOpen()).isTrue())
			.thenCancel()
			.verify(Duration.ofSeconds(20));
		assertThat(this.page.isOpen()).isFalse();
	}

	@Test
	void noMoreScriptsAreTakenThanMayWaitUnlessItIsOne() {
		String large = " ".repeat(MAX_WAITING + 1);
		this.stream.eval(large);
		assertThatIllegalStateException().isThrownBy(() -> this.stream.eval("late()"))
			.withMessage("the tab takes no scripts while 112 characters wait for it: the limit is 100");
		this.stream.ended("closed");
		StepVerifier.create(this.stream.lines(), 2)
			.expectNext("{\"eval\":\"" + large + "\"}\n", "{\"end\":\"closed\"}\n")
			.then(() -> this.stream.eval("after()"))
			.thenRequest(2)
			.expectNext("\n", "{\"eval\":\"after()\"}\n")
			.thenCancel()
			.verify(Duration.ofSeconds(20));
	}

	@Test
	void scriptsAreTakenUpToTheLimit() {
		this.stream.eval("first()");
		int waiting = "{'eval':'first()'}".length();
		String rest = "x".repeat(MAX_WAITING - waiting);
		assertThatIllegalStateException().isThrownBy(() -> this.stream.eval(rest + "x"))
			.withMessageEndingWith("while 18 characters wait for it: the limit is 100");
		this.stream.eval(rest);
		StepVerifier.create(this.stream.lines(), 3)
			.expectNext("{\"eval\":\"first()\"}\n", "{\"eval\":\"" + rest + "\"}\n", "\n")
			.thenCancel()
			.verify(Duration.ofSeconds(20));
	}

	@Test
	void pageEndsWhoseFramesCannotBeTaken() {
		given(this.outbound.drain()).willReturn(null).willThrow(new OutOfMemoryError("expected by the test"));
		StepVerifier.create(this.stream.lines())
			.expectNext("\n")
			.then(this.stream::framesWaiting)
			.expectError(OutOfMemoryError.class)
			.verify(Duration.ofSeconds(20));
		assertThat(this.page.isOpen()).isFalse();
	}

}
