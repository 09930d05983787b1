package dev.tauriboot.boot.autoconfigure.actuate;

import dev.tauriboot.authority.RecentDenials;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.authority.report.AclReport;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.runtime.DesktopRuntime;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link TauriEndpoint}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriLifecycleAutoConfiguration.class)
@ConditionalOnClass({ InvokeService.class, ConditionalOnAvailableEndpoint.class })
public final class TauriEndpointAutoConfiguration {

	/**
	 * Apart, since its condition cannot be read without actuator.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnAvailableEndpoint(TauriEndpoint.class)
	static class EndpointConfiguration {

		@Bean
		@ConditionalOnMissingBean
		@ConditionalOnBean({ DesktopRuntime.class, RuntimeAuthority.class })
		TauriEndpoint tauriEndpoint(DesktopRuntime runtime, CommandRegistry commands, RuntimeAuthority authority,
				AclReport report, RecentDenials denials) {
			return new TauriEndpoint(runtime, commands, authority, report, denials);
		}

	}

}
