package dev.tauriboot.acl.resolved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

import dev.tauriboot.acl.Scope;

/**
 * What capabilities come to, once resolved: by the full name of a command, its grants and
 * its denials, and by plugin, the scope of all its commands (acl 6).
 *
 * @param allowed the grants
 * @param denied the denials
 * @param globalScopes scopes by plugin name without {@code core:}, or by
 * {@link dev.tauriboot.acl.Manifest#APP_KEY}
 * @since 0.1.0
 */
public record ResolvedAcl(Map<String, List<ResolvedCommand>> allowed, Map<String, List<ResolvedCommand>> denied,
		Map<String, Scope> globalScopes) {

	/**
	 * Nothing granted.
	 */
	public static final ResolvedAcl EMPTY = new ResolvedAcl(Map.of(), Map.of(), Map.of());

	public ResolvedAcl {
		allowed = copy(allowed);
		denied = copy(denied);
		globalScopes = Map.copyOf(globalScopes);
	}

	private static Map<String, List<ResolvedCommand>> copy(Map<String, List<ResolvedCommand>> commands) {
		Map<String, List<ResolvedCommand>> copy = new HashMap<>(commands.size() * 2);
		commands.forEach((name, list) -> copy.put(name, List.copyOf(list)));
		return Collections.unmodifiableMap(copy);
	}

	/**
	 * This and what came later (acl 6.6). Each grant keeps its own scope.
	 * @param later what was resolved later
	 * @return both
	 */
	public ResolvedAcl and(ResolvedAcl later) {
		return new ResolvedAcl(merge(this.allowed, later.allowed, ResolvedAcl::join),
				merge(this.denied, later.denied, ResolvedAcl::join),
				merge(this.globalScopes, later.globalScopes, Scope::and));
	}

	private static <V> Map<String, V> merge(Map<String, V> first, Map<String, V> second, BinaryOperator<V> join) {
		Map<String, V> all = new LinkedHashMap<>(first);
		second.forEach((name, value) -> all.merge(name, value, join));
		return all;
	}

	private static List<ResolvedCommand> join(List<ResolvedCommand> first, List<ResolvedCommand> second) {
		List<ResolvedCommand> all = new ArrayList<>(first);
		all.addAll(second);
		return all;
	}

}
