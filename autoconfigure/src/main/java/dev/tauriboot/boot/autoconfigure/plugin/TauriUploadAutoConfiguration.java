package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.plugin.net.NetworkClient;
import dev.tauriboot.plugin.upload.TransferScopes;
import dev.tauriboot.plugin.upload.Transfers;
import dev.tauriboot.plugin.upload.UploadCommands;
import dev.tauriboot.scope.GrantedPaths;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the plugin {@code upload}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriNetworkAutoConfiguration.class, TauriAssetAutoConfiguration.class,
		TauriAclAutoConfiguration.class })
@ConditionalOnClass({ InvokeService.class, UploadCommands.class, HttpClient.class })
@ConditionalOnTauriPlugin("upload")
@EnableConfigurationProperties(TauriUploadProperties.class)
public final class TauriUploadAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Transfers tauriTransfers(NetworkClient client, TauriUploadProperties properties) {
		return new Transfers(client, (int) Math.min(properties.maxResponse().toBytes(), Integer.MAX_VALUE));
	}

	@Bean
	@ConditionalOnMissingBean
	TransferScopes tauriTransferScopes(RuntimeAuthority authority, BaseDirectories directories, GrantedPaths granted,
			TauriUploadProperties properties, Environment environment) {
		Boolean literal = environment.getProperty("tauri.plugins.fs.require-literal-leading-dot", Boolean.class);
		return new TransferScopes(properties.enforceScopes() ? authority : null, directories, granted, literal);
	}

	@Bean
	@ConditionalOnMissingBean
	UploadCommands tauriUploadCommands(Transfers transfers, TransferScopes scopes) {
		return new UploadCommands(transfers, scopes);
	}

}
