package dev.tauriboot.plugin.fs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.tauriboot.CommandName;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.scope.GrantedPaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.MethodParameter;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link FileScopeResolver}.
 */
class FileScopeResolverTests {

	@TempDir
	private Path folder;

	private final GrantedPaths paths = new GrantedPaths();

	private final CommandMapping command = mock(CommandMapping.class);

	private CommandArgument argument(Boolean literalLeadingDot) throws Exception {
		given(this.command.name()).willReturn(CommandName.of("plugin:fs|read_file"));
		FileScopeResolver resolver = new FileScopeResolver((directory) -> this.folder, this.paths, literalLeadingDot);
		MethodParameter parameter = MethodParameter
			.forParameter(FileCommands.class.getDeclaredMethod("writeFile", InvokeRequest.class, FileScope.class)
				.getParameters()[1]);
		return resolver.argumentFor(parameter, this.command);
	}

	private FileScope scope(CommandArgument argument, Scope command, Scope global) {
		return (FileScope) argument.resolve(mock(), new Granted(List.of(), command, global));
	}

	private static Scope allow(Object... entries) {
		return new Scope(List.of(entries), List.of());
	}

	@Test
	void scopesOfCommandAndPluginAreJoined() throws Exception {
		Scope plugin = new Scope(List.of("$HOME/b"), List.of(Map.of("path", "$HOME/c")));
		FileScope scope = scope(argument(null), allow("$HOME/a", "$HOME/c"), plugin);
		Path real = this.folder.toRealPath();
		assertThat(scope.file("a", BaseDirectory.HOME.number()).path()).isEqualTo(real.resolve("a"));
		assertThat(scope.file("b", BaseDirectory.HOME.number()).path()).isEqualTo(real.resolve("b"));
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> scope.file("c", BaseDirectory.HOME.number()))
			.withMessageStartingWith("forbidden path: " + this.folder.resolve("c"))
			.withMessageContaining("`allow-read-file`");
	}

	@Test
	void scopeIsCompiledOnce() throws Exception {
		CommandArgument argument = argument(null);
		Scope command = allow("$HOME/**");
		assertThat(compiled(scope(argument, command, Scope.EMPTY)))
			.isSameAs(compiled(scope(argument, command, Scope.EMPTY)))
			.isNotSameAs(compiled(scope(argument, allow("$HOME/**"), Scope.EMPTY)));
	}

	private static Object compiled(FileScope scope) {
		return ReflectionTestUtils.getField(scope, "scope");
	}

	// row 91
	@Test
	void leadingDotIsLiteralUnlessConfigured() throws Exception {
		String hidden = this.folder.resolve(".ssh/key").toString();
		assertThat(scope(argument(false), allow("$HOME/**"), Scope.EMPTY).file(hidden, null)).hasToString(hidden);
		assertThatExceptionOfType(InvokeException.class)
			.isThrownBy(() -> scope(argument(true), allow("$HOME/**"), Scope.EMPTY).file(hidden, null));
	}

	@Test
	void grantedPathsAreInEveryScope() throws Exception {
		FileScope scope = scope(argument(null), Scope.EMPTY, Scope.EMPTY);
		String file = this.folder.resolve("file").toString();
		assertThatExceptionOfType(InvokeException.class).isThrownBy(() -> scope.file(file, null));
		this.paths.allowFile(Path.of(file));
		assertThat(scope.file(file, null)).hasToString(file);
	}

	@Test
	void malformedGlobRejects() throws Exception {
		CommandArgument argument = argument(null);
		assertThatExceptionOfType(InvokeException.class)
			.isThrownBy(() -> scope(argument, allow("$HOME/[a"), Scope.EMPTY))
			.withMessageStartingWith("error deserializing scope: Pattern syntax error");
	}

	@Test
	void resourcesAreWhereTheyWerePacked() throws Exception {
		FileScope scope = scope(argument(null), allow("$RESOURCE/**"), Scope.EMPTY);
		Path packed = this.folder.resolve("_root_/opt/data.txt");
		assertThat(scope.file("/opt/data.txt", BaseDirectory.RESOURCE.number())).hasToString(packed.toString());
	}

	@Test
	void scopeNeedsADecision() throws Exception {
		CommandArgument argument = argument(null);
		assertThatIllegalStateException().isThrownBy(() -> argument.resolve(mock(InvokeRequest.class)));
	}

}
