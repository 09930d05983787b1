package dev.tauriboot.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.app.AppHandle;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.Assert;

/**
 * How the cost of a call or an event grows: with the size of its payload, with calls in
 * flight, windows, listeners and capabilities. Runs the page {@code bench/scaling.html}
 * in a window and prints one line of JSON for each figure.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ScalingBenchmark {

	private static final List<Integer> SIZES = List.of(10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000);

	private static final List<Integer> COUNTS = List.of(1, 10, 100, 1000, 10_000);

	private static final List<Integer> WINDOWS = List.of(1, 5, 10, 25);

	private static final List<Integer> CAPABILITIES = List.of(1, 10, 100, 1000);

	private final BlockingQueue<Figure> figures = new LinkedBlockingQueue<>();

	private final Semaphore ready = new Semaphore(0);

	public static void main(String[] args) throws InterruptedException {
		try (ConfigurableApplicationContext context = start(0, args)) {
			ScalingBenchmark benchmark = context.getBean(ScalingBenchmark.class);
			AppHandle app = context.getBean(AppHandle.class);
			for (String part : List.of("payload", "bytes")) {
				for (int size : SIZES) {
					benchmark.measure(app, part, part, size);
				}
			}
			for (String part : List.of("inFlight", "listeners")) {
				for (int count : COUNTS) {
					benchmark.measure(app, part, part, count);
				}
			}
			benchmark.measureWindows(app, context.getBean(DesktopRuntime.class));
		}
		for (int count : CAPABILITIES) {
			try (ConfigurableApplicationContext context = start(count, args)) {
				ScalingBenchmark benchmark = context.getBean(ScalingBenchmark.class);
				benchmark.measure(context.getBean(AppHandle.class), "calls", "capabilities", count);
			}
		}
		System.exit(0);
	}

	private static ConfigurableApplicationContext start(int capabilities, String... args) throws InterruptedException {
		SpringApplication application = new SpringApplication(ScalingBenchmark.class);
		application.setBannerMode(Banner.Mode.OFF);
		application.setDefaultProperties(Map.of("tauri.app.windows[0].url", "scaling.html", "tauri.app.exit-jvm",
				"false", "tauri.ipc.max-listeners", "20000"));
		application.addInitializers((context) -> {
			for (int i = 0; i < capabilities; i++) {
				Capability capability = Capability.withId("scaling-" + i)
					.windows("main")
					.permissions("core:default", "allow-echo", "allow-scaling-ready", "allow-scaling-done")
					.build();
				((GenericApplicationContext) context).registerBean(capability.identifier(), Capability.class,
						() -> capability);
			}
		});
		ConfigurableApplicationContext context = application.run(args);
		context.getBean(ScalingBenchmark.class).awaitReady();
		return context;
	}

	private void awaitReady() throws InterruptedException {
		Assert.state(this.ready.tryAcquire(1, TimeUnit.MINUTES), "The page does not load");
	}

	private void measureWindows(AppHandle app, DesktopRuntime runtime) throws InterruptedException {
		int open = 1;
		for (int count : WINDOWS) {
			while (open < count) {
				runtime.create(WindowOptions.of("scaling-" + open++).withUrl("scaling.html").withSize(300, 200));
				awaitReady();
			}
			measure(app, "calls", "windows", count);
		}
	}

	private void measure(AppHandle app, String part, String name, int size) throws InterruptedException {
		app.emitTo("main", "scaling-work", Map.of("part", part, "size", size));
		Figure figure = this.figures.poll(5, TimeUnit.MINUTES);
		Assert.state(figure != null && figure.problem() == null, () -> name + " " + size + ": " + figure);
		System.out.println(JsonMapper.shared().writeValueAsString(new Line(name, size, figure.micros())));
	}

	@TauriCommand
	InvokeResponse echo(InvokeRequest request) {
		return new InvokeResponse.Json(((InvokeBody.Json) request.body()).text());
	}

	@TauriCommand
	byte[] echoBytes(byte[] bytes) {
		return bytes;
	}

	@TauriCommand
	void emitMany(int count, AppHandle app) {
		for (int i = 0; i < count; i++) {
			app.emit("many", i);
		}
	}

	@TauriCommand
	void scalingReady() {
		this.ready.release();
	}

	@TauriCommand
	void scalingDone(Figure figure) {
		this.figures.add(figure);
	}

	/**
	 * What the page has measured.
	 *
	 * @param micros the time of one call or event in microseconds
	 * @param problem what went wrong, or {@code null}
	 */
	record Figure(double micros, @Nullable String problem) {
	}

	private record Line(String figure, int n, double us) {
	}

}
