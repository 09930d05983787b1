package dev.tauriboot.boot.autoconfigure.acl;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.InvokeService;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for access control: who may call
 * what, by the capabilities of the application's configuration and the manifests on its
 * class path. {@link Capability} and {@link Manifest} beans come on top; an
 * {@link AccessPolicy} bean decides instead, and may ask the {@link RuntimeAuthority}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = TauriAutoConfiguration.class)
@ConditionalOnClass(InvokeService.class)
public final class TauriAclAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ConfiguredAcl tauriConfiguredAcl(Environment environment, ResourceLoader resourceLoader,
			ObjectProvider<Capability> capabilities, ObjectProvider<Manifest> manifests,
			ObjectProvider<CommandRegistry> commands, TauriProperties properties) {
		return ConfiguredAcl.of(environment, ResourcePatternUtils.getResourcePatternResolver(resourceLoader),
				capabilities.orderedStream().toList(), manifests.orderedStream().toList(),
				properties.app().security().restrictAppCommands(), commands::getObject);
	}

	@Bean
	@ConditionalOnMissingBean
	Manifests tauriManifests(ConfiguredAcl configured) {
		return configured.manifests();
	}

	@Bean
	@Fallback
	@ConditionalOnMissingBean
	RuntimeAuthority tauriRuntimeAuthority(ConfiguredAcl configured, Manifests manifests, TauriProperties properties) {
		return configured.authority(manifests, properties.isAclDetailed());
	}

}
