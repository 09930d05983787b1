package dev.tauriboot.javafx;

import java.net.URL;

import com.sun.webkit.PolicyClient;
import org.jspecify.annotations.Nullable;

/**
 * Brings the engine's questions about navigation down to one. What a document loads into
 * itself is not asked about.
 */
abstract class FxPolicy implements PolicyClient {

	/**
	 * Whether a frame may go to a URL.
	 * @param frame the engine's handle of the frame
	 * @param url where to, {@code null} if it is of no protocol that Java knows
	 */
	abstract boolean permit(long frame, @Nullable URL url);

	@Override
	public boolean permitNavigateAction(long frame, URL url) {
		return permit(frame, url);
	}

	@Override
	public boolean permitRedirectAction(long frame, URL url) {
		return permit(frame, url);
	}

	@Override
	public boolean permitSubmitDataAction(long frame, URL url, String method) {
		return permit(frame, url);
	}

	@Override
	public boolean permitResubmitDataAction(long frame, URL url, String method) {
		return permit(frame, url);
	}

	@Override
	public boolean permitAcceptResourceAction(long frame, URL url) {
		return true;
	}

	@Override
	public boolean permitEnableScriptsAction(long frame, URL url) {
		return true;
	}

	@Override
	public boolean permitClosePageAction(long frame) {
		return true;
	}

}
