package dev.tauriboot.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes image files byte by byte, so that tests do not depend on what writes others.
 */
public final class ImageFiles {

	private ImageFiles() {
	}

	/**
	 * A PNG file.
	 * @param colorType as in the header
	 * @param depth bits per sample
	 * @param palette contents of PLTE, or none
	 * @param transparency contents of tRNS, or none
	 * @param rows the rows, without filter bytes
	 */
	public static byte[] png(int width, int colorType, int depth, byte[] palette, byte[] transparency, byte[]... rows) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' });
		ByteBuffer header = ByteBuffer.allocate(13);
		header.putInt(width).putInt(rows.length).put((byte) depth).put((byte) colorType);
		chunk(out, "IHDR", header.array());
		if (palette.length > 0) {
			chunk(out, "PLTE", palette);
		}
		if (transparency.length > 0) {
			chunk(out, "tRNS", transparency);
		}
		ByteArrayOutputStream data = new ByteArrayOutputStream();
		for (byte[] row : rows) {
			data.write(0);
			data.writeBytes(row);
		}
		chunk(out, "IDAT", deflate(data.toByteArray()));
		chunk(out, "IEND", new byte[0]);
		return out.toByteArray();
	}

	/**
	 * A PNG file of one pixel.
	 */
	public static byte[] pixel(int red, int green, int blue, int alpha) {
		return png(1, 6, 8, new byte[0], new byte[0], bytes(red, green, blue, alpha));
	}

	private static void chunk(ByteArrayOutputStream out, String type, byte[] contents) {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		CRC32 crc = new CRC32();
		crc.update(name);
		crc.update(contents);
		out.writeBytes(ByteBuffer.allocate(4).putInt(contents.length).array());
		out.writeBytes(name);
		out.writeBytes(contents);
		out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
	}

	private static byte[] deflate(byte[] data) {
		Deflater deflater = new Deflater();
		deflater.setInput(data);
		deflater.finish();
		byte[] buffer = new byte[data.length + 100];
		int length = deflater.deflate(buffer);
		deflater.end();
		return Arrays.copyOf(buffer, length);
	}

	/**
	 * An ICO file.
	 */
	public static byte[] ico(Entry... entries) {
		int size = 6 + 16 * entries.length;
		int offset = size;
		for (Entry entry : entries) {
			size += entry.data().length;
		}
		ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
		file.putShort((short) 0).putShort((short) 1).putShort((short) entries.length);
		for (Entry entry : entries) {
			file.put((byte) entry.width()).put((byte) entry.height()).putShort((short) 0).putShort((short) 1);
			file.putShort((short) entry.depth()).putInt(entry.data().length).putInt(offset);
			offset += entry.data().length;
		}
		for (Entry entry : entries) {
			file.put(entry.data());
		}
		return file.array();
	}

	/**
	 * A bitmap as ICO files have it.
	 * @param contents palette, rows from the bottom up, and mask
	 */
	public static byte[] bitmap(int width, int height, int depth, byte[] contents) {
		ByteBuffer data = ByteBuffer.allocate(40 + contents.length).order(ByteOrder.LITTLE_ENDIAN);
		data.putInt(40).putInt(width).putInt(2 * height).putShort((short) 1).putShort((short) depth);
		data.position(40);
		return data.put(contents).array();
	}

	public static byte[] bytes(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < values.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return bytes;
	}

	/**
	 * An image in an ICO file.
	 */
	public record Entry(int width, int height, int depth, byte[] data) {
	}

}
