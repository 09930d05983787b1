package dev.tauriboot.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.Origin;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.asset.AppAssets;
import dev.tauriboot.asset.AppWebHandler;
import dev.tauriboot.asset.ContentSecurityPolicy;
import dev.tauriboot.asset.CspOptions;
import dev.tauriboot.asset.DevServerWebHandler;
import dev.tauriboot.asset.GuestScripts;
import dev.tauriboot.asset.HtmlInjector;
import dev.tauriboot.authority.AccessObserver;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.PublishingAccessPolicy;
import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.channel.ChannelModule;
import dev.tauriboot.channel.Channels;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandExceptionResolver;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.DefaultInvokeService;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.command.annotation.support.AnnotatedCommandDetector;
import dev.tauriboot.command.annotation.support.AnnotatedCommandExceptionResolver;
import dev.tauriboot.command.annotation.support.CommandArgumentResolvers;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.HttpDoor;
import dev.tauriboot.door.IpcPipeline;
import dev.tauriboot.door.Pages;
import dev.tauriboot.isolation.IsolationFrames;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.observation.InvokeObservationConvention;
import dev.tauriboot.page.BootstrapScript;
import dev.tauriboot.plugin.TauriPlugin;
import dev.tauriboot.runtime.DesktopRuntime;
import io.micrometer.observation.ObservationRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.web.server.WebHandler;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for commands and the one pipeline
 * that leads to them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
@ConditionalOnClass(InvokeService.class)
@EnableConfigurationProperties(TauriProperties.class)
public final class TauriAutoConfiguration {

	@Bean(destroyMethod = "close")
	@ConditionalOnMissingBean
	@ConditionalOnThreading(Threading.PLATFORM)
	CommandExecutor tauriCommandExecutor(TauriProperties properties) {
		return CommandExecutor.pooled(properties.ipc().maxThreads());
	}

