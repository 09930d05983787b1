package dev.tauriboot.channel;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.TestPage;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Channel}, {@link Channels} and {@link ChannelModule}.
 */
class ChannelTests {

	private final Channels channels = new Channels(this::mapper);

	private final JsonMapper mapper = JsonMapper.builder().addModule(new ChannelModule(this.channels)).build();

	private final TestPage page = TestPage.of("main");

	private final ChannelOwner owner = new ChannelOwner(new Object(), this.page.page());

	private JsonMapper mapper() {
		return this.mapper;
	}

	@SuppressWarnings("unchecked")
	private <T> Channel<T> open(String text) {
		return (Channel<T>) this.channels.open(this.owner, text);
	}

	// row 77
	@Test
	void framesAreNumberedFromZeroAndTheEndCountsThem() {
		Channel<Object> channel = open("__CHANNEL__:7");
		channel.send(List.of(1));
		channel.send("two");
		channel.close();
		channel.close();
		assertThat(this.page.frames()).containsExactly("[3,7,0,0,[1]]", "[3,7,1,0,\"two\"]", "[4,7,2]");
	}

	@Test
	void placeIsFreeWhenThePageHearsOfTheEnd() {
		List<List<String>> framesBefore = new ArrayList<>();
		Channel<Object> channel = new Channel<>(7, this.page.page(), this.mapper,
				() -> framesBefore.add(this.page.frames()));
		channel.close();
		channel.close();
		assertThat(framesBefore).containsExactly(List.of());
		assertThat(this.page.frames()).containsExactly("[4,7,0]");
	}

	// row 74
	@Test
	void channelIsReadAtAnyDepthAndWrittenBack() {
		Nested nested = this.mapper.readerFor(Nested.class)
			.withAttribute(ChannelModule.OWNER_ATTRIBUTE, this.owner)
			.readValue("{\"name\":\"n\",\"list\":[\"__CHANNEL__:4294967295\",\"__CHANNEL__:0\"]}");
		assertThat(nested.list()).extracting(Channel::id).containsExactly(4294967295L, 0L);
		nested.list().get(0).send("x");
		assertThat(this.page.frames()).containsExactly("[3,4294967295,0,0,\"x\"]");
		assertThat(this.mapper.writeValueAsString(nested.list()))
			.isEqualTo("[\"__CHANNEL__:4294967295\",\"__CHANNEL__:0\"]");
	}

