package dev.tauriboot.authority;

import java.util.HashMap;
import java.util.Map;

import dev.tauriboot.CommandName;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.resolved.Manifests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.util.Assert;

/**
 * Counts decisions as {@value #NAME}, by {@code outcome} ({@code granted} or
 * {@code denied}) and {@code plugin}. The application's own commands count as
 * {@code app}, and plugins that do not exist as {@code unknown}: no name that a page made
 * up becomes a label.
 *
 * @since 0.1.0
 */
public final class AccessMetrics implements AccessObserver {

	/**
	 * Name of the counters.
	 */
	public static final String NAME = "tauri.access";

	private final Map<String, Counters> byPlugin = new HashMap<>();

	private final Counters app;

	private final Counters unknown;

	/**
	 * Create the counters.
	 * @param registry where they are registered
	 * @param manifests has the plugins there are
	 */
	public AccessMetrics(MeterRegistry registry, Manifests manifests) {
		Assert.notNull(registry, "'registry' must not be null");
		Assert.notNull(manifests, "'manifests' must not be null");
		for (String key : manifests.keys()) {
			String plugin = Manifest.pluginName(key);
			if (plugin != null) {
				this.byPlugin.put(plugin, Counters.of(registry, plugin));
			}
		}
		this.app = Counters.of(registry, "app");
		this.unknown = Counters.of(registry, "unknown");
	}

	@Override
	public boolean wantsGrants() {
		return true;
	}

	@Override
	public void granted(AccessRequest request, AccessDecision.Granted decision) {
		find(request.command()).granted.increment();
	}

	@Override
	public void denied(AccessRequest request, AccessDecision.Denied decision) {
		find(request.command()).denied.increment();
	}

	private Counters find(String command) {
		if (!command.startsWith(CommandName.PREFIX)) {
			return this.app;
		}
		int bar = command.indexOf('|');
		String plugin = command.substring(CommandName.PREFIX.length(), (bar < 0) ? command.length() : bar);
		return this.byPlugin.getOrDefault(plugin, this.unknown);
	}

	/**
	 * The counters of one plugin.
	 */
	private record Counters(Counter granted, Counter denied) {

		static Counters of(MeterRegistry registry, String plugin) {
			return new Counters(counter(registry, "granted", plugin), counter(registry, "denied", plugin));
		}

		private static Counter counter(MeterRegistry registry, String outcome, String plugin) {
			return Counter.builder(NAME)
				.description("Decisions on calls of commands")
				.tag("outcome", outcome)
				.tag("plugin", plugin)
				.register(registry);
		}

	}

}
