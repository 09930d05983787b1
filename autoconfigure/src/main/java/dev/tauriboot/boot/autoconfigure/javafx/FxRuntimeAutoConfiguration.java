package dev.tauriboot.boot.autoconfigure.javafx;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.tauriboot.boot.autoconfigure.ApplicationExit;
import dev.tauriboot.boot.autoconfigure.ConditionalOnTauriRuntime;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.HttpDoor;
import dev.tauriboot.door.Pages;
import dev.tauriboot.javafx.FxRuntime;
import dev.tauriboot.runtime.DesktopRuntime;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for windows of JavaFX WebViews.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriAutoConfiguration.class)
@ConditionalOnClass(FxRuntime.class)
@ConditionalOnTauriRuntime(RuntimeType.JAVAFX)
public final class FxRuntimeAutoConfiguration {

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean(DesktopRuntime.class)
	FxRuntime tauriDesktopRuntime(ObjectProvider<BridgeDoor> bridgeDoor, ObjectProvider<HttpDoor> httpDoor, Pages pages,
			JsonMapper mapper, @Qualifier("tauriAppWebHandler") WebHandler app,
			@Qualifier("tauriAssetWebHandler") ObjectProvider<WebHandler> assets, TauriProperties properties,
			ApplicationExit exit) {
		Map<String, HttpHandler> protocols = new LinkedHashMap<>();
		protocols.put("ipc", handler((exchange) -> httpDoor.getObject().handle(exchange)));
		assets.ifAvailable((handler) -> protocols.put("asset", handler(handler)));
		FxRuntime runtime = new FxRuntime(new FxRuntime.Options(bridgeDoor::getObject, pages, mapper, handler(app),
				protocols, properties.javafx().userDataDirectory(), exit::lastWindowClosed));
		runtime.setDevOrigin(properties.build().devOrigin());
		return runtime;
	}

	private static HttpHandler handler(WebHandler handler) {
		return WebHttpHandlerBuilder.webHandler((ServerWebExchange exchange) -> handler.handle(exchange)).build();
	}

}
