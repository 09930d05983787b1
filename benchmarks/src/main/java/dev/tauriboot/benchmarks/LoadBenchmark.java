package dev.tauriboot.benchmarks;

import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import dev.tauriboot.Label;
import dev.tauriboot.app.AppHandle;
import dev.tauriboot.browser.BrowserRuntime;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Many pages at once in the browser runtime, over its server and by HTTP as a browser
 * would. Prints one line of JSON, and ends with another exit code than 0 if a call, an
 * event or a message is lost, comes twice, or comes to a page that it is not for.
 * {@code --pages=64} and {@code --calls=2000} for each page.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class LoadBenchmark {

	private static final Duration LATE = Duration.ofMillis(20);

	private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(10);

	private static final long EVENTS_PATIENCE_SECONDS = 30;

	private final Map<String, BitSet> seen = new ConcurrentHashMap<>();

	private final AtomicInteger again = new AtomicInteger();

	private final AtomicInteger damaged = new AtomicInteger();

	public static void main(String[] args) throws Exception {
		Result result = run(args);
		System.exit(result.isClean() ? 0 : 1);
	}

	static Result run(String... args) throws Exception {
		SpringApplication application = new SpringApplication(LoadBenchmark.class);
		application.setDefaultProperties(Map.of("tauri.app.exit-jvm", "false", "pages", "64", "calls", "2000"));
		try (ConfigurableApplicationContext context = application
			.run(StringUtils.addStringToArray(args, "--tauri.runtime=browser"))) {
			Environment environment = context.getEnvironment();
			return context.getBean(LoadBenchmark.class)
				.run(context.getBean(BrowserRuntime.class), environment.getRequiredProperty("pages", Integer.class),
						environment.getRequiredProperty("calls", Integer.class));
		}
	}

	private Result run(BrowserRuntime runtime, int count, int calls) throws Exception {
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
		List<LoadPage> pages = new ArrayList<>();
		String cookie = "";
		for (int i = 0; i < count; i++) {
			String label = "load-" + i;
			runtime.create(WindowOptions.of(label).withUrl("startup.html"));
			LoadPage page = new LoadPage(client, label, runtime.newLink(Label.of(label)), calls);
			cookie = page.tab().open(cookie);
			pages.add(page);
		}
		ExecutorService threads = Executors.newCachedThreadPool();
		List<Future<?>> work = new ArrayList<>();
		long start = System.nanoTime();
		for (LoadPage page : pages) {
			work.addAll(page.start(threads));
		}
		for (Future<?> part : work) {
			awaitQuietly(part, start + PATIENCE_NANOS);
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		for (int i = 0; i < EVENTS_PATIENCE_SECONDS * 100 && !pages.stream().allMatch(LoadPage::isComplete); i++) {
			TimeUnit.MILLISECONDS.sleep(10);
		}
		Result result = pages.stream().map(LoadPage::result).reduce(Result.NONE, Result::plus);
		result = result.plus(new Result(0, 0, 0, 0, 0, 0, this.again.get(), this.damaged.get(), List.of()));
		threads.shutdownNow();
		pages.forEach((page) -> page.tab().close());
		print(result, seconds, pages.stream().map(LoadPage::nanos).flatMapToLong(Arrays::stream));
		return result;
	}

	// What has not come by then counts as lost.
	private static void awaitQuietly(Future<?> part, long until) throws InterruptedException, ExecutionException {
		try {
			part.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			part.cancel(true);
		}
	}

	private static void print(Result result, double seconds, LongStream latencies) {
		long[] nanos = latencies.sorted().toArray();
		System.out
			.println(JsonMapper.shared()
				.writeValueAsString(new Figures(round(seconds), round(result.calls() / seconds),
						round(result.bytes() / 1e6 / seconds), millis(nanos, 0.5), millis(nanos, 0.99),
						millis(nanos, 1), result)));
	}

	private static double millis(long[] sorted, double part) {
		return round(sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6);
	}

	private static double round(double value) {
		return Math.round(value * 10) / 10.0;
	}

	@TauriCommand
	Echo loadText(int n, String text, long checksum, Window window, AppHandle app) {
		String page = window.label().value();
		accept(page, n, checksum == checksum(text) && text.startsWith(page + " " + n + " "));
		app.emitTo(page, "load", new Numbered(page, n));
		return new Echo(page, n, text);
	}

	@TauriCommand
	Mono<Echo> loadTextLate(int n, String text, long checksum, Window window, AppHandle app) {
		return Mono.delay(LATE).thenReturn(loadText(n, text, checksum, window, app));
	}

	@TauriCommand
	byte[] loadBytes(InvokeRequest request, Window window) {
		byte[] bytes = ((InvokeBody.Raw) request.body()).bytes();
		String checksum = request.headers().getFirst(LoadTab.CHECKSUM);
		String page = window.label().value();
		ByteBuffer head = ByteBuffer.wrap(bytes);
		accept(page, head.getInt(),
				Long.toString(checksum(bytes)).equals(checksum) && head.getInt() == page.hashCode());
		return bytes;
	}

	@TauriCommand
	Mono<byte[]> loadBytesLate(InvokeRequest request, Window window) {
		return Mono.delay(LATE).thenReturn(loadBytes(request, window));
	}

	@TauriCommand
	Numbered loadChannel(int n, int count, Channel<Numbered> channel, Window window) {
		String page = window.label().value();
		accept(page, n, true);
		for (int i = 0; i < count; i++) {
			channel.send(new Numbered(page, n + i));
		}
		return new Numbered(page, n);
	}

	private void accept(String page, int n, boolean good) {
		BitSet seen = this.seen.computeIfAbsent(page, (key) -> new BitSet());
		synchronized (seen) {
			if (seen.get(n)) {
				this.again.incrementAndGet();
			}
			seen.set(n);
		}
		if (!good) {
			this.damaged.incrementAndGet();
		}
	}

	static long checksum(String text) {
		return checksum(text.getBytes(StandardCharsets.UTF_8));
	}

	static long checksum(byte[] bytes) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes);
		return checksum.getValue();
	}

	record Echo(String page, int n, String text) {
	}

	record Numbered(String page, int n) {
	}

	/**
	 * What it came to.
	 *
	 * @param pages how many pages
	 * @param calls how many calls were answered
	 * @param events how many events came
	 * @param messages how many messages of channels came
	 * @param bytes characters of texts and bytes of raw bodies, there and back
	 * @param lost how many calls, events and messages did not come
	 * @param doubled how many came again
	 * @param wrong how many came to another page, out of order or changed
	 * @param problems why, some of them
	 */
	record Result(int pages, int calls, int events, int messages, long bytes, int lost, int doubled, int wrong,
			List<String> problems) {

		static final Result NONE = new Result(0, 0, 0, 0, 0, 0, 0, 0, List.of());

		Result plus(Result other) {
			return new Result(this.pages + other.pages, this.calls + other.calls, this.events + other.events,
					this.messages + other.messages, this.bytes + other.bytes, this.lost + other.lost,
					this.doubled + other.doubled, this.wrong + other.wrong,
					Stream.concat(this.problems.stream(), other.problems.stream()).limit(10).toList());
		}

		boolean isClean() {
			return this.lost == 0 && this.doubled == 0 && this.wrong == 0 && this.problems.isEmpty();
		}

	}

	private record Figures(double seconds, double callsPerSecond, double megabytesPerSecond, double p50Millis,
			double p99Millis, double maxMillis, Result result) {
	}

}
