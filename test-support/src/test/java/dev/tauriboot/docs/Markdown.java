package dev.tauriboot.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document of the guide, read for its examples and links.
 *
 * @param file the file
 * @param text its text
 */
record Markdown(Path file, String text) {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: title=(\\S+))?\\n(.*?)^```$");

	private static final Pattern LINK = Pattern.compile("\\[[^\\]]+\\]\\(([^)\\s]+)\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

	static Path root() {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.exists(directory.resolve("CONTRIBUTING.md"))) {
			directory = directory.getParent();
		}
		return directory;
	}

	static Markdown read(Path file) {
		try {
			return new Markdown(file, Files.readString(file));
		}
		catch (IOException ex) {
			throw new IllegalStateException("Cannot read " + file, ex);
		}
	}

	static List<Markdown> all() throws IOException {
		List<Markdown> documents = new ArrayList<>();
		documents.add(read(root().resolve("README.md")));
		try (Stream<Path> files = Files.walk(root().resolve("docs"))) {
			files.filter((file) -> file.toString().endsWith(".md"))
				.sorted()
				.forEach((file) -> documents.add(read(file)));
		}
		return documents;
	}

	List<Block> blocks(String language) {
		List<Block> blocks = new ArrayList<>();
		Matcher matcher = BLOCK.matcher(this.text);
		while (matcher.find()) {
			if (matcher.group(1).equals(language)) {
				blocks.add(new Block(matcher.group(2), matcher.group(3)));
			}
		}
		return blocks;
	}

	List<String> links() {
		return LINK.matcher(prose()).results().map((link) -> link.group(1)).toList();
	}

	boolean hasAnchor(String anchor) {
		return HEADING.matcher(prose())
			.results()
			.map((heading) -> heading.group(1)
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{N} _-]", "")
				.replace(' ', '-'))
			.anyMatch(anchor::equals);
	}

	private String prose() {
		return BLOCK.matcher(this.text).replaceAll("");
	}

	@Override
	public String toString() {
		return this.file.getFileName().toString();
	}

	/**
	 * An example.
	 *
	 * @param title name of the class or file, {@code null} if it has none
	 * @param code the text
	 */
	record Block(String title, String code) {

	}

}
