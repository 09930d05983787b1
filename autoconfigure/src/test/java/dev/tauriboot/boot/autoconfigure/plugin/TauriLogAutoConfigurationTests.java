package dev.tauriboot.boot.autoconfigure.plugin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.LoggerContext;
import dev.tauriboot.boot.autoconfigure.OwnBean;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.event.Events;
import dev.tauriboot.plugin.log.LogCommands;
import dev.tauriboot.plugin.log.LogForwarder;
import dev.tauriboot.plugin.log.LogLevel;
import dev.tauriboot.plugin.log.PageLog;
import org.apache.commons.logging.LogFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TauriLogAutoConfiguration}.
 */
class TauriLogAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriCorePluginsAutoConfiguration.class, TauriLogAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false");

	// row 252
	@Test
	void pluginIsThereAndTellsPagesNothing() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(PageLog.class)
				.hasSingleBean(LogCommands.class)
				.doesNotHaveBean(LogForwarder.class)
				.doesNotHaveBean(ForwardingAppender.class);
			assertThat(context.getBean(CommandRegistry.class).find("plugin:log|log")).isNotNull();
		});
	}

	@Test
	void pluginIsOffByProperty() {
		this.runner.withPropertyValues("tauri.plugins.log.enabled=false", "tauri.plugins.log.webview.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(LogCommands.class)
				.doesNotHaveBean(LogForwarder.class));
	}

	@Test
	void withoutLogbackNothingIsForwarded() {
		this.runner.withPropertyValues("tauri.plugins.log.webview.enabled=true")
			.withClassLoader(new FilteredClassLoader(LoggerContext.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(LogForwarder.class)
				.doesNotHaveBean("tauriForwardingAppender"));
	}

	@Test
	void propertiesAreBound() {
		this.runner
			.withPropertyValues("tauri.plugins.log.logger-prefix=page", "tauri.plugins.log.max-length=10",
					"tauri.plugins.log.max-lines=20", "tauri.plugins.log.webview.level=warn",
					"tauri.plugins.log.webview.capacity=5")
			.run((context) -> assertThat(context.getBean(TauriLogProperties.class)).isEqualTo(new TauriLogProperties(
					true, "page", 10, 20, new TauriLogProperties.Forwarding(false, LogLevel.WARN, 5))));
	}

	// rows 251 and 253
	@Test
	void linesAreForwardedWhileTheApplicationRuns() {
		List<String> lines = new CopyOnWriteArrayList<>();
		this.runner.withPropertyValues("tauri.plugins.log.webview.enabled=true").run((context) -> {
			context.getBean(Events.class).listen(LogForwarder.EVENT, (event) -> {
				// Threads of other tests may have something to say too.
				if (event.payload().json().matches(".*(com\\.example\\.Notes|on the way).*")) {
					lines.add(event.payload().json());
				}
			});
			LogFactory.getLog("com.example.Notes").debug("too little");
			LogFactory.getLog("dev.tauriboot.event.Events").warn("on the way");
			LogFactory.getLog("com.example.Notes").error("broken", new IllegalStateException("secret"));
			LogFactory.getLog("com.example.Notes").info("last");
			Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> lines.size() >= 2);
			assertThat(lines).hasSize(2);
			assertThat(lines.get(0)).matches("\\{\"message\":\"\\[\\d{4}-\\d\\d-\\d\\d]\\[\\d\\d:\\d\\d:\\d\\d]"
					+ "\\[com\\.example\\.Notes]\\[ERROR] broken\",\"level\":5}");
			assertThat(lines.get(1)).endsWith("[INFO] last\",\"level\":3}");
		});
		assertThat(((LoggerContext) org.slf4j.LoggerFactory.getILoggerFactory()).getLogger("ROOT")
			.getAppender("tauri-log")).isNull();
	}

	@ParameterizedTest
	@ValueSource(classes = { PageLog.class, LogCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

}
