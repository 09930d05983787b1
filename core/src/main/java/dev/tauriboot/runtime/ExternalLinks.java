package dev.tauriboot.runtime;

/**
 * Opens links that lead out of the application.
 *
 * @since 0.1.0
 */
public interface ExternalLinks {

	/**
	 * Open a link outside of the application. Returns at once.
	 * @param url the absolute URL, as a page names it
	 * @return {@code false} if the URL is of a kind that is not opened
	 */
	boolean open(String url);

	/**
	 * Links open in the program the system has for them: {@code http} and {@code https}
	 * in its browser, {@code mailto} and {@code tel} likewise. No other scheme is opened,
	 * because a page could start any program by it.
	 * @return the links
	 */
	static ExternalLinks system() {
		return new SystemLinks(SystemLinks::start);
	}

}
