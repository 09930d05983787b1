package dev.tauriboot.boot.autoconfigure.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.boot.autoconfigure.TauriProperties.PatternOptions;
import dev.tauriboot.boot.autoconfigure.TauriProperties.PatternType;
import dev.tauriboot.isolation.HookDialect;
import dev.tauriboot.isolation.IsolationApplication;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.isolation.IsolationWebHandler;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.web.server.WebHandler;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the isolation pattern.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(IsolationPattern.class)
@EnableConfigurationProperties(TauriProperties.class)
public final class TauriIsolationAutoConfiguration {

	TauriIsolationAutoConfiguration(TauriProperties properties) {
		TauriProperties.Pattern pattern = properties.app().security().pattern();
		PatternOptions options = pattern.options();
		boolean dir = options != null && options.dir() != null && !options.dir().isBlank();
		if ((pattern.use() == PatternType.ISOLATION) ? !dir : options != null) {
			throw new PatternOptionsException(pattern.use());
		}
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnProperty(name = "tauri.app.security.pattern.use", havingValue = "isolation")
	IsolationPattern tauriIsolationPattern(TauriProperties properties, ResourceLoader resources) {
		PatternOptions options = properties.app().security().pattern().options();
		if (options == null || options.dir() == null) {
			throw new PatternOptionsException(PatternType.ISOLATION);
		}
		IsolationApplication application = IsolationApplication.load(resources, options.dir(), dialects(options));
		TauriProperties.Ipc limits = properties.ipc();
		return new IsolationPattern(application, options.timeout(), limits.maxBodySize().toBytes(),
				limits.maxInFlight());
	}

	private static List<HookDialect> dialects(PatternOptions options) {
		List<HookDialect> dialects = new ArrayList<>();
		for (String dialect : options.dialect()) {
			if (!dialect.equalsIgnoreCase("auto")) {
				dialects.add(HookDialect.valueOf(dialect.toUpperCase(Locale.ROOT)));
			}
		}
		return dialects;
	}

	@Bean
	@ConditionalOnMissingBean(name = "tauriIsolationWebHandler")
	@ConditionalOnProperty(name = "tauri.app.security.pattern.use", havingValue = "isolation")
	WebHandler tauriIsolationWebHandler(IsolationPattern pattern, TauriProperties properties) {
		return new IsolationWebHandler(pattern,
				(int) Math.min(Integer.MAX_VALUE, properties.ipc().maxBodySize().toBytes()));
	}

	/**
	 * Counts refused messages where there is something to count with.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MetricsConfiguration {

		@Bean
		@ConditionalOnBean(MeterRegistry.class)
		@ConditionalOnProperty(name = "tauri.app.security.pattern.use", havingValue = "isolation")
		@ConditionalOnMissingBean(name = "tauriIsolationRefusals")
		FunctionCounter tauriIsolationRefusals(MeterRegistry registry, IsolationPattern pattern) {
			return FunctionCounter.builder("tauri.isolation.refusals", pattern, IsolationPattern::refusals)
				.description("Messages that were not encrypted as they must be")
				.register(registry);
		}

	}

}
