package dev.tauriboot.plugin.menu;

import java.util.function.LongFunction;

import dev.tauriboot.image.Image;
import dev.tauriboot.image.JsImage;
import dev.tauriboot.menu.MenuIcon;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * An icon as pages pass it: the name of one of macOS, or else an image.
 *
 * @param name the name, if {@code image} is {@code null}
 * @param image the image, if {@code name} is {@code null}
 */
@JsonDeserialize(using = IconArgument.Deserializer.class)
record IconArgument(@Nullable String name, @Nullable JsImage image) {

	MenuIcon toIcon(LongFunction<Image> resources) {
		if (this.image != null) {
			return new MenuIcon.Picture(this.image.toImage(resources));
		}
		return new MenuIcon.Native(String.valueOf(this.name));
	}

	/**
	 * Looks for the name first: no image lies in a file of such a name.
	 */
	static final class Deserializer extends StdDeserializer<IconArgument> {

		Deserializer() {
			super(IconArgument.class);
		}

		@Override
		public IconArgument deserialize(JsonParser parser, DeserializationContext context) {
			if (parser.hasToken(JsonToken.VALUE_STRING) && MenuIcon.Native.NAMES.contains(parser.getString())) {
				return new IconArgument(parser.getString(), null);
			}
			return new IconArgument(null, context.readValue(parser, JsImage.class));
		}

	}

}
