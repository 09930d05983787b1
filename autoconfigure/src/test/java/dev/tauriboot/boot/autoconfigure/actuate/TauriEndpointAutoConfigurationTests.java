package dev.tauriboot.boot.autoconfigure.actuate;

import java.util.List;

import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.authority.PublishingAccessPolicy;
import dev.tauriboot.authority.RecentDenials;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.authority.report.AclFinding;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.actuate.TauriEndpoint.CapabilityDescriptor;
import dev.tauriboot.boot.autoconfigure.actuate.TauriEndpoint.CommandDescriptor;
import dev.tauriboot.boot.autoconfigure.actuate.TauriEndpoint.TauriDescriptor;
import dev.tauriboot.boot.autoconfigure.security.TauriSecurityAutoConfiguration;
import dev.tauriboot.command.annotation.TauriCommand;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriEndpointAutoConfiguration} and {@link TauriEndpoint}.
 */
class TauriEndpointAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAclAutoConfiguration.class,
				TauriSecurityAutoConfiguration.class, TauriLifecycleAutoConfiguration.class,
				TauriEndpointAutoConfiguration.class))
		.withBean(Greeter.class)
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false",
				"management.endpoints.web.exposure.include=tauri",
				"tauri.app.security.capabilities.main.windows=main,gone",
				"tauri.app.security.capabilities.main.permissions=allow-greet");

	@Test
	void endpointIsThereWhenExposed() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(TauriEndpoint.class));
	}

	@Test
	void endpointIsNotThereWhenNotExposed() {
		this.runner.withPropertyValues("management.endpoints.web.exposure.include=health")
			.run((context) -> assertThat(context).doesNotHaveBean(TauriEndpoint.class));
	}

	@Test
	void endpointIsNotThereWithoutActuator() {
		this.runner
			.withClassLoader(new FilteredClassLoader(Endpoint.class.getPackageName(),
					"org.springframework.boot.actuate.autoconfigure"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("tauriEndpoint"));
	}

	@Test
	void endpointTellsAboutWindowsCommandsAndCapabilities() {
		this.runner.run((context) -> {
			TauriDescriptor descriptor = context.getBean(TauriEndpoint.class).tauri();
			assertThat(descriptor.windows()).singleElement().satisfies((window) -> {
				assertThat(window.label()).isEqualTo("main");
				assertThat(window.webviews()).singleElement()
					.satisfies((webview) -> assertThat(webview.label()).isEqualTo("main"));
			});
			CommandDescriptor greet = command(descriptor, "greet");
			assertThat(greet.open()).isFalse();
			assertThat(greet.method()).contains("Greeter.greet");
			assertThat(greet.grants()).containsExactly("main: allow-greet (local)");
			assertThat(greet.denials()).isEmpty();
			assertThat(command(descriptor, "wave").grants()).isEmpty();
			assertThat(descriptor.capabilities()).singleElement()
				.extracting(CapabilityDescriptor::identifier, CapabilityDescriptor::local)
				.containsExactly("main", true);
			assertThat(descriptor.findings()).extracting(AclFinding::kind)
				.containsExactly(AclFinding.Kind.UNREACHABLE_COMMAND, AclFinding.Kind.UNKNOWN_WINDOW);
			assertThat(descriptor.denials()).isEmpty();
		});
	}

	@Test
	void endpointTellsAboutRecentDenials() {
		this.runner.run((context) -> {
			PublishingAccessPolicy policy = new PublishingAccessPolicy(context.getBean(RuntimeAuthority.class),
					List.of(context.getBean(RecentDenials.class)));
			policy.decide(new AccessRequest("wave", Caller.local("main"))).block();
			policy.decide(new AccessRequest("wave", Caller.local("main"))).block();
			assertThat(context.getBean(TauriEndpoint.class).tauri().denials()).singleElement().satisfies((denial) -> {
				assertThat(denial.command()).isEqualTo("wave");
				assertThat(denial.count()).isEqualTo(2);
				assertThat(denial.remedy()).contains("allow-wave");
			});
		});
	}

	private static CommandDescriptor command(TauriDescriptor descriptor, String name) {
		return descriptor.commands()
			.stream()
			.filter((command) -> command.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	static class Greeter {

		@TauriCommand
		String greet() {
			return "Hello";
		}

		@TauriCommand
		String wave() {
			return "Bye";
		}

	}

}
