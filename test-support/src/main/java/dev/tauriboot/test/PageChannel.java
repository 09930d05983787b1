package dev.tauriboot.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.annotation.JsonValue;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A channel of a played document, to be passed as an argument. It collects what comes and
 * insists on its order: no message may be lost or overtake another.
 *
 * @since 0.1.0
 */
public final class PageChannel {

	private final TestPage page;

	private final JsonMapper mapper;

	private final List<Object> messages = new CopyOnWriteArrayList<>();

	private volatile int id;

	private volatile boolean ended;

	private volatile @Nullable AssertionError disorder;

	PageChannel(TestPage page, JsonMapper mapper) {
		this.page = page;
		this.mapper = mapper;
	}

	void opened(int id) {
		this.id = id;
	}

	void accept(Object data) {
		long expected = this.messages.size();
		if (data instanceof PageFrames.ChannelFrame frame) {
			check(frame.index(), expected);
			this.messages.add(frame.message());
		}
		else if (data instanceof PageFrames.ChannelEnd end) {
			check(end.index(), expected);
			this.page.unregisterCallback(this.id);
			this.ended = true;
		}
	}

	private void check(long index, long expected) {
		if ((index != expected || this.ended) && this.disorder == null) {
			this.disorder = new AssertionError("Channel " + this.id + " got frame " + index + " in place of "
					+ (this.ended ? "none, as it has ended" : expected));
		}
	}

	/**
	 * The text that stands for the channel in arguments.
	 * @return {@code __CHANNEL__:} and the id
	 */
	@JsonValue
	public String reference() {
		return "__CHANNEL__:" + this.id;
	}

	/**
	 * Whether the end frame has come.
	 * @return {@code true} once it has
	 */
	public boolean isEnded() {
		return this.ended;
	}

	/**
	 * The messages until now.
	 * @param type the type to read them as; {@code byte[]} for raw ones
	 * @param <T> the type
	 * @return the messages
	 * @throws AssertionError if a message was lost or overtaken
	 */
	public <T> List<@Nullable T> messages(Class<T> type) {
		this.page.settle();
		AssertionError disorder = this.disorder;
		if (disorder != null) {
			throw disorder;
		}
		List<@Nullable T> messages = new ArrayList<>();
		for (Object message : this.messages) {
			messages.add(read(message, type));
		}
		return messages;
	}

	private <T> @Nullable T read(Object message, Class<T> type) {
		return type.isInstance(message) ? type.cast(message) : this.mapper.treeToValue((JsonNode) message, type);
	}

	/**
	 * Wait for messages.
	 * @param count how many there must be at least
	 * @return this
	 * @throws org.awaitility.core.ConditionTimeoutException if they do not come in time
	 */
	public PageChannel await(int count) {
		Awaitility.await(count + " messages of a channel")
			.atMost(IpcTester.DEFAULT_LIMIT)
			.until(() -> this.messages.size() >= count);
		return this;
	}

	/**
	 * Wait for the end of the channel.
	 * @return this
	 * @throws org.awaitility.core.ConditionTimeoutException if it does not come in time
	 */
	public PageChannel awaitEnd() {
		Awaitility.await("the end of a channel").atMost(IpcTester.DEFAULT_LIMIT).until(this::isEnded);
		Assertions.assertThat(this.disorder).isNull();
		return this;
	}

	@Override
	public String toString() {
		return reference();
	}

}
