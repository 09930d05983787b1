package dev.tauriboot.plugin.menu;

import java.util.List;
import java.util.function.LongFunction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.image.Image;
import dev.tauriboot.image.JsImage;
import dev.tauriboot.menu.AboutMetadata;
import dev.tauriboot.menu.PredefinedMenuItem.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * What a predefined item does, as pages pass it: a name, or an object with what to tell
 * about the application.
 *
 * @param type what it does
 * @param about what to tell, if anything
 */
@JsonDeserialize(using = PredefinedArgument.Deserializer.class)
record PredefinedArgument(Type type, @Nullable About about) {

	/**
	 * What to tell about the application.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record About(@Nullable String name, @Nullable String version, @Nullable String shortVersion,
			@Nullable List<String> authors, @Nullable String comments, @Nullable String copyright,
			@Nullable String license, @Nullable String website, @Nullable String websiteLabel, @Nullable String credits,
			@Nullable JsImage icon) {

		AboutMetadata toMetadata(LongFunction<Image> resources) {
			return new AboutMetadata(this.name, this.version, this.shortVersion,
					(this.authors != null) ? this.authors : List.of(), this.comments, this.copyright, this.license,
					this.website, this.websiteLabel, this.credits,
					(this.icon != null) ? this.icon.toImage(resources) : null);
		}

	}

	/**
	 * The object form.
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Wrapper(@JsonProperty("About") @Nullable About about) {
	}

	/**
	 * Tells the two forms apart.
	 */
	static final class Deserializer extends StdDeserializer<PredefinedArgument> {

		Deserializer() {
			super(PredefinedArgument.class);
		}

		@Override
		public PredefinedArgument deserialize(JsonParser parser, DeserializationContext context) {
			if (parser.hasToken(JsonToken.VALUE_STRING)) {
				Type type = Type.of(parser.getString());
				if (type == null) {
					throw ValueInstantiationException.from(parser, "no predefined item",
							context.constructType(PredefinedArgument.class), new IllegalArgumentException(
									"unknown variant `" + parser.getString() + "`, expected a predefined item"));
				}
				return new PredefinedArgument(type, null);
			}
			return new PredefinedArgument(Type.ABOUT, context.readValue(parser, Wrapper.class).about());
		}

	}

}
