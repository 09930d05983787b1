package dev.tauriboot.boot.autoconfigure.javafx;

import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.dbus.UnityLauncherIcon;
import dev.tauriboot.runtime.LauncherIcon;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether an application has an icon in the launcher.
 */
class FxLauncherConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Properties.class, FxLauncherConfiguration.class)
		.withBean(PackageInfo.class, () -> new PackageInfo("Notes", "1.0", "com.example.notes"));

	@Test
	@EnabledOnOs(OS.LINUX)
	void launcherKnowsTheApplicationByItsFile() {
		this.runner
			.run((context) -> assertThat(context.getBean(LauncherIcon.class)).isInstanceOf(UnityLauncherIcon.class)
				.hasFieldOrPropertyWithValue("uri", "application://Notes.desktop"));
		this.runner.withPropertyValues("tauri.javafx.desktop-file=notes-Notes.desktop")
			.run((context) -> assertThat(context.getBean(LauncherIcon.class)).hasFieldOrPropertyWithValue("uri",
					"application://notes-Notes.desktop"));
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void iconGoesWithTheContext() {
		UnityLauncherIcon[] icon = new UnityLauncherIcon[1];
		this.runner.run((context) -> icon[0] = context.getBean(UnityLauncherIcon.class));
		assertThat(icon[0]).hasFieldOrPropertyWithValue("closed", true);
	}

	@Test
	void nobodyHasOneWithoutTheLibrary() {
		this.runner.withClassLoader(new FilteredClassLoader(DBusConnection.class))
			.run((context) -> assertThat(context).doesNotHaveBean(LauncherIcon.class));
	}

	@Test
	void applicationMayHaveItsOwn() {
		LauncherIcon own = LauncherIcon.none();
		this.runner.withBean(LauncherIcon.class, () -> own)
			.run((context) -> assertThat(context.getBean(LauncherIcon.class)).isSameAs(own));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(TauriProperties.class)
	static class Properties {

	}

}
