package dev.tauriboot.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.image.Image;
import dev.tauriboot.image.ImageException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * The application's icon. It is loaded when somebody first asks for it. A bean; an
 * application may replace it by its own.
 *
 * @since 0.1.0
 */
public final class AppIcon {

	private static final Log logger = LogFactory.getLog(AppIcon.class);

	private final ResourceLoader loader;

	private final List<String> locations;

	private boolean loaded;

	private @Nullable Image image;

	/**
	 * Create the icon.
	 * @param loader finds resources
	 * @param locations locations of the icon in several formats and sizes, of which the
	 * first PNG file that exists is taken, else the first ICO file
	 */
	public AppIcon(ResourceLoader loader, List<String> locations) {
		Assert.notNull(loader, "'loader' must not be null");
		Assert.notNull(locations, "'locations' must not be null");
		this.loader = loader;
		this.locations = List.copyOf(locations);
	}

	/**
	 * The icon.
	 * @return the image, or {@code null} if there is none
	 */
	public synchronized @Nullable Image image() {
		if (!this.loaded) {
			this.image = load();
			this.loaded = true;
		}
		return this.image;
	}

	private @Nullable Image load() {
		List<String> candidates = new ArrayList<>();
		for (String extension : List.of("png", "ico")) {
			for (String location : this.locations) {
				if (extension.equalsIgnoreCase(StringUtils.getFilenameExtension(location))) {
					candidates.add(location);
				}
			}
		}
		for (String location : candidates) {
			Resource resource = this.loader.getResource(location);
			if (resource.exists()) {
				return decode(location, resource);
			}
		}
		if (!this.locations.isEmpty()) {
			logger.warn(LogMessage.format("The application has no icon: no PNG or ICO file among %s", this.locations));
		}
		return null;
	}

	private static @Nullable Image decode(String location, Resource resource) {
		try {
			return Image.decode(resource.getContentAsByteArray());
		}
		catch (IOException | ImageException ex) {
			logger.warn(LogMessage.format("The icon %s cannot be read", location), ex);
			return null;
		}
	}

}
