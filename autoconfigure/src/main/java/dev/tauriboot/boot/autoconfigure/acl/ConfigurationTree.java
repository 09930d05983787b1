package dev.tauriboot.boot.autoconfigure.acl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.io.SourceNode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.Environment;

/**
 * What the environment has below a key, as a tree whose every value knows where it was
 * written. Made for values whose shape no class can have, such as scope entries, and for
 * policies, in which nothing may be overlooked: lists are taken whole from the source of
 * highest precedence, and numbers and booleans keep their type (acl 4.3).
 */
final class ConfigurationTree {

	private final Map<String, ConfigurationTree> children = new LinkedHashMap<>();

	private @Nullable ConfigurationProperty property;

	private ConfigurationTree() {
	}

	/**
	 * Read all sources.
	 * @param environment the environment
	 * @param key the key, in its canonical form
	 * @return what each source has that has anything, highest precedence first
	 */
	static List<SourceNode> read(Environment environment, String key) {
		ConfigurationPropertyName root = ConfigurationPropertyName.of(key);
		PlaceholdersResolver placeholders = new PropertySourcesPlaceholdersResolver(environment);
		List<SourceNode> nodes = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				ConfigurationTree tree = new ConfigurationTree();
				for (ConfigurationPropertyName name : iterable) {
					if (root.equals(name) || root.isAncestorOf(name)) {
						tree.add(name, root.getNumberOfElements(), iterable.getConfigurationProperty(name));
					}
				}
				if (tree.property != null || !tree.children.isEmpty()) {
					nodes.add(tree.toNode(placeholders));
				}
			}
		}
		return nodes;
	}

	/**
	 * Merge what several sources have: objects key by key, of anything else the first.
	 * @param nodes the nodes, highest precedence first, at least one
	 * @return the merged node
	 */
	static SourceNode merge(List<SourceNode> nodes) {
		SourceNode first = nodes.get(0);
		if (first.entries() == null) {
			return first;
		}
		Map<String, List<SourceNode>> byKey = new LinkedHashMap<>();
		for (SourceNode node : nodes) {
			Map<String, SourceNode> entries = node.entries();
			if (entries != null) {
				entries.forEach((key, value) -> byKey.computeIfAbsent(key, (name) -> new ArrayList<>()).add(value));
			}
		}
		Map<String, SourceNode> merged = new LinkedHashMap<>();
		byKey.forEach((key, values) -> merged.put(key, merge(values)));
		return new SourceNode(merged, first.source());
	}

	private void add(ConfigurationPropertyName name, int depth, @Nullable ConfigurationProperty value) {
		ConfigurationTree tree = this;
		for (int i = depth; i < name.getNumberOfElements(); i++) {
			tree = tree.children.computeIfAbsent(name.getElement(i, Form.ORIGINAL), (key) -> new ConfigurationTree());
		}
		tree.property = value;
	}

	private SourceNode toNode(PlaceholdersResolver placeholders) {
		if (this.property != null) {
			Origin origin = this.property.getOrigin();
			String source = (origin != null) ? origin.toString() : "property '" + this.property.getName() + '\'';
			return node(this.property.getValue(), source, placeholders);
		}
		Map<String, SourceNode> entries = new LinkedHashMap<>();
		this.children.forEach((key, child) -> entries.put(key, child.toNode(placeholders)));
		String source = entries.values().iterator().next().source();
		List<SourceNode> items = items(entries);
		return new SourceNode((items != null) ? items : entries, source);
	}

	private static @Nullable List<SourceNode> items(Map<String, SourceNode> entries) {
		List<SourceNode> items = new ArrayList<>(entries.size());
		for (int i = 0; i < entries.size(); i++) {
			SourceNode item = entries.get(Integer.toString(i));
			if (item == null) {
				return null;
			}
			items.add(item);
		}
		return items;
	}

	// A source may hold a list as it is: an empty one in a file, any in a test.
	private static SourceNode node(@Nullable Object value, String source, PlaceholdersResolver placeholders) {
		if (value instanceof Iterable<?> list) {
			List<SourceNode> items = new ArrayList<>();
			list.forEach((item) -> items.add(node(item, source, placeholders)));
			return new SourceNode(items, source);
		}
		if (value instanceof Map<?, ?> map) {
			Map<String, SourceNode> entries = new LinkedHashMap<>();
			map.forEach((key, entry) -> entries.put(String.valueOf(key), node(entry, source, placeholders)));
			return new SourceNode(entries, source);
		}
		if (value == null || value instanceof Number || value instanceof Boolean) {
			return new SourceNode(value, source);
		}
		return new SourceNode(placeholders.resolvePlaceholders(value.toString()), source);
	}

}
