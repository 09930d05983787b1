package dev.tauriboot.browser;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import dev.tauriboot.runtime.memory.MemoryDocument;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * The one way from the application to a document in a tab: lines of text over a socket,
 * or over a response that stays open. A line is a batch of frames, a JSON object that
 * asks for something, or empty as a sign of life. Nothing is taken from the page's queue
 * before the socket has room for it. The page ends with its stream.
 */
final class TabStream implements MemoryDocument {

	static final Duration HEARTBEAT = Duration.ofSeconds(15);

	/** How long a connected document may take to ask for its stream. */
	static final Duration PATIENCE = Duration.ofSeconds(30);

	private final JsonMapper mapper;

	private final long maxWaiting;

	private final Queue<String> requests = new ConcurrentLinkedQueue<>();

	private final AtomicLong waitingChars = new AtomicLong();

	private final AtomicInteger work = new AtomicInteger();

	private volatile @Nullable FluxSink<String> sink;

	private volatile @Nullable Page page;

	private volatile @Nullable Disposable patience;

	private volatile boolean ended;

	TabStream(JsonMapper mapper, long maxWaiting) {
		this.mapper = mapper;
		this.maxWaiting = maxWaiting;
	}

	/**
	 * Serve a page. Should the page end before its document has asked for the stream, the
	 * stream is kept a while, because what made it end is for the document to know.
	 * @param page the page
	 * @param abandoned what to do when the document has not asked in time
	 */
	void attach(Page page, Runnable abandoned) {
		this.page = page;
		this.patience = Schedulers.parallel().schedule(() -> {
			page.close();
			abandoned.run();
		}, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		page.onClose(() -> {
			this.ended = true;
			pump();
		});
	}

	/**
	 * The lines, to be asked for once.
	 */
	Flux<String> lines() {
		Page page = this.page;
		Disposable patience = this.patience;
		Assert.state(page != null && patience != null, "no page");
		return Flux.create((sink) -> {
			// A connection that breaks before has never asked.
			patience.dispose();
			this.sink = sink;
			// Engines hand out a response's head with its first bytes.
			this.requests.add("");
			Disposable heartbeat = Flux.interval(HEARTBEAT).subscribe((tick) -> beat());
			sink.onDispose(() -> {
				heartbeat.dispose();
				page.close();
			});
			sink.onRequest((n) -> pump());
		}, FluxSink.OverflowStrategy.BUFFER);
	}

	private void beat() {
		if (this.requests.isEmpty()) {
			this.requests.add("");
			pump();
		}
	}

	@Override
	public void framesWaiting() {
		pump();
	}

	@Override
	public void navigate(String url) {
		request("navigate", url);
	}

	@Override
	public void reload() {
		request("reload", "");
	}

	// The rest comes once for a document, but scripts may come without end.
	@Override
	public void eval(String script) {
		long waiting = this.waitingChars.get();
		Assert.state(waiting == 0 || waiting + script.length() <= this.maxWaiting,
				() -> "the tab takes no scripts while " + waiting + " characters wait for it: the limit is "
						+ this.maxWaiting);
		request("eval", script);
	}

	@Override
	public void print() {
		request("print", "");
	}

	@Override
	public void clearBrowsingData() {
		request("clear", "");
	}

	@Override
	public void ended(String reason) {
		request("end", reason);
	}

	private void request(String name, String value) {
		String request = "{\"" + name + "\":" + this.mapper.writeValueAsString(value) + "}";
		this.waitingChars.addAndGet(request.length());
		this.requests.add(request);
		pump();
	}

	// Whoever finds work while another thread pumps leaves it a note instead of waiting.
	private void pump() {
		FluxSink<String> sink = this.sink;
		if (sink == null || this.work.getAndIncrement() != 0) {
			return;
		}
		int notes = 1;
		do {
			try {
				emit(sink);
			}
			catch (Throwable ex) {
				// What was taken from the queue is lost, and so is the page.
				sink.error(ex);
			}
			notes = this.work.addAndGet(-notes);
		}
		while (notes != 0);
	}

	private void emit(FluxSink<String> sink) {
		while (sink.requestedFromDownstream() > 0 && !sink.isCancelled()) {
			String line = this.requests.poll();
			if (line != null) {
				this.waitingChars.addAndGet(-line.length());
			}
			else {
				Page page = this.page;
				line = (page != null && !this.ended) ? page.outbound().drain() : null;
			}
			if (line == null) {
				break;
			}
			// In JSON a line break can only stand between tokens.
			sink.next(line.replace('\n', ' ') + "\n");
		}
		if (this.ended && this.requests.isEmpty()) {
			sink.complete();
		}
	}

	static byte[] bytes(String line) {
		return line.getBytes(StandardCharsets.UTF_8);
	}

}
