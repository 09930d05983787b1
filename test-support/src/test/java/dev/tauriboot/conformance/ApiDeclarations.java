package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.util.Assert;

/**
 * Everything of a client that can be called, by its own type declarations. Strict: what
 * it cannot read is an error, so that nothing is passed over.
 */
final class ApiDeclarations {

	private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");

	private static final Pattern DECLARATION = Pattern
		.compile("(?s)(export )?(?:declare )?(class|function|enum|const|interface|type|global)\\b ?(\\w*)(.*)");

	private static final Pattern BLOCK = Pattern.compile("(export )?(declare )?(class|enum|interface|global) .*");

	private static final Pattern HERITAGE = Pattern.compile("(extends|mixes) ([\\w, ]+?) (?=\\{|mixes)");

	private static final Pattern FROM = Pattern.compile("(?:import|export) (?:type )?(.*) from '(.+)'");

	private static final Pattern LIST = Pattern.compile("export (type )?\\{(.*)\\}");

	private static final Pattern MEMBER = Pattern
		.compile("(?s)(?:(static|get|set) )?(\\[[\\w.]+\\]|\\w+)(?:<[^(]*>)?\\(.*");

	private static final Pattern HIDDEN = Pattern
		.compile("(?s)(?:(?:private|protected) (?:readonly )?|#)(\\w+)(?:[(:].*)?");

	private static final Pattern CONSTRUCTOR = Pattern.compile("(?s)(private |protected )?constructor\\(.*");

	private static final Pattern FIELD = Pattern.compile("(?s)(readonly )?\\w+(: | = ).*");

	private static final String SUFFIX = ".d.ts";

	private final Path folder;

	private final Map<String, Source> sources = new HashMap<>();

	private ApiDeclarations(Path folder) {
		this.folder = folder;
	}

