package dev.tauriboot.plugin.dialog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

import dev.tauriboot.plugin.TauriPlugin;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.Assert;

/**
 * The plugin {@code dialog}: shows what {@code alert} and {@code confirm} of pages say
 * without holding their scripts up.
 *
 * @since 0.1.0
 */
public class DialogPlugin implements TauriPlugin {

	private final BooleanSupplier overrides;

	/**
	 * Create the plugin.
	 * @param overrides whether {@code alert} and {@code confirm} are those of the plugin
	 */
	public DialogPlugin(BooleanSupplier overrides) {
		Assert.notNull(overrides, "'overrides' must not be null");
		this.overrides = overrides;
	}

	@Override
	public String name() {
		return "dialog";
	}

	@Override
	public @Nullable String initializationScript() {
		if (!this.overrides.getAsBoolean()) {
			return null;
		}
		try {
			return new ClassPathResource("init.js", DialogPlugin.class).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
