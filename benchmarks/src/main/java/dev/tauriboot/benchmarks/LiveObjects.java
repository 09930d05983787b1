package dev.tauriboot.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What is alive in this JVM after a full collection: the objects that belong to pages,
 * calls and windows, counted by the JVM itself, and the memory.
 */
final class LiveObjects {

	private static final Path STATUS = Path.of("/proc/self/status");

	private static final int VAIN_COLLECTIONS = 3;

	private static final long NOTHING = 64 * 1024;

	static final Set<String> TYPES = Set.of("dev.tauriboot.window.Page", "dev.tauriboot.window.Outbound",
			"dev.tauriboot.window.Frame", "dev.tauriboot.window.HeldData$Held", "dev.tauriboot.channel.Channel",
			"dev.tauriboot.command.InvokeCall", "dev.tauriboot.command.InvokeRequest",
			"dev.tauriboot.event.PageListeners", "dev.tauriboot.resource.ResourceTable$Resources",
			"dev.tauriboot.image.JsImage", "dev.tauriboot.javafx.FxWindow", "dev.tauriboot.javafx.FxWebview",
			"dev.tauriboot.javafx.FxFrame", "dev.tauriboot.javafx.FxBridge", "javafx.scene.web.WebView",
			"com.sun.webkit.WebPage");

	private LiveObjects() {
	}

	/**
	 * How many there are of each type that ends with a call, a page or a window. Collects
	 * garbage before.
	 */
	static Map<String, Integer> count() {
		Map<String, Integer> counts = new HashMap<>();
		for (String line : histogram().split("\n")) {
			String[] columns = line.trim().split("\\s+");
			if (columns.length > 3 && TYPES.contains(columns[3])) {
				counts.put(columns[3], Integer.parseInt(columns[1]));
			}
		}
		return counts;
	}

	private static String histogram() {
		try {
			return (String) diagnose("gcClassHistogram", new Object[] { new String[0] },
					new String[] { String[].class.getName() });
		}
		catch (JMException ex) {
			throw new IllegalStateException("This JVM does not count objects", ex);
		}
	}

	private static Object diagnose(String command, Object[] arguments, String[] types) throws JMException {
		return ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), command, arguments, types);
	}

	/**
	 * Have {@code malloc} give back what is free, as a collection does with the heap.
	 * Does nothing where the JVM or the platform has no such thing.
	 */
	static void trimNativeMemory() {
		try {
			diagnose("systemTrimNativeHeap", new Object[0], new String[0]);
		}
		catch (JMException ex) {
			// What is free counts as taken then.
		}
	}

	/**
	 * The heap once no further collection frees anything: what goes in one lets the
	 * engine go of its own, on its own threads, and that of more objects.
	 */
	static double settledHeapMegabytes() throws InterruptedException {
		long least = Long.MAX_VALUE;
		for (int vain = 0; vain < VAIN_COLLECTIONS; vain++) {
			System.gc();
			TimeUnit.MILLISECONDS.sleep(100);
			System.gc();
			long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
			if (used < least - NOTHING) {
				vain = 0;
			}
			least = Math.min(least, used);
		}
		return megabytes(least);
	}

	/**
	 * The resident memory of the process, 0 where there is no {@code /proc}.
	 */
	static double residentMegabytes() {
		if (!Files.exists(STATUS)) {
			return 0;
		}
		try {
			for (String line : Files.readAllLines(STATUS)) {
				if (line.startsWith("VmRSS:")) {
					return megabytes(Long.parseLong(line.replaceAll("\\D", "")) * 1024);
				}
			}
			return 0;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static double megabytes(long bytes) {
		return Math.round(bytes / 104857.6) / 10.0;
	}

}
