package dev.tauriboot.boot.autoconfigure.acl;

import java.time.Clock;
import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.authority.AccessEventPublisher;
import dev.tauriboot.authority.AccessMetrics;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.AuditLog;
import dev.tauriboot.authority.DenialLog;
import dev.tauriboot.authority.RecentDenials;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.authority.report.AclInspector;
import dev.tauriboot.authority.report.AclReport;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.plugin.TauriPlugin;
import dev.tauriboot.plugin.TauriPlugins;
import dev.tauriboot.security.AuthorizationManagerAccessPolicy;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.security.authorization.ReactiveAuthorizationManager;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for access control: who may call
 * what, by the capabilities of the application's configuration and the manifests on its
 * class path. {@link Capability} and {@link Manifest} beans come on top; an
 * {@link AccessPolicy} bean decides instead, and may ask the {@link RuntimeAuthority}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = TauriAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(InvokeService.class)
public final class TauriAclAutoConfiguration {

	private static final int RECENT_DENIALS = 256;

	@Bean
	@ConditionalOnMissingBean
	ConfiguredAcl tauriConfiguredAcl(Environment environment, ResourceLoader resourceLoader,
			ObjectProvider<Capability> capabilities, ObjectProvider<Manifest> manifests,
			ObjectProvider<TauriPlugin> plugins, ObjectProvider<CommandRegistry> commands, TauriProperties properties) {
		return ConfiguredAcl.of(environment, ResourcePatternUtils.getResourcePatternResolver(resourceLoader),
				capabilities.orderedStream().toList(), manifests.orderedStream().toList(),
				TauriPlugins.of(plugins.orderedStream().toList()), properties.app().security().restrictAppCommands(),
				commands::getObject);
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

	/**
	 * Capabilities bind webviews, a rule of the application binds whatever it likes; both
	 * must grant.
	 */
	@Bean
	@Primary
	@ConditionalOnBean(value = AccessRequest.class, parameterizedContainer = ReactiveAuthorizationManager.class)
	AuthorizationManagerAccessPolicy tauriAuthorizationManagerAccessPolicy(AccessPolicy first,
			ReactiveAuthorizationManager<AccessRequest> rule, TauriProperties properties) {
		return new AuthorizationManagerAccessPolicy(first, rule, properties.isAclDetailed());
	}

	@Bean
	@ConditionalOnMissingBean
	DenialLog tauriDenialLog() {
		return new DenialLog();
	}

	@Bean
	@ConditionalOnMissingBean
	AuditLog tauriAuditLog(TauriProperties properties) {
		return new AuditLog(properties.app().security().audit().commands(), Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	RecentDenials tauriRecentDenials() {
		return new RecentDenials(RECENT_DENIALS, Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	AccessEventPublisher tauriAccessEventPublisher(ApplicationContext context) {
		return new AccessEventPublisher(context);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	AclReport tauriAclReport(RuntimeAuthority authority, CommandRegistry commands, TauriProperties properties) {
		List<Label> windows = properties.app().windows().stream().map((window) -> Label.of(window.label())).toList();
		return AclInspector.inspect(authority,
				commands.all().stream().map((command) -> command.mapping().name()).toList(),
				windows.isEmpty() ? List.of(Label.of("main")) : windows, Platform.current());
	}

	@Bean
	AclReportLogger tauriAclReportLogger(ObjectProvider<AclReport> report) {
		return new AclReportLogger(report);
	}

	/**
	 * Counts decisions where there is something to count with.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MetricsConfiguration {

		@Bean
		@ConditionalOnBean(MeterRegistry.class)
		@ConditionalOnMissingBean
		AccessMetrics tauriAccessMetrics(MeterRegistry registry, Manifests manifests) {
			return new AccessMetrics(registry, manifests);
		}

	}

}
