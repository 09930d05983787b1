package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.javafx.FxFileDialogs;
import dev.tauriboot.javafx.FxMessageDialogs;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.runtime.MessageDialogs;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for dialogs that ask for files or
 * for answers: those of JavaFX, and none elsewhere.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(InvokeService.class)
public final class TauriFileDialogAutoConfiguration {

	/**
	 * Dialogs of JavaFX.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(FxFileDialogs.class)
	@ConditionalOnTauriRuntime(RuntimeType.JAVAFX)
	@EnableConfigurationProperties(TauriProperties.class)
	static class FxFileDialogConfiguration {

		@Bean
		@ConditionalOnMissingBean(FileDialogs.class)
		FxFileDialogs tauriFileDialogs(TauriProperties properties) {
			return new FxFileDialogs(properties.app().maxQueuedDialogs());
		}

		@Bean
		@ConditionalOnMissingBean(MessageDialogs.class)
		FxMessageDialogs tauriMessageDialogs(TauriProperties properties) {
			return new FxMessageDialogs(properties.app().maxQueuedDialogs());
		}

	}

	/**
	 * No dialogs: nobody would see them.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTauriRuntime({ RuntimeType.BROWSER, RuntimeType.NONE })
	static class NoFileDialogConfiguration {

		@Bean
		@ConditionalOnMissingBean
		FileDialogs tauriFileDialogs() {
			return FileDialogs.unavailable();
		}

		@Bean
		@ConditionalOnMissingBean
		MessageDialogs tauriMessageDialogs() {
			return MessageDialogs.unavailable();
		}

	}

}
