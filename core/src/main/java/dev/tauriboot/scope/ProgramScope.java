package dev.tauriboot.scope;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.tauriboot.path.BaseDirectories;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;

/**
 * Which programs a page may run, and with which arguments (acl 9.5). The first entry that
 * has the name decides. Denials are ignored, as they are elsewhere, but
 * {@linkplain #warnings() warned} of. Immutable.
 *
 * @since 0.1.0
 */
public final class ProgramScope {

	private static final Log logger = LogFactory.getLog(ProgramScope.class);

	private final List<ProgramEntry> entries;

	private final Set<String> sidecars;

	private final List<String> warnings;

	private ProgramScope(List<ProgramEntry> entries, Set<String> sidecars, List<String> warnings) {
		this.entries = entries;
		this.sidecars = sidecars;
		this.warnings = warnings;
	}

	/**
	 * Read a scope.
	 * @param allow entries: maps with {@code name}, {@code cmd}, {@code args} and
	 * {@code sidecar}, those of the command before those of the plugin
	 * @param deny entries that have no effect
	 * @param sidecars names of the programs shipped with the application
	 * @param directories where variables such as {@code $RESOURCE} lead
	 * @return the scope
	 * @throws IllegalArgumentException if an entry is malformed
	 */
	public static ProgramScope of(Collection<?> allow, Collection<?> deny, Collection<String> sidecars,
			BaseDirectories directories) {
		List<ProgramEntry> entries = ScopeData.read(allow, (entry) -> ProgramEntry.of(entry, directories));
		List<String> warnings = new ArrayList<>();
		for (Object entry : deny) {
			warnings.add("shell scopes know no denials, this one has no effect: " + entry);
		}
		return new ProgramScope(List.copyOf(entries), Set.copyOf(sidecars), List.copyOf(warnings));
	}

	/**
	 * What in this scope is likely not meant.
	 * @return a text for each, to be told at start-up
	 */
	public List<String> warnings() {
		return this.warnings;
	}

	/**
	 * Find what to run for a page.
	 * @param name the name that the page calls the program by
	 * @param arguments a list of texts, a single text, or {@code null} for none
	 * @param sidecar whether the page asks for a program shipped with the application
	 * @return the program and its arguments, of which those that are fixed are as
	 * configured
	 * @throws ScopeException if the page may not run it like this
	 */
	public Invocation check(String name, @Nullable Object arguments, boolean sidecar) {
		if (sidecar && !isShipped(name)) {
			throw new ScopeException("sidecar not configured under `tauri.conf.json > bundle > externalBin`: " + name);
		}
		try {
			return find(name, sidecar).prepare(arguments);
		}
		catch (ScopeException ex) {
			if (sidecar) {
				throw ex;
			}
			// The page is not to learn what there is.
			logger.debug(LogMessage.format("Refused to run '%s': %s", name, ex.getMessage()));
			throw new ScopeException("program not allowed on the configured shell scope: " + name);
		}
	}

	private boolean isShipped(String name) {
		int dot = name.lastIndexOf('.');
		return this.sidecars.contains(name)
				|| (dot > name.lastIndexOf('/') + 1 && this.sidecars.contains(name.substring(0, dot)));
	}

	private ProgramEntry find(String name, boolean sidecar) {
		for (ProgramEntry entry : this.entries) {
			if (entry.name().equals(name)) {
				if (entry.sidecar() != sidecar) {
					throw new ScopeException("The scoped command was called with the improper sidecar flag set");
				}
				return entry;
			}
		}
		throw new ScopeException("Scoped command %s not found".formatted(name));
	}

	/**
	 * A program to run.
	 *
	 * @param program the program: a name, a path, or the name of a sidecar
	 * @param arguments its arguments
	 * @param sidecar whether it is shipped with the application
	 * @since 0.1.0
	 */
	public record Invocation(String program, List<String> arguments, boolean sidecar) {

		public Invocation {
			arguments = List.copyOf(arguments);
		}

	}

}
