package dev.tauriboot.security;

import java.util.List;

import dev.tauriboot.window.Page;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * The authentication of a webview. Its credentials are never kept: the door has checked
 * them.
 *
 * @since 0.1.0
 */
public final class WebviewAuthentication extends AbstractAuthenticationToken {

	private final transient WebviewPrincipal principal;

	private WebviewAuthentication(WebviewPrincipal principal) {
		super(List.of());
		this.principal = principal;
		super.setAuthenticated(true);
	}

	/**
	 * The authentication of the webview that shows a page.
	 * @param page the page
	 * @return its authentication
	 */
	public static WebviewAuthentication of(Page page) {
		return new WebviewAuthentication(new WebviewPrincipal(page.webview().window().label(), page.webview().label(),
				page.origin()));
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public WebviewPrincipal getPrincipal() {
		return this.principal;
	}

	@Override
	public String getName() {
		return this.principal.webview().value();
	}

}
