package dev.tauriboot.channel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.window.Page;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * Makes the channels of calls and ends them with their calls.
 *
 * @since 0.1.0
 */
public final class Channels {

	/**
	 * How many channels a page may have open unless told otherwise.
	 */
	public static final int DEFAULT_MAX_CHANNELS = 100_000;

	private final Supplier<JsonMapper> mapper;

	private final Map<Object, List<Channel<?>>> open = Collections.synchronizedMap(new IdentityHashMap<>());

	private final Map<Page, AtomicInteger> counts = new ConcurrentHashMap<>();

	private volatile int maxChannels = DEFAULT_MAX_CHANNELS;

	/**
	 * Create the channels.
	 * @param mapper gives the mapper that writes messages, asked when a channel is made,
	 * since the mapper itself reads channels
	 */
	public Channels(Supplier<JsonMapper> mapper) {
		Assert.notNull(mapper, "'mapper' must not be null");
		this.mapper = mapper;
	}

	/**
	 * Limit the open channels of each page.
	 * @param max how many a page may have at a time
	 */
	public void setMaxChannels(int max) {
		Assert.isTrue(max > 0, "'max' must be above 0");
		this.maxChannels = max;
	}

	/**
	 * Make the channel that a text names. Naming the same id twice makes two independent
	 * channels.
	 * @param owner the call that brings the text
	 * @param text the text
	 * @return the channel
	 * @throws InvokeException if it is not the text of a channel, or the page has too
	 * many open
	 */
	public Channel<?> open(ChannelOwner owner, String text) {
		Assert.notNull(owner, "'owner' must not be null");
		Channel<?> channel = channel(owner.page(), text);
		this.open.computeIfAbsent(owner.call(), (key) -> new ArrayList<>(1)).add(channel);
		return channel;
	}

	private Channel<?> channel(Page page, String text) {
		long id = parse(text);
		if (id < 0) {
			throw new InvokeException(invalid(text));
		}
		AtomicInteger count = count(page);
		int max = this.maxChannels;
		// Who is refused is never counted: that would keep out another for a moment.
		if (count.getAndUpdate((channels) -> (channels < max) ? channels + 1 : channels) >= max) {
			throw new InvokeException("too many open channels: the limit is " + max);
		}
		return new Channel<>(id, page, this.mapper.get(), count::decrementAndGet);
	}

	private AtomicInteger count(Page page) {
		AtomicInteger known = this.counts.get(page);
		if (known != null) {
			return known;
		}
		AtomicInteger created = new AtomicInteger();
		known = this.counts.putIfAbsent(page, created);
		if (known != null) {
			return known;
		}
		page.onClose(() -> this.counts.remove(page));
		return created;
	}

	static String invalid(String text) {
		return "invalid channel value `" + text + "`, expected a string in the `__CHANNEL__:ID` format";
	}

	private static long parse(String text) {
		if (text.startsWith(Channel.PREFIX)) {
			try {
				return Integer.toUnsignedLong(Integer.parseUnsignedInt(text.substring(Channel.PREFIX.length())));
			}
			catch (NumberFormatException ex) {
				return -1;
			}
		}
		return -1;
	}

	/**
	 * End the channels of a call, save those that are to stay open. Does nothing if there
	 * are none, or none any more.
	 * @param call the call, the same object that the channels were made for
	 */
	public void endOf(Object call) {
		List<Channel<?>> channels = this.open.isEmpty() ? null : this.open.remove(call);
		if (channels != null) {
			channels.forEach(Channel::commandCompleted);
		}
	}

	int pages() {
		return this.counts.size();
	}

	int callsWithChannels() {
		return this.open.size();
	}

}
