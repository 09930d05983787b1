package dev.tauriboot.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import dev.tauriboot.image.ImageFiles.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.tauriboot.image.ImageFiles.bitmap;
import static dev.tauriboot.image.ImageFiles.bytes;
import static dev.tauriboot.image.ImageFiles.ico;
import static dev.tauriboot.image.ImageFiles.pixel;
import static dev.tauriboot.image.ImageFiles.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Image}.
 */
class ImageTests {

	private static final byte[] NONE = {};

	@Test
	void pixelsMustFitTheSize() {
		assertThat(new Image(bytes(1, 2, 3, 4, 5, 6, 7, 8), 2, 1).rgba()).hasSize(8);
		assertFails(() -> new Image(bytes(1, 2, 3, 4), 2, 1), "2 by 1 pixels take 8 bytes of RGBA data, not 4");
		assertFails(() -> new Image(NONE, Integer.MAX_VALUE, Integer.MAX_VALUE),
				"2147483647 by 2147483647 pixels take 18446744056529682436 bytes of RGBA data, not 0");
	}

	@Test
	void pngWithAlphaIsTakenAsItIs() {
		Image image = Image.decode(png(2, 6, 8, NONE, NONE, bytes(1, 2, 3, 4, 255, 254, 253, 0), new byte[8]));
		assertThat(image.width()).isEqualTo(2);
		assertThat(image.height()).isEqualTo(2);
		assertThat(image.rgba()).isEqualTo(bytes(1, 2, 3, 4, 255, 254, 253, 0, 0, 0, 0, 0, 0, 0, 0, 0));
	}

	@Test
	void pngWithoutAlphaIsOpaque() {
		assertThat(Image.decode(png(1, 2, 8, NONE, NONE, bytes(10, 20, 30))).rgba()).isEqualTo(bytes(10, 20, 30, 255));
	}

	@Test
	void colorOfAPngThatIsTransparentIs() {
		assertThat(Image.decode(png(2, 2, 8, NONE, bytes(0, 10, 0, 20, 0, 30), bytes(10, 20, 30, 10, 20, 31))).rgba())
			.isEqualTo(bytes(10, 20, 30, 0, 10, 20, 31, 255));
	}

	@Test
	void greyOfAPngKeepsItsShade() {
		assertThat(Image.decode(png(3, 0, 8, NONE, NONE, bytes(0, 128, 255))).rgba())
			.isEqualTo(bytes(0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255));
		assertThat(Image.decode(png(1, 4, 8, NONE, NONE, bytes(128, 7))).rgba()).isEqualTo(bytes(128, 128, 128, 7));
	}

	@ParameterizedTest
	@CsvSource({ "1, 64, 255", "2, 32, 170", "4, 7, 119" })
	void greyOfFewBitsIsSpread(int depth, int row, int second) {
		assertThat(Image.decode(png(2, 0, depth, NONE, NONE, bytes(row))).rgba())
			.isEqualTo(bytes(0, 0, 0, 255, second, second, second, 255));
	}

	@Test
	void samplesOf16BitsAreRounded() {
		assertThat(Image.decode(png(1, 2, 16, NONE, NONE, bytes(0x12, 0x34, 0xff, 0xff, 0x00, 0x80))).rgba())
			.isEqualTo(bytes(0x12, 255, 0, 255));
		assertThat(Image.decode(png(1, 6, 16, NONE, NONE, bytes(0, 129, 0, 128, 1, 1, 0x80, 0x80))).rgba())
			.isEqualTo(bytes(1, 0, 1, 128));
		assertThat(Image.decode(png(1, 0, 16, NONE, NONE, bytes(0x80, 0x80))).rgba())
			.isEqualTo(bytes(128, 128, 128, 255));
	}

	@Test
	void paletteOfAPngMayBeTransparent() {
		assertThat(Image.decode(png(2, 3, 8, bytes(9, 8, 7, 6, 5, 4), bytes(50), bytes(0, 1))).rgba())
			.isEqualTo(bytes(9, 8, 7, 50, 6, 5, 4, 255));
	}

	@Test
	void damagedPngSaysSo() {
		byte[] whole = png(2, 6, 8, NONE, NONE, new byte[8], new byte[8]);
		// the last 21 bytes hold no pixel
		for (int length = 8; length < whole.length - 21; length++) {
			byte[] part = Arrays.copyOf(whole, length);
			assertFails(() -> Image.decode(part), "the PNG data is damaged");
		}
	}

	@Test
	void hugePngIsNotTried() {
		byte[] file = png(1, 6, 8, NONE, NONE, new byte[4]);
		Arrays.fill(file, 17, 19, (byte) 0x7f);
		assertThatExceptionOfType(ImageException.class).isThrownBy(() -> Image.decode(file));
	}

