package dev.tauriboot.acl;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.util.Assert;

/**
 * A platform that a capability or a permission may be limited to (acl 2.1).
 *
 * @since 0.1.0
 */
public enum Platform {

	/** Linux. */
	LINUX("linux"),

	/** Apple's desktop. */
	MACOS("macOS"),

	/** Windows. */
	WINDOWS("windows"),

	/** Android. */
	ANDROID("android"),

	/** Apple's phones and tablets. */
	IOS("iOS");

	private final String text;

	Platform(String text) {
		this.text = text;
	}

	/**
	 * Find a platform by its name, in any letter case.
	 * @param name the name as capabilities write it
	 * @return the platform
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public static Platform of(String name) {
		Assert.notNull(name, "'name' must not be null");
		for (Platform platform : values()) {
			if (platform.text.equalsIgnoreCase(name)) {
				return platform;
			}
		}
		throw new IllegalArgumentException("unknown platform '" + name + "', expected one of "
				+ Arrays.stream(values()).map(Platform::toString).collect(Collectors.joining(", ")));
	}

	/**
	 * The platform this program runs on.
	 * @return the platform, {@link #LINUX} for any that is none of the others
	 */
	public static Platform current() {
		String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
		if (name.startsWith("windows")) {
			return WINDOWS;
		}
		return (name.startsWith("mac") || name.startsWith("darwin")) ? MACOS : LINUX;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
