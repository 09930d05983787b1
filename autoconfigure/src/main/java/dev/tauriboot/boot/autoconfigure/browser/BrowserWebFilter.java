package dev.tauriboot.boot.autoconfigure.browser;

import java.util.List;
import java.util.function.Supplier;

import dev.tauriboot.browser.BrowserWebHandler;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Stands before everything else on the server, Spring Security included, whose firewall
 * would refuse the encoded paths of {@code convertFileSrc}: nobody comes in without a
 * session, and the application's pages need no further login. What a controller of the
 * application answers goes on to it, through the application's own security.
 */
final class BrowserWebFilter implements WebFilter, Ordered {

	private final Supplier<BrowserWebHandler> handler;

	private final Supplier<DispatcherHandler> dispatcher;

	BrowserWebFilter(Supplier<BrowserWebHandler> handler, Supplier<DispatcherHandler> dispatcher) {
		this.handler = handler;
		this.dispatcher = dispatcher;
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 10;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		BrowserWebHandler handler = this.handler.get();
		return handler.handle(exchange, (admitted) -> isForApplication(admitted)
			.flatMap((application) -> application ? chain.filter(admitted) : handler.handlePage(admitted)));
	}

	private Mono<Boolean> isForApplication(ServerWebExchange exchange) {
		List<HandlerMapping> mappings = this.dispatcher.get().getHandlerMappings();
		return Flux.fromIterable((mappings != null) ? mappings : List.<HandlerMapping>of())
			.filter((mapping) -> !isForFiles(mapping))
			// A mapping that fails knows the path, and refuses the method or the content
			// type.
			.concatMap((mapping) -> mapping.getHandler(exchange).hasElement().onErrorReturn(true))
			.any((found) -> found);
	}

	// Boot's mapping of static files takes every path.
	private static boolean isForFiles(@Nullable HandlerMapping mapping) {
		return mapping instanceof SimpleUrlHandlerMapping files && files.getUrlMap().containsKey("/**");
	}

}
