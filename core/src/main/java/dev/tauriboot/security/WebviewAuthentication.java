package dev.tauriboot.security;

import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.util.Assert;

/**
 * The authentication of a document: which webview, which window, which origin, as
 * established by the door that took the call. It has no credentials and no authorities.
 *
 * @since 0.1.0
 */
public class WebviewAuthentication extends AbstractAuthenticationToken {

	private final transient WebviewPrincipal principal;

	/**
	 * Create an authentication.
	 * @param principal who calls
	 */
	public WebviewAuthentication(WebviewPrincipal principal) {
		super(AuthorityUtils.NO_AUTHORITIES);
		Assert.notNull(principal, "'principal' must not be null");
		this.principal = principal;
		setAuthenticated(true);
	}

	/**
	 * The authentication of a document.
	 * @param page the document
	 * @return the authentication
	 */
	public static WebviewAuthentication of(Page page) {
		return new WebviewAuthentication(WebviewPrincipal.of(page));
	}

	@Override
	public @Nullable Object getCredentials() {
		return null;
	}

	@Override
	public WebviewPrincipal getPrincipal() {
		return this.principal;
	}

}
