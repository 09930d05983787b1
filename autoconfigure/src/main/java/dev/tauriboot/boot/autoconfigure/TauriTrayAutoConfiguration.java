package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.command.InvokeService;
import dev.tauriboot.plugin.menu.Menus;
import dev.tauriboot.plugin.tray.TrayCommands;
import dev.tauriboot.plugin.tray.Trays;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.tray.AwtTrayHost;
import dev.tauriboot.tray.TrayHost;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for icons in the system's tray.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriMenuAutoConfiguration.class)
@ConditionalOnClass(InvokeService.class)
public final class TauriTrayAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TrayHost tauriTrayHost() {
		return new AwtTrayHost();
	}

	@Bean
	@ConditionalOnMissingBean
	Trays tauriTrays(TrayHost host, Menus menus) {
		return new Trays(host, menus);
	}

	@Bean
	@ConditionalOnMissingBean
	TrayCommands tauriTrayCommands(Trays trays, ResourceTable resources) {
		return new TrayCommands(trays, resources);
	}

}
