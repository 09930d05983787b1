package dev.tauriboot.boot.autoconfigure;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tauriboot.asset.AssetScope;
import dev.tauriboot.boot.autoconfigure.acl.TauriAclAutoConfiguration;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.scope.DroppedPaths;
import dev.tauriboot.scope.GrantedPaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TauriAssetAutoConfiguration}.
 */
class TauriAssetAutoConfigurationTests {

	private static final String ENABLED = "tauri.app.security.asset-protocol.enable=true";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, TauriAutoConfiguration.class,
				TauriAclAutoConfiguration.class, TauriAssetAutoConfiguration.class))
		.withPropertyValues("tauri.runtime=none");

	@TempDir
	private Path directory;

	@Test
	void directoriesAreNamedByTheIdentifier() {
		this.runner.withPropertyValues("tauri.identifier=com.example.notes")
			.run((context) -> assertThat(context.getBean(BaseDirectories.class).resolve(BaseDirectory.APPDATA))
				.hasFileName("com.example.notes"));
	}

	@Test
	void noFileCanBeLoadedByDefault() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(AssetScope.class)
			.doesNotHaveBean("tauriAssetWebHandler"));
	}

	@Test
	void filesInScopeCanBeLoaded() throws Exception {
		Path inside = Files.writeString(this.directory.resolve("in.txt"), "in");
		Path outside = Files.writeString(this.directory.resolve("out.md"), "out");
		this.runner.withPropertyValues(ENABLED, "tauri.app.security.asset-protocol.scope=" + this.directory + "/*.txt")
			.run((context) -> {
				WebHandler handler = context.getBean("tauriAssetWebHandler", WebHandler.class);
				assertThat(status(handler, inside)).isEqualTo(200);
				assertThat(status(handler, outside)).isEqualTo(403);
			});
	}

	private static int status(WebHandler handler, Path file) {
		URI uri = URI.create("http://asset.localhost/" + UriUtils.encode(file.toString(), StandardCharsets.UTF_8));
		MockServerWebExchange exchange = MockServerWebExchange
			.from(MockServerHttpRequest.method(HttpMethod.GET, uri).header("Origin", "http://tauri.localhost"));
		handler.handle(exchange).block();
		HttpStatusCode status = exchange.getResponse().getStatusCode();
		return (status != null) ? status.value() : 200;
	}

	@Test
	void handlerOfTheApplicationReplacesOurs() {
		WebHandler own = mock(WebHandler.class);
		this.runner.withPropertyValues(ENABLED)
			.withBean("tauriAssetWebHandler", WebHandler.class, () -> own)
			.run((context) -> assertThat(context.getBean("tauriAssetWebHandler")).isSameAs(own));
	}

	@Test
	void withoutCoreThereIsNothing() {
		this.runner.withClassLoader(new FilteredClassLoader(InvokeService.class))
			.withPropertyValues(ENABLED)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(BaseDirectories.class)
				.doesNotHaveBean("tauriAssetWebHandler"));
	}

	@ParameterizedTest
	@ValueSource(classes = { BaseDirectories.class, GrantedPaths.class, DroppedPaths.class, AssetScope.class })
	void beanOfTheApplicationReplacesOurs(Class<?> type) {
		OwnBean.replaces(this.runner.withPropertyValues(ENABLED), type);
	}

}
