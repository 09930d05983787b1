package dev.tauriboot.boot.autoconfigure.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.tauriboot.boot.autoconfigure.OwnBean;
import dev.tauriboot.boot.autoconfigure.TauriAssetAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriCorePluginsAutoConfiguration;
import dev.tauriboot.boot.autoconfigure.TauriEventAutoConfiguration;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.plugin.store.Store;
import dev.tauriboot.plugin.store.StoreCommands;
import dev.tauriboot.plugin.store.StoreFormat;
import dev.tauriboot.plugin.store.StoreOptions;
import dev.tauriboot.plugin.store.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TauriStoreAutoConfiguration}.
 */
class TauriStoreAutoConfigurationTests {

	@TempDir
	private Path folder;

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriEventAutoConfiguration.class, TauriAssetAutoConfiguration.class,
				TauriCorePluginsAutoConfiguration.class, TauriStoreAutoConfiguration.class))
		.withBean("directories", BaseDirectories.class,
				() -> (directory) -> this.folder.resolve(directory.name().toLowerCase()))
		.withPropertyValues("tauri.runtime=none", "tauri.app.exit-jvm=false");

	@Test
	void pluginIsThere() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(Stores.class).hasSingleBean(StoreCommands.class);
			assertThat(context.getBean(CommandRegistry.class).find("plugin:store|get_store")).isNotNull();
			assertThat(context.getBean(Stores.class).load("a.json").path())
				.isEqualTo(this.folder.resolve("appdata/a.json"));
		});
	}

	@Test
	void pluginIsOffByProperty() {
		this.runner.withPropertyValues("tauri.plugins.store.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(Stores.class)
				.doesNotHaveBean(StoreCommands.class));
	}

	@Test
	void withoutThePluginsThereIsNothing() {
		this.runner.withClassLoader(new FilteredClassLoader("dev.tauriboot.plugin.store"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("tauriStores"));
	}

	// row 233
	@Test
	void propertiesAreBoundAndTheEndSaves() throws IOException {
		Path other = this.folder.resolve("other");
		Files.createDirectories(other);
		Files.writeString(other.resolve("known.json"), "{\"a\":1}");
		this.runner
			.withPropertyValues("tauri.plugins.store.directory=" + other, "tauri.plugins.store.auto-save=-1ms",
					"tauri.plugins.store.confine=false", "tauri.plugins.store.preload=known.json")
			.run((context) -> {
				TauriStoreProperties properties = context.getBean(TauriStoreProperties.class);
				assertThat(properties.enabled()).isTrue();
				assertThat(properties.confine()).isFalse();
				assertThat(properties.autoSave()).isEqualTo(Duration.ofMillis(-1));
				assertThat(properties.preload()).isEqualTo(List.of("known.json"));
				Store store = context.getBean(Stores.class).get("known.json");
				assertThat(store).isNotNull();
				store.set("a", 2);
			});
		assertThat(other.resolve("known.json")).hasContent("{\n  \"a\": 2\n}");
	}

	@Test
	void formatsAreBeans() {
		StoreFormat format = mock(StoreFormat.class);
		this.runner.withBean("short", StoreFormat.class, () -> {
			try {
				given(format.write(any())).willReturn(new byte[] { 'x' });
			}
			catch (IOException ex) {
				throw new AssertionError(ex);
			}
			return format;
		}).run((context) -> {
			Store store = context.getBean(Stores.class)
				.load("a.txt", new StoreOptions(Map.of(), null, "short", null, false, false));
			store.save();
			assertThat(store.path()).hasContent("x");
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { Stores.class, StoreCommands.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner, type);
	}

}
