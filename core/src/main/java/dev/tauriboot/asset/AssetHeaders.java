package dev.tauriboot.asset;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * The configured extra response headers of the application's files
 * ({@code app.security.headers}). Immutable.
 *
 * @since 0.1.0
 */
public final class AssetHeaders {

	/**
	 * No extra headers.
	 */
	public static final AssetHeaders NONE = new AssetHeaders(Map.of());

	private static final Set<String> OURS = Set.of("content-type", "content-length", "content-range",
			"content-security-policy", "access-control-allow-origin", "transfer-encoding");

	private final Map<String, String> headers;

	private AssetHeaders(Map<String, String> headers) {
		this.headers = headers;
	}

	/**
	 * Read headers.
	 * @param configured values by name: text, a list (joined by commas) or a map
	 * ({@code key value} joined by semicolons)
	 * @return the headers
	 * @throws IllegalArgumentException if a name is one that we set ourselves, or a value
	 * has line breaks
	 */
	public static AssetHeaders of(Map<String, ?> configured) {
		Map<String, String> headers = new LinkedHashMap<>();
		configured.forEach((name, value) -> {
			Assert.isTrue(!OURS.contains(name.toLowerCase(Locale.ROOT)),
					() -> "Header '" + name + "' is not configurable");
			String text = text(value);
			boolean plain = name.chars().noneMatch((c) -> c <= ' ' || c == ':' || c > 0x7E)
					&& text.chars().noneMatch((c) -> c == '\r' || c == '\n' || c == 0);
			Assert.isTrue(plain, () -> "Header '" + name + "' has characters that no header can have");
			headers.put(name, text);
		});
		return new AssetHeaders(headers);
	}

	private static String text(Object value) {
		if (value instanceof Collection<?> list) {
			return joined(list);
		}
		if (value instanceof Map<?, ?> map) {
			// Property binding turns a list into a map by index where it does not know
			// the type.
			if (map.keySet().stream().allMatch((key) -> key.toString().matches("\\d+"))) {
				return joined(map.values());
			}
			StringJoiner text = new StringJoiner("; ");
			map.forEach((key, entry) -> text.add(key + " " + entry));
			return text.toString();
		}
		return String.valueOf(value);
	}

	private static String joined(Collection<?> values) {
		StringJoiner text = new StringJoiner(", ");
		values.forEach((value) -> text.add(String.valueOf(value)));
		return text.toString();
	}

	void addTo(HttpHeaders target) {
		this.headers.forEach(target::set);
	}

}
