package dev.tauriboot.window;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import dev.tauriboot.ipc.InvokeResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Outbound}.
 */
class OutboundTests {

	private static final int LARGE = 1024 * 1024;

	private static final Outbound.Limits SMALL = new Outbound.Limits(10, 50, () -> false).withRequestBytesFrom(LARGE);

	private static final Outbound.Limits UI = new Outbound.Limits(10, 60_000, () -> true).withRequestBytesFrom(LARGE);

	private static final Outbound.Limits PATIENT = new Outbound.Limits(10, 60_000, () -> false)
		.withRequestBytesFrom(LARGE);

	@Test
	void framesHaveTheShapeThePageKnows() {
		TestPage test = TestPage.of("main");
		Outbound outbound = test.page().outbound();
		outbound.channelFrame(4294967295L, 0, new InvokeResponse.Json("{\"a\":1}"));
		outbound.channelFrame(1, 1, new InvokeResponse.Raw(new byte[] { 1, 2, 3 }));
		outbound.channelEnd(1, 2);
		outbound.event("\"e\",[1,2],", "null");
		outbound.listenerAdded("\"e\"", 5, 4294967295L);
		outbound.listenerRemoved("\"e\"", 5);
		assertThat(test.frames()).containsExactly("[3,4294967295,0,0,{\"a\":1}]", "[3,1,1,1,\"AQID\"]", "[4,1,2]",
				"[5,\"e\",[1,2],null]", "[6,\"e\",5,4294967295]", "[7,\"e\",5]");
	}

	@Test
	void idsOfCallsAreUnsigned() {
		TestPage test = TestPage.of("main");
		Outbound outbound = test.page().outbound();
		int callback = (int) 4294967294L;
		outbound.respond(callback, -1, new InvokeResponse.Json("1"));
		outbound.respond(callback, -1, new InvokeResponse.Error("2"));
		outbound.respond(callback, -1, new InvokeResponse.Raw(new byte[] { 1, 2, 3 }));
		outbound.respond(callback, -1, new InvokeResponse.Raw(new byte[LARGE]));
		assertThat(test.frames()).containsExactly("[0,4294967294,1]", "[0,4294967295,2]", "[1,4294967294,\"AQID\"]",
				"[2,4294967294,1,4294967295]");
	}

	@Test
	void moreCharactersMayWaitThanAnIntCounts() {
		FrameQueue frames = new FrameQueue();
		String megabyte = "x".repeat(1024 * 1024);
		for (int i = 0; i < 2100; i++) {
			frames.add(new Frame("", megabyte, ""));
		}
		assertThat(frames.chars()).isGreaterThan(Integer.MAX_VALUE);
		assertThat(frames.takeBatch()).hasSize(megabyte.length() + 2);
	}

	@Test
	void manyFramesNeedOneSignal() {
		TestPage test = TestPage.of("main");
		for (int i = 0; i < 100; i++) {
			test.page().outbound().event("\"e\",[0],", "1");
		}
		assertThat(test.signals()).isEqualTo(1);
		assertThat(test.frames()).hasSize(100);
		test.page().outbound().event("\"e\",[0],", "1");
		assertThat(test.signals()).isEqualTo(2);
	}

	@Test
	void restOfALongQueueIsSignalledAgain() {
		TestPage test = TestPage.of("main");
		for (int i = 0; i < 2500; i++) {
			test.page().outbound().event("\"e\",[0],", "1");
		}
		assertThat(test.page().outbound().drain()).isNotNull();
		assertThat(test.signals()).isEqualTo(2);
		assertThat(test.frames()).hasSize(500);
	}

	@Test
	void largeRawMessagesAreHeldForOneFetch() {
		TestPage test = TestPage.of("main");
		Outbound outbound = test.page().outbound();
		byte[] bytes = new byte[LARGE];
		outbound.channelFrame(7, 0, new InvokeResponse.Raw(bytes));
		assertThat(test.frames()).containsExactly("[3,7,0,2,1]");
		InvokeResponse held = outbound.takeHeld(1);
		assertThat(held).isNotNull();
		assertThat(((InvokeResponse.Raw) held).bytes()).isSameAs(bytes);
		assertThat(outbound.takeHeld(1)).isNull();
	}

	@Test
	void allRawDataIsHeldIfNoneIsToBeText() {
		TestPage test = TestPage.of("main", Outbound.Limits.DEFAULT.withRequestBytesFrom(0));
		Outbound outbound = test.page().outbound();
		outbound.respond(1, 2, new InvokeResponse.Raw(new byte[0]));
		outbound.channelFrame(7, 0, new InvokeResponse.Raw(new byte[] { 1 }));
		outbound.respond(1, 2, new InvokeResponse.Json("1"));
		assertThat(test.frames()).containsExactly("[2,1,1,2]", "[3,7,0,2,2]", "[0,1,1]");
		assertThat(outbound.requestBytesFrom()).isZero();
	}

