package dev.tauriboot.boot.autoconfigure.acl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Commands;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Permission;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.command.annotation.TauriCommand;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Starts an application with the plugin {@code notes} of acl 14 and a command
 * {@code greet} of its own.
 */
final class AclContext {

	private final ApplicationContextRunner runner;

	private AclContext(ApplicationContextRunner runner) {
		this.runner = runner;
	}

	static AclContext plain() {
		return noCommands().beans(Greetings.class);
	}

	static AclContext noCommands() {
		return new AclContext(new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
					TauriEventAutoConfiguration.class, TauriAclAutoConfiguration.class))
			.withUserConfiguration(Application.class));
	}

	/**
	 * With capabilities.
	 * @param capabilities what stands below {@code tauri.app.security.capabilities}, not
	 * yet indented
	 * @return such an application
	 */
	static AclContext capabilities(String capabilities) {
		return plain().file("application.yml", security("capabilities:\n" + capabilities.indent(2)));
	}

	static String security(String yaml) {
		return "tauri:\n  app:\n    security:\n" + yaml.indent(6);
	}

	/**
	 * With a further file, of higher precedence than those before.
	 * @param name the name
	 * @param yaml the content
	 * @return such an application
	 */
	AclContext file(String name, String yaml) {
		return initializer((context) -> {
			for (PropertySource<?> source : load(name, yaml)) {
				context.getEnvironment().getPropertySources().addFirst(source);
			}
		});
	}

	private static List<PropertySource<?>> load(String name, String yaml) {
		try {
			return new YamlPropertySourceLoader().load(name,
					new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)) {
						@Override
						public String getDescription() {
							return name;
						}
					});
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	AclContext properties(String... properties) {
		return new AclContext(this.runner.withPropertyValues(properties));
	}

	AclContext beans(Class<?> configuration) {
		return new AclContext(this.runner.withUserConfiguration(configuration));
	}

	AclContext initializer(ApplicationContextInitializer<ConfigurableApplicationContext> initializer) {
		return new AclContext(this.runner.withInitializer(initializer));
	}

	ApplicationContextRunner runner() {
		return this.runner;
	}

	void run(Consumer<Started> test) {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed();
			test.accept(new Started(context));
		});
	}

	/**
	 * The start fails.
	 * @param test gets what was found wrong
	 */
	void fails(Consumer<Failed> test) {
		this.runner.run((context) -> {
			assertThat(context).hasFailed();
			Throwable failure = context.getStartupFailure();
			FailureAnalysis analysis = new AclViolationsFailureAnalyzer().analyze(failure);
			assertThat(analysis).as(String.valueOf(failure)).isNotNull();
			AclViolationsException cause = (AclViolationsException) analysis.getCause();
			test.accept(new Failed(cause.getViolations(), analysis.getDescription(), analysis.getAction()));
		});
	}

	/**
	 * What was found wrong.
	 *
	 * @param violations everything
	 * @param description what users read about it
	 * @param action what they read they can do
	 */
	record Failed(List<AclViolation> violations, String description, String action) {

		AclViolation only() {
			assertThat(this.violations).hasSize(1);
			return this.violations.get(0);
		}

	}

	/**
	 * A started application.
	 *
	 * @param context its context
	 */
	record Started(AssertableApplicationContext context) {

		AccessDecision decide(String command, Caller caller) {
			return this.context.getBean(AccessPolicy.class).decide(new AccessRequest(command, caller)).block();
		}

		boolean allows(String command, String window) {
			return decide(command, Caller.local(window)).isGranted();
		}

		boolean allows(String command) {
			return allows(command, "main");
		}

		Scope scope(String command) {
			return ((Granted) decide(command, Caller.local("main"))).commandScope();
		}

		RuntimeAuthority authority() {
			return this.context.getBean(RuntimeAuthority.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Application {

		@Bean
		Manifest notes() {
			return new Manifest("notes", List.of("list_notes", "write_note", "purge"),
					new PermissionSet("default", null, List.of("allow-list-notes")),
					Map.of("drafts",
							new Permission("drafts", null, new Commands(List.of("write_note"), List.of()),
									new Scope(List.of(Map.of("dir", "d")), List.of()), null),
							"mac-only", new Permission("mac-only", null, new Commands(List.of("purge"), List.of()),
									Scope.EMPTY, Set.of(Platform.MACOS))),
					Map.of());
		}

	}

	static class Greetings {

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
