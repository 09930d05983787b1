package dev.tauriboot.plugin.singleinstance;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How one process tells another that it was started: a number for the form, the number of
 * words, then each word with its length, the working directory last.
 */
final class StartMessage {

	private static final int FORM = 0x54424F31;

	// More than any system passes to a program.
	private static final int MAX_WORDS = 100_000;

	private static final int MAX_BYTES = 8 * 1024 * 1024;

	private StartMessage() {
	}

	static byte[] write(SecondInstanceEvent start) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream out = new DataOutputStream(bytes);
		out.writeInt(FORM);
		out.writeInt(start.args().size() + 1);
		for (String argument : start.args()) {
			write(out, argument);
		}
		write(out, start.cwd());
		return bytes.toByteArray();
	}

	private static void write(DataOutputStream out, String word) throws IOException {
		byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	static SecondInstanceEvent read(InputStream stream) throws IOException {
		DataInputStream in = new DataInputStream(stream);
		if (in.readInt() != FORM) {
			throw new IOException("unknown form");
		}
		int count = in.readInt();
		if (count < 1 || count > MAX_WORDS) {
			throw new IOException("too many words");
		}
		List<String> words = new ArrayList<>();
		int left = MAX_BYTES;
		for (int i = 0; i < count; i++) {
			int length = in.readInt();
			if (length < 0 || length > left) {
				throw new IOException("too many bytes");
			}
			left -= length;
			byte[] bytes = in.readNBytes(length);
			if (bytes.length < length) {
				throw new IOException("the message broke off");
			}
			words.add(new String(bytes, StandardCharsets.UTF_8));
		}
		return new SecondInstanceEvent(words.subList(0, count - 1), words.get(count - 1));
	}

}