	@Bean(name = "tauriCommandExecutor", destroyMethod = "close")
	@ConditionalOnMissingBean
	@ConditionalOnThreading(Threading.VIRTUAL)
	CommandExecutor tauriVirtualCommandExecutor() {
		return CommandExecutor.of(new VirtualThreadTaskExecutor("tauri-command-"));
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	CommandRegistry tauriCommandRegistry(ConfigurableListableBeanFactory beanFactory, JsonMapper mapper,
			ObjectProvider<CommandArgumentResolver> resolvers) {
		List<CommandArgumentResolver> all = CommandArgumentResolvers.with(mapper, resolvers.orderedStream().toList());
		return new CommandRegistry(
				new AnnotatedCommandDetector(beanFactory, all, (bean, type) -> TauriPlugin.class.isAssignableFrom(type)
						? beanFactory.getBean(bean, TauriPlugin.class).name() : null)
					.detect());
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	InvokeService tauriInvokeService(ConfigurableListableBeanFactory beanFactory, CommandRegistry registry,
			JsonMapper mapper, CommandExecutor executor, ObjectProvider<DesktopRuntime> runtime,
			ObjectProvider<CommandExceptionResolver> resolvers, ObjectProvider<ObservationRegistry> observations,
			ObjectProvider<InvokeObservationConvention> convention, Channels channels, AccessPolicy accessPolicy,
			ObjectProvider<AccessObserver> accessObservers, TauriProperties properties) {
		List<CommandExceptionResolver> all = new ArrayList<>();
		all.add(new AnnotatedCommandExceptionResolver(beanFactory));
		resolvers.orderedStream().forEach(all::add);
		return DefaultInvokeService.builder(registry, mapper)
			.accessPolicy(new PublishingAccessPolicy(accessPolicy, accessObservers.orderedStream().toList()))
			.executor(executor)
			.mainThread(() -> runtime.getObject().mainThread())
			.exceptionResolvers(all)
			.defaultTimeout(properties.ipc().timeout())
			.maxCallsInFlight(properties.ipc().maxInFlight())
			.development(properties.isDevelopment())
			.observationRegistry(observations.getIfUnique(() -> ObservationRegistry.NOOP))
			.observationConvention(convention.getIfUnique())
			.channels(channels)
			.build();
	}

	@Bean
	@ConditionalOnMissingBean
	Channels tauriChannels(ObjectProvider<JsonMapper> mapper, TauriProperties properties) {
		Channels channels = new Channels(mapper::getObject);
		channels.setMaxChannels(properties.ipc().maxChannels());
		return channels;
	}

	@Bean
	@ConditionalOnMissingBean
	ChannelModule tauriChannelModule(Channels channels) {
		return new ChannelModule(channels);
	}

	@Bean
	@ConditionalOnMissingBean
	Pages tauriPages() {
		return new Pages();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	BridgeDoor tauriBridgeDoor(IpcPipeline pipeline, CommandExecutor executor, JsonMapper mapper,
			TauriProperties properties) {
		return new BridgeDoor(pipeline, executor, mapper, maxBodySize(properties), properties.ipc().maxInFlight());
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	HttpDoor tauriHttpDoor(IpcPipeline pipeline, CommandExecutor executor, Pages pages, JsonMapper mapper,
			TauriProperties properties) {
		return new HttpDoor(pipeline, executor, pages, mapper, maxBodySize(properties));
	}

	private static int maxBodySize(TauriProperties properties) {
		return (int) Math.min(Integer.MAX_VALUE, properties.ipc().maxBodySize().toBytes());
	}

	@Bean
	@ConditionalOnMissingBean
	BootstrapScript tauriBootstrapScript(ResourceLoader resources, JsonMapper mapper, TauriProperties properties,
			Environment environment, ObjectProvider<IsolationPattern> isolation, ObjectProvider<TauriPlugin> plugins,
			ObjectProvider<Manifests> manifests) {
		boolean bridge = isBridge(resources, environment);
		BootstrapScript.Builder bootstrap = BootstrapScript
			.builder(bridge ? BootstrapScript.Transport.BRIDGE : BootstrapScript.Transport.HTTP)
			.freezePrototype(properties.app().security().freezePrototype())
			.isolation(isolation.getIfAvailable() != null)
			.mocks(properties.app().mocks())
			.subtleCrypto(properties.webview().repair().subtleCrypto())
			.printing(properties.webview().repair().printing())
			.dateInputs(properties.webview().repair().dateInputs())
			.keyNames(properties.webview().repair().keyNames());
		if (properties.app().withGlobalTauri()) {
			bootstrap.script(GuestScripts.global());
		}
		plugins.orderedStream().map(TauriPlugin::initializationScript).forEach((script) -> {
			if (script != null) {
				bootstrap.script(script);
			}
		});
		if (properties.app().withGlobalTauri()) {
			List<String> enabled = new ArrayList<>();
			manifests.ifAvailable((all) -> enabled.addAll(all.keys()));
			enabled.removeIf(
					(plugin) -> !environment.getProperty("tauri.plugins." + plugin + ".enabled", Boolean.class, true));
			new GuestScripts(mapper).globalPlugins(enabled).forEach(bootstrap::script);
		}
		return bootstrap.build();
	}

	private static boolean isBridge(ResourceLoader resources, Environment environment) {
		return RuntimeSelection.select(environment, resources.getClassLoader()) != RuntimeType.BROWSER;
	}

	@Bean
	@ConditionalOnMissingBean(name = "tauriAppWebHandler")
	WebHandler tauriAppWebHandler(ResourceLoader resources, JsonMapper mapper, TauriProperties properties,
			Environment environment, ObjectProvider<IsolationPattern> isolation, BootstrapScript script) {
		TauriProperties.Security security = properties.app().security();
		List<String> leave = security.dangerousDisableAssetCspModification();
		boolean bridge = isBridge(resources, environment);
		ContentSecurityPolicy policy = CspBinding.bind(environment);
		if (policy != null && isolation.getIfAvailable() != null) {
			policy = bridge ? policy.withFrame("http://isolation.localhost").withFrame("http://isolation.localhost:*")
					: policy.withFrame("http://" + IsolationFrames.HOST + ":*");
		}
		CspOptions csp = new CspOptions(policy, leave.contains("true"), leave,
				bridge ? List.of("http://ipc.localhost") : List.of("'self'"));
		GuestScripts packages = new GuestScripts(mapper);
		WebHandler files = new AppWebHandler(new AppAssets(resources, properties.build().frontendDist()), packages,
				script, csp, security.headers());
		Origin devOrigin = properties.build().devOrigin();
		int devSize = (int) Math.min(properties.build().maxDevSize().toBytes(), Integer.MAX_VALUE);
		return (devOrigin != null) ? new DevServerWebHandler(devOrigin, files,
				new HtmlInjector(script.text(), packages.importMap()), devSize, properties.build().maxDevSockets())
				: files;
	}

}
