package dev.tauriboot.boot.autoconfigure.plugin;

import java.nio.file.Path;
import java.time.Duration;

import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.event.Events;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.plugin.store.StoreCommands;
import dev.tauriboot.plugin.store.StoreFormat;
import dev.tauriboot.plugin.store.StoreOptions;
import dev.tauriboot.plugin.store.Stores;
import dev.tauriboot.resource.ResourceTable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code store}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriCorePluginsAutoConfiguration.class)
@ConditionalOnClass(Stores.class)
@ConditionalOnTauriPlugin("store")
@EnableConfigurationProperties(TauriStoreProperties.class)
public final class TauriStoreAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Stores tauriStores(TauriStoreProperties properties, BaseDirectories directories, ListableBeanFactory beans,
			ResourceTable resources, Events events, JsonMapper mapper) {
		Path directory = properties.directory();
		Duration autoSave = properties.autoSave();
		Stores stores = new Stores(() -> (directory != null) ? directory : directories.resolve(BaseDirectory.APPDATA),
				autoSave.isNegative() ? StoreOptions.NEVER : autoSave, beans.getBeansOfType(StoreFormat.class),
				resources, events, mapper);
		properties.preload().forEach(stores::load);
		return stores;
	}

	@Bean
	@ConditionalOnMissingBean
	StoreCommands tauriStoreCommands(Stores stores, ResourceTable resources, TauriStoreProperties properties) {
		return new StoreCommands(stores, resources, properties.confine());
	}

}
