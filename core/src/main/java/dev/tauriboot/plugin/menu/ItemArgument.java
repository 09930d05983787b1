package dev.tauriboot.plugin.menu;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * An item as pages pass it: the number and kind of one that exists, or what a new one is
 * to be like.
 *
 * @param reference the one that exists, if {@code options} is {@code null}
 * @param options the new one, if {@code reference} is {@code null}
 */
@JsonDeserialize(using = ItemArgument.Deserializer.class)
record ItemArgument(@Nullable Reference reference, @Nullable ItemOptions options) {

	/**
	 * An item that exists.
	 *
	 * @param rid its number
	 * @param kind what it is
	 */
	@JsonDeserialize(using = ReferenceDeserializer.class)
	record Reference(long rid, ItemKind kind) {
	}

	/**
	 * Tells the two forms apart.
	 */
	static final class Deserializer extends StdDeserializer<ItemArgument> {

		Deserializer() {
			super(ItemArgument.class);
		}

		@Override
		public ItemArgument deserialize(JsonParser parser, DeserializationContext context) {
			if (parser.hasToken(JsonToken.START_ARRAY)) {
				return new ItemArgument(context.readValue(parser, Reference.class), null);
			}
			return new ItemArgument(null, context.readValue(parser, ItemOptions.class));
		}

	}

	/**
	 * Reads an array of number and kind.
	 */
	static final class ReferenceDeserializer extends StdDeserializer<Reference> {

		ReferenceDeserializer() {
			super(Reference.class);
		}

		@Override
		public Reference deserialize(JsonParser parser, DeserializationContext context) {
			if (parser.hasToken(JsonToken.START_ARRAY) && parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
				long rid = parser.getLongValue();
				if (parser.nextToken() == JsonToken.VALUE_STRING) {
					ItemKind kind = context.readValue(parser, ItemKind.class);
					if (parser.nextToken() == JsonToken.END_ARRAY) {
						return new Reference(rid, kind);
					}
				}
			}
			throw ValueInstantiationException.from(parser, "not an item", context.constructType(Reference.class),
					new IllegalArgumentException("an item is passed as an array of its resource id and its kind"));
		}

	}

}
