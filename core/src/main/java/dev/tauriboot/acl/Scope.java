package dev.tauriboot.acl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Data that commands read and enforce themselves: paths, URLs, programs. Access control
 * collects it and does not interpret it (acl 9.1). The entries are plain values: null,
 * booleans, numbers, texts, lists and maps.
 *
 * @param allow what is allowed
 * @param deny what is denied
 * @since 0.1.0
 */
public record Scope(List<@Nullable Object> allow, List<@Nullable Object> deny) {

	/**
	 * No entries.
	 */
	public static final Scope EMPTY = new Scope(List.of(), List.of());

	public Scope {
		Assert.notNull(allow, "'allow' must not be null");
		Assert.notNull(deny, "'deny' must not be null");
		allow = frozen(allow);
		deny = frozen(deny);
	}

	// Entries may be null, which List.copyOf refuses.
	private static List<@Nullable Object> frozen(Collection<? extends @Nullable Object> entries) {
		List<@Nullable Object> copy = new ArrayList<>(entries.size());
		for (Object entry : entries) {
			copy.add(frozen(entry));
		}
		return Collections.unmodifiableList(copy);
	}

	private static @Nullable Object frozen(@Nullable Object entry) {
		if (entry instanceof Map<?, ?> map) {
			Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
			map.forEach((key, value) -> copy.put(key, frozen(value)));
			return Collections.unmodifiableMap(copy);
		}
		return (entry instanceof Collection<?> list) ? frozen(list) : entry;
	}

	/**
	 * Whether there is no entry.
	 * @return {@code true} if nothing is allowed and nothing denied
	 */
	public boolean isEmpty() {
		return this.allow.isEmpty() && this.deny.isEmpty();
	}

	/**
	 * This scope followed by another, list by list.
	 * @param other the other scope
	 * @return both
	 */
	public Scope and(Scope other) {
		Assert.notNull(other, "'other' must not be null");
		if (other.isEmpty()) {
			return this;
		}
		return isEmpty() ? other : join(List.of(this, other));
	}

	/**
	 * Several scopes in order, list by list.
	 * @param scopes the scopes
	 * @return all entries of all of them
	 */
	public static Scope join(Iterable<Scope> scopes) {
		List<@Nullable Object> allow = new ArrayList<>();
		List<@Nullable Object> deny = new ArrayList<>();
		for (Scope scope : scopes) {
			allow.addAll(scope.allow);
			deny.addAll(scope.deny);
		}
		return (allow.isEmpty() && deny.isEmpty()) ? EMPTY : new Scope(allow, deny);
	}

}
