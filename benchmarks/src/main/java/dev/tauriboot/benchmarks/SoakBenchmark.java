package dev.tauriboot.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.command.annotation.TauriCommand;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Emits two million events to a listener of the page {@code bench/soak.html} and prints
 * after each tenth of them, and a collection, how much memory is in use. Ends with
 * another exit code than 0 if an event is lost or comes out of order.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class SoakBenchmark {

	private static final int TOTAL = 2_000_000;

	private static final CountDownLatch DONE = new CountDownLatch(1);

	private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

	private int received;

	private int disorder;

	public static void main(String[] args) throws InterruptedException {
		SpringApplication application = new SpringApplication(SoakBenchmark.class);
		application.setBannerMode(Banner.Mode.OFF);
		application.setDefaultProperties(Map.of("tauri.app.windows[0].url", "soak.html"));
		ConfigurableApplicationContext context = application.run(args);
		SoakBenchmark soak = context.getBean(SoakBenchmark.class);
		DONE.await();
		int code = SpringApplication.exit(context);
		System.exit((soak.received == TOTAL && soak.disorder == 0) ? code : 1);
	}

	@TauriCommand
	void emitEvents(int from, int count, AppHandle app) {
		for (int i = from; i < from + count; i++) {
			app.emit("soak", i);
		}
	}

	@TauriCommand
	void received(int count, int disorder) {
		this.received = count;
		this.disorder = disorder;
		System.gc();
		MemoryUsage heap = this.memory.getHeapMemoryUsage();
		System.out.printf(Locale.ROOT, "%,9d events, %d out of order, heap %.1f MB%n", count, disorder,
				heap.getUsed() / 1048576.0);
	}

	@TauriCommand
	void finish() {
		DONE.countDown();
	}

}
