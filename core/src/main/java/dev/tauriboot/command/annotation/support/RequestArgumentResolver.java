package dev.tauriboot.command.annotation.support;

import java.security.Principal;
import java.util.Map;

import dev.tauriboot.command.CommandArgument;
import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.CommandMapping;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.security.WebviewAuthentication;
import dev.tauriboot.security.WebviewPrincipal;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;

/**
 * Resolves parameters from the call itself: the request, its headers, and who calls
 * ({@link Page}, {@link Webview}, {@link Window}, {@link Principal},
 * {@link Authentication}, {@link WebviewPrincipal}).
 *
 * @since 0.1.0
 */
public final class RequestArgumentResolver implements CommandArgumentResolver {

	private static final Map<Class<?>, CommandArgument> ARGUMENTS = Map.of(InvokeRequest.class, (request) -> request,
			HttpHeaders.class, InvokeRequest::headers, Page.class, InvokeRequest::page, Webview.class,
			(request) -> request.page().webview(), Window.class, (request) -> request.page().webview().window(),
			Principal.class, RequestArgumentResolver::authentication, Authentication.class,
			RequestArgumentResolver::authentication, WebviewAuthentication.class,
			RequestArgumentResolver::authentication, WebviewPrincipal.class,
			(request) -> WebviewPrincipal.of(request.page()));

	@Override
	public @Nullable CommandArgument argumentFor(MethodParameter parameter, CommandMapping command) {
		return ARGUMENTS.get(parameter.getParameterType());
	}

	private static WebviewAuthentication authentication(InvokeRequest request) {
		return WebviewAuthentication.of(request.page());
	}

}
