package dev.tauriboot.acl.io;

import java.util.List;

import dev.tauriboot.acl.io.ManifestScan.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ManifestScan}.
 */
class ManifestScanTests {

	@Test
	void documentsAreFoundWhereTheyStand() {
		assertThat(ManifestScan.of("# all\n---\nplugin: a\ncommands: [x]\n---\n# other\nplugin: \"core:b\" # b\n"))
			.containsExactly(new Document("a", "\n\nplugin: a\ncommands: [x]\n", 3),
					new Document("core:b", "\n\n\n\n\n# other\nplugin: \"core:b\" # b\n", 7));
		assertThat(ManifestScan.of("default: []\nplugin: 'a'")).extracting(Document::key).containsExactly("a");
	}

	@Test
	void emptyDocumentsAreNone() {
		assertThat(ManifestScan.of("")).isEmpty();
		assertThat(ManifestScan.of("# nothing\n---\n\n---\n")).isEqualTo(List.of());
	}

	@ParameterizedTest
	@ValueSource(strings = { "commands: [x]", "{plugin: a}", "plugin : a", "'plugin': a", "plugin: a\nplugin: b",
			"plugin:\n  a", "plugin: &x a", "plugin: a b", "plugin: a\nhas-manifest: false",
			"plugin: a\n--- \nplugin: b", "plugin: a\n...\n", "%YAML 1.1\n---\nplugin: a", "plugin: a\r\n",
			"plugin: a\ncommands:\t[x]", "\ufeffplugin: a", "plugin: a\u2028---", "plugin: a\u0085---",
			"plugin: a\n---\ncommands: [x]" })
	void anyOtherFormIsLeftToTheParser(String content) {
		assertThat(ManifestScan.of(content)).isNull();
	}

}