	// row 75
	@ParameterizedTest
	@ValueSource(strings = { "", "7", "__CHANNEL__:", "__CHANNEL__:x", "__CHANNEL__:-1", "__CHANNEL__:4294967296" })
	void otherTextIsNoChannel(String text) {
		String message = "invalid channel value `" + text + "`, expected a string in the `__CHANNEL__:ID` format";
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> open(text)).withMessage(message);
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> this.mapper.readerFor(Nested.class)
				.withAttribute(ChannelModule.OWNER_ATTRIBUTE, this.owner)
				.readValue("{\"list\":[\"" + text + "\"]}"))
			.satisfies((ex) -> assertThat(ex.getOriginalMessage()).isEqualTo(message));
	}

	@Test
	void channelOutsideACallIsRefused() {
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> this.mapper.readValue("\"__CHANNEL__:1\"", Channel.class))
			.withMessageContaining("arguments of a call");
	}

	@Test
	void sameIdTwiceMakesTwoCounters() {
		open("__CHANNEL__:7").send("a");
		open("__CHANNEL__:7").send("b");
		assertThat(this.page.frames()).containsExactly("[3,7,0,0,\"a\"]", "[3,7,0,0,\"b\"]");
	}

	// row 78
	@ParameterizedTest
	@ValueSource(ints = { 0, 1023, 1024, 256 * 1024 - 1 })
	void bytesTravelAsBase64(int size) {
		byte[] bytes = new byte[size];
		open("__CHANNEL__:7").send(bytes);
		String encoded = Base64.getEncoder().encodeToString(bytes);
		assertThat(this.page.frames()).containsExactly("[3,7,0,1,\"" + encoded + "\"]");
	}

	// row 78
	@Test
	void manyBytesAreFetchedOnce() {
		byte[] bytes = new byte[1024 * 1024];
		open("__CHANNEL__:7").send(ByteBuffer.wrap(bytes));
		assertThat(this.page.frames()).containsExactly("[3,7,0,2,1]");
		InvokeResponse held = this.page.page().outbound().takeHeld(1);
		assertThat(held).isInstanceOfSatisfying(InvokeResponse.Raw.class,
				(raw) -> assertThat(raw.bytes()).isEqualTo(bytes));
		assertThat(this.page.page().outbound().takeHeld(1)).isNull();
	}

	// row 76
	@Test
	void framesOfChangingSizesKeepTheirOrder() {
		Channel<String> channel = open("__CHANNEL__:7");
		List<String> frames = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			channel.send(((i % 2 == 0) ? "a".repeat(10) : "b".repeat(20_000)) + i);
			if (i % 100 == 99) {
				frames.addAll(this.page.frames());
			}
		}
		assertThat(frames).hasSize(1000);
		for (int i = 0; i < 1000; i++) {
			assertThat(frames.get(i)).startsWith("[3,7," + i + ",").endsWith(i + "\"]");
		}
	}

	// row 79
	@Test
	void channelEndsWithItsCall() {
		Channel<String> channel = open("__CHANNEL__:7");
		channel.send("a");
		this.channels.endOf(new Object());
		assertThat(channel.isOpen()).isTrue();
		this.channels.endOf(this.owner.call());
		assertThat(channel.isOpen()).isFalse();
		channel.send("b");
		assertThat(this.page.frames()).containsExactly("[3,7,0,0,\"a\"]", "[4,7,1]");
		assertThat(this.channels.callsWithChannels()).isZero();
	}

	@Test
	void keptChannelOutlivesItsCall() {
		Channel<String> channel = this.<String>open("__CHANNEL__:7").keepOpen();
		this.channels.endOf(this.owner.call());
		channel.send("a");
		assertThat(channel.isOpen()).isTrue();
		assertThat(this.page.frames()).containsExactly("[3,7,0,0,\"a\"]");
	}

	// row 83
	@Test
	void sendingToAPageThatIsGoneDoesNothing() {
		Channel<String> channel = open("__CHANNEL__:7");
		this.page.page().close();
		channel.send("a");
		channel.close();
		assertThat(channel.isOpen()).isFalse();
		assertThat(this.page.frames()).isEmpty();
	}

	@Test
	void messageThatCannotBeSerialisedTakesNoNumber() {
		Channel<Object> channel = open("__CHANNEL__:7");
		Object broken = new Object() {
			@SuppressWarnings("unused")
			public String getValue() {
				throw new IllegalStateException("expected by the test");
			}
		};
		assertThatExceptionOfType(DatabindException.class).isThrownBy(() -> channel.send(broken));
		channel.send(1);
		assertThat(this.page.frames()).containsExactly("[3,7,0,0,1]");
	}

	@Test
	void channelOfAPageThatTakesNothingIsClosedAndItsSenderTold() {
		TestPage stuck = TestPage.of("stuck",
				new Outbound.Limits(100, 50, () -> false).withRequestBytesFrom(Long.MAX_VALUE));
		Channel<?> opened = this.channels.open(new ChannelOwner(new Object(), stuck.page()), "__CHANNEL__:7");
		@SuppressWarnings("unchecked")
		Channel<String> channel = (Channel<String>) opened;
		int sent = 0;
		ChannelOverflowException failure = null;
		while (failure == null && sent < 1000) {
			try {
				channel.send("0123456789");
				sent++;
			}
			catch (ChannelOverflowException ex) {
				failure = ex;
			}
		}
		assertThat(failure).isNotNull()
			.hasMessage("Channel 7 was closed: the page in webview 'stuck' does not take what waits for it");
		assertThat(failure.getChannel()).isEqualTo(7);
		assertThat(channel.isOpen()).isFalse();
		channel.send("after");
		List<String> frames = stuck.frames();
		assertThat(sent).isBetween(1, 10);
		assertThat(frames).hasSize(sent + 1).startsWith("[3,7,0,0,\"0123456789\"]").endsWith("[4,7," + sent + "]");
	}

	@Test
	void allMessagesOfAPublisherAreSent() {
		Channel<Integer> channel = open("__CHANNEL__:7");
		StepVerifier.create(channel.sendAll(Flux.range(0, 3))).expectComplete().verify(Duration.ofSeconds(20));
		assertThat(this.page.frames()).containsExactly("[3,7,0,0,0]", "[3,7,1,0,1]", "[3,7,2,0,2]");
	}

	@Test
	void publisherIsAskedForNoMoreThanThePageTakes() {
		TestPage slow = TestPage.of("slow",
				new Outbound.Limits(100, 0, () -> false).withRequestBytesFrom(Long.MAX_VALUE));
		Channel<?> opened = this.channels.open(new ChannelOwner(new Object(), slow.page()), "__CHANNEL__:7");
		@SuppressWarnings("unchecked")
		Channel<Integer> channel = (Channel<Integer>) opened;
		AtomicLong produced = new AtomicLong();
		Flux<Integer> source = Flux.<Integer>generate((sink) -> sink.next((int) produced.getAndIncrement())).take(500);
		StepVerifier.create(channel.sendAll(source)).expectSubscription().then(() -> {
			long first = produced.get();
			assertThat(first).isLessThan(100);
			assertThat(slow.frames()).startsWith("[3,7,0,0,0]");
			assertThat(produced).hasValueGreaterThan(first);
			int frames = 0;
			while (produced.get() < 500 && frames++ < 1000) {
				slow.frames();
			}
			slow.frames();
		}).expectComplete().verify(Duration.ofSeconds(20));
		assertThat(produced).hasValue(500);
	}

	@Test
	void publisherIsCancelledWithThePage() {
		Channel<Integer> channel = open("__CHANNEL__:7");
		TestPublisher<Integer> source = TestPublisher.create();
		StepVerifier.create(channel.sendAll(source))
			.then(() -> source.next(1))
			.then(() -> this.page.page().close())
			.expectComplete()
			.verify(Duration.ofSeconds(20));
		source.assertCancelled();
	}

	@Test
	void publishersThatAreDoneLeaveNothingWithTheChannel() {
		Channel<Integer> channel = open("__CHANNEL__:7");
		for (int i = 0; i < 20_000; i++) {
			channel.sendAll(Mono.empty()).block();
		}
		assertThat(channel).extracting("onClose").asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
		channel.close();
		assertThat(channel.isOpen()).isFalse();
	}

	@Test
	void publisherIsCancelledWithTheChannel() {
		Channel<Integer> channel = open("__CHANNEL__:7");
		AtomicBoolean cancelled = new AtomicBoolean();
		StepVerifier.create(channel.sendAll(Flux.<Integer>never().doOnCancel(() -> cancelled.set(true))))
			.then(channel::close)
			.expectComplete()
			.verify(Duration.ofSeconds(20));
		assertThat(cancelled).isTrue();
	}

	@Test
	void failureOfAPublisherIsPassedOn() {
		Channel<Integer> channel = open("__CHANNEL__:7");
		StepVerifier.create(channel.sendAll(Flux.error(new IllegalStateException("expected"))))
			.expectErrorMessage("expected")
			.verify(Duration.ofSeconds(20));
		assertThat(channel.isOpen()).isTrue();
	}

	private record Nested(String name, List<Channel<String>> list) {
	}

}
