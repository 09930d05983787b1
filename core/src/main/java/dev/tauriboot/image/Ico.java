package dev.tauriboot.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads ICO files, whose images are PNG files or bitmaps without compression.
 */
final class Ico {

	private static final int HEADER = 6;

	private static final int ENTRY = 16;

	private static final int BITMAP_HEADER = 40;

	private final ByteBuffer data;

	private Ico(byte[] bytes) {
		this.data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	static boolean isIco(byte[] bytes) {
		return bytes.length >= HEADER && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 1 && bytes[3] == 0;
	}

	static Image decode(byte[] bytes) {
		try {
			return new Ico(bytes).decode();
		}
		catch (BufferUnderflowException | IndexOutOfBoundsException ex) {
			throw new ImageException("the ICO data ends too early", ex);
		}
	}

	private Image decode() {
		int best = bestEntry();
		int length = this.data.getInt(best + 8);
		int offset = this.data.getInt(best + 12);
		if (offset < 0 || length < 0 || length > this.data.capacity() - offset) {
			throw new IndexOutOfBoundsException(offset);
		}
		if (Png.isPng(this.data.array(), offset)) {
			return Png.decode(this.data.array(), offset, length);
		}
		return new Bitmap(this.data, offset, offset + length).decode();
	}

	private int bestEntry() {
		int count = this.data.getShort(4) & 0xffff;
		if (count == 0) {
			throw new ImageException("the ICO file holds no image");
		}
		int best = -1;
		long bestScore = -1;
		for (int i = 0; i < count; i++) {
			int entry = HEADER + i * ENTRY;
			long depth = this.data.getShort(entry + 6) & 0xffff;
			long score = (depth << 32) + (long) extent(entry) * extent(entry + 1);
			// of equal ones the last, as the original has it
			if (score >= bestScore) {
				bestScore = score;
				best = entry;
			}
		}
		return best;
	}

	private int extent(int index) {
		int value = this.data.get(index) & 0xff;
		return (value == 0) ? 256 : value;
	}

	/**
	 * A bitmap as ICO files have it: with the header of a bitmap twice as high, since a
	 * mask of transparent pixels follows, and from the bottom up.
	 */
	private static final class Bitmap {

		private final ByteBuffer data;

		private final int end;

		private final int width;

		private final int height;

		private final int depth;

		private final int palette;

		private final int pixels;

		private final int rowBytes;

		Bitmap(ByteBuffer data, int offset, int end) {
			this.data = data;
			this.end = end;
			int header = data.getInt(offset);
			this.width = data.getInt(offset + 4);
			this.height = data.getInt(offset + 8) / 2;
			this.depth = data.getShort(offset + 14) & 0xffff;
			int compression = data.getInt(offset + 16);
			int colors = data.getInt(offset + 32);
			if (header < BITMAP_HEADER || compression != 0) {
				throw new ImageException("the bitmap in the ICO file is of an unknown kind");
			}
			Image.checkSize(this.width, this.height);
			this.palette = offset + header;
			int paletteSize = switch (this.depth) {
				case 1, 4, 8 -> (colors > 0) ? Math.min(colors, 256) : 1 << this.depth;
				case 24, 32 -> 0;
				default -> throw new ImageException("the bitmap in the ICO file has " + this.depth + " bits per pixel");
			};
			this.pixels = this.palette + 4 * paletteSize;
			this.rowBytes = rowBytes(this.depth);
		}

		private int rowBytes(int bits) {
			return (int) (((long) this.width * bits + 31) / 32) * 4;
		}

		Image decode() {
			long mask = this.pixels + (long) this.rowBytes * this.height;
			if (mask > this.end) {
				throw new IndexOutOfBoundsException();
			}
			int maskRow = rowBytes(1);
			boolean masked = mask + (long) maskRow * this.height <= this.end;
			byte[] rgba = new byte[4 * this.width * this.height];
			int to = 0;
			for (int y = this.height - 1; y >= 0; y--) {
				for (int x = 0; x < this.width; x++, to += 4) {
					color(this.pixels + y * this.rowBytes, x, rgba, to);
					if (masked && bits((int) mask + y * maskRow, x, 1) == 1) {
						rgba[to + 3] = 0;
					}
				}
			}
			return new Image(rgba, this.width, this.height);
		}

		private void color(int row, int x, byte[] rgba, int to) {
			int from = switch (this.depth) {
				case 24 -> row + 3 * x;
				case 32 -> row + 4 * x;
				default -> paletteEntry(bits(row, x, this.depth));
			};
			rgba[to] = this.data.get(from + 2);
			rgba[to + 1] = this.data.get(from + 1);
			rgba[to + 2] = this.data.get(from);
			rgba[to + 3] = (this.depth == 32) ? this.data.get(from + 3) : (byte) 255;
		}

		private int paletteEntry(int index) {
			int entry = this.palette + 4 * index;
			if (entry >= this.pixels) {
				throw new ImageException("a pixel in the ICO file has no colour");
			}
			return entry;
		}

		private int bits(int row, int x, int depth) {
			int bit = x * depth;
			int value = this.data.get(row + bit / 8) & 0xff;
			return (value >> (8 - depth - bit % 8)) & ((1 << depth) - 1);
		}

	}

}
