package dev.tauriboot.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.springframework.util.Assert;

/**
 * An image: four bytes per pixel, for red, green, blue and alpha, row by row from the
 * top. Pages know it as a resource.
 *
 * @param rgba the bytes, not copied: whoever gets them may keep them, nobody may change
 * them
 * @param width how many pixels a row has
 * @param height how many rows there are
 * @since 0.1.0
 */
public record Image(byte[] rgba, int width, int height) {

	/** How many bytes the pixels of an image may have. */
	static final long MAX_BYTES = 512 * 1024 * 1024L;

	public Image {
		Assert.notNull(rgba, "'rgba' must not be null");
		if (width < 0 || height < 0 || rgba.length != 4L * width * height) {
			throw new ImageException(width + " by " + height + " pixels take "
					+ Long.toUnsignedString(4L * width * height) + " bytes of RGBA data, not " + rgba.length);
		}
	}

	/**
	 * Read an image.
	 * @param bytes those of a PNG or ICO file
	 * @return the image, of an ICO file the one with most colours and pixels
	 * @throws ImageException if it is neither, is damaged, or has more than 128 million
	 * pixels
	 */
	public static Image decode(byte[] bytes) {
		Assert.notNull(bytes, "'bytes' must not be null");
		if (Png.isPng(bytes, 0)) {
			return Png.decode(bytes, 0, bytes.length);
		}
		if (Ico.isIco(bytes)) {
			return Ico.decode(bytes);
		}
		throw new ImageException("it is neither a PNG nor an ICO file");
	}

	/**
	 * Read an image from a file.
	 * @param path the file
	 * @return the image
	 * @throws ImageException if the file cannot be read, or is no image that
	 * {@link #decode} reads
	 */
	public static Image read(String path) {
		Assert.notNull(path, "'path' must not be null");
		byte[] bytes;
		try {
			bytes = Files.readAllBytes(Path.of(path));
		}
		catch (NoSuchFileException ex) {
			throw new ImageException("there is no file " + path, ex);
		}
		catch (IOException | InvalidPathException ex) {
			throw new ImageException("the file " + path + " cannot be read", ex);
		}
		return decode(bytes);
	}

	static void checkSize(long width, long height) {
		if (width <= 0 || height <= 0 || width > MAX_BYTES || height > MAX_BYTES || 4 * width * height > MAX_BYTES) {
			throw new ImageException("it has a size of " + width + " by " + height + " pixels");
		}
	}

	@Override
	public String toString() {
		return "Image[" + this.width + "x" + this.height + "]";
	}

}
