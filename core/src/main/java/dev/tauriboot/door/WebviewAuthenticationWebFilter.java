package dev.tauriboot.door;

import dev.tauriboot.security.WebviewAuthentication;
import reactor.core.publisher.Mono;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * First filter of the IPC chain: the calling webview becomes the exchange's
 * authentication. Who calls was established by the door, never by the body.
 *
 * @since 0.1.0
 */
public final class WebviewAuthenticationWebFilter implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		WebviewAuthentication authentication = WebviewAuthentication.of(IpcExchange.request(exchange).page());
		return chain.filter(exchange).contextWrite(ReactiveSecurityContextHolder.withAuthentication(authentication));
	}

}
