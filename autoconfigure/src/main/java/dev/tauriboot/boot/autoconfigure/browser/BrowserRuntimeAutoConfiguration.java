package dev.tauriboot.boot.autoconfigure.browser;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.tauriboot.Origin;
import dev.tauriboot.boot.autoconfigure.ApplicationExit;
import dev.tauriboot.boot.autoconfigure.ConditionalOnTauriRuntime;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.boot.autoconfigure.isolation.TauriIsolationAutoConfiguration;
import dev.tauriboot.browser.BrowserRuntime;
import dev.tauriboot.browser.BrowserSessions;
import dev.tauriboot.browser.BrowserWebHandler;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.HttpDoor;
import dev.tauriboot.door.Pages;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.DesktopRuntime;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.server.WebHandler;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for windows that are tabs of the
 * user's browser.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { TauriAutoConfiguration.class, TauriIsolationAutoConfiguration.class },
		before = TauriLifecycleAutoConfiguration.class)
@ConditionalOnClass({ BrowserRuntime.class, DispatcherHandler.class })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnTauriRuntime(RuntimeType.BROWSER)
public final class BrowserRuntimeAutoConfiguration {

	private static final Log logger = LogFactory.getLog(BrowserRuntimeAutoConfiguration.class);

	@Bean
	@ConditionalOnMissingBean
	BrowserSessions tauriBrowserSessions() {
		return new BrowserSessions(Clock.systemUTC());
	}

	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean(DesktopRuntime.class)
	BrowserRuntime tauriDesktopRuntime(BrowserSessions sessions, ReactiveWebServerApplicationContext context,
			ApplicationExit exit, Environment environment, TauriProperties properties) {
		if (properties.runtime() == RuntimeType.AUTO) {
			logger.info("No display was found: the windows open in a browser, by the one-time links printed");
		}
		BrowserRuntime runtime = new BrowserRuntime(sessions, () -> origin(context), (label, link) -> {
			// The link is a secret, so it is printed and not logged.
			System.out.println("Open window '" + label + "' (once, within 10 minutes): " + link);
		}, exit::lastWindowClosed);
		runtime.setLimits(properties.ipc().outboundLimits());
		return runtime;
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	BrowserWebHandler tauriBrowserWebHandler(BrowserRuntime runtime, BrowserSessions sessions,
			ReactiveWebServerApplicationContext context, Pages documents, JsonMapper mapper,
			ObjectProvider<HttpDoor> httpDoor, ObjectProvider<BridgeDoor> bridgeDoor,
			@Qualifier("tauriAppWebHandler") WebHandler pages,
			@Qualifier("tauriAssetWebHandler") ObjectProvider<WebHandler> assets,
			ObjectProvider<IsolationPattern> isolation, TauriProperties properties) {
		Map<String, WebHandler> protocols = new LinkedHashMap<>();
		int maxText = (int) Math.min(properties.browser().maxMessageSize().toBytes(), Integer.MAX_VALUE);
		assets.ifAvailable((handler) -> protocols.put("asset", handler));
		return new BrowserWebHandler(new BrowserWebHandler.Options(runtime, sessions, () -> port(context), documents,
				mapper, httpDoor::getObject, bridgeDoor::getObject, pages, protocols, maxText,
				isolation.getIfAvailable()));
	}

	@Bean
	BrowserWebFilter tauriBrowserWebFilter(ObjectProvider<BrowserWebHandler> handler,
			ObjectProvider<DispatcherHandler> dispatcher) {
		return new BrowserWebFilter(handler::getObject, dispatcher::getObject);
	}

	@Bean
	static LoopbackWebServerCustomizer tauriLoopbackWebServerCustomizer(Environment environment) {
		return new LoopbackWebServerCustomizer(environment);
	}

	private static int port(ReactiveWebServerApplicationContext context) {
		WebServer server = context.getWebServer();
		Assert.state(server != null && server.getPort() > 0, "The web server has not started");
		return server.getPort();
	}

	private static Origin origin(ReactiveWebServerApplicationContext context) {
		return new Origin("http", "127.0.0.1", port(context));
	}

	// The first request runs on a thread that must not wait, as making the pipeline has
	// to.
	@Bean
	static SmartInitializingSingleton tauriBrowserDoorsInitializer(ObjectProvider<HttpDoor> httpDoor,
			ObjectProvider<BridgeDoor> bridgeDoor) {
		return () -> {
			httpDoor.getObject();
			bridgeDoor.getObject();
		};
	}

}
