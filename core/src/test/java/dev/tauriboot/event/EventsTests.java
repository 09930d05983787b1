package dev.tauriboot.event;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.management.ThreadMXBean;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.TestPage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Events}.
 */
class EventsTests {

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final ExecutorService workers = Executors.newFixedThreadPool(4);

	/** Handlers run at once. */
	private final Events events = new Events(this.mapper, Runnable::run);

	/** Handlers run on workers. */
	private final Events concurrent = new Events(this.mapper, this.workers);

	@AfterEach
	void shutdown() {
		this.workers.shutdownNow();
	}

	// row 86
	@Test
	void emitReachesPagesAndBackEndWhateverTheirTarget() {
		TestPage a = TestPage.of("a");
		TestPage b = TestPage.of("b");
		this.events.listen(a.page(), EventName.of("e"), EventTarget.ANY, 10);
		this.events.listen(b.page(), EventName.of("e"), EventTarget.window("other"), 11);
		List<String> handled = new ArrayList<>();
		this.events.listen("e", EventTarget.anyLabel("elsewhere"), (event) -> handled.add(event.payload().json()));
		this.events.emit("e", List.of(1));
		assertThat(a.frames()).containsExactly("[6,\"e\",0,10]", "[5,\"e\",[0],[1]]");
		assertThat(b.frames()).containsExactly("[6,\"e\",1,11]", "[5,\"e\",[1],[1]]");
		assertThat(handled).containsExactly("[1]");
	}

	// rows 87, 88
	@Test
	void targetedEventNamesOnlyTheListenersItReaches() {
		TestPage page = TestPage.of("main");
		EventName name = EventName.of("e");
		this.events.listen(page.page(), name, EventTarget.ANY, 1);
		this.events.listen(page.page(), name, EventTarget.window("main"), 2);
		this.events.listen(page.page(), name, EventTarget.webview("main"), 3);
		this.events.listen(page.page(), name, EventTarget.window("other"), 4);
		page.frames();
		this.events.emitTo(EventTarget.anyLabel("main"), "e", null);
		this.events.emitTo(EventTarget.window("main"), "e", null);
		assertThat(page.frames()).containsExactly("[5,\"e\",[0,1,2],null]", "[5,\"e\",[0,1],null]");
	}

	// row 89
	@Test
	void eventForTheAppSkipsPagesThatListenForOthers() {
		TestPage page = TestPage.of("main");
		this.events.listen(page.page(), EventName.of("e"), EventTarget.webview("main"), 1);
		AtomicInteger handled = new AtomicInteger();
		this.events.listen("e", EventTarget.APP, (event) -> handled.incrementAndGet());
		page.frames();
		this.events.emitTo(EventTarget.APP, "e", 1);
		assertThat(page.frames()).isEmpty();
		assertThat(handled).hasValue(1);
	}

	@Test
	void filterDecidesAboutAllButAny() {
		TestPage page = TestPage.of("main");
		EventName name = EventName.of("e");
		this.events.listen(page.page(), name, EventTarget.ANY, 1);
		this.events.listen(page.page(), name, EventTarget.webview("a"), 2);
		this.events.listen(page.page(), name, EventTarget.webview("b"), 3);
		page.frames();
		this.events.emitFilter("e", 1, EventTarget.webview("b")::equals);
		assertThat(page.frames()).containsExactly("[5,\"e\",[0,2],1]");
	}

	// row 90
	@Test
	void handlerGetsNameIdAndPayload() {
		List<Event<EventPayload>> handled = new ArrayList<>();
		EventSubscription subscription = this.events.listen("e", handled::add);
		this.events.emit("e", null);
		this.events.emit("e", new Point(1, 2));
		assertThat(handled).extracting(Event::name).containsOnly("e");
		assertThat(handled).extracting(Event::id).containsOnly(subscription.id());
		assertThat(handled.get(0).payload().tree().isNull()).isTrue();
		assertThat(handled.get(0).payload().as(Point.class)).isNull();
		assertThat(handled.get(1).payload().as(Point.class)).isEqualTo(new Point(1, 2));
	}

	@Test
	void typedListenerGetsItsType() {
		List<Point> handled = new ArrayList<>();
		this.events.listen("e", Point.class, (event) -> handled.add(event.payload()));
		this.events.emit("e", new Point(3, 4));
		assertThat(handled).containsExactly(new Point(3, 4));
	}

	@Test
	void idsCountFromZeroAcrossPagesAndBackEnd() {
		assertThat(this.events.listen("a", (event) -> {
		}).id()).isZero();
		assertThat(this.events.listen(TestPage.of("p").page(), EventName.of("b"), EventTarget.ANY, 9)).isEqualTo(1);
		assertThat(this.events.once("c", (event) -> {
		}).id()).isEqualTo(2);
	}

