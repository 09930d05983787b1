package dev.tauriboot.app;

import org.springframework.util.Assert;

/**
 * What the application is called. A bean; an application may replace it by its own.
 *
 * @param name the name as users see it
 * @param version the version
 * @param identifier the reverse-domain identifier
 * @since 0.1.0
 */
public record PackageInfo(String name, String version, String identifier) {

	public PackageInfo {
		Assert.hasText(name, "'name' must not be empty");
		Assert.hasText(version, "'version' must not be empty");
		Assert.hasText(identifier, "'identifier' must not be empty");
	}

}
