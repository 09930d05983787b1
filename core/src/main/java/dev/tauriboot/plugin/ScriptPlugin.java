package dev.tauriboot.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.Assert;

/**
 * Base of plugins whose {@link #initializationScript()} is the file {@code init.js}
 * beside their class.
 *
 * @since 0.1.0
 */
public abstract class ScriptPlugin implements TauriPlugin {

	private final String name;

	private final BooleanSupplier wanted;

	/**
	 * Create the plugin.
	 * @param name its name
	 * @param wanted whether pages get the script, asked when the application starts
	 */
	protected ScriptPlugin(String name, BooleanSupplier wanted) {
		Assert.notNull(name, "'name' must not be null");
		Assert.notNull(wanted, "'wanted' must not be null");
		this.name = name;
		this.wanted = wanted;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public @Nullable String initializationScript() {
		if (!this.wanted.getAsBoolean()) {
			return null;
		}
		try {
			return new ClassPathResource("init.js", getClass()).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
