package dev.tauriboot.acl.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The fields of one object, read by what they must be. What is not so becomes a
 * violation, and is read as if it were not there.
 * <p>
 * In configuration, numbers and booleans may be texts, and a text may stand for a list
 * (acl 4.3).
 */
final class Fields {

	private final SourceNode node;

	private final Map<String, SourceNode> entries;

	private final String subject;

	private final boolean configuration;

	private final List<AclViolation> problems;

	private Fields(SourceNode node, Map<String, SourceNode> entries, String subject, boolean configuration,
			List<AclViolation> problems) {
		this.node = node;
		this.entries = entries;
		this.subject = subject;
		this.configuration = configuration;
		this.problems = problems;
	}

	static Fields of(SourceNode node, String what, String subject, boolean configuration, List<AclViolation> problems) {
		Map<String, SourceNode> entries = node.entries();
		Fields fields = new Fields(node, (entries != null) ? entries : Map.of(), subject, configuration, problems);
		if (entries == null) {
			fields.problem(node, what + " must be an object, found " + node.kind(), null, List.of());
		}
		return fields;
	}

	void allowOnly(String... keys) {
		Set<String> known = new HashSet<>(Arrays.asList(keys));
		this.entries.forEach((key, entry) -> {
			if (!known.contains(key)) {
				problem(entry, "unknown key '" + key + "'", key, List.of(keys));
			}
		});
	}

	boolean has(String key) {
		return find(key) != null;
	}

	@Nullable SourceNode find(String key) {
		SourceNode entry = this.entries.get(key);
		return (entry != null && entry.value() != null) ? entry : null;
	}

	@Nullable Fields object(String key, String... keys) {
		SourceNode entry = find(key);
		if (entry == null || isEmptyText(entry)) {
			return null;
		}
		Fields fields = of(entry, '\'' + key + '\'', this.subject, this.configuration, this.problems);
		fields.allowOnly(keys);
		return fields;
	}

	@Nullable String text(String key) {
		SourceNode entry = find(key);
		return (entry != null) ? text(entry, '\'' + key + '\'') : null;
	}

	private @Nullable String text(SourceNode entry, String what) {
		if (entry.value() instanceof String text) {
			return text;
		}
		if (this.configuration && entry.value() != null && entry.entries() == null && entry.items() == null) {
			return entry.value().toString();
		}
		problem(entry, what + " must be a text, found " + entry.kind(), null, List.of());
		return null;
	}

	boolean flag(String key, boolean otherwise) {
		SourceNode entry = find(key);
		if (entry == null) {
			return otherwise;
		}
		if (entry.value() instanceof Boolean flag) {
			return flag;
		}
		if (this.configuration && entry.value() instanceof String text) {
			if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
				return text.equalsIgnoreCase("true");
			}
		}
		problem(entry, '\'' + key + "' must be true or false, found " + entry.kind(), null, List.of("true", "false"));
		return false;
	}

	void positiveInteger(String key) {
		SourceNode entry = find(key);
		if (entry != null && !(entry.value() instanceof Number number && number.longValue() == number.doubleValue()
				&& number.longValue() > 0)) {
			problem(entry, '\'' + key + "' must be a positive integer, found " + entry.kind(), null, List.of());
		}
	}

	/**
	 * A list.
	 * @param key the key
	 * @return its items, or {@code null} if there is no such key
	 */
	@Nullable List<SourceNode> items(String key) {
		SourceNode entry = find(key);
		if (entry == null) {
			return null;
		}
		List<SourceNode> items = entry.items();
		if (items == null && this.configuration && entry.value() instanceof String text) {
			items = Arrays.stream(StringUtils.tokenizeToStringArray(text, ","))
				.map((item) -> new SourceNode(item, entry.source()))
				.toList();
		}
		if (items == null) {
			problem(entry, '\'' + key + "' must be a list, found " + entry.kind(), null, List.of());
			return List.of();
		}
		return items;
	}

	@Nullable List<String> texts(String key) {
		List<SourceNode> items = items(key);
		if (items == null) {
			return null;
		}
		List<String> texts = new ArrayList<>(items.size());
		for (SourceNode item : items) {
			String text = text(item, "each of '" + key + '\'');
			if (text != null) {
				texts.add(text);
			}
		}
		return texts;
	}

	List<String> textsOrNone(String key) {
		List<String> texts = texts(key);
		return (texts != null) ? texts : List.of();
	}

	@Nullable Set<Platform> platforms() {
		List<SourceNode> items = items("platforms");
		if (items == null) {
			return null;
		}
		Set<Platform> platforms = new HashSet<>();
		for (SourceNode item : items) {
			String name = text(item, "each of 'platforms'");
			try {
				if (name != null) {
					platforms.add(Platform.of(name));
				}
			}
			catch (IllegalArgumentException ex) {
				problem(item, String.valueOf(ex.getMessage()), name,
						Arrays.stream(Platform.values()).map(Platform::toString).toList());
			}
		}
		return platforms;
	}

	Scope scope() {
		return new Scope(values("allow"), values("deny"));
	}

	// A text is no list here: what stands in a scope is not split at commas.
	private List<@Nullable Object> values(String key) {
		SourceNode entry = find(key);
		if (entry == null || isEmptyText(entry)) {
			return List.of();
		}
		List<SourceNode> items = entry.items();
		if (items == null) {
			problem(entry, "'" + key + "' must be a list of scope entries, found " + entry.kind(), null, List.of());
			return List.of();
		}
		List<@Nullable Object> values = new ArrayList<>(items.size());
		items.forEach((item) -> values.add(item.plain()));
		return values;
	}

	private boolean isEmptyText(SourceNode entry) {
		return this.configuration && "".equals(entry.value());
	}

	String subject() {
		return this.subject;
	}

	void addAll(List<AclViolation> found) {
		this.problems.addAll(found);
	}

	Map<String, SourceNode> entries() {
		return this.entries;
	}

	void problem(String message) {
		problem(this.node, message, null, List.of());
	}

	void problem(SourceNode at, String message, @Nullable String value, List<String> candidates) {
		String source = (at.source() != null) ? at.source() : this.node.source();
		this.problems.add(new AclViolation(message, this.subject, source, value, candidates));
	}

}
