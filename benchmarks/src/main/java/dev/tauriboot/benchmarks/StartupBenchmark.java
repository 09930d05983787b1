package dev.tauriboot.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Starts applications in turn and prints how long each takes to its first loaded page,
 * from the start of its process, and how much processor time. The page is loaded when the
 * process prints a line with {@code loaded http}. Needs nothing but the JDK, so that it
 * runs from its source.
 * <p>
 * The first argument is the number of rounds, each other one is what follows {@code java}
 * on the command line of one application, separated by spaces. A round that is not
 * counted comes first, as it fills the file caches.
 */
public final class StartupBenchmark {

	private static final String LOADED = "loaded http";

	private static final long LIMIT_SECONDS = 60;

	private StartupBenchmark() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		int rounds = Integer.parseInt(args[0]);
		List<String> applications = List.of(args).subList(1, args.length);
		long[][] elapsed = new long[applications.size()][rounds];
		long[][] used = new long[applications.size()][rounds];
		for (int round = -1; round < rounds; round++) {
			for (int i = 0; i < applications.size(); i++) {
				Start start = start(applications.get(i));
				if (round >= 0) {
					elapsed[i][round] = start.elapsed;
					used[i][round] = start.used;
				}
			}
		}
		for (int i = 0; i < applications.size(); i++) {
			System.out.println(applications.get(i));
			print("window ready", elapsed[i], elapsed[0]);
			print("processor time", used[i], used[0]);
		}
	}

	private static void print(String name, long[] values, long[] first) {
		System.out.printf(Locale.ROOT, "  %-14s %6.0f ms  %.2f  %s%n", name, median(values),
				median(values) / median(first), Arrays.toString(values));
	}

	private static Start start(String application) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of(application.strip().split(" +")));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		long start = System.nanoTime();
		Process process = builder.start();
		try (BufferedReader output = process.inputReader()) {
			List<String> lines = new ArrayList<>();
			String line = output.readLine();
			while (line != null && !line.contains(LOADED)) {
				lines.add(line);
				line = output.readLine();
			}
			if (line == null) {
				throw new IllegalStateException(
						"No page was loaded by " + application + "\n" + String.join("\n", lines));
			}
			long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
			return new Start(elapsed, process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis());
		}
		finally {
			process.destroyForcibly();
			if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		}
	}

	private static double median(long[] values) {
		long[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
	}

	private record Start(long elapsed, long used) {
	}

}
