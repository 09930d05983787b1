package dev.tauriboot.acl.io;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.AclViolation;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import org.springframework.core.io.Resource;
import org.springframework.util.FileCopyUtils;

/**
 * The documents of one YAML file. Nothing but plain data is made of it: no types, no
 * aliases of lists and objects, no duplicate keys.
 */
final class YamlDocuments {

	private final String file;

	private final List<AclViolation> problems;

	private final Scalars scalars = new Scalars();

	private YamlDocuments(String file, List<AclViolation> problems) {
		this.file = file;
		this.problems = problems;
	}

	/**
	 * Read a file.
	 * @param resource the file
	 * @param problems gets what keeps it from being read
	 * @return its documents without those that are empty, none if there was a problem
	 */
	static List<SourceNode> read(Resource resource, List<AclViolation> problems) {
		String text = text(resource, problems);
		return (text != null) ? parse(text, resource.getDescription(), problems) : List.of();
	}

	/**
	 * Read a file as text.
	 * @param resource the file
	 * @param problems gets what keeps it from being read
	 * @return its text, or {@code null} if there was a problem
	 */
	static @Nullable String text(Resource resource, List<AclViolation> problems) {
		try (Reader reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
			return FileCopyUtils.copyToString(reader);
		}
		catch (IOException ex) {
			new YamlDocuments(resource.getDescription(), problems).problem("cannot be read: " + ex.getMessage(), null,
					null);
			return null;
		}
	}

	/**
	 * Parse the text of a file.
	 * @param text the text
	 * @param file the file, for messages
	 * @param problems gets what is wrong with it
	 * @return its documents without those that are empty, none if there was a problem
	 */
	static List<SourceNode> parse(String text, String file, List<AclViolation> problems) {
		YamlDocuments documents = new YamlDocuments(file, problems);
		List<SourceNode> nodes = new ArrayList<>();
		int before = problems.size();
		try {
			for (Node node : new Yaml(options()).composeAll(new StringReader(text))) {
				SourceNode document = documents.convert(node);
				if (document.value() != null) {
					nodes.add(document);
				}
			}
		}
		catch (MarkedYAMLException ex) {
			documents.problem(String.valueOf(ex.getProblem()), ex.getProblemMark(), null);
		}
		catch (YAMLException ex) {
			documents.problem("cannot be read: " + ex.getMessage(), null, null);
		}
		return (problems.size() == before) ? nodes : List.of();
	}

	private static LoaderOptions options() {
		LoaderOptions options = new LoaderOptions();
		options.setMaxAliasesForCollections(0);
		return options;
	}

	private SourceNode convert(Node node) {
		String source = place(node.getStartMark());
		if (node instanceof MappingNode mapping) {
			return new SourceNode(entries(mapping), source);
		}
		if (node instanceof SequenceNode sequence) {
			List<SourceNode> items = new ArrayList<>();
			sequence.getValue().forEach((item) -> items.add(convert(item)));
			return new SourceNode(items, source);
		}
		return new SourceNode(scalar((ScalarNode) node), source);
	}

	private Map<String, SourceNode> entries(MappingNode mapping) {
		Map<String, SourceNode> entries = new LinkedHashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
				problem("a key must be a text", tuple.getKeyNode().getStartMark(), null);
			}
			else if (entries.putIfAbsent(key.getValue(), convert(tuple.getValueNode())) != null) {
				problem("duplicate key '" + key.getValue() + '\'', key.getStartMark(), key.getValue());
			}
		}
		return entries;
	}

	private @Nullable Object scalar(ScalarNode node) {
		Tag tag = node.getTag();
		if (tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP)) {
			return node.getValue();
		}
		if (tag.equals(Tag.NULL) || tag.equals(Tag.BOOL) || tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
			return this.scalars.value(node);
		}
		problem("the tag " + tag + " is not supported", node.getStartMark(), tag.getValue());
		return null;
	}

	private void problem(String message, @Nullable Mark mark, @Nullable String value) {
		this.problems.add(new AclViolation(message, "permissions file", place(mark), value, List.of()));
	}

	private String place(@Nullable Mark mark) {
		return (mark != null) ? this.file + " - " + (mark.getLine() + 1) + ':' + (mark.getColumn() + 1) : this.file;
	}

	private static final class Scalars extends SafeConstructor {

		Scalars() {
			super(options());
		}

		@Nullable Object value(ScalarNode node) {
			return constructObject(node);
		}

	}

}
