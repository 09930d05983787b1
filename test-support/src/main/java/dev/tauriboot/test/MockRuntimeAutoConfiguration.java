package dev.tauriboot.test;

import dev.tauriboot.boot.autoconfigure.ApplicationExit;
import dev.tauriboot.boot.autoconfigure.ConditionalOnTauriRuntime;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriMenuAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.runtime.MenuHost;
import dev.tauriboot.runtime.memory.MemoryMenuHost;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the {@link MockDesktopRuntime},
 * in tests with the runtime {@code none} alone.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = TauriAutoConfiguration.class,
		before = { TauriLifecycleAutoConfiguration.class, TauriMenuAutoConfiguration.class })
@ConditionalOnTauriRuntime(RuntimeType.NONE)
@ConditionalOnMissingBean({ DesktopRuntime.class, MenuHost.class })
public final class MockRuntimeAutoConfiguration {

	@Bean(destroyMethod = "")
	MockDesktopRuntime tauriDesktopRuntime(ApplicationExit exit) {
		return new MockDesktopRuntime(exit::lastWindowClosed);
	}

	@Bean
	MemoryMenuHost tauriMenuHost(MockDesktopRuntime runtime) {
		return runtime.menus();
	}

}
