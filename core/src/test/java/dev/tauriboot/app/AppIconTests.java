package dev.tauriboot.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.tauriboot.image.Image;
import dev.tauriboot.image.ImageFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AppIcon}.
 */
class AppIconTests {

	@TempDir
	Path folder;

	@BeforeEach
	void icons() throws Exception {
		Files.write(this.folder.resolve("one.png"), ImageFiles.pixel(1, 1, 1, 1));
		Files.write(this.folder.resolve("two.PNG"), ImageFiles.pixel(2, 2, 2, 2));
		Files.write(this.folder.resolve("three.ico"),
				ImageFiles.ico(new ImageFiles.Entry(1, 1, 32, ImageFiles.pixel(3, 3, 3, 3))));
		Files.write(this.folder.resolve("broken.png"), new byte[5]);
	}

	@Test
	void firstPngThatExistsIsTaken() {
		assertIcon(icon("three.ico", "missing.png", "x.icns", "two.PNG", "one.png"), 2);
	}

	@Test
	void icoIsTakenIfThereIsNoPng() {
		assertIcon(icon("x.icns", "three.ico"), 3);
	}

	@Test
	void thereMayBeNone() {
		assertThat(icon()).isNull();
		assertThat(icon("missing.png", "x.icns")).isNull();
		assertThat(icon("broken.png")).isNull();
	}

	private @Nullable Image icon(String... names) {
		List<String> locations = List.of(names)
			.stream()
			.map((name) -> this.folder.resolve(name).toUri().toString())
			.toList();
		AppIcon icon = new AppIcon(new DefaultResourceLoader(), locations);
		Image image = icon.image();
		assertThat(icon.image()).isSameAs(image);
		return image;
	}

	private static void assertIcon(@Nullable Image image, int value) {
		assertThat(image).isNotNull();
		assertThat(image.rgba()).isEqualTo(ImageFiles.bytes(value, value, value, value));
	}

}
