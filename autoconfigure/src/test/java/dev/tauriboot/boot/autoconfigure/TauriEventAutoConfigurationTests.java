package dev.tauriboot.boot.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.app.ExitHandler;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.command.annotation.TauriEventListener;
import dev.tauriboot.command.annotation.support.AppHandleArgumentResolver;
import dev.tauriboot.command.annotation.support.ChannelArgumentResolver;
import dev.tauriboot.event.ApplicationEventBridge;
import dev.tauriboot.event.EventPayload;
import dev.tauriboot.event.EventTarget;
import dev.tauriboot.event.Events;
import dev.tauriboot.event.SystemEvents;
import dev.tauriboot.event.TauriEvent;
import dev.tauriboot.plugin.channel.ChannelCommands;
import dev.tauriboot.plugin.event.EventCommands;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MainThread;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TauriEventAutoConfiguration}.
 */
class TauriEventAutoConfigurationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final DesktopRuntime desktop = mock(DesktopRuntime.class);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriAclAutoConfiguration.class, TauriEventAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false")
		.withBean(DesktopRuntime.class, () -> this.desktop);

	@Test
	void listenersOfBeansHearEventsAndApplicationEvents() {
		given(this.desktop.mainThread()).willReturn(mock());
		this.runner.withBean(Listener.class).run((context) -> {
			context.getBean(AppHandle.class).emit("said", "by the handle");
			context.publishEvent(new Said("by the context"));
			List<String> heard = context.getBean(Listener.class).heard;
			Awaitility.await().atMost(PATIENCE).until(() -> heard.size() == 2);
			assertThat(heard).containsExactly("\"by the handle\"", "{\"text\":\"by the context\"}");
		});
	}

	@Test
	void noMoreEventsWaitThanConfigured() {
		MainThread mainThread = mock();
		given(this.desktop.mainThread()).willReturn(mainThread);
		given(mainThread.isCurrent()).willReturn(true);
		this.runner.withPropertyValues("tauri.ipc.max-queued-events=2").run((context) -> {
			Events events = context.getBean(Events.class);
			CountDownLatch begun = new CountDownLatch(1);
			CountDownLatch gate = new CountDownLatch(1);
			List<String> heard = new CopyOnWriteArrayList<>();
			events.listen("e", (event) -> {
				begun.countDown();
				gate.await(20, TimeUnit.SECONDS);
				heard.add(event.payload().json());
			});
			events.emit("e", 0);
			assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
			for (int i = 1; i <= 3; i++) {
				events.emit("e", i);
			}
			gate.countDown();
			Awaitility.await().atMost(PATIENCE).until(() -> heard.size() == 3);
			events.emit("e", 4);
			Awaitility.await()
				.atMost(PATIENCE)
				.untilAsserted(() -> assertThat(heard).containsExactly("0", "1", "2", "4"));
		});
	}

	@Test
	void pluginsOfEventsAndChannelsHaveTheirCommands() {
		this.runner.run((context) -> {
			CommandRegistry commands = context.getBean(CommandRegistry.class);
			assertThat(commands.find("plugin:event|listen")).isNotNull();
			assertThat(commands.find("plugin:__TAURI_CHANNEL__|fetch")).isNotNull();
			assertThat(context).hasSingleBean(AppHandleArgumentResolver.class)
				.hasSingleBean(ApplicationEventBridge.class)
				.hasSingleBean(ExitHandler.class);
		});
	}

	@Test
	void applicationIsCalledAsConfigured() {
		this.runner
			.withPropertyValues("tauri.product-name=Notes", "tauri.version=2.1.0", "tauri.identifier=com.example.notes",
					"spring.application.name=other", "spring.application.version=9")
			.run((context) -> assertThat(context.getBean(AppHandle.class).packageInfo())
				.isEqualTo(new PackageInfo("Notes", "2.1.0", "com.example.notes")));
	}

	@Test
	void applicationIsCalledAsSpringKnowsIt() {
		this.runner.withPropertyValues("spring.application.name=notes", "spring.application.version=3")
			.run((context) -> assertThat(context.getBean(PackageInfo.class))
				.isEqualTo(new PackageInfo("notes", "3", "dev.tauriboot.app")));
	}

	@Test
	void applicationWithoutANameIsCalledByItsIdentifier() {
		this.runner.withPropertyValues("tauri.identifier=com.example.notes")
			.run((context) -> assertThat(context.getBean(PackageInfo.class))
				.isEqualTo(new PackageInfo("notes", "0.1.0", "com.example.notes")));
	}

	@Test
	void nameOfTheApplicationReplacesOurs() {
		PackageInfo own = new PackageInfo("own", "1", "own");
		this.runner.withBean("own", PackageInfo.class, () -> own)
			.run((context) -> assertThat(context.getBean(AppHandle.class).packageInfo()).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(classes = { ApplicationExit.class, Events.class, SystemEvents.class, AppHandle.class,
			ChannelArgumentResolver.class, EventCommands.class, ChannelCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

	@Test
	void exitHandlerOfTheApplicationIsAsked() {
		List<Integer> codes = new ArrayList<>();
		this.runner.withBean("own", ExitHandler.class, () -> codes::add).run((context) -> {
			context.getBean(AppHandle.class).exit(3);
			assertThat(codes).containsExactly(3);
		});
	}

	@Test
	void handleIsNotMadeUntilItIsAskedFor() {
		this.runner.run((context) -> {
			assertThat(context.getBeanFactory().containsSingleton("tauriAppHandle")).isFalse();
			assertThat(context).hasSingleBean(AppHandle.class);
		});
	}

	@Test
	void applicationEndsWithItsLastWindow() {
		this.runner.run((context) -> {
			context.getBean(ApplicationExit.class).lastWindowClosed();
			Awaitility.await().atMost(PATIENCE).until(() -> !context.isActive());
		});
	}

	@Test
	void applicationOutlivesItsLastWindowWhereConfigured() {
		this.runner.withPropertyValues("tauri.app.exit-on-last-window-closed=false").run((context) -> {
			context.getBean(ApplicationExit.class).lastWindowClosed();
			Awaitility.await().atMost(PATIENCE).during(Duration.ofMillis(300)).until(context::isActive);
		});
	}

	@Test
	void withoutCoreThereIsNothing() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriEventAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(InvokeService.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Events.class)
				.doesNotHaveBean(AppHandle.class));
	}

	@TauriEvent(name = "said", target = EventTarget.Kind.ANY)
	record Said(String text) {
	}

	static class Listener {

		private final List<String> heard = new CopyOnWriteArrayList<>();

		@TauriEventListener(name = "said", target = EventTarget.Kind.ANY)
		void said(EventPayload payload) {
			this.heard.add(String.valueOf(payload.json()));
		}

	}

}
