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
 * Runs commands in turn that each print a line of JSON with figures, and prints the
 * medians, and their ratios to those of the last command, as a table. Arguments: how
 * often, our commands, the peer's command, all for {@code sh}. Runs from its source file.
 */
public final class PeerComparison {

	private static final Pattern FIGURE = Pattern.compile("\"(\\w+)\"\\s*:\\s*([0-9.]+)");

	private static final Map<String, Double> GOALS = Map.of("invoke_seq_us", 0.45, "invoke_par_us", 0.6,
			"invoke_json_10KB_us", 0.6, "invoke_json_100KB_us", 0.6, "invoke_json_1MB_us", 0.6, "binary_10MB_echo_ms",
			0.4, "event_us", 0.5);

	private PeerComparison() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		if (args.length < 3) {
			System.err.println("Arguments: <rounds> <our command>... <the peer's command>");
			System.exit(2);
		}
		List<String> commands = List.of(args).subList(1, args.length);
		List<Map<String, List<Double>>> figures = new ArrayList<>();
		commands.forEach((command) -> figures.add(new LinkedHashMap<>()));
		for (int round = 0; round < Integer.parseInt(args[0]); round++) {
			for (int i = 0; i < commands.size(); i++) {
				run(commands.get(i), figures.get(i));
			}
		}
		print(figures);
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

	private static void print(List<Map<String, List<Double>>> figures) {
		StringBuilder head = new StringBuilder("| Figure |");
		StringBuilder ratios = new StringBuilder();
		for (int i = 1; i < figures.size(); i++) {
			String name = (figures.size() == 2) ? "ours" : "ours " + i;
			head.append(' ').append(name).append(" |");
			ratios.append(' ').append(name).append(" / peer |");
		}
		System.out.println(head + " peer |" + ratios + " goal |");
		System.out.println("|" + "---|".repeat(2 * figures.size() + 1));
		figures.get(0).keySet().forEach((name) -> System.out.println(row(name, figures)));
	}

	private static String row(String name, List<Map<String, List<Double>>> figures) {
		StringBuilder row = new StringBuilder("| `" + name + "` |");
		StringBuilder ratios = new StringBuilder();
		List<Double> peer = figures.get(figures.size() - 1).getOrDefault(name, List.of());
		for (Map<String, List<Double>> side : figures) {
			List<Double> values = side.getOrDefault(name, List.of());
			row.append(' ').append(values.isEmpty() ? "–" : text(median(values))).append(" |");
			if (side != figures.get(figures.size() - 1)) {
				ratios.append(' ').append(ratio(values, peer)).append(" |");
			}
		}
		Double goal = GOALS.get(name);
		return row.append(ratios) + " " + ((goal != null) ? goal : "–") + " |";
	}

	private static String ratio(List<Double> values, List<Double> peer) {
		return (values.isEmpty() || peer.isEmpty()) ? "–"
				: String.format(Locale.ROOT, "%.2f", median(values) / median(peer));
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
