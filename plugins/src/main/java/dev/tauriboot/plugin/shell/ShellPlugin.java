package dev.tauriboot.plugin.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

import dev.tauriboot.plugin.TauriPlugin;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.Assert;

/**
 * The plugin {@code shell}: lets links that want a window of their own open in the
 * browser.
 *
 * @since 0.1.0
 */
public class ShellPlugin implements TauriPlugin {

	private final BooleanSupplier opensLinks;

	/**
	 * Create the plugin.
	 * @param opensLinks whether any page may open something, so that its links are
	 * listened to
	 */
	public ShellPlugin(BooleanSupplier opensLinks) {
		Assert.notNull(opensLinks, "'opensLinks' must not be null");
		this.opensLinks = opensLinks;
	}

	@Override
	public String name() {
		return "shell";
	}

	@Override
	public @Nullable String initializationScript() {
		if (!this.opensLinks.getAsBoolean()) {
			return null;
		}
		try {
			return new ClassPathResource("init.js", ShellPlugin.class).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
