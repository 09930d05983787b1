package dev.tauriboot.window;

import java.time.Duration;
import java.util.List;

import dev.tauriboot.Label;

import org.springframework.util.Assert;

/**
 * Published in the context when a page's script, or what else the engine does for a page,
 * keeps the thread of the windows for too long, and once more when it is over. All
 * windows stand still meanwhile, the back end goes on. Listeners run on a thread that
 * does nothing else.
 *
 * @param suspects the open pages: it is one of them
 * @param duration how long it has been so
 * @param over whether it is over
 * @since 0.1.0
 */
public record SlowScriptEvent(List<Suspect> suspects, Duration duration, boolean over) {

	public SlowScriptEvent {
		suspects = List.copyOf(suspects);
		Assert.notNull(duration, "'duration' must not be null");
	}

	/**
	 * A page that may have the script.
	 *
	 * @param webview the label of its webview
	 * @param url its URL
	 */
	public record Suspect(Label webview, String url) {
	}

}
