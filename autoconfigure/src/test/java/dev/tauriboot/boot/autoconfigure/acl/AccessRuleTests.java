package dev.tauriboot.boot.autoconfigure.acl;

import java.util.List;

import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessMetrics;
import dev.tauriboot.authority.AccessObserver;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.authority.report.AclFinding;
import dev.tauriboot.authority.report.AclReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.ReactiveAuthorizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for what {@link TauriAclAutoConfiguration} puts around the capabilities: rules of
 * the application, observers, the report.
 */
@ExtendWith(OutputCaptureExtension.class)
class AccessRuleTests {

	private static final String LIST = "plugin:notes|list_notes";

	private static final AclContext GRANTED = AclContext
		.capabilities("a: {windows: [\"*\"], permissions: [notes:default]}");

	@Test
	void callWhenBothGrantThenGranted() {
		GRANTED.beans(MainWindowOnly.class).run((started) -> assertThat(started.allows(LIST, "main")).isTrue());
	}

	@Test
	void callWhenRuleDeniesThenDenied() {
		GRANTED.beans(MainWindowOnly.class).run((started) -> {
			AccessDecision decision = started.decide(LIST, Caller.local("other"));
			assertThat(decision).isInstanceOfSatisfying(Denied.class,
					(denied) -> assertThat(denied.reason()).isEqualTo(AccessDecision.Reason.RULE));
		});
	}

	@Test
	void callWhenRuleGrantsAndCapabilitiesDoNotThenDenied() {
		AclContext.capabilities("a: {windows: [other], permissions: [notes:default]}")
			.beans(MainWindowOnly.class)
			.run((started) -> assertThat(started.allows(LIST, "main")).isFalse());
	}

	@Test
	void callWhenRuleSaysNothingThenDenied() {
		GRANTED.beans(Silent.class).run((started) -> assertThat(started.allows(LIST)).isFalse());
	}

	@Test
	void decisionsAreCountedWhereThereIsARegistry() {
		GRANTED.beans(Registry.class).run((started) -> {
			assertThat(started.context()).hasSingleBean(AccessMetrics.class);
			started.context()
				.getBean(AccessMetrics.class)
				.denied(new AccessRequest(LIST, Caller.local("main")), mock(Denied.class));
			assertThat(started.context()
				.getBean(MeterRegistry.class)
				.get(AccessMetrics.NAME)
				.tag("plugin", "notes")
				.tag("outcome", "denied")
				.counter()
				.count()).isEqualTo(1);
		});
	}

	@Test
	void nothingIsCountedWithoutARegistry() {
		GRANTED.run((started) -> assertThat(started.context()).doesNotHaveBean(AccessMetrics.class));
		GRANTED.runner()
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("tauriAccessMetrics"));
	}

	@Test
	void observersAreThere() {
		GRANTED.run((started) -> assertThat(started.context().getBeanNamesForType(AccessObserver.class))
			.contains("tauriDenialLog", "tauriRecentDenials", "tauriAccessEventPublisher"));
	}

	@Test
	void reportIsLoggedWhenTheApplicationHasStarted(CapturedOutput output) {
		AclContext.capabilities("a: {windows: [gone], permissions: [allow-greet]}").run((started) -> {
			AclReport report = started.context().getBean(AclReport.class);
			assertThat(report.ofKind(AclFinding.Kind.UNKNOWN_WINDOW)).hasSize(1);
			assertThat(output).doesNotContain("is for the window 'gone'");
			ApplicationStartedEvent event = mock(ApplicationStartedEvent.class);
			given(event.getApplicationContext()).willReturn(started.context());
			started.context().getBean(AclReportLogger.class).onApplicationEvent(event);
			assertThat(output).contains("capability 'a' is for the window 'gone', which is not configured")
				.contains("command wave is granted to nobody: add 'allow-wave' to a capability");
		});
	}

	@Test
	void windowThatOpensLaterIsConfigured() {
		AclContext.capabilities("a: {windows: [later], permissions: [allow-greet]}")
			.properties("tauri.app.windows[0].label=later", "tauri.app.windows[0].create=false")
			.run((started) -> assertThat(
					started.context().getBean(AclReport.class).ofKind(AclFinding.Kind.UNKNOWN_WINDOW))
				.isEmpty());
	}

	@Test
	void pluginGrantedInPartIsNoWarning(CapturedOutput output) {
		ObjectProvider<AclReport> report = mock();
		given(report.getObject())
			.willReturn(new AclReport(List.of(new AclFinding(AclFinding.Kind.PARTLY_GRANTED_PLUGIN, "plugin a", "odd"),
					new AclFinding(AclFinding.Kind.UNREACHABLE_COMMAND, "plugin b", "odd"))));
		new AclReportLogger(report).onApplicationEvent(mock(ApplicationStartedEvent.class));
		assertThat(output).contains("plugin b odd").doesNotContain("plugin a odd");
	}

	@Configuration(proxyBeanMethods = false)
	static class MainWindowOnly {

		@Bean
		ReactiveAuthorizationManager<AccessRequest> rule() {
			return (authentication, request) -> Mono
				.just(new AuthorizationDecision(request.caller().window().value().equals("main")));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Silent {

		@Bean
		ReactiveAuthorizationManager<AccessRequest> rule() {
			return (authentication, request) -> Mono.empty();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Registry {

		@Bean
		MeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

	}

}
