package dev.tauriboot.plugin.shell;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.concurrent.CompletionException;

import dev.tauriboot.authority.CommandScope;
import dev.tauriboot.authority.GlobalScope;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.IoErrors;
import dev.tauriboot.runtime.DesktopOpener;
import dev.tauriboot.scope.ProgramScope;
import dev.tauriboot.scope.ProgramScope.Invocation;
import dev.tauriboot.scope.ScopeException;
import dev.tauriboot.scope.ShellOpenScope;
import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;
import org.springframework.util.ConcurrentLruCache;

/**
 * Commands of the plugin {@code shell}: section 3.4 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class ShellCommands {

	private static final Log logger = LogFactory.getLog(ShellCommands.class);

	private static final int MAX_SCOPES = 32;

	private final Shell shell;

	private final DesktopOpener opener;

	private final ShellOpenScope openScope;

	private final Sidecars sidecars;

	private final ConcurrentLruCache<CommandScope<Object>, ProgramScope> scopes;

	private final PageChildren children = new PageChildren();

	/**
	 * Create the commands.
	 * @param shell runs programs
	 * @param opener opens files and addresses
	 * @param openScope what may be opened
	 * @param sidecars the programs shipped with the application
	 * @param directories where variables in scopes lead
	 */
	public ShellCommands(Shell shell, DesktopOpener opener, ShellOpenScope openScope, Sidecars sidecars,
			BaseDirectories directories) {
		Assert.notNull(shell, "'shell' must not be null");
		Assert.notNull(opener, "'opener' must not be null");
		Assert.notNull(openScope, "'openScope' must not be null");
		Assert.notNull(sidecars, "'sidecars' must not be null");
		Assert.notNull(directories, "'directories' must not be null");
		this.shell = shell;
		this.opener = opener;
		this.openScope = openScope;
		this.sidecars = sidecars;
		this.scopes = new ConcurrentLruCache<>(MAX_SCOPES, (scope) -> read(scope, sidecars, directories));
	}

	private static ProgramScope read(CommandScope<Object> scope, Sidecars sidecars, BaseDirectories directories) {
		ProgramScope programs = ProgramScope.of(scope.allow(), scope.deny(), sidecars.names(), directories);
		programs.warnings().forEach(logger::warn);
		return programs;
	}

	@TauriCommand(name = "plugin:shell|execute", timeout = "0")
	Mono<ChildOutput> execute(String program, @Nullable JsonNode args, @Nullable ShellOptions options,
			CommandScope<Object> scope, GlobalScope<Object> global) {
		ShellOptions wanted = options(options);
		OutputEncoding encoding = OutputEncoding.of(wanted.encoding());
		ShellCommand command = command(program, args, wanted, scope.and(global), "execute");
		try {
			return Mono.fromFuture(command.execute())
				.map((output) -> output(output, encoding))
				.onErrorMap(ShellCommands::unwrap)
				.onErrorMap(IOException.class, ShellCommands::rejection);
		}
		catch (IOException ex) {
			throw rejection(ex);
		}
	}

	private static Throwable unwrap(Throwable error) {
		Throwable cause = error.getCause();
		return (error instanceof CompletionException && cause != null) ? cause : error;
	}

	private static ChildOutput output(ShellOutput output, OutputEncoding encoding) {
		try {
			return new ChildOutput(output.status().code(), output.status().signal(), encoding.decode(output.stdout()),
					encoding.decode(output.stderr()));
		}
		catch (CharacterCodingException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()));
		}
	}

	@TauriCommand("plugin:shell|spawn")
	long spawn(String program, @Nullable JsonNode args, @Nullable ShellOptions options, Channel<ChildEvent> onEvent,
			CommandScope<Object> scope, GlobalScope<Object> global, Page page) {
		ShellOptions wanted = options(options);
		OutputEncoding encoding = OutputEncoding.of(wanted.encoding());
		ShellCommand command = command(program, args, wanted, scope.and(global), "spawn");
		if (encoding.isRaw()) {
			command.raw();
		}
		Channel<ChildEvent> events = onEvent.keepOpen();
		try {
			ShellChild child = command.spawn((event) -> {
				// Waits as long as the page does: so does the program when it writes.
				events.sendAll(Mono.just(ChildEvent.of(event, encoding))).block();
				if (event instanceof ShellEvent.Terminated) {
					events.close();
				}
			});
			this.children.add(page, child);
			return child.pid();
		}
		catch (IOException ex) {
			events.close();
			throw rejection(ex);
		}
	}

	private static ShellOptions options(@Nullable ShellOptions options) {
		return (options != null) ? options : new ShellOptions(null, null, null, null);
	}

	private ShellCommand command(String program, @Nullable JsonNode args, ShellOptions options,
			CommandScope<Object> scope, String name) {
		Invocation invocation;
		try {
			invocation = this.scopes.get(scope).check(program, arguments(args), options.isSidecar());
		}
		catch (ScopeException | IllegalArgumentException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()), ex);
		}
		ShellCommand command = this.shell
			.command(invocation.sidecar() ? this.sidecars.path(invocation.program()) : invocation.program())
			.arguments(invocation.arguments());
		options.apply(command, name);
		return command;
	}

	// As the scope wants them: what is no list of texts is none of its forms.
	private static @Nullable Object arguments(@Nullable JsonNode args) {
		if (args == null || args.isNull()) {
			return null;
		}
		if (args.isArray()) {
			return args.values().stream().<Object>map((each) -> each.isString() ? each.stringValue() : each).toList();
		}
		return args.isString() ? args.stringValue() : Map.of();
	}

	@TauriCommand(name = "plugin:shell|stdin_write", timeout = "0")
	Mono<Void> stdinWrite(long pid, JsonNode buffer, Page page) {
		ShellChild child = this.children.find(page, pid);
		byte[] bytes = InputBytes.of(buffer);
		return (child != null)
				? Mono.fromFuture(child.write(bytes)).onErrorMap(IOException.class, ShellCommands::rejection)
				: Mono.empty();
	}

	@TauriCommand("plugin:shell|kill")
	void kill(long pid, Page page) {
		ShellChild child = this.children.find(page, pid);
		if (child != null) {
			child.kill();
		}
	}

	@TauriCommand("plugin:shell|open")
	void open(String path, @Nullable String with) {
		String program;
		try {
			program = this.openScope.check(path, with);
		}
		catch (ScopeException ex) {
			String text = String.valueOf(ex.getMessage());
			throw new InvokeException(
					text.startsWith("unknown program") ? "invalid args `with` for command `open`: " + text : text);
		}
		if (path.startsWith("-")) {
			throw new InvokeException("Invalid argument (os error 22)");
		}
		try {
			this.opener.open(path, program);
		}
		catch (IOException ex) {
			throw rejection(ex);
		}
	}

	private static InvokeException rejection(IOException failure) {
		return new InvokeException(IoErrors.text(failure), failure);
	}

}
