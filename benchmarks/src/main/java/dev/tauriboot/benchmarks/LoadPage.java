package dev.tauriboot.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;

/**
 * What one page of {@link LoadBenchmark} does: calls of all sizes, as many at once as a
 * browser has connections, each with its number and a text or bytes that no other call
 * has. Most are small. Some go as bytes, some are answered late and so by the stream,
 * some have a channel, and each text makes the application emit an event to this page.
 */
final class LoadPage {

	private static final int AT_ONCE = 6;

	private static final int MESSAGES = 20;

	/** Texts of 8 and 16 bits, surrogate pairs and what JSON escapes. */
	private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz \"\\\n<é÷漢字\u2028😀";

	private static final byte[] NOISE = new byte[(1 << 20) + 1000];

	static {
		new Random(1).nextBytes(NOISE);
	}

	private final LoadTab tab;

	private final String label;

	private final int count;

	private final long[] nanos;

	private final AtomicIntegerArray events;

	private final AtomicInteger next = new AtomicInteger();

	private final AtomicInteger done = new AtomicInteger();

	private final AtomicInteger wrong = new AtomicInteger();

	private final AtomicInteger messages = new AtomicInteger();

	private final AtomicInteger messagesDue = new AtomicInteger();

	private final AtomicInteger eventsDue = new AtomicInteger();

	private final AtomicLong bytes = new AtomicLong();

	private final Queue<String> problems = new ConcurrentLinkedQueue<>();

	LoadPage(HttpClient client, String label, String link, int count) {
		this.tab = new LoadTab(client, link, this::event);
		this.label = label;
		this.count = count;
		this.nanos = new long[count];
		this.events = new AtomicIntegerArray(count);
	}

	LoadTab tab() {
		return this.tab;
	}

	/**
	 * Begin to listen, and send all calls.
	 * @param threads run the calls
	 * @return each thread's work
	 */
	List<Future<?>> start(ExecutorService threads) throws IOException, InterruptedException, ExecutionException {
		Map<String, Object> target = Map.of("kind", "AnyLabel", "label", this.label);
		this.tab.call("plugin:event|listen", Map.of("event", "load", "target", target, "handler", 1));
		List<Future<?>> work = new ArrayList<>();
		for (int i = 0; i < AT_ONCE; i++) {
			work.add(threads.submit(this::sendCalls));
		}
		return work;
	}

	private void sendCalls() {
		for (int n = this.next.getAndIncrement(); n < this.count; n = this.next.getAndIncrement()) {
			long start = System.nanoTime();
			try {
				if (!send(n)) {
					this.wrong.incrementAndGet();
				}
				this.done.incrementAndGet();
			}
			catch (IOException | ExecutionException ex) {
				this.problems.add("call " + n + " of " + this.label + ": " + ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			this.nanos[n] = System.nanoTime() - start;
		}
	}

	private boolean send(int n) throws IOException, InterruptedException, ExecutionException {
		if (n % 50 == 24 || n % 50 == 49) {
			return sendBytes((n % 50 == 24) ? "load_bytes_late" : "load_bytes", n, 1 << 20);
		}
		if (n % 20 == 11) {
			return sendChannel(n);
		}
		if (n % 10 == 5) {
			return sendBytes("load_bytes", n, 1000);
		}
		return sendText((n % 10 == 7) ? "load_text_late" : "load_text", n,
				(n % 50 == 23) ? 100_000 : (n % 10 == 3) ? 10_000 : n % 97);
	}

	private boolean sendText(String command, int n, int length)
			throws IOException, InterruptedException, ExecutionException {
		String text = text(n, length);
		this.eventsDue.incrementAndGet();
		this.bytes.addAndGet(2L * text.length());
		Object answer = this.tab.call(command, Map.of("n", n, "text", text, "checksum", LoadBenchmark.checksum(text)));
		return answer instanceof JsonNode json && isOurs(json, n) && json.path("text").asString("").equals(text);
	}

	private String text(int n, int length) {
		int[] letters = ALPHABET.codePoints().toArray();
		StringBuilder text = new StringBuilder(this.label).append(' ').append(n).append(' ');
		for (int i = n; text.length() < length; i++) {
			text.appendCodePoint(letters[i % letters.length]);
		}
		return text.toString();
	}

	private boolean sendBytes(String command, int n, int size)
			throws IOException, InterruptedException, ExecutionException {
		byte[] sent = Arrays.copyOfRange(NOISE, n % 1000, n % 1000 + size);
		ByteBuffer.wrap(sent).putInt(n).putInt(this.label.hashCode());
		this.bytes.addAndGet(2L * size);
		return this.tab.call(command, sent, LoadBenchmark.checksum(sent)) instanceof byte[] back
				&& Arrays.equals(back, sent);
	}

	private boolean sendChannel(int n) throws IOException, InterruptedException, ExecutionException {
		AtomicInteger index = new AtomicInteger();
		this.messagesDue.addAndGet(MESSAGES + 1);
		int channel = this.tab.channel((frame) -> {
			int due = index.getAndIncrement();
			boolean good = frame.get(2).intValue() == due
					&& ((due == MESSAGES) ? frame.get(0).intValue() == 4 : isOurs(frame.path(4), n + due));
			if (!good) {
				this.wrong.incrementAndGet();
			}
			this.messages.incrementAndGet();
		});
		Object answer = this.tab.call("load_channel",
				Map.of("n", n, "count", MESSAGES, "channel", "__CHANNEL__:" + channel));
		return answer instanceof JsonNode json && isOurs(json, n);
	}

	private boolean isOurs(JsonNode json, int n) {
		return json.path("page").asString("").equals(this.label) && json.path("n").asInt(-1) == n;
	}

	private void event(JsonNode payload) {
		if (!payload.path("page").asString("").equals(this.label)) {
			this.wrong.incrementAndGet();
		}
		this.events.incrementAndGet(payload.path("n").asInt());
	}

	/**
	 * Whether all events and messages have come too.
	 */
	boolean isComplete() {
		int came = 0;
		for (int i = 0; i < this.count; i++) {
			came += this.events.get(i);
		}
		return came >= this.eventsDue.get() && this.messages.get() >= this.messagesDue.get();
	}

	/**
	 * What came of it.
	 */
	LoadBenchmark.Result result() {
		int came = 0;
		int doubled = this.tab.doubled();
		for (int i = 0; i < this.count; i++) {
			came += Math.min(1, this.events.get(i));
			doubled += Math.max(0, this.events.get(i) - 1);
		}
		int messages = this.messages.get();
		int lost = this.count - this.done.get() + this.eventsDue.get() - came
				+ Math.max(0, this.messagesDue.get() - messages);
		doubled += Math.max(0, messages - this.messagesDue.get());
		return new LoadBenchmark.Result(1, this.done.get(), came, messages, this.bytes.get(), lost, doubled,
				this.wrong.get() + this.tab.stray(), this.problems.stream().limit(3).toList());
	}

	long[] nanos() {
		return this.nanos;
	}

}
