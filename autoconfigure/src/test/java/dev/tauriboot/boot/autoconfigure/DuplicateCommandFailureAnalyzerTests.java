package dev.tauriboot.boot.autoconfigure;

import java.lang.reflect.Method;
import java.util.List;

import dev.tauriboot.CommandName;
import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandHandlerMethod;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.CommandRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for {@link DuplicateCommandFailureAnalyzer}.
 */
class DuplicateCommandFailureAnalyzerTests {

	@Test
	void bothMethodsAreNamedAndAWayOutIs() {
		Throwable failure = catchThrowable(() -> new CommandRegistry(List.of(handler("open"), handler("openAgain"))));
		FailureAnalysis analysis = new DuplicateCommandFailureAnalyzer()
			.analyze(new IllegalStateException("start failed", failure));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).isEqualTo("""
				The command 'open_note' is declared twice:

				  - void %1$s$Notes.open(java.lang.String)
				  - void %1$s$Notes.openAgain(java.lang.String)""".formatted(getClass().getName()));
		assertThat(analysis.getAction()).isEqualTo("Rename one of the methods, or give one of them a name of its own: "
				+ "@TauriCommand(\"another_name\").");
		assertThat(analysis.getCause()).isSameAs(failure);
	}

	private static CommandHandlerMethod handler(String name) {
		Method method = ReflectionUtils.findMethod(Notes.class, name, String.class);
		assertThat(method).isNotNull();
		return new CommandHandlerMethod(Notes::new, method,
				new CommandMapping(CommandName.of("open_note"), false, null, false),
				new CommandArgument[] { (request) -> "" });
	}

	static class Notes {

		void open(String title) {
		}

		void openAgain(String title) {
		}

	}

}
