package dev.tauriboot.command.annotation.support;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.channel.ChannelOwner;
import dev.tauriboot.channel.Channels;
import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.ipc.InvokeBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.MethodParameter;
import org.springframework.util.Assert;

/**
 * Gives a parameter of type {@link Channel} the channel that the page passed under the
 * parameter's name. Channels within other arguments are read by their mapper.
 *
 * @since 0.1.0
 */
public final class ChannelArgumentResolver implements CommandArgumentResolver {

	private final Channels channels;

	private final JsonArgumentResolver json;

	/**
	 * Create the resolver.
	 * @param channels makes the channels
	 * @param json resolves what is not the text of a channel, or rejects it
	 */
	public ChannelArgumentResolver(Channels channels, JsonArgumentResolver json) {
		Assert.notNull(channels, "'channels' must not be null");
		Assert.notNull(json, "'json' must not be null");
		this.channels = channels;
		this.json = json;
	}

	@Override
	public @Nullable CommandArgument argumentFor(MethodParameter parameter, CommandMapping command) {
		if (parameter.getParameterType() != Channel.class) {
			return null;
		}
		CommandArgument other = this.json.argumentFor(parameter, command);
		String key = ArgumentKeys.of(parameter, command);
		return (request) -> {
			JsonNode value = (request.body() instanceof InvokeBody.Json body) ? body.value().get(key) : null;
			if (value == null || !value.isString()) {
				return other.resolve(request);
			}
			return this.channels.open(new ChannelOwner(request, request.page()), value.stringValue());
		};
	}

}
