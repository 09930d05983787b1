package dev.tauriboot.test;

import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the list of auto-configuration that {@link TauriTest} imports.
 */
class TauriTestImportsTests {

	private static final String OURS = "dev.tauriboot.boot.autoconfigure.";

	@Test
	void testHasWhatTheApplicationHasButNotItsTools() {
		List<String> application = ours(AutoConfiguration.class);
		assertThat(application).isNotEmpty().isSorted();
		assertThat(ours(TauriTest.class)).containsExactlyElementsOf(application.stream()
			.filter((name) -> !name.startsWith(OURS + "actuate.") && !name.startsWith(OURS + "devtools."))
			.toList());
	}

	private static List<String> ours(Class<?> annotation) {
		return StreamSupport.stream(ImportCandidates.load(annotation, null).spliterator(), false)
			.filter((name) -> name.startsWith(OURS))
			.toList();
	}

}