	/**
	 * Read the declarations of a client.
	 * @param folder the folder of its package
	 * @return what can be called, module by module
	 */
	static Map<String, List<Export>> read(Path folder) throws IOException {
		ApiDeclarations declarations = new ApiDeclarations(folder);
		Map<String, List<Export>> modules = new TreeMap<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(SUFFIX)).toList()) {
				String module = file.getFileName().toString().replace(SUFFIX, "");
				if (!module.equals("index")) {
					modules.put(module, declarations.exports(module));
				}
			}
		}
		return modules;
	}

	private List<Export> exports(String module) throws IOException {
		List<Export> exports = new ArrayList<>();
		for (Map.Entry<String, Declaration> entry : exported(module).entrySet()) {
			Declaration declaration = entry.getValue();
			String name = entry.getKey();
			switch (declaration.kind) {
				case "function" -> exports.add(new Export(name, Kind.FUNCTION, null));
				case "const" -> exports.add(new Export(name, Kind.CONSTANT, declaration.text));
				case "enum" -> exports.add(new Export(name, Kind.ENUM, body(declaration.text)));
				case "class" -> {
					if (!declaration.file.replaceFirst("/.*", "").equals(module)) {
						exports.add(new Export(name, Kind.ALIAS, declaration.file + "." + name));
					}
					else {
						addClass(name, declaration, exports);
					}
				}
				default -> {
					// types are gone at run time
				}
			}
		}
		exports.sort(Comparator.comparing(Export::name));
		return exports;
	}

	private void addClass(String name, Declaration declaration, List<Export> exports) throws IOException {
		Map<String, Kind> members = new TreeMap<>();
		addMembers(declaration, members);
		members.forEach((member, kind) -> exports.add(new Export(name + member, kind, null)));
	}

	// With what is inherited; its constructor has the empty name.
	private void addMembers(Declaration declaration, Map<String, Kind> members) throws IOException {
		for (String parent : declaration.heritage("extends")) {
			addMembers(find(declaration.file, parent), members);
		}
		for (String type : declaration.heritage("mixes")) {
			Map<String, Kind> mixed = new TreeMap<>();
			addMembers(find(declaration.file, type), mixed);
			mixed.keySet().removeIf((member) -> !member.startsWith("#"));
			members.putAll(mixed);
		}
		for (String text : statements(body(declaration.text))) {
			addMember(declaration.file, text, members);
		}
	}

	private static void addMember(String file, String text, Map<String, Kind> members) {
		Matcher member = MEMBER.matcher(text);
		Matcher hidden = HIDDEN.matcher(text);
		Matcher constructor = CONSTRUCTOR.matcher(text);
		if (constructor.matches()) {
			members.put("", (constructor.group(1) != null) ? Kind.HIDDEN : Kind.CONSTRUCTOR);
		}
		else if (hidden.matches()) {
			members.put("#" + hidden.group(1), Kind.HIDDEN);
		}
		else if (member.matches()) {
			String modifier = String.valueOf(member.group(1));
			members.put((modifier.equals("static") ? "." : "#") + member.group(2), switch (modifier) {
				case "static" -> Kind.STATIC_METHOD;
				case "get", "set" -> Kind.PROPERTY;
				default -> Kind.METHOD;
			});
		}
		else {
			Assert.state(FIELD.matcher(text).matches(), () -> file + ": cannot read " + text);
		}
	}

	private Declaration find(String file, String name) throws IOException {
		Source source = source(file);
		Declaration declaration = source.declared.get(name);
		if (declaration != null) {
			return declaration;
		}
		String from = source.imported.get(name);
		Assert.state(from != null, () -> file + " knows no " + name);
		return (from.equals(file)) ? new Declaration(file, "type", name, "") : find(from, name);
	}

	private Map<String, Declaration> exported(String file) throws IOException {
		Map<String, Declaration> exported = new LinkedHashMap<>();
		Source source = source(file);
		for (String name : source.exported) {
			exported.put(name, find(file, name));
		}
		for (String other : source.stars) {
			exported.putAll(exported(other));
		}
		return exported;
	}

	private Source source(String file) throws IOException {
		Source source = this.sources.get(file);
		if (source == null) {
			source = new Source();
			this.sources.put(file, source);
			String text = COMMENT.matcher(Files.readString(this.folder.resolve(file + SUFFIX))).replaceAll("");
			for (String statement : statements(text)) {
				read(file, statement, source);
			}
		}
		return source;
	}

	private static void read(String file, String statement, Source source) {
		Matcher from = FROM.matcher(statement);
		Matcher list = LIST.matcher(statement);
		if (from.matches()) {
			String other = Path.of(file).resolveSibling(from.group(2)).normalize().toString().replace('\\', '/');
			if (statement.startsWith("export")) {
				Assert.state(from.group(1).equals("*"), () -> file + ": cannot read " + statement);
				source.stars.add(other);
			}
			else {
				names(from.group(1)).forEach((name) -> source.imported.put(name, other));
			}
		}
		else if (list.matches()) {
			if (list.group(1) == null) {
				source.exported.addAll(names(list.group(2)));
			}
		}
		else {
			Matcher declaration = DECLARATION.matcher(statement);
			Assert.state(declaration.matches(), () -> file + ": cannot read " + statement);
			String name = declaration.group(3);
			source.declared.merge(name, new Declaration(file, declaration.group(2), name, declaration.group(4)),
					Declaration::with);
			if (declaration.group(1) != null) {
				source.exported.add(name);
			}
		}
	}

	private static List<String> names(String list) {
		return Stream.of(list.replaceAll("[{}]", "").split(","))
			.map(String::trim)
			.filter((name) -> !name.startsWith("type ") && !name.isEmpty())
			.toList();
	}

	private static String body(String text) {
		return text.substring(text.indexOf('{') + 1, text.lastIndexOf('}'));
	}

	private static List<String> statements(String text) {
		List<String> statements = new ArrayList<>();
		int start = 0;
		int depth = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			depth += ("{([".indexOf(c) >= 0) ? 1 : ("})]".indexOf(c) >= 0) ? -1 : 0;
			boolean block = c == '}'
					&& BLOCK.matcher(text.substring(start, i).strip().lines().findFirst().orElse("")).matches();
			if (depth == 0 && (c == ';' || block)) {
				String statement = text.substring(start, (c == ';') ? i : i + 1).strip();
				if (!statement.isEmpty()) {
					statements.add(statement);
				}
				start = i + 1;
			}
		}
		Assert.state(text.substring(start).isBlank(), () -> "cannot read " + text);
		return statements;
	}

	/**
	 * What an export is.
	 */
	enum Kind {

		FUNCTION, CONSTRUCTOR, STATIC_METHOD, METHOD, PROPERTY, ENUM, CONSTANT, ALIAS,

		/** Only the client itself calls it. */
		HIDDEN

	}

	/**
	 * Something that can be called, or a value.
	 *
	 * @param name name within its module, as {@code getName}, {@code Window.getAll} or
	 * {@code Window#show}
	 * @param kind what it is
	 * @param detail members of an enumeration, value of a constant, where an alias leads
	 */
	record Export(String name, Kind kind, String detail) {

	}

	private record Declaration(String file, String kind, String name, String text) {

		// Functions may be declared several times. An interface of a class's name says
		// what
		// its objects have besides.
		Declaration with(Declaration other) {
			if (this.kind.equals("function") && other.kind.equals("function")) {
				return this;
			}
			Declaration type = (this.kind.equals("class")) ? this : other;
			Declaration mixed = (type == this) ? other : this;
			Assert.state(type.kind.equals("class") && mixed.kind.equals("interface"),
					() -> this.file + " declares " + this.name + " twice");
			return new Declaration(this.file, "class", this.name,
					type.text.replaceFirst("\\{", " mixes " + String.join(", ", mixed.heritage("extends")) + " {"));
		}

		List<String> heritage(String word) {
			Matcher heritage = HERITAGE.matcher(this.text.lines().findFirst().orElse(""));
			while (heritage.find()) {
				if (heritage.group(1).equals(word)) {
					return List.of(heritage.group(2).split(", "));
				}
			}
			return List.of();
		}

	}

	private static final class Source {

		private final Map<String, Declaration> declared = new HashMap<>();

		private final Map<String, String> imported = new HashMap<>();

		private final List<String> exported = new ArrayList<>();

		private final List<String> stars = new ArrayList<>();

	}

}
