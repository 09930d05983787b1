package dev.tauriboot.boot.autoconfigure.security;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.isolation.TauriIsolationAutoConfiguration;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.door.IpcExchange;
import dev.tauriboot.door.IpcPipeline;
import dev.tauriboot.door.WebviewAuthenticationWebFilter;
import dev.tauriboot.isolation.IsolationDecryptionWebFilter;
import dev.tauriboot.isolation.IsolationPattern;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.web.server.WebFilter;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the security chain of the IPC.
 * The chain matches nothing but IPC requests; an application's own chains stay in force
 * for everything else.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriAutoConfiguration.class, TauriIsolationAutoConfiguration.class },
		beforeName = "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration")
@ConditionalOnClass({ InvokeService.class, SecurityWebFilterChain.class })
public final class TauriSecurityAutoConfiguration {

	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@ConditionalOnMissingBean(name = "tauriSecurityWebFilterChain")
	SecurityWebFilterChain tauriSecurityWebFilterChain(ObjectProvider<IsolationPattern> isolation,
			ObjectProvider<JsonMapper> mapper) {
		List<WebFilter> filters = new ArrayList<>();
		filters.add(new WebviewAuthenticationWebFilter());
		isolation.ifAvailable((pattern) -> filters.add(new IsolationDecryptionWebFilter(pattern, mapper.getObject())));
		return new MatcherSecurityWebFilterChain(
				new PathPatternParserServerWebExchangeMatcher(IpcExchange.PATH_PREFIX + "**"), filters);
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	IpcPipeline tauriIpcPipeline(@Qualifier("tauriSecurityWebFilterChain") SecurityWebFilterChain chain,
			InvokeService service) {
		List<WebFilter> filters = chain.getWebFilters().collectList().block();
		return new IpcPipeline((filters != null) ? filters : List.of(), service);
	}

	/**
	 * Without users of the application's own nobody can log in, and no password is made
	 * up.
	 */
	@Bean
	@Conditional(OnNoUserProperties.class)
	@ConditionalOnMissingBean({ ReactiveAuthenticationManager.class, ReactiveAuthenticationManagerResolver.class,
			ReactiveUserDetailsService.class })
	ReactiveAuthenticationManager tauriNoUsersAuthenticationManager() {
		return (authentication) -> Mono.error(new BadCredentialsException("the application has no users"));
	}

	static class OnNoUserProperties extends NoneNestedConditions {

		OnNoUserProperties() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty("spring.security.user.name")
		static class OnName {

		}

		@ConditionalOnProperty("spring.security.user.password")
		static class OnPassword {

		}

	}

}
