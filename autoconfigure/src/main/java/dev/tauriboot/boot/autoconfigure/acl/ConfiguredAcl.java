package dev.tauriboot.boot.autoconfigure.acl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.io.ManifestReader;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.plugin.TauriPlugin;
import dev.tauriboot.plugin.TauriPlugins;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.env.Environment;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.log.LogMessage;

/**
 * The capabilities and manifests of the application, put together.
 */
final class ConfiguredAcl {

	private static final Log logger = LogFactory.getLog(ConfiguredAcl.class);

	// What an application gets that says nothing about capabilities.
	private static final Capability DEFAULT = Capability.withId("default")
		.description("getters and events, for every window of an application without capabilities")
		.windows("*")
		.permissions("core:default")
		.build();

	private final ConfiguredCapabilities configured;

	private final List<Capability> capabilities;

	private final Manifests manifests;

	private ConfiguredAcl(ConfiguredCapabilities configured, List<Capability> capabilities, Manifests manifests) {
		this.configured = configured;
		this.capabilities = capabilities;
		this.manifests = manifests;
	}

	static ConfiguredAcl of(Environment environment, ResourcePatternResolver resources, Collection<Capability> beans,
			Collection<Manifest> manifestBeans, TauriPlugins plugins, boolean restrict,
			Supplier<CommandRegistry> commands) {
		ConfiguredCapabilities configured = ConfiguredCapabilities.read(environment, resources);
		List<Capability> capabilities = new ArrayList<>(configured.capabilities());
		capabilities.addAll(beans);
		List<AclViolation> problems = new ArrayList<>();
		ManifestReader reader = new ManifestReader(resources);
		Map<String, Manifest> manifests = new LinkedHashMap<>();
		Map<String, Supplier<Manifest>> unread = reader.findPlugins(ManifestReader.PLUGINS, problems);
		for (Manifest manifest : manifestBeans) {
			if (unread.containsKey(manifest.key()) || manifests.putIfAbsent(manifest.key(), manifest) != null) {
				problems.add(new AclViolation("there are two manifests for it, one of them a bean",
						"plugin '" + manifest.key() + '\'', null, manifest.key(), List.of()));
			}
		}
		for (TauriPlugin plugin : plugins) {
			if (!manifests.containsKey(plugin.name()) && !unread.containsKey(plugin.name())) {
				manifests.put(plugin.name(), PluginManifest.of(plugin, commands.get(), problems));
			}
		}
		if (!manifests.containsKey(Manifest.APP_KEY)) {
			AppManifest app = AppManifest.find(environment, resources, reader, capabilities, restrict, commands,
					problems);
			if (app.manifest() != null) {
				manifests.put(Manifest.APP_KEY, app.manifest());
			}
			logger.info(LogMessage.format("Commands of the application are %s: %s",
					(app.manifest() != null) ? "denied unless granted" : "open to its own pages", app.reason()));
		}
		if (!configured.isPresent() && beans.isEmpty()) {
			capabilities.add(DEFAULT);
			logger.info("Every window gets core:default: no capability is configured");
		}
		if (!problems.isEmpty()) {
			problems.addAll(configured.problems());
			throw new AclViolationsException(problems);
		}
		return new ConfiguredAcl(configured, capabilities, new Manifests(manifests.values(), unread));
	}

	Manifests manifests() {
		return this.manifests;
	}

	/**
	 * Make the authority.
	 * @param manifests what there is to grant
	 * @param detailed whether pages get to see why they were refused
	 * @return the authority
	 * @throws AclViolationsException with everything that is wrong with the capabilities,
	 * what could not be read and what could not be resolved
	 */
	RuntimeAuthority authority(Manifests manifests, boolean detailed) {
		List<AclViolation> problems = new ArrayList<>(this.configured.problems());
		RuntimeAuthority authority = null;
		try {
			authority = new RuntimeAuthority(manifests, this.capabilities, Platform.current(), detailed);
		}
		catch (AclViolationsException ex) {
			problems.addAll(this.configured.located(ex));
		}
		if (authority == null || !problems.isEmpty()) {
			throw new AclViolationsException(problems);
		}
		return authority;
	}

}
