package dev.tauriboot.plugin.upload;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;

import dev.tauriboot.acl.Scope;
import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessDecision.Reason;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.scope.GrantedPaths;
import dev.tauriboot.scope.PathScope;
import dev.tauriboot.scope.ScopeException;
import dev.tauriboot.scope.UrlScope;
import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Lets pages transfer only files that the plugin {@code fs} would read or write for them,
 * and only from and to where the plugin {@code http} would go for them.
 *
 * @since 0.1.0
 */
public class TransferScopes {

	private final @Nullable RuntimeAuthority authority;

	private final BaseDirectories directories;

	private final GrantedPaths granted;

	private final @Nullable Boolean literalLeadingDot;

	/**
	 * Create scopes.
	 * @param authority knows what pages may, or {@code null} to let them transfer any
	 * file from and to anywhere
	 * @param directories where variables lead
	 * @param granted what users have chosen
	 * @param literalLeadingDot whether a leading dot must be literal in a pattern, or
	 * {@code null} for the platform's default
	 */
	public TransferScopes(@Nullable RuntimeAuthority authority, BaseDirectories directories, GrantedPaths granted,
			@Nullable Boolean literalLeadingDot) {
		Assert.notNull(directories, "'directories' must not be null");
		Assert.notNull(granted, "'granted' must not be null");
		this.authority = authority;
		this.directories = directories;
		this.granted = granted;
		this.literalLeadingDot = literalLeadingDot;
	}

	Mono<Path> file(String path, String command, Caller caller) {
		if (this.authority == null) {
			return Mono.fromCallable(() -> plain(path));
		}
		return scope(this.authority, "fs", command, caller).map((scope) -> {
			try {
				return PathScope.builder(this.directories)
					.literalLeadingDot(this.literalLeadingDot)
					.granted(this.granted)
					.allow(scope.allow())
					.deny(scope.deny())
					.build()
					.check(path, null);
			}
			catch (ScopeException | IllegalArgumentException ex) {
				throw new InvokeException(String.valueOf(ex.getMessage()));
			}
		});
	}

	private static Path plain(String path) {
		try {
			return Path.of(path).toAbsolutePath();
		}
		catch (InvalidPathException ex) {
			throw new InvokeException("Invalid argument (os error 22)");
		}
	}

	/**
	 * What decides on a URL, and on those that it redirects to.
	 */
	Mono<Consumer<WebUrl>> urls(Caller caller) {
		if (this.authority == null) {
			return Mono.just((url) -> {
			});
		}
		return scope(this.authority, "http", "fetch", caller).map((scope) -> {
			try {
				UrlScope urls = UrlScope.of(scope.allow(), scope.deny());
				return (url) -> check(urls, url);
			}
			catch (IllegalArgumentException ex) {
				throw new InvokeException(String.valueOf(ex.getMessage()));
			}
		});
	}

	private static void check(UrlScope scope, WebUrl url) {
		try {
			scope.check(url.toString());
		}
		catch (ScopeException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()));
		}
	}

	private static Mono<Scope> scope(RuntimeAuthority authority, String plugin, String command, Caller caller) {
		return authority.decide(new AccessRequest("plugin:" + plugin + "|" + command, caller)).map((decision) -> {
			if (decision instanceof Granted allowed) {
				return allowed.commandScope().and(allowed.globalScope());
			}
			// The scope of a plugin is for all its commands, whoever calls.
			boolean denied = ((AccessDecision.Denied) decision).reason() == Reason.EXPLICITLY_DENIED;
			Scope global = denied ? null : authority.acl().globalScopes().get(plugin);
			return (global != null) ? global : Scope.EMPTY;
		});
	}

}