	// row 91
	@Test
	void invalidNamesAreRefused() {
		String text = "only alphanumeric, '-', '/', ':', '_' permitted for event names: \"a b\"";
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.emit("a b", 1)).withMessage(text);
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.emitTo(EventTarget.ANY, "a b", 1))
			.withMessage(text);
		assertThatIllegalArgumentException().isThrownBy(() -> this.events.listen("a b", (event) -> {
		})).withMessage(text);
	}

	// row 92
	@Test
	void unlistenedHandlerIsNotCalled() {
		AtomicInteger handled = new AtomicInteger();
		EventSubscription subscription = this.events.listen("e", (event) -> handled.incrementAndGet());
		this.events.emit("e", 1);
		this.events.unlisten(subscription.id());
		this.events.unlisten(subscription.id());
		this.events.emit("e", 1);
		assertThat(handled).hasValue(1);
		assertThat(subscription.isDisposed()).isTrue();
	}

	// rows 93, 94, 96
	@Test
	void unlistenOfAPageTellsThePageOnce() {
		TestPage page = TestPage.of("main");
		TestPage stranger = TestPage.of("stranger");
		int id = this.events.listen(page.page(), EventName.of("e"), EventTarget.ANY, 7);
		this.events.unlisten(stranger.page(), EventName.of("e"), id);
		this.events.unlisten(page.page(), EventName.of("e"), id);
		this.events.unlisten(page.page(), EventName.of("e"), id);
		this.events.unlisten(page.page(), EventName.of("nope"), 99);
		this.events.emit("e", 1);
		assertThat(page.frames()).containsExactly("[6,\"e\",0,7]", "[7,\"e\",0]");
		assertThat(stranger.frames()).isEmpty();
	}

	// row 95
	@Test
	void onceHandlesOneOfTwoEvents() throws Exception {
		AtomicInteger handled = new AtomicInteger();
		CountDownLatch last = new CountDownLatch(1);
		this.concurrent.once("e", (event) -> handled.incrementAndGet());
		this.concurrent.emit("e", 1);
		this.concurrent.emit("e", 2);
		this.concurrent.listen("e", (event) -> last.countDown());
		this.concurrent.emit("e", 3);
		assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAtomic(handled, org.hamcrest.Matchers.equalTo(1));
		this.workers.shutdown();
		assertThat(this.workers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
		assertThat(handled).hasValue(1);
	}

	// row 97
	@Test
	void listenersOfAPageEndWithIt() {
		TestPage page = TestPage.of("main");
		this.events.listen(page.page(), EventName.of("e"), EventTarget.window("main"), 7);
		assertThat(this.events.hasListener("e", (target) -> true)).isTrue();
		page.page().close();
		assertThat(this.events.hasListener("e", (target) -> true)).isFalse();
		this.events.listen(page.page(), EventName.of("e"), EventTarget.ANY, 7);
		assertThat(this.events.hasListener("e", (target) -> true)).isFalse();
	}

	@Test
	void backEndListenersDoNotCountAsPageListeners() {
		this.events.listen("e", (event) -> {
		});
		assertThat(this.events.hasListener("e", (target) -> true)).isFalse();
	}

	@Test
	void pagesAreServedBeforeTheBackEnd() {
		TestPage page = TestPage.of("main");
		List<String> seen = new ArrayList<>();
		this.events.listen("e", (event) -> seen.addAll(page.frames()));
		this.events.listen(page.page(), EventName.of("e"), EventTarget.ANY, 1);
		page.frames();
		this.events.emit("e", 1);
		assertThat(seen).containsExactly("[5,\"e\",[1],1]");
	}

	@Test
	void handlerThatThrowsGetsTheNextEvent() {
		AtomicInteger handled = new AtomicInteger();
		this.events.listen("e", (event) -> {
			handled.incrementAndGet();
			throw new IllegalStateException("expected by the test");
		});
		this.events.emit("e", 1);
		this.events.emit("e", 2);
		assertThat(handled).hasValue(2);
	}

	@Test
	void handlerSeesEventsInOrderAndOneAtATime() {
		this.concurrent.setMaxWait(Duration.ofSeconds(60));
		List<Integer> handled = Collections.synchronizedList(new ArrayList<>());
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		this.concurrent.listen("e", Integer.class, (event) -> {
			most.accumulateAndGet(inside.incrementAndGet(), Math::max);
			handled.add(event.payload());
			inside.decrementAndGet();
		});
		for (int i = 0; i < 50_000; i++) {
			this.concurrent.emit("e", i);
		}
		Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> handled.size() == 50_000);
		assertThat(handled).isSorted();
		assertThat(most).hasValue(1);
	}

	@Test
	void slowHandlerIsNotFedByAThreadThatMustNotWait() {
		Events ui = new Events(this.mapper, this.workers, () -> true);
		CountDownLatch gate = new CountDownLatch(1);
		AtomicInteger handled = new AtomicInteger();
		ui.listen("e", (event) -> {
			gate.await(20, TimeUnit.SECONDS);
			handled.incrementAndGet();
		});
		for (int i = 0; i < 20_000; i++) {
			ui.emit("e", null);
		}
		gate.countDown();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> handled.get() >= 16 * 1024);
		assertThat(handled.get()).isLessThan(20_000);
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void handlerThatDoesNotKeepUpMissesWhatIsOverTheLimitOnly(CapturedOutput output) {
		Queue<Runnable> work = new ArrayDeque<>();
		Events ui = new Events(this.mapper, work::add, () -> true);
		ui.setMaxQueued(3);
		List<String> handled = new ArrayList<>();
		ui.listen("e", (event) -> handled.add(event.payload().json()));
		for (int i = 1; i <= 3; i++) {
			ui.emit("e", i);
		}
		work.remove().run();
		assertThat(handled).containsExactly("1", "2", "3");
		assertThat(output).doesNotContain("does not keep up");
		for (int i = 4; i <= 7; i++) {
			ui.emit("e", i);
		}
		work.remove().run();
		assertThat(handled).containsExactly("1", "2", "3", "4", "5", "6");
		assertThat(output).contains("Listener 0 of event 'e' does not keep up: events are dropped while 3 wait");
		ui.emit("e", 8);
		work.remove().run();
		assertThat(handled).endsWith("6", "8");
		assertThat(work).isEmpty();
	}

	@Test
	void payloadIsNotSerialisedWhenNobodyListens() {
		AtomicInteger read = new AtomicInteger();
		Object payload = new Object() {
			@SuppressWarnings("unused")
			public int getValue() {
				return read.incrementAndGet();
			}
		};
		this.events.listen("e", EventTarget.APP, (event) -> {
		});
		this.events.emit("other", payload);
		this.events.emitTo(EventTarget.window("main"), "e", payload);
		assertThat(read).hasValue(0);
		TestPage page = TestPage.of("main");
		TestPage other = TestPage.of("other");
		this.events.listen(page.page(), EventName.of("e"), EventTarget.ANY, 1);
		this.events.listen(other.page(), EventName.of("e"), EventTarget.ANY, 1);
		this.events.emit("e", payload);
		assertThat(read).hasValue(1);
	}

	@Test
	void manyEventsToAPageThatKeepsUpStayInOrderWithinTheBound() {
		int count = 200_000;
		TestPage page = TestPage.of("main",
				new Outbound.Limits(100_000, 120_000, () -> false).withRequestBytesFrom(Long.MAX_VALUE));
		this.events.listen(page.page(), EventName.of("tick"), EventTarget.ANY, 1);
		this.workers.execute(() -> {
			for (int i = 0; i < count; i++) {
				this.events.emit("tick", i);
			}
		});
		AtomicInteger next = new AtomicInteger(-1);
		Awaitility.await().pollInterval(Duration.ofMillis(1)).atMost(Duration.ofSeconds(120)).until(() -> {
			for (String frame : page.frames()) {
				int expected = next.getAndIncrement();
				if (expected >= 0) {
					assertThat(frame).isEqualTo("[5,\"tick\",[0]," + expected + "]");
				}
			}
			return next.get() == count;
		});
		assertThat(page.page().outbound().droppedEvents()).isZero();
	}

	@Test
	void listenerThatNoWorkerTakesHasItsEventsWithTheNext() {
		Events full = refusing(1);
		List<String> handled = new ArrayList<>();
		full.listen("e", EventTarget.ANY, (event) -> handled.add(event.payload().json()));
		full.emit("e", 1);
		assertThat(handled).isEmpty();
		full.emit("e", 2);
		assertThat(handled).containsExactly("1", "2");
	}

	// What is made for each listener is as long as there are listeners.
	@Test
	void listeningMakesNoHeadsOfFrames() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		Page page = TestPage.of("main").page();
		EventName name = EventName.of("e");
		long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
		for (int i = 0; i < 2000; i++) {
			this.events.listen(page, name, EventTarget.ANY, i);
		}
		assertThat(threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before)
			.isLessThan(32 * 1024 * 1024);
	}

	@Test
	void listenerToOneEventThatNoWorkerTakesHasItWithTheNext() {
		Events full = refusing(2);
		List<String> handled = new ArrayList<>();
		full.once("e", (event) -> handled.add(event.payload().json()));
		full.emit("e", 1);
		full.emit("e", 2);
		assertThat(handled).isEmpty();
		full.emit("e", 3);
		full.emit("e", 4);
		assertThat(handled).containsExactly("1");
	}

	private Events refusing(int times) {
		AtomicInteger refusals = new AtomicInteger(times);
		return new Events(this.mapper, (work) -> {
			if (refusals.getAndDecrement() > 0) {
				throw new RejectedExecutionException("full");
			}
			work.run();
		});
	}

	private record Point(int x, int y) {
	}

}
