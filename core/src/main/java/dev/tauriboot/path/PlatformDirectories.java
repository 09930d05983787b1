package dev.tauriboot.path;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Base directories by the conventions of a platform (acl 9.2). On Windows, known folders
 * are taken to be where Windows puts them: a folder that the user moved elsewhere is not
 * followed.
 *
 * @since 0.1.0
 */
public final class PlatformDirectories implements BaseDirectories {

	private final String identifier;

	private final Environment environment;

	/**
	 * Create the directories of an application.
	 * @param identifier the application's identifier
	 * @param environment what is known of machine and user
	 */
	public PlatformDirectories(String identifier, Environment environment) {
		Assert.hasText(identifier, "'identifier' must not be empty");
		Assert.notNull(environment, "'environment' must not be null");
		boolean plain = !identifier.contains("/") && !identifier.contains("\\") && !identifier.contains("..");
		Assert.isTrue(plain, "'identifier' must be one path component");
		this.identifier = identifier;
		this.environment = environment;
	}

	@Override
	public @Nullable Path resolve(BaseDirectory directory) {
		return switch (directory) {
			case APPCONFIG -> app(BaseDirectory.CONFIG);
			case APPDATA -> app(BaseDirectory.DATA);
			case APPLOCALDATA -> app(BaseDirectory.LOCALDATA);
			case APPCACHE -> app(BaseDirectory.CACHE);
			case APPLOG -> log();
			case HOME -> this.environment.home();
			case RESOURCE -> this.environment.resources();
			case TEMP -> this.environment.temporary();
			default -> switch (this.environment.platform()) {
				case LINUX -> linux(directory);
				case MACOS -> macos(directory);
				case WINDOWS -> windows(directory);
			};
		};
	}

	private @Nullable Path app(BaseDirectory base) {
		Path path = resolve(base);
		return (path != null) ? path.resolve(this.identifier) : null;
	}

	private @Nullable Path log() {
		if (this.environment.platform() == Platform.MACOS) {
			return home("Library/Logs").resolve(this.identifier);
		}
		Path path = app(BaseDirectory.LOCALDATA);
		return (path != null) ? path.resolve("logs") : null;
	}

	private @Nullable Path linux(BaseDirectory directory) {
		return switch (directory) {
			case CONFIG -> xdg("XDG_CONFIG_HOME", ".config");
			case DATA, LOCALDATA -> xdg("XDG_DATA_HOME", ".local/share");
			case CACHE -> xdg("XDG_CACHE_HOME", ".cache");
			case EXE -> xdg("XDG_BIN_HOME", ".local/bin");
			case FONT -> xdg("XDG_DATA_HOME", ".local/share").resolve("fonts");
			case RUNTIME -> absolute("XDG_RUNTIME_DIR");
			case AUDIO -> userFolder("XDG_MUSIC_DIR");
			case VIDEO -> userFolder("XDG_VIDEOS_DIR");
			case PICTURE -> userFolder("XDG_PICTURES_DIR");
			case DOCUMENT -> userFolder("XDG_DOCUMENTS_DIR");
			case DOWNLOAD -> userFolder("XDG_DOWNLOAD_DIR");
			case DESKTOP -> userFolder("XDG_DESKTOP_DIR");
			case PUBLIC -> userFolder("XDG_PUBLICSHARE_DIR");
			case TEMPLATE -> userFolder("XDG_TEMPLATES_DIR");
			default -> null;
		};
	}

	private @Nullable Path macos(BaseDirectory directory) {
		return switch (directory) {
			case CONFIG, DATA, LOCALDATA -> home("Library/Application Support");
			case CACHE -> home("Library/Caches");
			case FONT -> home("Library/Fonts");
			case AUDIO -> home("Music");
			case VIDEO -> home("Movies");
			case PICTURE -> home("Pictures");
			case DOCUMENT -> home("Documents");
			case DOWNLOAD -> home("Downloads");
			case DESKTOP -> home("Desktop");
			case PUBLIC -> home("Public");
			default -> null;
		};
	}

	private @Nullable Path windows(BaseDirectory directory) {
		return switch (directory) {
			case CONFIG, DATA -> variable("APPDATA", "AppData/Roaming");
			case LOCALDATA, CACHE -> variable("LOCALAPPDATA", "AppData/Local");
			case AUDIO -> home("Music");
			case VIDEO -> home("Videos");
			case PICTURE -> home("Pictures");
			case DOCUMENT -> home("Documents");
			case DOWNLOAD -> home("Downloads");
			case DESKTOP -> home("Desktop");
			case PUBLIC -> absolute("PUBLIC");
			case TEMPLATE -> variable("APPDATA", "AppData/Roaming").resolve("Microsoft/Windows/Templates");
			default -> null;
		};
	}

	private Path home(String below) {
		return this.environment.home().resolve(below);
	}

	private Path variable(String name, String belowHome) {
		String value = this.environment.variables().get(name);
		return StringUtils.hasText(value) ? Path.of(value) : home(belowHome);
	}

	// The XDG convention has relative values ignored.
	private Path xdg(String name, String belowHome) {
		Path path = absolute(name);
		return (path != null) ? path : home(belowHome);
	}

	private @Nullable Path absolute(String name) {
		String value = this.environment.variables().get(name);
		Path path = StringUtils.hasText(value) ? Path.of(value) : null;
		boolean usable = path != null && (path.isAbsolute() || this.environment.platform() == Platform.WINDOWS);
		return usable ? path : null;
	}

	private @Nullable Path userFolder(String name) {
		Path file = xdg("XDG_CONFIG_HOME", ".config").resolve("user-dirs.dirs");
		try {
			for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
				if (line.strip().startsWith(name + "=")) {
					return userFolderValue(line.substring(line.indexOf('=') + 1).strip());
				}
			}
		}
		catch (IOException ex) {
			// Without the file there are no user folders.
			return null;
		}
		return null;
	}

	// A folder set to the home folder itself is switched off, says the convention.
	private @Nullable Path userFolderValue(String quoted) {
		String value = quoted.replaceAll("^\"|\"$", "").replace("$HOME", this.environment.home().toString());
		Path path = Path.of(value);
		return (path.isAbsolute() && !path.equals(this.environment.home())) ? path : null;
	}

	/**
	 * Kinds of platform.
	 *
	 * @since 0.1.0
	 */
	public enum Platform {

		/** Linux and its like. */
		LINUX,
		/** macOS. */
		MACOS,
		/** Windows. */
		WINDOWS;

		/**
		 * The platform of a system.
		 * @param osName value of the system property {@code os.name}
		 * @return the platform
		 */
		public static Platform of(String osName) {
			if (osName.startsWith("Windows")) {
				return WINDOWS;
			}
			return osName.startsWith("Mac") ? MACOS : LINUX;
		}

	}

	/**
	 * What is known of machine and user.
	 *
	 * @param platform the platform
	 * @param variables environment variables
	 * @param home the user's home folder
	 * @param temporary the folder for temporary files
	 * @param resources the application's resource folder, or {@code null} if it has none
	 * @since 0.1.0
	 */
	public record Environment(Platform platform, Map<String, String> variables, Path home, Path temporary,
			@Nullable Path resources) {

		/**
		 * The environment of this process.
		 * @param resources the application's resource folder, or {@code null} if it has
		 * none
		 * @return the environment
		 */
		public static Environment ofSystem(@Nullable Path resources) {
			return new Environment(Platform.of(System.getProperty("os.name")), System.getenv(),
					Path.of(System.getProperty("user.home")), Path.of(System.getProperty("java.io.tmpdir")), resources);
		}

	}

}
