package dev.tauriboot.test;

import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriLifecycleAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriWebServerAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.isolation.TauriIsolationAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.javafx.FxRuntimeAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.security.TauriSecurityAutoConfiguration;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * The least that a window under isolation needs. It is no component: an application's
 * scan does not come here.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ TauriAutoConfiguration.class, TauriAssetAutoConfiguration.class,
		TauriEventAutoConfiguration.class, TauriCorePluginsAutoConfiguration.class, TauriAclAutoConfiguration.class,
		TauriLifecycleAutoConfiguration.class, TauriWebServerAutoConfiguration.class,
		TauriIsolationAutoConfiguration.class, TauriSecurityAutoConfiguration.class, FxRuntimeAutoConfiguration.class,
		JacksonAutoConfiguration.class })
class HookTesterConfiguration {

}
