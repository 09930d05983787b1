package dev.tauriboot.command.annotation.support;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.command.CommandArgumentResolver;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * Knows all kinds of parameters and the order in which they are asked.
 *
 * @since 0.1.0
 */
public final class CommandArgumentResolvers {

	private CommandArgumentResolvers() {
	}

	/**
	 * The built-in resolvers with others among them.
	 * @param mapper the application's mapper
	 * @param others further resolvers; they come before those that read the payload
	 * @return all resolvers in order
	 */
	public static List<CommandArgumentResolver> with(JsonMapper mapper,
			List<? extends CommandArgumentResolver> others) {
		Assert.notNull(mapper, "'mapper' must not be null");
		Assert.notNull(others, "'others' must not be null");
		List<CommandArgumentResolver> resolvers = new ArrayList<>();
		resolvers.add(new RequestArgumentResolver());
		resolvers.add(new ScopeArgumentResolver(mapper));
		resolvers.addAll(others);
		resolvers.add(new BytesArgumentResolver());
		resolvers.add(new PayloadArgumentResolver(mapper));
		resolvers.add(new JsonArgumentResolver(mapper));
		return List.copyOf(resolvers);
	}

}
