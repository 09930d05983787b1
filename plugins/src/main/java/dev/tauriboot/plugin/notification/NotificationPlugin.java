package dev.tauriboot.plugin.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

import dev.tauriboot.plugin.TauriPlugin;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.Assert;

/**
 * The plugin {@code notification}: lets {@code Notification} of pages show notes on the
 * desktop.
 *
 * @since 0.1.0
 */
public class NotificationPlugin implements TauriPlugin {

	private final BooleanSupplier replaces;

	/**
	 * Create the plugin.
	 * @param replaces whether {@code Notification} of pages is that of the plugin
	 */
	public NotificationPlugin(BooleanSupplier replaces) {
		Assert.notNull(replaces, "'replaces' must not be null");
		this.replaces = replaces;
	}

	@Override
	public String name() {
		return "notification";
	}

	@Override
	public @Nullable String initializationScript() {
		if (!this.replaces.getAsBoolean()) {
			return null;
		}
		try {
			return new ClassPathResource("init.js", NotificationPlugin.class)
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
