package dev.tauriboot.path;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.tauriboot.path.PlatformDirectories.Environment;
import dev.tauriboot.path.PlatformDirectories.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlatformDirectories}.
 */
class PlatformDirectoriesTests {

	@TempDir
	Path home;

	@Test
	void linuxFollowsXdg() throws Exception {
		Path config = Files.createDirectories(this.home.resolve("cfg"));
		Files.writeString(config.resolve("user-dirs.dirs"),
				"# mine\nXDG_MUSIC_DIR=\"$HOME/Klang\"\nXDG_DESKTOP_DIR=\"$HOME/\"\n");
		PlatformDirectories directories = directories(Platform.LINUX,
				Map.of("XDG_CONFIG_HOME", config.toString(), "XDG_CACHE_HOME", "relative"));
		assertThat(directories.resolve(BaseDirectory.APPCONFIG)).isEqualTo(config.resolve("dev.example"));
		assertThat(directories.resolve(BaseDirectory.APPDATA)).isEqualTo(this.home.resolve(".local/share/dev.example"));
		assertThat(directories.resolve(BaseDirectory.APPLOG))
			.isEqualTo(this.home.resolve(".local/share/dev.example/logs"));
		assertThat(directories.resolve(BaseDirectory.CACHE)).isEqualTo(this.home.resolve(".cache"));
		assertThat(directories.resolve(BaseDirectory.AUDIO)).isEqualTo(this.home.resolve("Klang"));
		assertThat(directories.resolve(BaseDirectory.DESKTOP)).isNull();
		assertThat(directories.resolve(BaseDirectory.VIDEO)).isNull();
	}

	@Test
	void macosUsesTheLibrary() {
		PlatformDirectories directories = directories(Platform.MACOS, Map.of());
		assertThat(directories.resolve(BaseDirectory.APPLOG)).isEqualTo(this.home.resolve("Library/Logs/dev.example"));
		assertThat(directories.resolve(BaseDirectory.APPDATA))
			.isEqualTo(this.home.resolve("Library/Application Support/dev.example"));
		assertThat(directories.resolve(BaseDirectory.TEMPLATE)).isNull();
	}

	@Test
	void windowsUsesRoamingAndLocalData() {
		PlatformDirectories directories = directories(Platform.WINDOWS,
				Map.of("APPDATA", "C:\\R", "LOCALAPPDATA", "C:\\L"));
		assertThat(directories.resolve(BaseDirectory.APPDATA)).isEqualTo(Path.of("C:\\R").resolve("dev.example"));
		assertThat(directories.resolve(BaseDirectory.APPCACHE)).isEqualTo(Path.of("C:\\L").resolve("dev.example"));
		assertThat(directories.resolve(BaseDirectory.FONT)).isNull();
	}

	@Test
	void numbersAndVariablesNameDirectories() {
		for (BaseDirectory directory : BaseDirectory.values()) {
			assertThat(BaseDirectory.ofNumber(directory.number())).isEqualTo(directory);
			assertThat(BaseDirectory.ofVariable(directory.variable())).isEqualTo(directory);
		}
		assertThat(BaseDirectory.ofNumber(24)).isNull();
		assertThat(BaseDirectory.ofVariable("$LOG")).isNull();
		assertThat(BaseDirectory.APPLOG.number()).isEqualTo(17);
		assertThat(BaseDirectory.TEMPLATE.number()).isEqualTo(23);
	}

	private PlatformDirectories directories(Platform platform, Map<String, String> variables) {
		return new PlatformDirectories("dev.example",
				new Environment(platform, variables, this.home, Path.of("/tmp"), null));
	}

}
