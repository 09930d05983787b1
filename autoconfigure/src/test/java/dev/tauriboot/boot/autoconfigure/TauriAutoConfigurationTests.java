package dev.tauriboot.boot.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.security.TauriSecurityAutoConfiguration;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.channel.ChannelModule;
import dev.tauriboot.channel.Channels;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.DuplicateCommandException;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.HttpDoor;
import dev.tauriboot.door.Pages;
import dev.tauriboot.page.BootstrapScript;
import dev.tauriboot.runtime.DesktopRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.web.server.WebHandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link TauriAutoConfiguration}.
 */
class TauriAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriAclAutoConfiguration.class, TauriSecurityAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none");

	@Test
	void pipelineLeadsFromTheDoorsToTheCommands() {
		this.runner.withBean(Greeter.class).run((context) -> {
			assertThat(context).hasSingleBean(InvokeService.class)
				.hasSingleBean(BridgeDoor.class)
				.hasSingleBean(HttpDoor.class)
				.hasSingleBean(Pages.class)
				.hasBean("tauriAppWebHandler");
			assertThat(context.getBean(CommandRegistry.class).find("greet")).isNotNull();
			assertThat(context.getBean(BridgeDoor.class)).isNotNull();
			assertThat(context.getBean(HttpDoor.class)).isNotNull();
		});
	}

	@Test
	void mapperWritesChannels() {
		this.runner.run((context) -> {
			JsonMapper mapper = context.getBean(JsonMapper.class);
			assertThat(mapper.registeredModules()).contains(context.getBean(ChannelModule.class));
			assertThat(mapper.writeValueAsString(mock(Channel.class))).startsWith("\"");
		});
	}

	@ParameterizedTest
	@CsvSource({ "subtle-crypto, SubtleCrypto", "printing, window.print = ", "key-names, 'BracketLeft'",
			"date-inputs, valueAsDate" })
	void repairOfPagesCanBeLeftOut(String repair, String script) {
		this.runner.run((context) -> assertThat(context.getBean(BootstrapScript.class).text()).contains(script));
		this.runner.withPropertyValues("tauri.webview.repair." + repair + "=false")
			.run((context) -> assertThat(context.getBean(BootstrapScript.class).text()).doesNotContain(script));
	}

	@Test
	void propertiesAreBound() {
		this.runner
			.withPropertyValues("tauri.identifier=com.example.notes", "tauri.app.windows[0].label=first",
					"tauri.app.windows[0].alwaysOnTop=true", "tauri.ipc.timeout=3s")
			.run((context) -> {
				TauriProperties properties = context.getBean(TauriProperties.class);
				assertThat(properties.identifier()).isEqualTo("com.example.notes");
				assertThat(properties.app().windowOptions()).singleElement().satisfies((window) -> {
					assertThat(window.label().value()).isEqualTo("first");
					assertThat(window.alwaysOnTop()).isTrue();
				});
				assertThat(properties.ipc().timeout()).hasSeconds(3);
			});
	}

	@Test
	void whatADevelopmentServerTakesIsBounded() {
		this.runner.withPropertyValues("tauri.build.dev-url=http://localhost:5173").run((context) -> {
			assertThat(context.getBean("tauriAppWebHandler")).extracting("sockets.maxSockets").isEqualTo(256);
			assertThat(context.getBean("tauriAppWebHandler")).extracting("sockets.maxSize").isEqualTo(64 << 20);
		});
		this.runner
			.withPropertyValues("tauri.build.dev-url=http://localhost:5173", "tauri.build.max-dev-sockets=3",
					"tauri.build.max-dev-size=4KB")
			.run((context) -> {
				assertThat(context.getBean("tauriAppWebHandler")).extracting("sockets.maxSockets").isEqualTo(3);
				assertThat(context.getBean("tauriAppWebHandler")).extracting("sockets.maxSize").isEqualTo(4096);
			});
		this.runner.withPropertyValues("tauri.build.dev-url=http://localhost:5173", "tauri.build.max-dev-sockets=0")
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining("'maxSockets' must be above 0"));
	}

	@Test
	void duplicateCommandStopsTheStartAndNamesBothMethods() {
		DesktopRuntime runtime = mock(DesktopRuntime.class);
		this.runner.withConfiguration(AutoConfigurations.of(TauriLifecycleAutoConfiguration.class))
			.withBean(DesktopRuntime.class, () -> runtime)
			.withBean(Greeter.class)
			.withBean(OtherGreeter.class)
			.run((context) -> {
				assertThat(context).hasFailed();
				assertThat(context.getStartupFailure()).rootCause()
					.isInstanceOf(DuplicateCommandException.class)
					.hasMessageContaining("$Greeter.greet")
					.hasMessageContaining("$OtherGreeter.greet");
				then(runtime).should(never()).start();
			});
	}

	@ParameterizedTest
	@ValueSource(classes = { CommandExecutor.class, CommandRegistry.class, InvokeService.class, Channels.class,
			Pages.class, BridgeDoor.class, HttpDoor.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

	@Test
	void channelModuleOfTheApplicationReplacesOurs() {
		ChannelModule own = new ChannelModule(new Channels(JsonMapper::shared));
		this.runner.withBean("own", ChannelModule.class, () -> own).run((context) -> {
			assertThat(context).hasSingleBean(ChannelModule.class);
			assertThat(context.getBean(ChannelModule.class)).isSameAs(own);
		});
	}

	@Test
	void handlerOfThePagesCanBeReplaced() {
		WebHandler own = mock(WebHandler.class);
		this.runner.withBean("tauriAppWebHandler", WebHandler.class, () -> own)
			.run((context) -> assertThat(context.getBean("tauriAppWebHandler")).isSameAs(own));
	}

	@Test
	void otherWebHandlerReplacesNothing() {
		this.runner.withBean("other", WebHandler.class, () -> mock(WebHandler.class))
			.run((context) -> assertThat(context).hasBean("tauriAppWebHandler"));
	}

	@Test
	void virtualThreadsRunCommandsWhereTheJvmHasThem() {
		this.runner.withPropertyValues("spring.threads.virtual.enabled=true")
			.run((context) -> assertThat(worker(context)).isEqualTo(Runtime.version().feature() >= 21));
	}

	@Test
	void poolRunsCommandsByDefault() {
		this.runner.run((context) -> assertThat(worker(context)).isFalse());
	}

	private static boolean worker(ApplicationContext context) throws Exception {
		CompletableFuture<String> thread = new CompletableFuture<>();
		CommandExecutor executor = context.getBean(CommandExecutor.class);
		executor.execute(() -> thread.complete(CommandExecutor.isWorker() + " " + Thread.currentThread()));
		String text = thread.get(20, TimeUnit.SECONDS);
		assertThat(text).startsWith("true ").contains("tauri-command-");
		return text.contains("VirtualThread[");
	}

	@Test
	void configuredNumberOfThreadsIsUsed() {
		this.runner.withPropertyValues("tauri.ipc.max-threads=0")
			.run((context) -> assertThat(context).getFailure().hasStackTraceContaining("'maxThreads' must be above 0"));
	}

	@Test
	void withoutCoreThereIsNothing() {
		this.runner.withClassLoader(new FilteredClassLoader(InvokeService.class))
			.run((context) -> assertThat(context).doesNotHaveBean(TauriProperties.class)
				.doesNotHaveBean(CommandExecutor.class)
				.doesNotHaveBean("tauriAppWebHandler"));
	}

	static class Greeter {

		@TauriCommand
		String greet(String name) {
			return "Hello, " + name + "!";
		}

	}

	static class OtherGreeter {

		@TauriCommand
		String greet() {
			return "Hello!";
		}

	}

}
