package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.List;

import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.plugin.cli.Cli;
import dev.tauriboot.plugin.cli.CliCommands;
import picocli.CommandLine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code cli}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriEventAutoConfiguration.class)
@ConditionalOnClass({ CliCommands.class, CommandLine.class })
@ConditionalOnTauriPlugin("cli")
@EnableConfigurationProperties(CliProperties.class)
public final class TauriCliAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Cli tauriCli(CliProperties properties, PackageInfo info, ObjectProvider<ApplicationArguments> arguments) {
		ApplicationArguments passed = arguments.getIfAvailable();
		List<String> words = (passed != null) ? List.of(passed.getSourceArgs()) : List.of();
		try {
			return new Cli(properties.command(), info, words);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("'tauri.plugins.cli' is not valid: " + ex.getMessage(), ex);
		}
	}

	@Bean
	@ConditionalOnMissingBean
	CliCommands tauriCliCommands(Cli cli) {
		return new CliCommands(cli);
	}

}
