package dev.tauriboot.plugin.opener;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

import dev.tauriboot.plugin.TauriPlugin;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.Assert;

/**
 * The plugin {@code opener}: lets links that want a window of their own open in the
 * browser.
 *
 * @since 0.1.0
 */
public class OpenerPlugin implements TauriPlugin {

	private final BooleanSupplier opensLinks;

	/**
	 * Create the plugin.
	 * @param opensLinks whether links of pages are listened to
	 */
	public OpenerPlugin(BooleanSupplier opensLinks) {
		Assert.notNull(opensLinks, "'opensLinks' must not be null");
		this.opensLinks = opensLinks;
	}

	@Override
	public String name() {
		return "opener";
	}

	@Override
	public @Nullable String initializationScript() {
		if (!this.opensLinks.getAsBoolean()) {
			return null;
		}
		try {
			return new ClassPathResource("init.js", OpenerPlugin.class).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
