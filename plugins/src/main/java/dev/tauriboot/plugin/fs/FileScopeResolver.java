package dev.tauriboot.plugin.fs;

import java.io.File;

import dev.tauriboot.acl.Scope;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.scope.GrantedPaths;
import dev.tauriboot.scope.PathScope;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;
import org.springframework.util.ConcurrentLruCache;

/**
 * Gives parameters of type {@link FileScope} what the call was granted: the scope of the
 * command joined with that of the plugin. The globs of a scope are compiled once.
 *
 * @since 0.1.0
 */
public final class FileScopeResolver implements CommandArgumentResolver {

	private static final int MAX_CACHED = 256;

	private final BaseDirectories directories;

	private final GrantedPaths granted;

	private final boolean literalLeadingDot;

	private final ConcurrentLruCache<Key, PathScope> scopes = new ConcurrentLruCache<>(MAX_CACHED, this::compile);

	/**
	 * Create a resolver.
	 * @param directories where variables and base directories lead
	 * @param granted what the user chose or dropped
	 * @param literalLeadingDot whether a leading dot must be literal in a glob, or
	 * {@code null} for the platform's default
	 */
	public FileScopeResolver(BaseDirectories directories, GrantedPaths granted, @Nullable Boolean literalLeadingDot) {
		Assert.notNull(directories, "'directories' must not be null");
		Assert.notNull(granted, "'granted' must not be null");
		this.directories = directories;
		this.granted = granted;
		this.literalLeadingDot = (literalLeadingDot != null) ? literalLeadingDot : File.separatorChar == '/';
	}

	@Override
	public @Nullable CommandArgument argumentFor(MethodParameter parameter, CommandMapping command) {
		return (parameter.getParameterType() == FileScope.class) ? new ScopeArgument(command.name().command()) : null;
	}

	private PathScope compile(Key key) {
		try {
			return PathScope.builder(this.directories)
				.literalLeadingDot(this.literalLeadingDot)
				.allow(key.command.allow())
				.allow(key.global.allow())
				.deny(key.command.deny())
				.deny(key.global.deny())
				.granted(this.granted)
				.build();
		}
		catch (IllegalArgumentException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()), ex);
		}
	}

	/**
	 * A parameter that is the scope of a call.
	 */
	private final class ScopeArgument implements CommandArgument {

		private final String command;

		ScopeArgument(String command) {
			this.command = command;
		}

		@Override
		public Object resolve(InvokeRequest request) {
			throw new IllegalStateException("a scope comes with the decision on a call only");
		}

		@Override
		public Object resolve(InvokeRequest request, Granted granted) {
			FileScopeResolver resolver = FileScopeResolver.this;
			PathScope scope = resolver.scopes.get(new Key(granted.commandScope(), granted.globalScope()));
			return new FileScope(scope, resolver.directories, this.command);
		}

	}

	/**
	 * What a call was granted. Scopes are compared by identity, which is quick and can
	 * mix up nothing.
	 */
	private static final class Key {

		private final Scope command;

		private final Scope global;

		Key(Scope command, Scope global) {
			this.command = command;
			this.global = global;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Key key && this.command == key.command && this.global == key.global;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this.command) * 31 + System.identityHashCode(this.global);
		}

	}

}
