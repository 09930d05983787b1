package dev.tauriboot.test;

import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.door.IpcPipeline;
import dev.tauriboot.door.Pages;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.DesktopRuntime;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the testers, in tests alone.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriLifecycleAutoConfiguration.class)
public final class TauriTestAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	IpcTester ipcTester(IpcPipeline pipeline, DesktopRuntime runtime, Pages pages, JsonMapper mapper,
			TestDenials denials, ObjectProvider<IsolationPattern> isolation) {
		return new IpcTester(pipeline, runtime, pages, mapper, denials, isolation.getIfUnique());
	}

	@Bean
	TestDenials tauriTestDenials() {
		return new TestDenials();
	}

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	WebviewTester webviewTester(DesktopRuntime runtime) {
		return WebviewTester.of(runtime, "main");
	}

}
