package dev.tauriboot.command;

import java.time.Duration;
import java.util.List;

import dev.tauriboot.channel.ChannelModule;
import dev.tauriboot.channel.Channels;
import dev.tauriboot.command.annotation.support.AnnotatedCommandDetector;
import dev.tauriboot.command.annotation.support.ChannelArgumentResolver;
import dev.tauriboot.command.annotation.support.CommandArgumentResolvers;
import dev.tauriboot.command.annotation.support.JsonArgumentResolver;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.http.HttpHeaders;

/**
 * Calls the commands of some beans as a page does, without a door.
 */
public final class CommandTester {

	private final Channels channels = new Channels(this::mapper);

	private final JsonMapper mapper = JsonMapper.builder().addModule(new ChannelModule(this.channels)).build();

	private final InvokeService service;

	public CommandTester(CommandArgumentResolver resolver, Object... beans) {
		DefaultListableBeanFactory factory = new DefaultListableBeanFactory();
		for (Object bean : beans) {
			factory.registerSingleton("bean" + factory.getSingletonCount(), bean);
		}
		List<CommandArgumentResolver> resolvers = CommandArgumentResolvers.with(this.mapper,
				List.of(resolver, new ChannelArgumentResolver(this.channels, new JsonArgumentResolver(this.mapper))));
		CommandRegistry registry = new CommandRegistry(new AnnotatedCommandDetector(factory, resolvers).detect());
		this.service = DefaultInvokeService.builder(registry, this.mapper).channels(this.channels).build();
	}

	public CommandTester(Object... beans) {
		this((parameter, command) -> null, beans);
	}

	private JsonMapper mapper() {
		return this.mapper;
	}

	public InvokeResponse invoke(Page page, String command, String arguments) {
		return invoke(page, command, arguments, new HttpHeaders());
	}

	public InvokeResponse invoke(Page page, String command, String arguments, HttpHeaders headers) {
		InvokeBody body = new InvokeBody.Json(this.mapper.readTree(arguments));
		InvokeResponse response = this.service.invoke(new InvokeRequest(command, body, headers, page))
			.block(Duration.ofSeconds(20));
		return (response != null) ? response : InvokeResponse.NOTHING;
	}

	public Channels channels() {
		return this.channels;
	}

	public InvokeService service() {
		return this.service;
	}

}
