package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.plugin.fs.DirectoryCommands;
import dev.tauriboot.plugin.fs.FileCommands;
import dev.tauriboot.plugin.fs.FileScopeResolver;
import dev.tauriboot.plugin.fs.FileWatches;
import dev.tauriboot.plugin.fs.HandleCommands;
import dev.tauriboot.plugin.fs.LineCommands;
import dev.tauriboot.plugin.fs.WatchCommands;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.scope.GrantedPaths;
import io.methvin.watcher.DirectoryWatcher;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code fs}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriAssetAutoConfiguration.class, TauriCorePluginsAutoConfiguration.class })
@ConditionalOnClass(FileCommands.class)
@ConditionalOnTauriPlugin("fs")
@EnableConfigurationProperties(TauriFsProperties.class)
public final class TauriFsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	FileScopeResolver tauriFileScopeResolver(BaseDirectories directories, GrantedPaths granted,
			TauriFsProperties properties) {
		return new FileScopeResolver(directories, granted, properties.requireLiteralLeadingDot());
	}

	@Bean
	@ConditionalOnMissingBean
	FileCommands tauriFileCommands() {
		return new FileCommands();
	}

	@Bean
	@ConditionalOnMissingBean
	DirectoryCommands tauriDirectoryCommands() {
		return new DirectoryCommands();
	}

	@Bean
	@ConditionalOnMissingBean
	HandleCommands tauriHandleCommands(ResourceTable resources, TauriFsProperties properties) {
		return new HandleCommands(resources, properties.maxReadSize().toBytes());
	}

	@Bean
	@ConditionalOnMissingBean
	LineCommands tauriLineCommands(ResourceTable resources) {
		return new LineCommands(resources);
	}

	/**
	 * What needs the library that watches.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(DirectoryWatcher.class)
	static class WatchConfiguration {

		@Bean
		@ConditionalOnMissingBean
		FileWatches tauriFileWatches(TauriFsProperties properties) {
			return new FileWatches(properties.maxWatchedChanges());
		}

		@Bean
		@ConditionalOnMissingBean
		WatchCommands tauriWatchCommands(FileWatches watches, ResourceTable resources) {
			return new WatchCommands(watches, resources);
		}

	}

}
