package dev.tauriboot.door;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.TestPage;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BridgeDoor}.
 */
class BridgeDoorTests {

	private static final IpcPipeline NOTHING = new IpcPipeline(List.of(),
			(request) -> Mono.just(InvokeResponse.NOTHING));

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final CountDownLatch running = new CountDownLatch(1);

	private final CountDownLatch cancelled = new CountDownLatch(1);

	@Test
	void cancelsCallsThatRunWithinTheirSubscription() throws Exception {
		IpcPipeline pipeline = new IpcPipeline(List.of(), (request) -> Mono.create((sink) -> {
			sink.onCancel(this.cancelled::countDown);
			this.running.countDown();
			await(this.cancelled);
			sink.success(InvokeResponse.NOTHING);
		}));
		Page page = CommandFixture.page();
		try (CommandExecutor executor = CommandExecutor.pooled(1)) {
			BridgeDoor door = new BridgeDoor(pipeline, executor, JsonMapper.builder().build());
			door.accept(page, new BridgeCall("block", 1, 2, false, "{}", null));
			assertThat(await(this.running)).isTrue();
			page.cancel(1);
			assertThat(this.cancelled.getCount()).isZero();
			assertThat(page.callsInFlight()).isZero();
		}
	}

	@Test
	void callThatNoWorkerTakesIsRefused() {
		for (Error full : List.of(new OutOfMemoryError("unable to create native thread"), new AssertionError("full"))) {
			TestPage page = TestPage.of("main");
			CommandExecutor executor = CommandExecutor.of((work) -> {
				throw full;
			});
			BridgeDoor door = new BridgeDoor(NOTHING, executor, this.mapper);
			door.accept(page.page(), new BridgeCall("greet", 1, 2, false, "{}", null));
			assertThat(page.frames()).containsExactly("[0,2,\"no worker takes the call at the moment\"]");
			assertThat(page.page().callsInFlight()).isZero();
			List<String> problems = new ArrayList<>();
			door.acceptText(page.page(), "{\"cmd\":\"greet\",\"callback\":3,\"error\":4}", problems::add);
			assertThat(page.frames()).containsExactly("[0,4,\"no worker takes the call at the moment\"]");
			assertThat(problems).isEmpty();
			assertThat(page.page().callsInFlight()).isZero();
		}
	}

	@Test
	void callsWaitForAWorkerUpToTheLimit() {
		Queue<Runnable> work = new ArrayDeque<>();
		TestPage page = TestPage.of("main");
		TestPage other = TestPage.of("other");
		BridgeDoor door = new BridgeDoor(NOTHING, CommandExecutor.of(work::add), this.mapper, 1000, 2);
		for (int i = 0; i < 3; i++) {
			door.accept(page.page(), new BridgeCall("greet", 2 * i, 2 * i + 1, false, "{}", null));
		}
		assertThat(page.frames()).containsExactly("[0,5,\"too many calls in flight: the limit is 2\"]");
		assertThat(page.page().callsInFlight()).isEqualTo(2);
		List<String> problems = new ArrayList<>();
		door.acceptText(page.page(), "{\"cmd\":\"greet\",\"callback\":6,\"error\":7}", problems::add);
		assertThat(page.frames()).containsExactly("[0,7,\"too many calls in flight: the limit is 2\"]");
		assertThat(problems).isEmpty();
		door.accept(other.page(), new BridgeCall("greet", 8, 9, false, "{}", null));
		work.forEach(Runnable::run);
		work.clear();
		assertThat(page.frames()).containsExactly("[0,0,null]", "[0,2,null]");
		assertThat(other.frames()).containsExactly("[0,8,null]");
		door.accept(page.page(), new BridgeCall("greet", 10, 11, false, "{}", null));
		work.remove().run();
		assertThat(page.frames()).containsExactly("[0,10,null]");
	}

	@Test
	void callThatBreaksOffOutsideItsCommandIsAnswered() {
		WebFilter broken = (exchange, chain) -> {
			throw new StackOverflowError();
		};
		WebFilter failing = (exchange, chain) -> Mono.error(new IllegalStateException("failed"));
		for (WebFilter filter : List.of(broken, failing)) {
			TestPage page = TestPage.of("main");
			BridgeDoor door = new BridgeDoor(new IpcPipeline(List.of(filter), (request) -> Mono.empty()),
					CommandExecutor.of(Runnable::run), this.mapper);
			door.accept(page.page(), new BridgeCall("greet", 1, 2, false, "{}", null));
			assertThat(page.frames()).containsExactly("[0,2,\"internal error\"]");
			assertThat(page.page().callsInFlight()).isZero();
		}
	}

	@Test
	void callWhoseBodyCannotBeMadeIsAnswered() {
		TestPage page = TestPage.of("main");
		BridgeDoor door = new BridgeDoor(NOTHING, CommandExecutor.of(Runnable::run), this.mapper);
		door.accept(page.page(), new BridgeCall("greet", 1, 2, () -> {
			throw new OutOfMemoryError("body");
		}));
		assertThat(page.frames()).containsExactly("[0,2,\"internal error\"]");
		assertThat(page.page().callsInFlight()).isZero();
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
