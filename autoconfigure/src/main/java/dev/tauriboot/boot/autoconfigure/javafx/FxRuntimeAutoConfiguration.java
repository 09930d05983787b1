package dev.tauriboot.boot.autoconfigure.javafx;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.tauriboot.asset.ErrorPageWebHandler;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.boot.autoconfigure.ApplicationExit;
import dev.tauriboot.boot.autoconfigure.ConditionalOnTauriRuntime;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.boot.autoconfigure.isolation.TauriIsolationAutoConfiguration;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.HttpDoor;
import dev.tauriboot.door.Pages;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.javafx.FxRepairKit;
import dev.tauriboot.javafx.FxRuntime;
import dev.tauriboot.javafx.FxRuntimeOptions;
import dev.tauriboot.page.BootstrapScript;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.ExternalLinks;
import dev.tauriboot.runtime.LauncherIcon;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.webcrypto.WebCrypto;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for windows of JavaFX WebViews.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriAutoConfiguration.class, TauriIsolationAutoConfiguration.class })
@ConditionalOnClass(FxRuntime.class)
@ConditionalOnTauriRuntime(RuntimeType.JAVAFX)
@Import({ FxLauncherConfiguration.class, FxRepairConfiguration.class })
public final class FxRuntimeAutoConfiguration {

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean(DesktopRuntime.class)
	FxRuntime tauriDesktopRuntime(ObjectProvider<BridgeDoor> bridgeDoor, ObjectProvider<HttpDoor> httpDoor, Pages pages,
			JsonMapper mapper, @Qualifier("tauriAppWebHandler") WebHandler app,
			@Qualifier("tauriAssetWebHandler") ObjectProvider<WebHandler> assets, TauriProperties properties,
			BaseDirectories directories, ObjectProvider<IsolationPattern> isolation,
			@Qualifier("tauriIsolationWebHandler") ObjectProvider<WebHandler> isolationApplication,
			BootstrapScript bootstrap, ObjectProvider<RuntimeAuthority> authority, ObjectProvider<PageDialogs> dialogs,
			ObjectProvider<ExternalLinks> links, ObjectProvider<LauncherIcon> launcherIcon, FxRepairKit repairs,
			ObjectProvider<WebCrypto> webCrypto, ApplicationExit exit) {
		Map<String, HttpHandler> protocols = new LinkedHashMap<>();
		protocols.put("ipc", handler((exchange) -> httpDoor.getObject().handle(exchange)));
		assets.ifAvailable((handler) -> protocols.put("asset", handler(handler)));
		isolationApplication.ifAvailable((handler) -> protocols.put("isolation", handler(handler)));
		WebHandler page = repairs.errorPages() ? new ErrorPageWebHandler(app, properties.isDevelopment()) : app;
		FxRuntimeOptions options = new FxRuntimeOptions(bridgeDoor::getObject, pages, mapper, handler(page), protocols,
				userData(properties, directories), exit::lastWindowClosed)
			.withAllowed(properties.app().security().navigation())
			.withIsolation(isolation.getIfAvailable());
		PageDialogs ownDialogs = dialogs.getIfUnique();
		options = (ownDialogs != null) ? options.withDialogs(ownDialogs) : options;
		ExternalLinks ownLinks = links.getIfUnique();
		options = (ownLinks != null) ? options.withLinks(ownLinks) : options;
		FxRuntime runtime = new FxRuntime(options);
		runtime.setDevOrigin(properties.build().devOrigin());
		runtime.setWebCrypto(webCrypto.getIfUnique());
		runtime.setPrinting(properties.webview().repair().printing());
		runtime.setLimits(properties.ipc().outboundLimits());
		runtime.setMaxWindows(properties.app().maxWindows());
		runtime.setMaxUndecidedPopups(properties.webview().maxUndecidedPopups());
		runtime.setMaxKnownDownloads(properties.webview().maxKnownDownloads());
		runtime.setMaxLogLines(properties.ipc().maxLogLines());
		runtime.setRemotePages((caller) -> {
			RuntimeAuthority grants = authority.getIfUnique();
			return grants != null && grants.grantsAny(caller);
		}, bootstrap);
		runtime.setRepairKit(repairs);
		launcherIcon.ifUnique(runtime::setLauncherIcon);
		return runtime;
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "tauri.webview.repair.subtle-crypto", matchIfMissing = true)
	WebCrypto tauriWebCrypto(JsonMapper mapper, TauriProperties properties) {
		TauriProperties.Ipc limits = properties.ipc();
		return new WebCrypto(mapper, limits.maxBodySize().toBytes(), limits.maxResources());
	}

	private static @Nullable Path userData(TauriProperties properties, BaseDirectories directories) {
		Path configured = properties.javafx().userDataDirectory();
		if (configured != null) {
			return configured;
		}
		Path own = directories.resolve(BaseDirectory.APPLOCALDATA);
		return (own != null) ? own.resolve("webview") : null;
	}

	private static HttpHandler handler(WebHandler handler) {
		return WebHttpHandlerBuilder.webHandler((ServerWebExchange exchange) -> handler.handle(exchange)).build();
	}

}
