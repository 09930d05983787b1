package dev.tauriboot.plugin.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.HttpHeader;
import dev.tauriboot.plugin.net.HttpReply;
import dev.tauriboot.plugin.net.ReplyBody;

import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Answers URLs that hold what they are about.
 */
final class DataUrl {

	private static final String PLAIN = "text/plain;charset=US-ASCII";

	private DataUrl() {
	}

	static HttpReply open(String url) {
		int comma = url.indexOf(',');
		if (comma < 0) {
			throw new InvokeException("failed to process data url");
		}
		String type = url.substring("data:".length(), comma).strip();
		int hash = url.indexOf('#', comma);
		byte[] bytes = decode(url.substring(comma + 1, (hash >= 0) ? hash : url.length()));
		String mark = type.substring(type.lastIndexOf(';') + 1).strip();
		if (type.indexOf(';') >= 0 && mark.equalsIgnoreCase("base64")) {
			type = type.substring(0, type.lastIndexOf(';')).strip();
			bytes = base64(bytes);
		}
		return new HttpReply(200, url, List.of(new HttpHeader("content-type", mediaType(type))), ReplyBody.of(bytes));
	}

	private static String mediaType(String type) {
		String completed = type.startsWith(";") ? "text/plain" + type : type;
		try {
			MediaType.parseMediaType(completed);
			return completed;
		}
		catch (InvalidMediaTypeException ex) {
			return PLAIN;
		}
	}

	private static byte[] decode(String text) {
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
		for (int i = 0; i < encoded.length; i++) {
			int high = (encoded[i] == '%' && i + 2 < encoded.length) ? Character.digit(encoded[i + 1], 16) : -1;
			int low = (high >= 0) ? Character.digit(encoded[i + 2], 16) : -1;
			if (low >= 0) {
				decoded.write((high << 4) + low);
				i += 2;
			}
			else {
				decoded.write(encoded[i]);
			}
		}
		return decoded.toByteArray();
	}

	private static byte[] base64(byte[] text) {
		String compact = new String(text, StandardCharsets.ISO_8859_1).replaceAll("[\\t\\n\\f\\r ]", "");
		try {
			return Base64.getDecoder().decode(compact);
		}
		catch (IllegalArgumentException ex) {
			throw new InvokeException("failed to decode data url into bytes");
		}
	}

}
