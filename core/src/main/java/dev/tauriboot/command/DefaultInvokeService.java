package dev.tauriboot.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.ipc.InvokeResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * Looks the command up, runs it and serialises its outcome.
 *
 * @since 0.1.0
 */
public final class DefaultInvokeService implements InvokeService {

	private final CommandRegistry registry;

	private final JsonMapper mapper;

	/**
	 * Create the service.
	 * @param registry the commands
	 * @param mapper writes results
	 */
	public DefaultInvokeService(CommandRegistry registry, JsonMapper mapper) {
		Assert.notNull(registry, "'registry' must not be null");
		Assert.notNull(mapper, "'mapper' must not be null");
		this.registry = registry;
		this.mapper = mapper;
	}

	@Override
	public Mono<InvokeResponse> invoke(InvokeRequest request) {
		CommandHandlerMethod handler = this.registry.find(request.command());
		if (handler == null) {
			return Mono.just(error("Command " + request.command() + " not found"));
		}
		return Mono.defer(() -> call(handler, request));
	}

	private Mono<InvokeResponse> call(CommandHandlerMethod handler, InvokeRequest request) {
		try {
			return response(handler.call(request));
		}
		catch (InvokeException ex) {
			return Mono.just(error(ex.text()));
		}
		catch (Throwable ex) {
			return Mono.just(error(String.valueOf(ex.getMessage())));
		}
	}

	private Mono<InvokeResponse> response(@Nullable Object result) throws Exception {
		if (result instanceof Mono<?> mono) {
			return mono.map(this::serialised).defaultIfEmpty(InvokeResponse.NOTHING);
		}
		if (result instanceof CompletionStage<?> stage) {
			return Mono.fromCompletionStage(stage).map(this::serialised).defaultIfEmpty(InvokeResponse.NOTHING);
		}
		if (result instanceof Callable<?> callable) {
			return response(callable.call());
		}
		return Mono.just(serialised(result));
	}

	private InvokeResponse serialised(@Nullable Object value) {
		if (value == null) {
			return InvokeResponse.NOTHING;
		}
		if (value instanceof InvokeResponse response) {
			return response;
		}
		if (value instanceof byte[] bytes) {
			return new InvokeResponse.Raw(bytes);
		}
		return new InvokeResponse.Json(this.mapper.writeValueAsString(value));
	}

	private InvokeResponse error(String text) {
		return new InvokeResponse.Error(this.mapper.writeValueAsString(text));
	}

}
