package dev.tauriboot.image;

import java.util.function.LongFunction;

import dev.tauriboot.ipc.ByteNumbers;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.ValueInstantiationException;

import org.springframework.util.Assert;

/**
 * An image as pages pass it to commands: the path of a file, the bytes of one, the number
 * of an image that was loaded before, or pixels (section 10.0 of the wire contract). To
 * be declared as a parameter of a command, or as part of one.
 *
 * @since 0.1.0
 */
@JsonDeserialize(using = JsImage.Deserializer.class)
public sealed interface JsImage {

	/**
	 * The image itself.
	 * @param resources finds an image by its number, as
	 * {@code (rid) -> table.get(page, rid, Image.class)} does
	 * @return the image
	 * @throws ImageException if it cannot be read
	 */
	Image toImage(LongFunction<Image> resources);

	/**
	 * The path of a file.
	 *
	 * @param path the path, absolute or relative to the working directory
	 */
	record File(String path) implements JsImage {

		public File {
			Assert.notNull(path, "'path' must not be null");
		}

		@Override
		public Image toImage(LongFunction<Image> resources) {
			return Image.read(this.path);
		}

	}

	/**
	 * The bytes of a file.
	 *
	 * @param bytes the bytes of a PNG or ICO file
	 */
	record Encoded(byte[] bytes) implements JsImage {

		public Encoded {
			Assert.notNull(bytes, "'bytes' must not be null");
		}

		@Override
		public Image toImage(LongFunction<Image> resources) {
			return Image.decode(this.bytes);
		}

	}

	/**
	 * The number of an image.
	 *
	 * @param rid the number
	 */
	record Loaded(long rid) implements JsImage {

		@Override
		public Image toImage(LongFunction<Image> resources) {
			return resources.apply(this.rid);
		}

	}

	/**
	 * Pixels.
	 *
	 * @param rgba four bytes per pixel
	 * @param width how many pixels a row has
	 * @param height how many rows there are
	 */
	record Pixels(byte[] rgba, int width, int height) implements JsImage {

		public Pixels {
			Assert.notNull(rgba, "'rgba' must not be null");
		}

		@Override
		public Image toImage(LongFunction<Image> resources) {
			return new Image(this.rgba, this.width, this.height);
		}

	}

	/**
	 * Tells the forms apart by their kind of JSON.
	 */
	final class Deserializer extends StdDeserializer<JsImage> {

		Deserializer() {
			super(JsImage.class);
		}

		@Override
		public JsImage deserialize(JsonParser parser, DeserializationContext context) {
			JsonNode value = context.readTree(parser);
			try {
				return image(value);
			}
			catch (IllegalArgumentException ex) {
				throw ValueInstantiationException.from(parser, "not an image", context.constructType(JsImage.class),
						ex);
			}
		}

		private static JsImage image(JsonNode value) {
			if (value.isString()) {
				return new File(value.stringValue());
			}
			if (value.isArray()) {
				return new Encoded(bytes(value));
			}
			if (value.canConvertToLong() && value.isIntegralNumber() && value.longValue() >>> 32 == 0) {
				return new Loaded(value.longValue());
			}
			JsonNode rgba = value.path("rgba");
			JsonNode width = value.path("width");
			JsonNode height = value.path("height");
			if (rgba.isArray() && isSize(width) && isSize(height)) {
				return new Pixels(bytes(rgba), width.intValue(), height.intValue());
			}
			throw mismatch();
		}

		private static boolean isSize(JsonNode value) {
			return value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0;
		}

		private static byte[] bytes(JsonNode value) {
			return ByteNumbers.read(value, (element) -> mismatch());
		}

		private static IllegalArgumentException mismatch() {
			return new IllegalArgumentException("data did not match any variant of untagged enum JsImage");
		}

	}

}
