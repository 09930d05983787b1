package dev.tauriboot.plugin.opener;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.authority.CommandScope;
import dev.tauriboot.authority.GlobalScope;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.IoErrors;
import dev.tauriboot.scope.OpenerScope;
import dev.tauriboot.scope.ScopeException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.ConcurrentLruCache;

/**
 * Commands of the plugin {@code opener}: section 3.5 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class OpenerCommands {

	private static final int MAX_SCOPES = 32;

	// For phones, where a browser can be within the application.
	private static final String IN_APP_BROWSER = "inAppBrowser";

	private final Opener opener;

	private final ConcurrentLruCache<CommandScope<Object>, OpenerScope> scopes;

	/**
	 * Create the commands.
	 * @param opener opens what may be opened
	 * @param directories where variables in scopes lead
	 * @param literalLeadingDot whether a wildcard leaves hidden files alone, {@code null}
	 * for what the platform has
	 */
	public OpenerCommands(Opener opener, BaseDirectories directories, @Nullable Boolean literalLeadingDot) {
		Assert.notNull(opener, "'opener' must not be null");
		Assert.notNull(directories, "'directories' must not be null");
		this.opener = opener;
		this.scopes = new ConcurrentLruCache<>(MAX_SCOPES,
				(scope) -> OpenerScope.of(scope.allow(), scope.deny(), directories, literalLeadingDot));
	}

	@TauriCommand("plugin:opener|open_url")
	void openUrl(String url, @Nullable String with, CommandScope<Object> scope, GlobalScope<Object> global) {
		scope(scope, global, (checked) -> checked.checkUrl(url, with));
		if (url.startsWith("-")) {
			throw new InvokeException("Not allowed to open url " + url);
		}
		act(() -> this.opener.openUrl(url, program(with)));
	}

	@TauriCommand("plugin:opener|open_path")
	void openPath(String path, @Nullable String with, CommandScope<Object> scope, GlobalScope<Object> global) {
		Path[] found = new Path[1];
		scope(scope, global, (checked) -> found[0] = checked.checkPath(path, with));
		act(() -> this.opener.openPath(found[0], program(with)));
	}

	@TauriCommand("plugin:opener|reveal_item_in_dir")
	void revealItemInDir(@Nullable List<String> paths, @Nullable String path) {
		if (paths == null && path == null) {
			throw new InvokeException("invalid args `paths` for command `reveal_item_in_dir`: "
					+ "command reveal_item_in_dir missing required key paths");
		}
		List<Path> files = new ArrayList<>();
		try {
			for (String each : (paths != null) ? paths : List.of(String.valueOf(path))) {
				files.add(Path.of(each));
			}
		}
		catch (InvalidPathException ex) {
			throw new InvokeException("Failed to convert path to file:// url", ex);
		}
		act(() -> this.opener.reveal(files));
	}

	private static @Nullable String program(@Nullable String with) {
		return IN_APP_BROWSER.equals(with) ? null : with;
	}

	private void scope(CommandScope<Object> scope, GlobalScope<Object> global, ScopeCheck check) {
		try {
			check.run(this.scopes.get(scope.and(global)));
		}
		catch (ScopeException | IllegalArgumentException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()), ex);
		}
	}

	private static void act(Action action) {
		try {
			action.run();
		}
		catch (IOException ex) {
			throw new InvokeException(IoErrors.text(ex), ex);
		}
	}

	private interface ScopeCheck {

		void run(OpenerScope scope);

	}

	private interface Action {

		void run() throws IOException;

	}

}