	@Test
	void heldDataIsPurgedWithThePage() {
		TestPage test = TestPage.of("main");
		test.page().outbound().channelFrame(7, 0, new InvokeResponse.Raw(new byte[LARGE]));
		test.page().close();
		assertThat(test.page().outbound().takeHeld(1)).isNull();
	}

	@Test
	void eventThatFindsNoRoomInTimeIsDroppedAndCounted() {
		TestPage test = TestPage.of("main", SMALL);
		Outbound outbound = test.page().outbound();
		assertThat(outbound.event("\"e\",[0],", "1234")).isTrue();
		assertThat(outbound.event("\"e\",[0],", "5678")).isFalse();
		assertThat(outbound.droppedEvents()).isEqualTo(1);
		assertThat(test.frames()).containsExactly("[5,\"e\",[0],1234]");
	}

	@Test
	void threadThatMustNotWaitGoesToTwiceTheBound() {
		TestPage test = TestPage.of("main", UI);
		Outbound outbound = test.page().outbound();
		assertThat(outbound.event("\"e\",[0],", "1234")).isTrue();
		assertThat(outbound.event("\"e\",[0],", "5678")).isTrue();
		assertThat(outbound.event("\"e\",[0],", "9")).isFalse();
	}

	@Test
	void responsesAndChannelFramesAreNeverDropped() {
		TestPage test = TestPage.of("main", SMALL);
		Outbound outbound = test.page().outbound();
		outbound.event("\"e\",[0],", "1234");
		outbound.channelFrame(1, 0, new InvokeResponse.Json("1"));
		outbound.respond(1, 2, new InvokeResponse.Json("true"));
		assertThat(test.frames()).containsExactly("[5,\"e\",[0],1234]", "[3,1,0,0,1]", "[0,1,true]");
	}

