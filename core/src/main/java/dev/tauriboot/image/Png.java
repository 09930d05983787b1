package dev.tauriboot.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.springframework.util.Assert;

/**
 * Reads PNG images.
 */
final class Png {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private Png() {
	}

	static boolean isPng(byte[] bytes, int offset) {
		if (bytes.length - offset < SIGNATURE.length) {
			return false;
		}
		for (int i = 0; i < SIGNATURE.length; i++) {
			if (bytes[offset + i] != SIGNATURE[i]) {
				return false;
			}
		}
		return true;
	}

	static Image decode(byte[] bytes, int offset, int length) {
		ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
		try {
			reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes, offset, length)), true,
					true);
			Image.checkSize(reader.getWidth(0), reader.getHeight(0));
			return convert(reader.read(0));
		}
		// the reader throws what it likes on damaged files
		catch (IOException | RuntimeException ex) {
			if (ex instanceof ImageException known) {
				throw known;
			}
			throw new ImageException("the PNG data is damaged", ex);
		}
		finally {
			reader.dispose();
		}
	}

	private static Image convert(BufferedImage image) {
		byte[] rgba = new byte[4 * image.getWidth() * image.getHeight()];
		if (image.getColorModel() instanceof IndexColorModel) {
			fromColors(image, rgba);
		}
		else {
			fromSamples(image.getRaster(), rgba);
		}
		return new Image(rgba, image.getWidth(), image.getHeight());
	}

	private static void fromColors(BufferedImage image, byte[] rgba) {
		int[] row = new int[image.getWidth()];
		int to = 0;
		for (int y = 0; y < image.getHeight(); y++) {
			image.getRGB(0, y, row.length, 1, row, 0, row.length);
			for (int argb : row) {
				rgba[to++] = (byte) (argb >> 16);
				rgba[to++] = (byte) (argb >> 8);
				rgba[to++] = (byte) argb;
				rgba[to++] = (byte) (argb >> 24);
			}
		}
	}

	// The colour conversion of the JDK takes shades of grey for linear light, which they
	// are not: the samples are taken as they are.
	private static void fromSamples(Raster raster, byte[] rgba) {
		int bands = raster.getNumBands();
		int bits = raster.getSampleModel().getSampleSize(0);
		Assert.state(bands <= 4 && (bits == 8 || bits == 16), "a PNG reader gives samples of 8 or 16 bits");
		boolean grey = bands < 3;
		boolean alpha = bands % 2 == 0;
		int[] row = new int[bands * raster.getWidth()];
		int to = 0;
		for (int y = 0; y < raster.getHeight(); y++) {
			raster.getPixels(0, y, raster.getWidth(), 1, row);
			for (int from = 0; from < row.length; from += bands) {
				rgba[to++] = sample(row[from], bits);
				rgba[to++] = sample(row[grey ? from : from + 1], bits);
				rgba[to++] = sample(row[grey ? from : from + 2], bits);
				rgba[to++] = alpha ? sample(row[from + bands - 1], bits) : (byte) 255;
			}
		}
	}

	private static byte sample(int value, int bits) {
		return (byte) ((bits == 16) ? (value + 128) / 257 : value);
	}

}
