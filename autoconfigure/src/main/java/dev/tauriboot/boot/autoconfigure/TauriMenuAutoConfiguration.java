package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.app.ExitHandler;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.boot.autoconfigure.browser.BrowserRuntimeAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.javafx.FxRuntimeAutoConfiguration;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.javafx.FxMenuHost;
import dev.tauriboot.path.PlatformDirectories.Platform;
import dev.tauriboot.plugin.menu.MenuCommands;
import dev.tauriboot.plugin.menu.MenuItemCommands;
import dev.tauriboot.plugin.menu.Menus;
import dev.tauriboot.plugin.menu.PredefinedActions;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MenuHost;
import dev.tauriboot.runtime.memory.MemoryMenuHost;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for menus: those of JavaFX, those
 * without a toolkit, and none in a browser.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriCorePluginsAutoConfiguration.class, FxRuntimeAutoConfiguration.class,
		BrowserRuntimeAutoConfiguration.class })
@ConditionalOnClass(InvokeService.class)
public final class TauriMenuAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	PredefinedActions tauriPredefinedMenuActions(ObjectProvider<DesktopRuntime> runtime, ExitHandler exitHandler,
			PackageInfo info) {
		return new PredefinedActions(runtime, exitHandler, info);
	}

	@Bean
	@ConditionalOnMissingBean
	Menus tauriMenus(MenuHost host, ObjectProvider<DesktopRuntime> runtime, PredefinedActions predefined) {
		return new Menus(host, runtime, predefined);
	}

	@Bean
	@ConditionalOnMissingBean
	MenuCommands tauriMenuCommands(Menus menus, DesktopRuntime runtime, ResourceTable resources, PackageInfo info) {
		return new MenuCommands(menus, runtime, resources, info, Platform.of(System.getProperty("os.name")));
	}

	@Bean
	@ConditionalOnMissingBean
	MenuItemCommands tauriMenuItemCommands(ResourceTable resources) {
		return new MenuItemCommands(resources);
	}

	/**
	 * Menus of JavaFX.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(FxMenuHost.class)
	@ConditionalOnTauriRuntime(RuntimeType.JAVAFX)
	static class FxMenuConfiguration {

		@Bean
		@ConditionalOnMissingBean(MenuHost.class)
		FxMenuHost tauriMenuHost() {
			return new FxMenuHost();
		}

	}

	/**
	 * No menus, since a tab shows none.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTauriRuntime(RuntimeType.BROWSER)
	static class NoMenuConfiguration {

		@Bean
		@ConditionalOnMissingBean
		MenuHost tauriMenuHost() {
			return MenuHost.unsupported("a browser shows no menus of the application");
		}

	}

	/**
	 * Menus that nobody sees.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnTauriRuntime(RuntimeType.NONE)
	static class MemoryMenuConfiguration {

		@Bean
		@ConditionalOnMissingBean(MenuHost.class)
		MemoryMenuHost tauriMenuHost() {
			return new MemoryMenuHost();
		}

	}

}
