package dev.tauriboot.boot.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import dev.tauriboot.asset.AssetProtocol;
import dev.tauriboot.asset.AssetScope;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.PlatformDirectories;
import dev.tauriboot.scope.DroppedPaths;
import dev.tauriboot.scope.GrantedPaths;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.context.annotation.Bean;
import org.springframework.web.server.WebHandler;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for local files that pages load by
 * {@code convertFileSrc}, and for the directories of the application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriAutoConfiguration.class)
@ConditionalOnClass(InvokeService.class)
public final class TauriAssetAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BaseDirectories tauriBaseDirectories(TauriProperties properties) {
		// Whatever is packed with an application lies beside its archive.
		Path resources = new ApplicationHome().getDir().toPath();
		return new PlatformDirectories(properties.identifier(), PlatformDirectories.Environment.ofSystem(resources));
	}

	@Bean
	@ConditionalOnMissingBean
	GrantedPaths tauriGrantedPaths() {
		return new GrantedPaths();
	}

	@Bean
	@ConditionalOnMissingBean
	DroppedPaths tauriDroppedPaths(GrantedPaths granted) {
		return new DroppedPaths(granted);
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty("tauri.app.security.asset-protocol.enable")
	AssetScope tauriAssetScope(BaseDirectories directories, TauriProperties properties, GrantedPaths granted) {
		TauriProperties.AssetProtocol protocol = properties.app().security().assetProtocol();
		return new AssetScope(directories, protocol.scope(), List.of(), null, granted);
	}

	@Bean
	@ConditionalOnMissingBean(name = "tauriAssetWebHandler")
	@ConditionalOnProperty("tauri.app.security.asset-protocol.enable")
	WebHandler tauriAssetWebHandler(AssetScope scope) {
		AssetProtocol protocol = new AssetProtocol(scope);
		return (exchange) -> {
			String path = exchange.getRequest().getURI().getRawPath();
			String origin = exchange.getRequest().getHeaders().getOrigin();
			// the path is one segment, in the browser runtime behind a prefix
			return protocol.handle(exchange, path.substring(path.lastIndexOf('/') + 1),
					(origin != null) ? origin : "null");
		};
	}

}
