package dev.tauriboot.boot.autoconfigure.security;

import java.util.List;

import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.door.IpcExchange;
import dev.tauriboot.door.IpcPipeline;
import dev.tauriboot.door.WebviewAuthenticationWebFilter;
import dev.tauriboot.isolation.IsolationDecryptionWebFilter;
import dev.tauriboot.isolation.IsolationPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authentication.ReactiveAuthenticationManagerResolver;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TauriSecurityAutoConfiguration}.
 */
class TauriSecurityAutoConfigurationTests {

	private static final String NO_USERS = "tauriNoUsersAuthenticationManager";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriAclAutoConfiguration.class, TauriSecurityAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none");

	@Test
	void chainIsForCallsOnly() {
		this.runner.run((context) -> {
			SecurityWebFilterChain chain = context.getBean(SecurityWebFilterChain.class);
			assertThat(matches(chain, IpcExchange.PATH_PREFIX + "greet")).isTrue();
			assertThat(matches(chain, "/api/notes")).isFalse();
			assertThat(context.getBean(IpcPipeline.class)).isNotNull();
		});
	}

	private static boolean matches(SecurityWebFilterChain chain, String path) {
		return Boolean.TRUE.equals(chain.matches(MockServerWebExchange.from(MockServerHttpRequest.post(path))).block());
	}

	@Test
	void chainDecryptsUnderIsolation() {
		this.runner.run((context) -> assertThat(filters(context))
			.hasExactlyElementsOfTypes(WebviewAuthenticationWebFilter.class));
		this.runner.withBean(IsolationPattern.class, () -> mock(IsolationPattern.class))
			.run((context) -> assertThat(filters(context))
				.hasExactlyElementsOfTypes(WebviewAuthenticationWebFilter.class, IsolationDecryptionWebFilter.class));
	}

	private static List<WebFilter> filters(ApplicationContext context) {
		return context.getBean(SecurityWebFilterChain.class).getWebFilters().collectList().block();
	}

	@Test
	void withoutUsersNobodyLogsIn() {
		this.runner.run((context) -> {
			ReactiveAuthenticationManager manager = context.getBean(ReactiveAuthenticationManager.class);
			assertThatExceptionOfType(BadCredentialsException.class).isThrownBy(
					() -> manager.authenticate(new UsernamePasswordAuthenticationToken("user", "password")).block());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring.security.user.name=me", "spring.security.user.password=secret" })
	void usersOfThePropertiesLogInAsUsual(String property) {
		this.runner.withPropertyValues(property).run((context) -> assertThat(context).doesNotHaveBean(NO_USERS));
	}

	@ParameterizedTest
	@ValueSource(classes = { ReactiveAuthenticationManager.class, ReactiveAuthenticationManagerResolver.class,
			ReactiveUserDetailsService.class })
	<T> void usersOfTheApplicationLogInAsUsual(Class<T> type) {
		this.runner.withBean("own", type, () -> mock(type))
			.run((context) -> assertThat(context).hasSingleBean(type).doesNotHaveBean(NO_USERS));
	}

	@Test
	void chainCanBeReplaced() {
		SecurityWebFilterChain own = mock(SecurityWebFilterChain.class);
		given(own.getWebFilters()).willReturn(Flux.empty());
		this.runner.withBean("tauriSecurityWebFilterChain", SecurityWebFilterChain.class, () -> own).run((context) -> {
			assertThat(context.getBean(SecurityWebFilterChain.class)).isSameAs(own);
			assertThat(context.getBean(IpcPipeline.class)).isNotNull();
		});
	}

	@Test
	void chainOfTheApplicationStaysBesideOurs() {
		this.runner.withBean("own", SecurityWebFilterChain.class, () -> mock(SecurityWebFilterChain.class))
			.run((context) -> assertThat(context.getBeansOfType(SecurityWebFilterChain.class)).containsOnlyKeys("own",
					"tauriSecurityWebFilterChain"));
	}

	@Test
	void pipelineOfTheApplicationReplacesOurs() {
		IpcPipeline own = mock(IpcPipeline.class);
		this.runner.withBean("own", IpcPipeline.class, () -> own).run((context) -> {
			assertThat(context).hasSingleBean(IpcPipeline.class);
			assertThat(context.getBean(IpcPipeline.class)).isSameAs(own);
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { InvokeService.class, SecurityWebFilterChain.class })
	void withoutCoreOrSecurityThereIsNothing(Class<?> absent) {
		this.runner.withClassLoader(new FilteredClassLoader(absent))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(NO_USERS)
				.doesNotHaveBean("tauriIpcPipeline"));
	}

}
