package dev.tauriboot.acl.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A value as a file or the configuration has it, and where it stands there, so that every
 * message about it can say so.
 *
 * @param value {@code null}, a boolean, a number, a text, or the children: a list of
 * nodes or nodes by key
 * @param source the place, for messages, may be {@code null}
 * @since 0.1.0
 */
public record SourceNode(@Nullable Object value, @Nullable String source) {

	public SourceNode {
		if (value instanceof Map<?, ?> || value instanceof List<?>) {
			checkChildren((value instanceof Map<?, ?> map) ? map.values() : (List<?>) value);
		}
	}

	private static void checkChildren(Iterable<?> children) {
		for (Object child : children) {
			if (!(child instanceof SourceNode)) {
				throw new IllegalArgumentException("children must be nodes");
			}
		}
	}

	/**
	 * The children of an object.
	 * @return the children by key in the order written, or {@code null} if this is none
	 */
	@SuppressWarnings("unchecked")
	public @Nullable Map<String, SourceNode> entries() {
		return (this.value instanceof Map<?, ?>) ? (Map<String, SourceNode>) this.value : null;
	}

	/**
	 * The children of a list.
	 * @return the children in order, or {@code null} if this is none
	 */
	@SuppressWarnings("unchecked")
	public @Nullable List<SourceNode> items() {
		return (this.value instanceof List<?>) ? (List<SourceNode>) this.value : null;
	}

	/**
	 * This as plain data.
	 * @return {@code null}, a boolean, a number, a text, a list or a map of such
	 */
	public @Nullable Object plain() {
		List<SourceNode> items = items();
		if (items != null) {
			List<@Nullable Object> list = new ArrayList<>(items.size());
			items.forEach((item) -> list.add(item.plain()));
			return list;
		}
		Map<String, SourceNode> entries = entries();
		if (entries != null) {
			Map<String, @Nullable Object> map = new LinkedHashMap<>();
			entries.forEach((key, entry) -> map.put(key, entry.plain()));
			return map;
		}
		return this.value;
	}

	/**
	 * Visit all values below that are neither lists nor objects, and the keys of objects.
	 * @param visitor gets each as text, and its place
	 */
	public void visit(BiConsumer<String, @Nullable String> visitor) {
		List<SourceNode> items = items();
		Map<String, SourceNode> entries = entries();
		if (items != null) {
			items.forEach((item) -> item.visit(visitor));
		}
		else if (entries != null) {
			entries.forEach((key, entry) -> {
				visitor.accept(key, entry.source());
				entry.visit(visitor);
			});
		}
		else if (this.value != null) {
			visitor.accept(this.value.toString(), this.source);
		}
	}

	/**
	 * What kind of value this is.
	 * @return words for messages, such as {@code a list}
	 */
	public String kind() {
		if (this.value == null) {
			return "nothing";
		}
		if (this.value instanceof Map<?, ?>) {
			return "an object";
		}
		if (this.value instanceof List<?>) {
			return "a list";
		}
		if (this.value instanceof Boolean) {
			return "a boolean";
		}
		return (this.value instanceof Number) ? "a number" : "the text '" + this.value + "'";
	}

}