	@Test
	void bitmapOf32BitsHasAlphaAndAMask() {
		byte[] contents = bytes(3, 2, 1, 4, 30, 20, 10, 40, 0b0100_0000, 0, 0, 0);
		assertThat(Image.decode(ico(new Entry(2, 1, 32, bitmap(2, 1, 32, contents)))).rgba())
			.isEqualTo(bytes(1, 2, 3, 4, 10, 20, 30, 0));
	}

	@Test
	void bitmapOf24BitsIsUpsideDownAndPadded() {
		byte[] contents = bytes(6, 5, 4, 0, 3, 2, 1, 0, 0, 0, 0, 0, 0x80, 0, 0, 0);
		assertThat(Image.decode(ico(new Entry(1, 2, 24, bitmap(1, 2, 24, contents)))).rgba())
			.isEqualTo(bytes(1, 2, 3, 0, 4, 5, 6, 255));
	}

	@Test
	void bitmapsHavePalettes() {
		byte[] two = bytes(3, 2, 1, 0, 6, 5, 4, 0, 0b0100_0000, 0, 0, 0, 0, 0, 0, 0);
		assertThat(Image.decode(ico(new Entry(2, 1, 1, bitmap(2, 1, 1, two)))).rgba())
			.isEqualTo(bytes(1, 2, 3, 255, 4, 5, 6, 255));
		byte[] sixteen = new byte[16 * 4 + 8];
		sixteen[4 * 15] = 9;
		sixteen[16 * 4] = 0x0f;
		assertThat(Image.decode(ico(new Entry(2, 1, 4, bitmap(2, 1, 4, sixteen)))).rgba())
			.isEqualTo(bytes(0, 0, 0, 255, 0, 0, 9, 255));
		byte[] many = new byte[256 * 4 + 8];
		many[4 * 200 + 2] = 7;
		many[256 * 4] = (byte) 200;
		assertThat(Image.decode(ico(new Entry(1, 1, 8, bitmap(1, 1, 8, many)))).rgba()).isEqualTo(bytes(7, 0, 0, 255));
	}

	@Test
	void bestImageOfAnIcoIsTaken() {
		byte[] shallow = new byte[2 * 4 + 8];
		byte[] file = ico(new Entry(0, 0, 1, bitmap(1, 1, 1, shallow)), new Entry(1, 1, 32, pixel(1, 2, 3, 4)),
				new Entry(1, 1, 32, pixel(5, 6, 7, 8)), new Entry(0, 0, 24, bitmap(1, 1, 24, new byte[8])));
		assertThat(Image.decode(file).rgba()).isEqualTo(bytes(5, 6, 7, 8));
	}

	@Test
	void damagedIcoSaysSo() {
		assertFails(() -> Image.decode(bytes(0, 0, 1, 0, 0, 0)), "the ICO file holds no image");
		byte[] whole = ico(new Entry(1, 1, 24, bitmap(1, 1, 24, new byte[4])));
		for (int length = 6; length < whole.length; length++) {
			byte[] part = Arrays.copyOf(whole, length);
			assertFails(() -> Image.decode(part), "the ICO data ends too early");
		}
		assertFails(() -> Image.decode(ico(new Entry(1, 1, 16, bitmap(1, 1, 16, new byte[8])))),
				"the bitmap in the ICO file has 16 bits per pixel");
		assertFails(() -> Image.decode(ico(new Entry(1, 1, 32, bitmap(-1, 1, 32, new byte[8])))),
				"it has a size of -1 by 1 pixels");
	}

	@Test
	void otherFilesAreRefused() {
		assertFails(() -> Image.decode(bytes('G', 'I', 'F', '8')), "it is neither a PNG nor an ICO file");
		assertFails(() -> Image.decode(NONE), "it is neither a PNG nor an ICO file");
	}

	@Test
	void filesAreRead(@TempDir Path folder) throws Exception {
		Path file = Files.write(folder.resolve("one.png"), pixel(1, 2, 3, 4));
		assertThat(Image.read(file.toString()).rgba()).isEqualTo(bytes(1, 2, 3, 4));
		String missing = folder.resolve("two.png").toString();
		assertFails(() -> Image.read(missing), "there is no file " + missing);
		assertFails(() -> Image.read(folder.toString()), "the file " + folder + " cannot be read");
		assertFails(() -> Image.read("a\0b"), "the file a\0b cannot be read");
	}

	private static void assertFails(Runnable decode, String problem) {
		assertThatExceptionOfType(ImageException.class).isThrownBy(decode::run)
			.withMessage("failed to process image: " + problem);
	}

}
