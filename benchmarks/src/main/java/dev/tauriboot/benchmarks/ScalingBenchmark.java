package dev.tauriboot.benchmarks;

import java.util.LinkedHashMap;
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
 * in a window and prints one line of JSON: {@code payload_1000_us} is what a call with a
 * text of that length takes. {@code --most=100} leaves out what is more than that.
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
		System.out.println(JsonMapper.shared().writeValueAsString(run(args)));
		System.exit(0);
	}

	static Map<String, Double> run(String... args) throws InterruptedException {
		Map<String, Double> figures = new LinkedHashMap<>();
		int most;
		try (ConfigurableApplicationContext context = start(0, args)) {
			most = context.getEnvironment().getRequiredProperty("most", Integer.class);
			for (String part : List.of("payload", "bytes")) {
				for (int size : upTo(most, SIZES)) {
					figures.put(key(part, size), measure(context, part, size));
				}
			}
			for (String part : List.of("in_flight", "listeners")) {
				for (int count : upTo(most, COUNTS)) {
					figures.put(key(part, count), measure(context, part, count));
				}
			}
			int open = 1;
			for (int count : upTo(most, WINDOWS)) {
				for (; open < count; open++) {
					openWindow(context, "scaling-" + open);
				}
				figures.put(key("windows", count), measure(context, "calls", count));
			}
		}
		for (int count : upTo(most, CAPABILITIES)) {
			try (ConfigurableApplicationContext context = start(count, args)) {
				figures.put(key("capabilities", count), measure(context, "calls", count));
			}
		}
		return figures;
	}

	private static List<Integer> upTo(int most, List<Integer> counts) {
		return counts.stream().filter((count) -> count <= most).toList();
	}

	private static String key(String name, int count) {
		return name + "_" + count + "_us";
	}

	private static ConfigurableApplicationContext start(int capabilities, String... args) throws InterruptedException {
		SpringApplication application = new SpringApplication(ScalingBenchmark.class);
		application.setBannerMode(Banner.Mode.OFF);
		application.setDefaultProperties(Map.of("tauri.app.windows[0].url", "scaling.html", "tauri.app.exit-jvm",
				"false", "tauri.ipc.max-listeners", "20000", "most", "10000000"));
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

	private static void openWindow(ConfigurableApplicationContext context, String label) throws InterruptedException {
		context.getBean(DesktopRuntime.class)
			.create(WindowOptions.of(label).withUrl("scaling.html").withSize(300, 200));
		context.getBean(ScalingBenchmark.class).awaitReady();
	}

	private static double measure(ConfigurableApplicationContext context, String part, int size)
			throws InterruptedException {
		context.getBean(AppHandle.class).emitTo("main", "scaling-work", Map.of("part", part, "size", size));
		Figure figure = context.getBean(ScalingBenchmark.class).figures.poll(5, TimeUnit.MINUTES);
		Assert.state(figure != null && figure.problem() == null, () -> part + " " + size + ": " + figure);
		return figure.micros();
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

}
