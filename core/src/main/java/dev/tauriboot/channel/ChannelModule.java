package dev.tauriboot.channel;

import dev.tauriboot.ipc.InvokeException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.util.Assert;

/**
 * Reads channels wherever they stand in the arguments of a call, and writes them back. A
 * reader must carry the {@link ChannelOwner} as its attribute {@link #OWNER_ATTRIBUTE}.
 *
 * @since 0.1.0
 */
public final class ChannelModule extends SimpleModule {

	/** The reader's attribute that names the call. */
	public static final String OWNER_ATTRIBUTE = ChannelOwner.class.getName();

	/**
	 * Create the module.
	 * @param channels makes the channels
	 */
	public ChannelModule(Channels channels) {
		super("tauri-channel");
		Assert.notNull(channels, "'channels' must not be null");
		addDeserializer(Channel.class, new ChannelDeserializer(channels));
		addSerializer(new ChannelSerializer());
	}

	@SuppressWarnings("rawtypes")
	private static final class ChannelDeserializer extends StdDeserializer<Channel> {

		private final Channels channels;

		ChannelDeserializer(Channels channels) {
			super(Channel.class);
			this.channels = channels;
		}

		@Override
		public Channel deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.hasToken(JsonToken.VALUE_STRING)) {
				return (Channel) context.handleUnexpectedToken(context.constructType(String.class), parser);
			}
			if (!(context.getAttribute(OWNER_ATTRIBUTE) instanceof ChannelOwner owner)) {
				throw DatabindException.from(parser, "a channel can only be read from the arguments of a call");
			}
			try {
				return this.channels.open(owner, parser.getString());
			}
			catch (InvokeException ex) {
				throw ValueInstantiationException.from(parser, ex.text(), context.constructType(Channel.class), ex);
			}
		}

	}

	@SuppressWarnings("rawtypes")
	private static final class ChannelSerializer extends StdSerializer<Channel> {

		ChannelSerializer() {
			super(Channel.class);
		}

		@Override
		public void serialize(Channel channel, JsonGenerator generator, SerializationContext context) {
			generator.writeString(channel.toString());
		}

	}

}
