package dev.tauriboot.asset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import dev.tauriboot.scope.PathScope;

/**
 * Paths as they come in URLs.
 */
final class AssetPath {

	private AssetPath() {
	}

	/**
	 * Decode percent escapes as UTF-8. What is no escape stays as it is; a plus sign is a
	 * plus sign.
	 */
	static String decode(String raw) {
		if (raw.indexOf('%') < 0) {
			return raw;
		}
		byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
		for (int i = 0; i < bytes.length; i++) {
			int high = (bytes[i] == '%' && i + 2 < bytes.length) ? Character.digit(bytes[i + 1], 16) : -1;
			int low = (high >= 0) ? Character.digit(bytes[i + 2], 16) : -1;
			if (low >= 0) {
				out.write(high * 16 + low);
				i += 2;
			}
			else {
				out.write(bytes[i]);
			}
		}
		return out.toString(StandardCharsets.UTF_8);
	}

	/**
	 * Whether a path can name a file below a root on every system: relative, forward
	 * slashes, no drive, no empty component.
	 */
	static boolean isPlain(String path) {
		if (path.isEmpty() || path.startsWith("/") || path.endsWith("/") || path.contains("//")) {
			return false;
		}
		for (int i = 0; i < path.length(); i++) {
			char c = path.charAt(i);
			if (c < ' ' || c == '\\' || c == ':' || c == 0x7F) {
				return false;
			}
		}
		return !PathScope.isTraversal(path);
	}

}
