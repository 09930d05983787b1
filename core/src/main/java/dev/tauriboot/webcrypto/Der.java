package dev.tauriboot.webcrypto;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * As much of DER as keys of curves are made of: the JCE reads and writes their public
 * parts only in part.
 */
final class Der {

	static final int INTEGER = 0x02;

	static final int BITS = 0x03;

	static final int OCTETS = 0x04;

	static final int OID = 0x06;

	static final int SEQUENCE = 0x30;

	/** Parameters or attributes, by place. */
	static final int FIRST = 0xa0;

	/** A public key within a private one. */
	static final int SECOND = 0xa1;

	/** A public key beside a private one. */
	static final int SECOND_BITS = 0x81;

	private final byte[] bytes;

	private final int end;

	private int at;

	private Der(byte[] bytes, int at, int end) {
		this.bytes = bytes;
		this.at = at;
		this.end = end;
	}

	/**
	 * Read bytes, which hold a sequence and no more.
	 * @return what is in the sequence
	 */
	static Der read(byte[] bytes) {
		Der all = new Der(bytes, 0, bytes.length);
		Der sequence = all.enter(SEQUENCE);
		all.end();
		return sequence;
	}

	/**
	 * Whether an element of the tag comes next.
	 */
	boolean has(int tag) {
		return this.at < this.end && (this.bytes[this.at] & 0xff) == tag;
	}

	/**
	 * Go by an element and give a reader of its content.
	 */
	Der enter(int tag) {
		require(has(tag));
		this.at++;
		int length = length();
		require(length >= 0 && length <= this.end - this.at);
		Der content = new Der(this.bytes, this.at, this.at + length);
		this.at += length;
		return content;
	}

	byte[] content(int tag) {
		Der content = enter(tag);
		return Arrays.copyOfRange(content.bytes, content.at, content.end);
	}

	/**
	 * The bytes of a bit string of whole bytes.
	 */
	byte[] bits(int tag) {
		byte[] content = content(tag);
		require(content.length > 0 && content[0] == 0);
		return Arrays.copyOfRange(content, 1, content.length);
	}

	void end() {
		require(this.at == this.end);
	}

	private int length() {
		int first = next();
		if (first < 0x80) {
			return first;
		}
		int count = first & 0x7f;
		require(count >= 1 && count <= 3);
		int length = 0;
		for (int i = 0; i < count; i++) {
			length = length << 8 | next();
		}
		return length;
	}

	private int next() {
		require(this.at < this.end);
		return this.bytes[this.at++] & 0xff;
	}

	static void require(boolean condition) {
		if (!condition) {
			throw CryptoFailure.data("The key could not be read");
		}
	}

	/**
	 * Write an element.
	 */
	static byte[] write(int tag, byte[]... parts) {
		int length = 0;
		for (byte[] part : parts) {
			length += part.length;
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(tag);
		if (length >= 0x100) {
			out.write(0x82);
			out.write(length >> 8);
		}
		else if (length >= 0x80) {
			out.write(0x81);
		}
		out.write(length);
		for (byte[] part : parts) {
			out.writeBytes(part);
		}
		return out.toByteArray();
	}

	static byte[] writeBits(int tag, byte[] bytes) {
		return write(tag, new byte[1], bytes);
	}

	static byte[] writeInteger(int number) {
		return write(INTEGER, new byte[] { (byte) number });
	}

}
