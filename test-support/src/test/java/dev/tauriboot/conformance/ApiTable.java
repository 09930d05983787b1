package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.tauriboot.conformance.ApiDeclarations.Export;

/**
 * The generated part of the chapter that lists every export of the client.
 *
 * @param current what the exports of today's client come to, by module and name
 * @param first what those of the first do
 */
record ApiTable(Map<String, Map<String, String>> current, Map<String, Map<String, String>> first) {

	static final String WORKS = "works";

	private static final String BEGIN = "<!-- written by ApiAuditTests -->\n";

	private static final String END = "<!-- end of what is written -->\n";

	static Path root() {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.exists(directory.resolve("CONTRIBUTING.md"))) {
			directory = directory.getParent();
		}
		return directory;
	}

	static String call(Export export) {
		String name = export.name();
		return switch (export.kind()) {
			case FUNCTION, STATIC_METHOD, METHOD -> name + "()";
			case CONSTRUCTOR -> "new " + name + "()";
			default -> name;
		};
	}

	private static Path file() {
		return root().resolve("docs/api.md");
	}

	String committed() throws IOException {
		String chapter = Files.readString(file());
		return chapter.substring(chapter.indexOf(BEGIN) + BEGIN.length(), chapter.indexOf(END));
	}

	void write() throws IOException {
		String chapter = Files.readString(file());
		Files.writeString(file(), chapter.substring(0, chapter.indexOf(BEGIN) + BEGIN.length()) + text()
				+ chapter.substring(chapter.indexOf(END)));
	}

	String text() {
		StringBuilder text = new StringBuilder("\n");
		this.current.forEach((module, exports) -> {
			text.append("## ").append(module).append("\n\n| Export | 2.12.5 | 2.0.3 |\n|---|---|---|\n");
			Map<String, String> old = this.first.get(module);
			exports.forEach((name, outcome) -> text.append("| `")
				.append(name)
				.append("` | ")
				.append(cell(outcome))
				.append(" | ")
				.append(cell(old.getOrDefault(name, "")))
				.append(" |\n"));
			text.append('\n');
		});
		return text.toString();
	}

	private static String cell(String outcome) {
		return (outcome.isEmpty() || outcome.equals(WORKS)) ? outcome
				: "rejects: " + outcome.replace("|", "\\|").replace('\n', ' ');
	}

}
