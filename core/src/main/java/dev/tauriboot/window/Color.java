package dev.tauriboot.window;

import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.ValueInstantiationException;

import org.springframework.util.Assert;

/**
 * A colour. Its JSON is any of the forms of section 10.0 of the wire contract.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param alpha 0 for transparent to 255 for opaque
 * @since 0.1.0
 */
@JsonDeserialize(using = Color.Deserializer.class)
public record Color(int red, int green, int blue, int alpha) {

	private static final int MAX = 255;

	public Color {
		Assert.isTrue(isByte(red) && isByte(green) && isByte(blue) && isByte(alpha),
				"the parts of a color must be 0 to 255");
	}

	private static boolean isByte(int value) {
		return value >= 0 && value <= MAX;
	}

	/**
	 * Read a colour.
	 * @param text {@code #rgb}, {@code #rrggbb} or {@code #rrggbbaa}
	 * @return the colour
	 * @throws IllegalArgumentException if it is none of them
	 */
	public static Color of(String text) {
		Assert.notNull(text, "'text' must not be null");
		String digits = text.startsWith("#") ? text.substring(1) : text;
		if (digits.length() == 3) {
			StringBuilder doubled = new StringBuilder();
			digits.chars().forEach((c) -> doubled.append((char) c).append((char) c));
			digits = doubled.toString();
		}
		Assert.isTrue(digits.length() == 6 || digits.length() == 8,
				() -> "`" + text + "` is no color: expected #rgb, #rrggbb or #rrggbbaa");
		byte[] parts;
		try {
			parts = HexFormat.of().parseHex(digits);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("`" + text + "` is no color: expected #rgb, #rrggbb or #rrggbbaa", ex);
		}
		return new Color(parts[0] & MAX, parts[1] & MAX, parts[2] & MAX, (parts.length > 3) ? parts[3] & MAX : MAX);
	}

	/**
	 * Read a colour from its JSON.
	 * @param json the JSON
	 * @return the colour
	 * @throws IllegalArgumentException if it is none of the forms
	 */
	public static Color of(JsonNode json) {
		Assert.notNull(json, "'json' must not be null");
		if (json.isString()) {
			return of(json.stringValue());
		}
		if (json.isArray() && (json.size() == 3 || json.size() == 4)) {
			return new Color(part(json.get(0)), part(json.get(1)), part(json.get(2)),
					(json.size() == 4) ? part(json.get(3)) : MAX);
		}
		Assert.isTrue(json.isObject(), "data did not match any variant of untagged enum Color");
		return new Color(part(json.get("red")), part(json.get("green")), part(json.get("blue")),
				json.has("alpha") ? part(json.get("alpha")) : MAX);
	}

	private static int part(@Nullable JsonNode json) {
		Assert.isTrue(json != null && json.isIntegralNumber() && json.canConvertToInt(),
				"data did not match any variant of untagged enum Color");
		return json.intValue();
	}

	/**
	 * Reads any of the forms.
	 */
	static final class Deserializer extends StdDeserializer<Color> {

		Deserializer() {
			super(Color.class);
		}

		@Override
		public Color deserialize(JsonParser parser, DeserializationContext context) {
			try {
				JsonNode json = context.readTree(parser);
				return of(json);
			}
			catch (IllegalArgumentException ex) {
				throw ValueInstantiationException.from(parser, "not a color", context.constructType(Color.class), ex);
			}
		}

	}

}
