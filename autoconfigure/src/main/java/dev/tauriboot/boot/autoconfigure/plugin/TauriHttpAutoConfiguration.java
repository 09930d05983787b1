package dev.tauriboot.boot.autoconfigure.plugin;

import java.nio.file.Path;

import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.plugin.http.FetchOptions;
import dev.tauriboot.plugin.http.Fetcher;
import dev.tauriboot.plugin.http.HttpCommands;
import dev.tauriboot.plugin.net.CookieJar;
import dev.tauriboot.plugin.net.NetworkClient;
import dev.tauriboot.resource.ResourceTable;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code http}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriNetworkAutoConfiguration.class, TauriAssetAutoConfiguration.class,
		TauriCorePluginsAutoConfiguration.class })
@ConditionalOnClass({ InvokeService.class, HttpCommands.class, HttpClient.class })
@ConditionalOnTauriPlugin("http")
@EnableConfigurationProperties(TauriHttpProperties.class)
public final class TauriHttpAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "tauri.plugins.http.cookies", matchIfMissing = true)
	CookieJar tauriCookieJar(BaseDirectories directories, TauriHttpProperties properties) {
		Path cache = directories.resolve(BaseDirectory.APPCACHE);
		return new CookieJar((cache != null) ? cache.resolve(".cookies") : null, properties.maxCookies());
	}

	@Bean
	@ConditionalOnMissingBean
	Fetcher tauriFetcher(NetworkClient client, ObjectProvider<CookieJar> cookies, TauriHttpProperties properties) {
		return new Fetcher(client, cookies.getIfAvailable(), new FetchOptions(properties.scopeRedirects(),
				properties.unsafeHeaders(), properties.dangerousSettings(), properties.userAgent()));
	}

	@Bean
	@ConditionalOnMissingBean
	HttpCommands tauriHttpCommands(Fetcher fetcher, ResourceTable resources) {
		return new HttpCommands(fetcher, resources);
	}

}
