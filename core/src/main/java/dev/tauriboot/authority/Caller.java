package dev.tauriboot.authority;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Who calls, as the door established it.
 *
 * @param window the label of the window
 * @param webview the label of the webview
 * @param remoteUrl the URL of the page, {@code null} for the application's own pages
 * @since 0.1.0
 */
public record Caller(Label window, Label webview, @Nullable String remoteUrl) {

	public Caller {
		Assert.notNull(window, "'window' must not be null");
		Assert.notNull(webview, "'webview' must not be null");
	}

	/**
	 * A page of the application's own in a window with one webview.
	 * @param window the label of the window and the webview
	 * @return the caller
	 */
	public static Caller local(String window) {
		return new Caller(Label.of(window), Label.of(window), null);
	}

	/**
	 * Who a document is. The URL of a remote one is that of its webview, unless that has
	 * gone on to another origin.
	 * @param page the document
	 * @return the caller
	 */
	public static Caller of(Page page) {
		Assert.notNull(page, "'page' must not be null");
		Webview webview = page.webview();
		return new Caller(webview.window().label(), webview.label(), page.isLocal() ? null : remoteUrl(page));
	}

	private static String remoteUrl(Page page) {
		String url = page.webview().url();
		return page.origin().equals(Origin.of(url)) ? url : page.origin() + "/";
	}

	/**
	 * Whether the page is the application's own.
	 * @return {@code false} for any other
	 */
	public boolean isLocal() {
		return this.remoteUrl == null;
	}

	/**
	 * The origin as messages print it.
	 * @return {@code local}, or the page's URL
	 */
	public String url() {
		return (this.remoteUrl != null) ? this.remoteUrl : "local";
	}

}
