package dev.tauriboot.command.annotation.support;

import java.util.function.Supplier;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandMapping;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;

/**
 * Gives a parameter of type {@link AppHandle} the application.
 *
 * @since 0.1.0
 */
public final class AppHandleArgumentResolver implements CommandArgumentResolver {

	private final Supplier<AppHandle> app;

	/**
	 * Create the resolver.
	 * @param app gives the handle, asked at each call so that registration does not need
	 * the runtime
	 */
	public AppHandleArgumentResolver(Supplier<AppHandle> app) {
		Assert.notNull(app, "'app' must not be null");
		this.app = app;
	}

	@Override
	public @Nullable CommandArgument argumentFor(MethodParameter parameter, CommandMapping command) {
		return (parameter.getParameterType() == AppHandle.class) ? (request) -> this.app.get() : null;
	}

}
