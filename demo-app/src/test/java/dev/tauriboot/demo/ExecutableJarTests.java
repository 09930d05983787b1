package dev.tauriboot.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the build packs, looked at after it is packed.
 */
class ExecutableJarTests {

	private static final String JAR = "target/notes.jar";

	private static final String LIBRARIES = "BOOT-INF/lib/";

	private static final JsonMapper MAPPER = JsonMapper.shared();

	@Test
	void everyLibraryIsNamedInTheSbom() throws Exception {
		try (JarFile jar = new JarFile(JAR)) {
			List<String> named = new ArrayList<>();
			for (JsonNode component : sbom(jar, "META-INF/sbom/application.cdx.json").get("components")) {
				String purl = component.get("purl").stringValue();
				String classifier = purl.contains("classifier=") ? "-" + purl.replaceAll(".*classifier=([^&]+).*", "$1")
						: "";
				named.add(component.get("name").stringValue() + "-" + component.get("version").stringValue()
						+ classifier + ".jar");
			}
			List<String> packed = jar.stream()
				.map(JarEntry::getName)
				.filter((name) -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
				.map((name) -> name.substring(LIBRARIES.length()))
				// added by the plugin that packs the jar
				.filter((name) -> !name.startsWith("spring-boot-jarmode-tools-"))
				.toList();
			assertThat(packed).hasSizeGreaterThan(50).isSubsetOf(named);
		}
	}

	@Test
	void everyModuleSaysWhatItIsMadeOf() throws Exception {
		try (JarFile jar = new JarFile(JAR)) {
			List<JarEntry> modules = jar.stream()
				.filter((entry) -> entry.getName().startsWith(LIBRARIES + "tauri-"))
				.toList();
			assertThat(modules).hasSizeGreaterThan(4);
			for (JarEntry module : modules) {
				List<String> documents = names(jar, module).stream()
					.filter((name) -> name.matches("META-INF/sbom/.+\\.cdx\\.json"))
					.toList();
				assertThat(documents).as(module.getName()).hasSize(module.getName().contains("guest-js") ? 2 : 1);
			}
		}
	}

	@Test
	void nothingPackedTellsWhenItWasBuilt() throws Exception {
		try (JarFile jar = new JarFile(JAR)) {
			assertThat(jar.stream()).extracting(JarEntry::getTimeLocal)
				.containsOnly(LocalDateTime.of(2026, 1, 1, 0, 0));
			assertThat(sbom(jar, "META-INF/sbom/application.cdx.json").at("/metadata/timestamp").isMissingNode())
				.isTrue();
		}
	}

	private static JsonNode sbom(JarFile jar, String name) throws IOException {
		try (InputStream content = jar.getInputStream(jar.getEntry(name))) {
			JsonNode sbom = MAPPER.readTree(content);
			assertThat(sbom.get("bomFormat").stringValue()).isEqualTo("CycloneDX");
			return sbom;
		}
	}

	private static List<String> names(JarFile jar, JarEntry module) throws IOException {
		List<String> names = new ArrayList<>();
		try (JarInputStream content = new JarInputStream(jar.getInputStream(module))) {
			for (JarEntry entry = content.getNextJarEntry(); entry != null; entry = content.getNextJarEntry()) {
				names.add(entry.getName());
			}
		}
		return names;
	}

}
