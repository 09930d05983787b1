package dev.tauriboot.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.io.ManifestReader;
import dev.tauriboot.test.WebviewTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plugin of the guide, its capability and its page do what the chapter says.
 */
@ExtendWith(OutputCaptureExtension.class)
class PluginGuideTests {

	private static final Markdown CHAPTER = Markdown.read(Markdown.root().resolve("docs/plugins/your-own.md"));

	@TempDir
	private Path output;

	@Test
	void pluginWorksInAPage(CapturedOutput log) throws Exception {
		assertThat(JavaExamples.compile(CHAPTER, this.output)).isEmpty();
		Files.writeString(this.output.resolve("index.html"), CHAPTER.blocks("html").get(0).code());
		List<PropertySource<?>> capability = new YamlPropertySourceLoader().load("guide",
				bytes(CHAPTER.blocks("yaml").get(0)));
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.output.toUri().toURL() });
				ConfigurableApplicationContext context = new SpringApplicationBuilder(Guide.class)
					.resourceLoader(new DefaultResourceLoader(loader))
					.properties("tauri.app.exit-jvm=false", "tauri.app.exit-on-last-window-closed=false",
							"spring.main.banner-mode=off", "tauri.runtime=javafx",
							"tauri.build.frontend-dist=" + this.output.toUri())
					.initializers((application) -> capability
						.forEach(application.getEnvironment().getPropertySources()::addFirst))
					.run()) {
			WebviewTester tester = WebviewTester.of(context, "main");
			tester.waitFor("document.querySelector('#count').textContent === '0'");
			tester.click("#up").waitFor("document.querySelector('#count').textContent === '2'");
			tester.click("#reset").waitFor("document.querySelector('#count').textContent === '0'");
			String before = tester.webview().url();
			tester.evaluate("location.href = '/private/index.html'");
			tester.click("#up").waitFor("document.querySelector('#count').textContent === '2'");
			assertThat(tester.webview().url()).isEqualTo(before);
			tester.evaluate("window.old = true");
			tester.webview().reload();
			tester.waitFor("!window.old && document.querySelector('#count')?.textContent === '2'");
		}
		assertThat(log).contains("2 documents counted to 2");
	}

	@Test
	void manifestIsAsTold() {
		List<AclViolation> problems = new ArrayList<>();
		Markdown.Block block = CHAPTER.blocks("yaml").get(1);
		Path file = this.output.resolve(String.valueOf(block.title()));
		Manifest manifest = new ManifestReader(new PathMatchingResourcePatternResolver())
			.readPlugins(write(file, block).toUri().toString(), problems)
			.get(0);
		assertThat(problems).isEmpty();
		assertThat(manifest.names()).contains("default", "full", "allow-count-up", "deny-reset");
	}

	private static Path write(Path file, Markdown.Block block) {
		try {
			return Files.writeString(file, block.code());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ByteArrayResource bytes(Markdown.Block block) {
		return new ByteArrayResource(block.code().getBytes(StandardCharsets.UTF_8));
	}

	@EnableAutoConfiguration
	@ComponentScan("com.example")
	static class Guide {

	}

}
