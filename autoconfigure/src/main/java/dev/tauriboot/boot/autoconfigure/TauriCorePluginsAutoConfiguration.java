package dev.tauriboot.boot.autoconfigure;

import dev.tauriboot.app.AppIcon;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.PathConvention;
import dev.tauriboot.path.PlatformDirectories.Platform;
import dev.tauriboot.plugin.app.AppCommands;
import dev.tauriboot.plugin.image.ImageCommands;
import dev.tauriboot.plugin.path.PathCommands;
import dev.tauriboot.plugin.resources.ResourcesCommands;
import dev.tauriboot.resource.ResourceTable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugins that every
 * application has: app, image, path and resources.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriAssetAutoConfiguration.class, TauriEventAutoConfiguration.class })
@ConditionalOnClass(InvokeService.class)
@EnableConfigurationProperties(TauriProperties.class)
public final class TauriCorePluginsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ResourceTable tauriResourceTable(TauriProperties properties) {
		ResourceTable resources = new ResourceTable();
		resources.setMaxPerPage(properties.ipc().maxResources());
		return resources;
	}

	@Bean
	@ConditionalOnMissingBean
	ResourcesCommands tauriResourcesCommands(ResourceTable resources) {
		return new ResourcesCommands(resources);
	}

	@Bean
	@ConditionalOnMissingBean
	PathCommands tauriPathCommands(BaseDirectories directories) {
		return new PathCommands(directories, PathConvention.of(System.getProperty("os.name")),
				System.getProperty("user.dir"));
	}

	@Bean
	@ConditionalOnMissingBean
	ImageCommands tauriImageCommands(ResourceTable resources) {
		return new ImageCommands(resources);
	}

	@Bean
	@ConditionalOnMissingBean
	AppIcon tauriAppIcon(ResourceLoader resources, TauriProperties properties) {
		return new AppIcon(resources, properties.bundle().icon());
	}

	@Bean
	@ConditionalOnMissingBean
	AppCommands tauriAppCommands(PackageInfo info, AppIcon icon, ResourceTable resources) {
		return new AppCommands(info, icon, resources, Platform.of(System.getProperty("os.name")));
	}

}
