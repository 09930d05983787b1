package dev.tauriboot.boot.autoconfigure.acl;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Spelling}.
 */
class SpellingTests {

	@ParameterizedTest
	@CsvSource({ "same,same,0", "'',abc,3", "abc,'',3", "main,mian,1", "windows,window,1", "kitten,sitting,3",
			"ABC,abc,0", "ca,abc,3" })
	void distanceCountsChanges(String left, String right, int distance) {
		assertThat(Spelling.distance(left, right)).isEqualTo(distance);
		assertThat(Spelling.distance(right, left)).isEqualTo(distance);
	}

	@Test
	void nearestIsFoundIfItIsNear() {
		List<String> candidates = List.of("allow-read-note", "allow-read-notes", "core:default");
		assertThat(Spelling.nearest("allow-raed-note", candidates)).isEqualTo("allow-read-note");
		assertThat(Spelling.nearest("core:defualt", candidates)).isEqualTo("core:default");
		assertThat(Spelling.nearest("something-else", candidates)).isNull();
		assertThat(Spelling.nearest("x", List.of())).isNull();
	}

	@Test
	void candidatesAreSortedByNearness() {
		assertThat(Spelling.byNearness("b", List.of("c", "bbb", "b", "b", "a"))).containsExactly("b", "a", "c", "bbb");
	}

}