	@Test
	void emitterWaitsForTheDrain() throws Exception {
		TestPage test = TestPage.of("main", PATIENT);
		Outbound outbound = test.page().outbound();
		outbound.event("\"e\",[0],", "1234");
		CountDownLatch started = new CountDownLatch(1);
		CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> {
			started.countDown();
			return outbound.event("\"e\",[0],", "5678");
		});
		assertThat(started.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(test.frames()).contains("[5,\"e\",[0],1234]");
		assertThat(second.get(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void closeLetsWaitingEmittersGo() {
		TestPage test = TestPage.of("main", PATIENT);
		Outbound outbound = test.page().outbound();
		outbound.event("\"e\",[0],", "1234");
		CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(() -> outbound.event("\"e\",[0],", "5678"));
		test.page().close();
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(second::isDone);
		assertThat(test.frames()).isEmpty();
	}

	@Test
	void roomIsSignalledWithoutBlocking() {
		TestPage test = TestPage.of("main", PATIENT);
		Outbound outbound = test.page().outbound();
		StepVerifier.create(outbound.whenRoom()).expectComplete().verify(Duration.ofSeconds(20));
		outbound.event("\"e\",[0],", "1234");
		Mono<Void> room = outbound.whenRoom();
		StepVerifier.create(room)
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(20))
			.then(test::frames)
			.expectComplete()
			.verify(Duration.ofSeconds(20));
	}

	@Test
	void heldDataCountsUntilItIsFetched() {
		TestPage test = TestPage.of("main");
		Outbound outbound = test.page().outbound();
		outbound.channelFrame(1, 0, new InvokeResponse.Raw(new byte[65 * 1024 * 1024]));
		test.frames();
		StepVerifier.create(outbound.whenRoom())
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(20))
			.then(() -> outbound.takeHeld(1))
			.expectComplete()
			.verify(Duration.ofSeconds(20));
	}

	@Test
	void responseThatFindsNoRoomToBeHeldIsAnError() {
		TestPage test = TestPage.of("main", UI);
		Outbound outbound = test.page().outbound();
		InvokeResponse large = new InvokeResponse.Raw(new byte[32 * 1024 * 1024]);
		for (int i = 0; i < 100; i++) {
			outbound.respond(i, 1000 + i, large);
		}
		List<String> frames = test.frames();
		assertThat(frames).hasSize(100).startsWith("[2,0,1,1000]", "[2,1,2,1001]");
		assertThat(frames.get(99))
			.isEqualTo("[0,1099,\"too much data waits to be fetched by the page: the limit is 268435456 bytes\"]");
		long held = frames.stream().filter((frame) -> frame.startsWith("[2,")).count();
		assertThat(held * 32).isLessThanOrEqualTo(4 * 64 + 32);
		assertThat(outbound.takeHeld(1)).isSameAs(large);
		outbound.respond(200, 1200, large);
		assertThat(test.frames()).containsExactly("[2,200," + (held + 1) + ",1200]");
	}

	@Test
	void responsesAreHeldUpToFourTimesTheLimit() {
		TestPage test = TestPage.of("main", UI.withMaxHeldBytes(LARGE));
		Outbound outbound = test.page().outbound();
		InvokeResponse large = new InvokeResponse.Raw(new byte[LARGE]);
		outbound.respond(1, 11, new InvokeResponse.Raw(new byte[4 * LARGE]));
		outbound.respond(2, 12, large);
		assertThat(test.frames()).containsExactly("[2,1,1,11]", "[2,2,2,12]");
		assertThat(outbound.takeHeld(1)).isNotNull();
		assertThat(outbound.takeHeld(2)).isNotNull();
		outbound.respond(3, 13, new InvokeResponse.Raw(new byte[4 * LARGE + 1]));
		outbound.respond(4, 14, large);
		assertThat(test.frames()).containsExactly("[2,3,3,13]",
				"[0,14,\"too much data waits to be fetched by the page: the limit is 4194304 bytes\"]");
		assertThat(outbound.takeHeld(3)).isNotNull();
		outbound.respond(5, 15, large);
		assertThat(test.frames()).containsExactly("[2,5,4,15]");
	}

	@Test
	void senderWaitsWhileMoreIsHeldThanTheLimit() {
		Outbound.Limits limits = SMALL.withMaxHeldBytes(2 * LARGE);
		Outbound outbound = TestPage.of("main", limits.withMaxChars(1000)).page().outbound();
		outbound.channelFrame(1, 0, new InvokeResponse.Raw(new byte[2 * LARGE]));
		assertThat(outbound.awaitRoom()).isTrue();
		assertThat(outbound.takeHeld(1)).isNotNull();
		outbound.channelFrame(1, 1, new InvokeResponse.Raw(new byte[2 * LARGE + 1]));
		assertThat(outbound.awaitRoom()).isFalse();
		assertThat(outbound.takeHeld(2)).isNotNull();
		assertThat(outbound.awaitRoom()).isTrue();
	}

	@Test
	void anyAmountMayBeHeldIfSoConfigured() {
		TestPage test = TestPage.of("main", UI.withMaxHeldBytes(Long.MAX_VALUE));
		test.page().outbound().respond(1, 2, new InvokeResponse.Raw(new byte[LARGE]));
		assertThat(test.frames()).containsExactly("[2,1,1,2]");
	}

	@Test
	void dataThatIsNotFetchedInTimeMakesRoom() {
		AtomicLong now = new AtomicLong();
		TestPage test = TestPage.of(new Outbound.Limits(1000, 0, () -> false).withRequestBytesFrom(LARGE), now::get);
		Outbound outbound = test.page().outbound();
		outbound.channelFrame(1, 0, new InvokeResponse.Raw(new byte[40 * 1024 * 1024]));
		now.set(TimeUnit.SECONDS.toNanos(30));
		outbound.channelFrame(1, 1, new InvokeResponse.Raw(new byte[40 * 1024 * 1024]));
		assertThat(outbound.awaitRoom()).isFalse();
		now.set(TimeUnit.SECONDS.toNanos(61));
		assertThat(outbound.awaitRoom()).isTrue();
		assertThat(outbound.takeHeld(1)).isNull();
		assertThat(outbound.takeHeld(2)).isNotNull();
	}

	@Test
	void roomIsToldAfterTheWait() {
		Outbound outbound = TestPage.of("main", SMALL).page().outbound();
		assertThat(outbound.awaitRoom()).isTrue();
		outbound.channelFrame(1, 0, new InvokeResponse.Json("\"0123456789\""));
		assertThat(outbound.awaitRoom()).isFalse();
		outbound.drain();
		assertThat(outbound.awaitRoom()).isTrue();
	}

	@Test
	void senderThatMustNotWaitGoesToTwiceTheBound() {
		Outbound outbound = TestPage.of("main", UI).page().outbound();
		outbound.channelFrame(1, 0, new InvokeResponse.Json("12345"));
		assertThat(outbound.awaitRoom()).isTrue();
		outbound.channelFrame(1, 1, new InvokeResponse.Json("12345"));
		assertThat(outbound.awaitRoom()).isFalse();
	}

	@Test
	void senderWaitsForADocumentThatAttends() throws Exception {
		Outbound outbound = TestPage.of("main", PATIENT).page().outbound();
		outbound.attend();
		outbound.channelFrame(1, 0, new InvokeResponse.Json("\"0123456789\""));
		CompletableFuture<Boolean> room = CompletableFuture.supplyAsync(outbound::awaitRoom);
		assertThat(outbound.leave()).isNotNull();
		assertThat(room.get(20, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void attendedQueueDoesNotSignal() {
		TestPage test = TestPage.of("main");
		Outbound outbound = test.page().outbound();
		outbound.attend();
		outbound.event("\"e\",[0],", "1");
		assertThat(test.signals()).isZero();
		assertThat(outbound.leave()).isEqualTo("[[5,\"e\",[0],1]]");
	}

}
