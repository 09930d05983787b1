package dev.tauriboot.demo.isolation;

import java.time.Duration;
import java.util.Map;

import dev.tauriboot.test.IsolationHookTester;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the hook that asks before a note is deleted.
 */
class NotesHookTests {

	private static IsolationHookTester hook;

	@BeforeAll
	static void open() {
		hook = IsolationHookTester.of("classpath:/isolation", Duration.ofSeconds(30));
	}

	@AfterAll
	static void close() {
		hook.close();
	}

	@BeforeEach
	void forget() {
		hook.clear();
	}

	@Test
	void noteIsKeptWithoutTheWordOfTheUser() {
		hook.answer(false);
		assertThat(hook.pass("delete_note", Map.of("path", "tea.md")).reason())
			.isEqualTo("Command delete_note refused by the isolation hook: the note is kept");
		assertThat(hook.dialogs()).containsExactly("Delete the note “tea.md” for good?");
	}

	@Test
	void noteIsDeletedWithIt() {
		hook.answer(true);
		assertThat(hook.pass("delete_note", Map.of("path", "tea.md")).json().toString())
			.isEqualTo("{\"path\":\"tea.md\"}");
		assertThat(hook.dialogs()).hasSize(1);
	}

	@Test
	void nobodyIsAskedOfOtherCommands() {
		hook.answer(false);
		assertThat(hook.pass("list_notes").isRefused()).isFalse();
		assertThat(hook.pass("read_note", Map.of("path", "tea.md")).isRefused()).isFalse();
		assertThat(hook.pass("toString", null).isRefused()).isFalse();
		assertThat(hook.dialogs()).isEmpty();
	}

}
