package dev.tauriboot.benchmarks;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.Label;
import dev.tauriboot.app.AppHandle;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Does for long what applications do: calls, events, channels, windows and reloads, with
 * the pages {@code bench/soak.html} and {@code bench/soak-window.html}. Prints one line
 * of JSON for each part and ends with another exit code than 0 if something is lost,
 * comes twice or out of order, stays behind, or takes ever more memory.
 * {@code --parts=invokes,events,channels,windows,reloads} chooses, {@code --scale=0.01}
 * does a hundredth.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class SoakBenchmark {

	private static final Map<String, Integer> COUNTS = Map.of("invokes", 1_000_000, "events", 5_000_000, "channels",
			100_000, "windows", 1_000, "reloads", 10_000);

	private static final int WINDOWS_AT_ONCE = 25;

	private static final int CHANNEL_MESSAGES = 3;

	private static final int PATIENCE_MINUTES = 30;

	private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();

	private final Semaphore ready = new Semaphore(0);

	private final Semaphore closed = new Semaphore(0);

	public static void main(String[] args) throws InterruptedException {
		System.exit(run(args));
	}

	static int run(String... args) throws InterruptedException {
		SpringApplication application = new SpringApplication(SoakBenchmark.class);
		application.setBannerMode(Banner.Mode.OFF);
		application.setDefaultProperties(Map.of("tauri.app.windows[0].url", "soak.html", "tauri.app.exit-jvm", "false",
				"parts", "invokes,events,channels,windows,reloads", "scale", "1"));
		try (ConfigurableApplicationContext context = application.run(args)) {
			SoakBenchmark soak = context.getBean(SoakBenchmark.class);
			return soak.runParts(context.getEnvironment(), context.getBean(AppHandle.class),
					context.getBean(DesktopRuntime.class)) ? 0 : 1;
		}
	}

	private boolean runParts(Environment environment, AppHandle app, DesktopRuntime runtime)
			throws InterruptedException {
		double scale = environment.getRequiredProperty("scale", Double.class);
		await(this.ready, 1);
		boolean kept = true;
		for (String part : StringUtils.commaDelimitedListToStringArray(environment.getRequiredProperty("parts"))) {
			Integer total = COUNTS.get(part);
			Assert.isTrue(total != null, () -> "There is no part '" + part + "'");
			SoakPart run = new SoakPart(part, Math.max(1, (int) (total * scale)), scale);
			SoakPart.Result result = run.run((count) -> switch (part) {
				case "windows" -> openAndClose(runtime, count);
				case "reloads" -> reload(runtime, count);
				default -> inPage(app, part, count);
			});
			System.out.println(JsonMapper.shared().writeValueAsString(result));
			kept &= result.broken().isEmpty();
		}
		return kept;
	}

	private Outcome inPage(AppHandle app, String part, int count) throws InterruptedException {
		app.emitTo("main", "soak-work", Map.of("part", part, "count", count));
		Outcome outcome = this.outcomes.poll(PATIENCE_MINUTES, TimeUnit.MINUTES);
		return (outcome != null) ? outcome : new Outcome(0, 0, "no answer from the page");
	}

	private Outcome openAndClose(DesktopRuntime runtime, int count) throws InterruptedException {
		int done = 0;
		while (done < count) {
			int round = Math.min(WINDOWS_AT_ONCE, count - done);
			for (int i = 0; i < round; i++) {
				runtime.create(WindowOptions.of("soak-" + i).withUrl("soak-window.html").withSize(300, 200));
			}
			await(this.ready, round);
			for (int i = 0; i < round; i++) {
				window(runtime, "soak-" + i).close();
			}
			await(this.closed, round);
			awaitOneWindow(runtime);
			done += round;
		}
		return new Outcome(done, 0, null);
	}

	private Outcome reload(DesktopRuntime runtime, int count) throws InterruptedException {
		runtime.create(WindowOptions.of("soak-0").withUrl("soak-window.html").withSize(300, 200));
		await(this.ready, 1);
		for (int i = 0; i < count; i++) {
			window(runtime, "soak-0").webviews().get(0).reload();
			await(this.closed, 1);
			await(this.ready, 1);
		}
		window(runtime, "soak-0").close();
		await(this.closed, 1);
		awaitOneWindow(runtime);
		return new Outcome(count, 0, null);
	}

	private static Window window(DesktopRuntime runtime, String label) {
		Window window = runtime.find(Label.of(label));
		Assert.state(window != null, () -> "Window '" + label + "' has gone");
		return window;
	}

	private static void awaitOneWindow(DesktopRuntime runtime) throws InterruptedException {
		for (int i = 0; i < 1000 && runtime.windows().size() > 1; i++) {
			TimeUnit.MILLISECONDS.sleep(10);
		}
		Assert.state(runtime.windows().size() == 1, "Windows stay open");
	}

	private void await(Semaphore semaphore, int permits) throws InterruptedException {
		Assert.state(semaphore.tryAcquire(permits, 2, TimeUnit.MINUTES),
				() -> (semaphore == this.closed) ? "Pages do not end" : "Pages do not load");
	}

	@TauriCommand
	Numbered soakEcho(int n, String text) {
		return new Numbered(n, text);
	}

	@TauriCommand
	void soakEvents(int count, AppHandle app) {
		for (int i = 0; i < count; i++) {
			app.emitTo("main", "soak", i);
		}
	}

	@TauriCommand
	void soakChannel(int n, Channel<Integer> channel) {
		for (int i = 0; i < CHANNEL_MESSAGES; i++) {
			channel.send(n + i);
		}
	}

	/** Is in flight from when its page is ready until it ends. */
	@TauriCommand
	Mono<Void> soakWait(Channel<Integer> channel) {
		return Mono.<Void>never()
			.doOnSubscribe((subscription) -> this.ready.release())
			.doOnCancel(this.closed::release);
	}

	@TauriCommand
	void soakReady() {
		this.ready.release();
	}

	@TauriCommand
	void soakDone(Outcome outcome) {
		this.outcomes.add(outcome);
	}

	record Numbered(int n, String text) {
	}

	/**
	 * What a piece of work came to.
	 *
	 * @param done how many went well
	 * @param wrong how many were lost, came twice, out of order or to the wrong one
	 * @param problem what else went wrong, or {@code null}
	 */
	record Outcome(int done, int wrong, @Nullable String problem) {
	}

}
