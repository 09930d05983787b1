package dev.tauriboot.door;

import java.util.List;

import dev.tauriboot.command.InvokeService;
import dev.tauriboot.ipc.InvokeResponse;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;
import org.springframework.web.server.handler.FilteringWebHandler;

/**
 * The one way in: the filters of the IPC security chain, then the {@link InvokeService}.
 * Every door sends every call through here.
 *
 * @since 0.1.0
 */
public final class IpcPipeline {

	/** What a call is rejected with that no worker has taken. */
	static final String NO_WORKER = "no worker takes the call at the moment";

	/** The answer to a call that broke off outside its command. */
	static final InvokeResponse FAILED = new InvokeResponse.Error("\"internal error\"");

	private static final InvokeResponse REFUSED = new InvokeResponse.Error("\"request refused\"");

	private final WebHandler handler;

	/**
	 * Create the pipeline.
	 * @param filters the filters, in order
	 * @param service what answers the calls the filters let through
	 */
	public IpcPipeline(List<WebFilter> filters, InvokeService service) {
		Assert.notNull(filters, "'filters' must not be null");
		Assert.notNull(service, "'service' must not be null");
		this.handler = new FilteringWebHandler((exchange) -> service.invoke(IpcExchange.request(exchange))
			.doOnNext((response) -> IpcExchange.setResponse(exchange, response))
			.then(), filters);
	}

	/**
	 * Answer the call on an exchange.
	 * @param exchange an exchange whose request a door has set
	 * @return the response; a rejection if a filter ended the exchange without one
	 */
	public Mono<InvokeResponse> handle(ServerWebExchange exchange) {
		return this.handler.handle(exchange).then(Mono.fromSupplier(() -> {
			InvokeResponse response = IpcExchange.response(exchange);
			return (response != null) ? response : REFUSED;
		}));
	}

}
