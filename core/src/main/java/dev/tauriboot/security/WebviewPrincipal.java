package dev.tauriboot.security;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.window.Page;

import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.util.Assert;

/**
 * Who calls: a document in a webview of a window.
 *
 * @param window the label of the window
 * @param webview the label of the webview
 * @param origin the document's origin
 * @since 0.1.0
 */
public record WebviewPrincipal(Label window, Label webview, Origin origin) implements AuthenticatedPrincipal {

	public WebviewPrincipal {
		Assert.notNull(window, "'window' must not be null");
		Assert.notNull(webview, "'webview' must not be null");
		Assert.notNull(origin, "'origin' must not be null");
	}

	/**
	 * The principal of a document.
	 * @param page the document
	 * @return the principal
	 */
	public static WebviewPrincipal of(Page page) {
		Assert.notNull(page, "'page' must not be null");
		return new WebviewPrincipal(page.webview().window().label(), page.webview().label(), page.origin());
	}

	/**
	 * The label of the webview, which is unique in an application.
	 * @return the label
	 */
	@Override
	public String getName() {
		return this.webview.value();
	}

}
