package dev.tauriboot.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs two commands in turn that each print a line of JSON with figures, and prints the
 * medians and their ratios as a table. Arguments: how often, our command, the peer's
 * command, both for {@code sh}. Runs from its source file.
 */
public final class PeerComparison {

	private static final Pattern FIGURE = Pattern.compile("\"(\\w+)\"\\s*:\\s*([0-9.]+)");

	private static final Map<String, Double> GOALS = Map.of("invoke_seq_us", 0.45, "invoke_par_us", 0.6,
			"invoke_json_10KB_us", 0.6, "invoke_json_100KB_us", 0.6, "invoke_json_1MB_us", 0.6, "binary_10MB_echo_ms",
			0.4, "event_us", 0.5);

	private PeerComparison() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		if (args.length != 3) {
			System.err.println("Arguments: <rounds> <our command> <the peer's command>");
			System.exit(2);
		}
		Map<String, List<Double>> ours = new LinkedHashMap<>();
		Map<String, List<Double>> peers = new LinkedHashMap<>();
		for (int round = 0; round < Integer.parseInt(args[0]); round++) {
			run(args[1], ours);
			run(args[2], peers);
		}
		System.out.println("| Figure | ours | peer | ratio | goal |");
		System.out.println("|---|---|---|---|---|");
		ours.forEach((name, values) -> System.out.println(row(name, values, peers.getOrDefault(name, List.of()))));
	}

	private static void run(String command, Map<String, List<Double>> figures)
			throws IOException, InterruptedException {
		Process process = new ProcessBuilder("sh", "-c", command).redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		String json = "";
		try (BufferedReader reader = process.inputReader()) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				json = line.startsWith("{") ? line : json;
			}
		}
		int status = process.waitFor();
		if (json.isEmpty() || json.contains("\"error\"")) {
			throw new IllegalStateException("No figures, but " + json + " and status " + status + ": " + command);
		}
		System.err.println(json);
		Matcher matcher = FIGURE.matcher(json);
		while (matcher.find()) {
			figures.computeIfAbsent(matcher.group(1), (name) -> new ArrayList<>())
				.add(Double.parseDouble(matcher.group(2)));
		}
	}

	private static String row(String name, List<Double> ours, List<Double> peers) {
		String peer = "–";
		String ratio = "–";
		if (!peers.isEmpty()) {
			peer = text(median(peers));
			ratio = String.format(Locale.ROOT, "%.2f", median(ours) / median(peers));
		}
		Double goal = GOALS.get(name);
		return "| `" + name + "` | " + text(median(ours)) + " | " + peer + " | " + ratio + " | "
				+ ((goal != null) ? goal : "–") + " |";
	}

	private static double median(List<Double> values) {
		double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

	private static String text(double value) {
		return String.format(Locale.ROOT, (value < 100) ? "%.1f" : "%.0f", value);
	}

}
