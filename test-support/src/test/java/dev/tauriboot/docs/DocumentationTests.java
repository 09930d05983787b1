package dev.tauriboot.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.io.ManifestReader;
import dev.tauriboot.authority.AccessDecision.Reason;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.boot.autoconfigure.TauriProperties;
import dev.tauriboot.boot.autoconfigure.WindowProperties;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.test.AccessMatrix;
import dev.tauriboot.test.InvokeResult;
import dev.tauriboot.test.InvokeSpec;
import dev.tauriboot.test.IpcTester;
import dev.tauriboot.test.WebviewTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the guide says can be done as it says.
 */
class DocumentationTests {

	// Neither is a component of the properties: a text or a tree, and trees of their own.
	private static final Set<String> TREES = Set.of("tauri.app.security.csp", "tauri.app.security.capabilities",
			"tauri.app.security.app-manifest");

	// What the tests of the guide find above them, as in a project.
	private static final Markdown.Block APPLICATION = new Markdown.Block("Application", """
			package com.example;

			@org.springframework.boot.autoconfigure.SpringBootApplication
			class Application {
			}
			""");

	@TempDir
	private Path output;

	static List<Markdown> documents() throws IOException {
		return Markdown.all();
	}

	@ParameterizedTest
	@MethodSource("documents")
	void classesCompile(Markdown document) {
		assertThat(document.blocks("java")).allSatisfy((block) -> assertThat(block.title()).isNotNull());
		assertThat(JavaExamples.compile(document, this.output)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("documents")
	void configurationBinds(Markdown document) {
		for (Markdown.Block block : document.blocks("yaml")) {
			if (block.code().startsWith("tauri:")) {
				bind(block.code());
			}
		}
	}

	private static void bind(String yaml) {
		Map<String, Object> properties = new LinkedHashMap<>();
		for (PropertySource<?> source : load(yaml)) {
			for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
				properties.put(name, source.getProperty(name));
			}
		}
		// Each plugin binds its own.
		properties.keySet()
			.removeIf((name) -> name.startsWith("tauri.plugins.") || TREES.stream().anyMatch(name::startsWith));
		Binder binder = new Binder(new MapConfigurationPropertySource(properties));
		binder.bind("tauri", Bindable.of(TauriProperties.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
	}

	private static List<PropertySource<?>> load(String yaml) {
		try {
			return new YamlPropertySourceLoader().load("example" + yaml.hashCode(),
					new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("documents")
	void linksLeadSomewhere(Markdown document) {
		for (String link : document.links()) {
			if (!link.contains("://")) {
				String[] parts = link.split("#", 2);
				Path target = parts[0].isEmpty() ? document.file() : document.file().resolveSibling(parts[0]);
				assertThat(target).exists();
				if (parts.length == 2) {
					assertThat(Markdown.read(target).hasAnchor(parts[1])).as(link).isTrue();
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "faults.md", "security.md" })
	void testsOfThePromisesExist(String document) throws IOException {
		Set<String> tests = new TreeSet<>();
		Pattern method = Pattern.compile("\\bvoid (\\w+)\\(");
		try (Stream<Path> files = Files.walk(Markdown.root())) {
			files
				.filter((file) -> file.toString().contains("/src/test/java/") && file.toString().endsWith("Tests.java"))
				.map(Markdown::read)
				.forEach((file) -> {
					String name = file.file().getFileName().toString().replace(".java", "");
					tests.add(name);
					method.matcher(file.text()).results().forEach((found) -> tests.add(name + "." + found.group(1)));
				});
		}
		Set<String> named = Pattern.compile("`(\\w+Tests(\\.\\w+)?)`")
			.matcher(Markdown.read(Markdown.root().resolve("docs").resolve(document)).text())
			.results()
			.map((name) -> name.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(named).hasSizeGreaterThan(40);
		assertThat(tests).containsAll(named);
	}

	@Test
	void propertiesAreListed() {
		Set<String> keys = new TreeSet<>();
		addKeys("tauri", TauriProperties.class, keys);
		keys.addAll(TREES);
		Markdown chapter = Markdown.read(Markdown.root().resolve("docs/configuration.md"));
		Set<String> listed = Pattern.compile("(?m)^\\| `(tauri\\.[^`]+)`")
			.matcher(chapter.text())
			.results()
			.map((row) -> row.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(listed).isEqualTo(keys);
	}

	@Test
	void keysOfPluginsAreDescribed() throws IOException {
		List<URL> files = Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"));
		List<JsonNode> keys = new ArrayList<>();
		for (URL file : files) {
			try (InputStream in = file.openStream()) {
				JsonMapper.shared().readTree(in).path("properties").forEach(keys::add);
			}
		}
		keys.removeIf((key) -> !key.path("name").asString("").startsWith("tauri.plugins."));
		assertThat(keys).isNotEmpty().allSatisfy((key) -> {
			assertThat(key.path("description").asString("")).as(key.toString()).isNotEmpty();
			String[] name = key.path("name").asString().split("\\.", 4);
			assertThat(Markdown.read(Markdown.root().resolve("docs/plugins/" + name[2] + ".md")).text())
				.containsAnyOf("`" + String.join(".", name) + "`", "`" + name[3] + "`");
		});
	}

	private static void addKeys(String prefix, Class<?> type, Set<String> keys) {
		for (RecordComponent component : type.getRecordComponents()) {
			String key = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
			if (component.getName().equals("windows")) {
				addKeys(key + "[]", WindowProperties.class, keys);
			}
			else if (component.getType().isRecord()) {
				addKeys(key, component.getType(), keys);
			}
			else {
				keys.add(key);
			}
		}
	}

	@Test
	void firstCommandAnswers() throws Exception {
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.output.toUri().toURL() });
				ConfigurableApplicationContext context = fiveMinutes(loader, "tauri.runtime=none")) {
			IpcTester tester = IpcTester.of(context);
			assertThat(tester.invoke("greet").arg("userName", "World").get(String.class)).isEqualTo("Hello, World!");
		}
	}

	@Test
	void firstPageGreets() throws Exception {
		Markdown.Block page = readme().blocks("html").get(0);
		Files.writeString(this.output.resolve(page.title()), page.code());
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.output.toUri().toURL() });
				ConfigurableApplicationContext context = fiveMinutes(loader, "tauri.runtime=javafx",
						"tauri.app.exit-on-last-window-closed=false",
						"tauri.build.frontend-dist=" + this.output.toUri())) {
			WebviewTester tester = WebviewTester.of(context, "main");
			tester.type("#name", "World").click("#greet");
			tester.waitFor("document.querySelector('#greeting').textContent !== ''");
			assertThat(tester.query("#greeting").text()).isEqualTo("Hello, World!");
		}
	}

	@Test
	void rejectionsAreAsTold() throws Exception {
		Markdown chapter = Markdown.read(Markdown.root().resolve("docs/commands.md"));
		assertThat(JavaExamples.compile(chapter, this.output)).isEmpty();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.output.toUri().toURL() });
				ConfigurableApplicationContext context = run(loader, Scanned.class, "tauri.runtime=none")) {
			IpcTester tester = IpcTester.of(context);
			assertThat(chapter.text().replace("\\|", "|")).contains(rejection(tester.invoke("find_notes")))
				.contains(rejection(tester.invoke("find_notes").args("text", "", "limit", "x")))
				.contains(rejection(tester.invoke("nope")))
				.contains(rejection(tester.invoke("plugin:nope|x")));
			assertThat(tester.invoke("find_notes").arg("text", "milk")).isOk();
			assertThat(tester.invoke("save_draft")
				.args("draft", Map.of("title", ""), "folder", "x")
				.execute()
				.json()
				.at("/errors/0/field")
				.asString()).isEqualTo("draft.title");
		}
	}

	@Test
	void capabilitiesGrantAsTold() throws Exception {
		Markdown chapter = Markdown.read(Markdown.root().resolve("docs/capabilities.md"));
		assertThat(JavaExamples.compile(chapter, this.output)).isEmpty();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.output.toUri().toURL() });
				ConfigurableApplicationContext context = new SpringApplicationBuilder(Scanned.class, NoteCommands.class)
					.resourceLoader(new DefaultResourceLoader(loader))
					.properties("tauri.runtime=none", "tauri.app.exit-jvm=false", "spring.main.banner-mode=off",
							"tauri.app.security.acl-errors=detailed")
					.initializers((application) -> chapter.blocks("yaml")
						.stream()
						.filter((block) -> block.title() == null)
						.flatMap((block) -> load(block.code()).stream())
						.forEach(application.getEnvironment().getPropertySources()::addFirst))
					.run()) {
			AccessPolicy policy = context.getBean(AccessPolicy.class);
			assertThat(granted(policy, "save_note", "main")).isTrue();
			assertThat(granted(policy, "save_note", "preview-1")).isFalse();
			assertThat(granted(policy, "plugin:fs|read_text_file", "preview-1")).isTrue();
			assertThat(granted(policy, "plugin:fs|read_text_file", "main")).isFalse();
			assertThat(granted(policy, "plugin:event|listen", "main")).isTrue();
			assertThat(AccessMatrix.of(policy)
				.windows("main", "portal")
				.origins("local", "https://portal.example.com/embed/1", "https://portal.example.com/")
				.commands("list_notes")).grantsExactly("portal https://portal.example.com/embed/1 list_notes");
			IpcTester tester = IpcTester.of(context);
			assertThat(tester.invoke("open_folder").arg("name", "drafts")).hasValue("drafts");
			tester.invoke("open_folder").arg("name", "sent").expectRejection().isRejectedWith("not in scope: sent");
			tester.invoke("delete_everything").expectRejection().isDenied().withReason(Reason.RULE);
			assertThat(chapter.text()).contains(rejection(tester.invoke("unnamed")));
			Object guests = context.getBean(loader.loadClass("com.example.Guests"));
			assertThat(granted(policy, "save_note", "guest-1")).isFalse();
			Method welcome = guests.getClass().getDeclaredMethod("welcome");
			welcome.setAccessible(true);
			welcome.invoke(guests);
			assertThat(granted(policy, "save_note", "guest-1")).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "capabilities.md, AccessTests, 3", "testing.md, DeskTests, 3" })
	void testsOfTheGuidePass(String file, String name, int count) throws Exception {
		Markdown chapter = Markdown.read(Markdown.root().resolve("docs").resolve(file));
		assertThat(JavaExamples.compile(chapter, this.output)).isEmpty();
		assertThat(JavaExamples.compile(APPLICATION, this.output)).isEmpty();
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.output.toUri().toURL() }, before)) {
			Thread.currentThread().setContextClassLoader(loader);
			Class<?> tests = loader.loadClass("com.example." + name);
			Constructor<?> constructor = tests.getDeclaredConstructor();
			constructor.setAccessible(true);
			Object instance = constructor.newInstance();
			TestContextManager manager = new TestContextManager(tests);
			manager.prepareTestInstance(instance);
			ApplicationContext context = manager.getTestContext().getApplicationContext();
			int run = 0;
			for (Method method : tests.getDeclaredMethods()) {
				if (method.isAnnotationPresent(Test.class)) {
					method.setAccessible(true);
					method.invoke(instance,
							Stream.of(method.getParameterTypes())
								.map((type) -> type.isInstance(context) ? context : context.getBean(type))
								.toArray());
					run++;
				}
			}
			assertThat(run).isEqualTo(count);
			manager.getTestContext().markApplicationContextDirty(DirtiesContext.HierarchyMode.EXHAUSTIVE);
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private static boolean granted(AccessPolicy policy, String command, String window) {
		return policy.decide(new AccessRequest(command, Caller.local(window)))
			.blockOptional()
			.orElseThrow()
			.isGranted();
	}

	@Test
	void permissionsOfTheApplicationAreAsTold() {
		Markdown.Block block = Markdown.read(Markdown.root().resolve("docs/capabilities.md"))
			.blocks("yaml")
			.stream()
			.filter((candidate) -> candidate.title() != null)
			.findFirst()
			.orElseThrow();
		List<AclViolation> problems = new ArrayList<>();
		Manifest manifest = new ManifestReader(new PathMatchingResourcePatternResolver())
			.readApp(new ByteArrayResource(block.code().getBytes(StandardCharsets.UTF_8), block.title()), problems);
		assertThat(problems).isEmpty();
		assertThat(manifest).isNotNull();
		assertThat(manifest.names()).contains("reading", "allow-save-note");
	}

	private static String rejection(InvokeSpec call) {
		InvokeResult result = call.execute();
		assertThat(result).isRejected();
		return result.json().asString();
	}

	private ConfigurableApplicationContext fiveMinutes(URLClassLoader loader, String... properties) throws Exception {
		assertThat(JavaExamples.compile(readme(), this.output)).isEmpty();
		return run(loader, loader.loadClass("com.example.hello.HelloApplication"), properties);
	}

	private static ConfigurableApplicationContext run(URLClassLoader loader, Class<?> application,
			String... properties) {
		return new SpringApplicationBuilder(application).resourceLoader(new DefaultResourceLoader(loader))
			.properties("tauri.app.exit-jvm=false", "spring.main.banner-mode=off")
			.properties(properties)
			.run();
	}

	private static Markdown readme() {
		return Markdown.read(Markdown.root().resolve("README.md"));
	}

	static class NoteCommands {

		@TauriCommand
		void saveNote() {
		}

		@TauriCommand
		void listNotes() {
		}

		@TauriCommand
		void unnamed() {
		}

		@TauriCommand
		void deleteEverything() {
		}

		@Bean
		static Capability deleting() {
			return Capability.withId("deleting").windows("main").permissions("allow-delete-everything").build();
		}

	}

	@EnableAutoConfiguration
	@ComponentScan("com.example")
	static class Scanned {

	}

}
