package dev.tauriboot.observation;

import dev.tauriboot.Label;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What is known of an invoke while it is observed. Arguments and results are not part of
 * it.
 *
 * @since 0.1.0
 */
public class InvokeObservationContext extends Observation.Context {

	private final @Nullable String command;

	private final Label window;

	private final Label webview;

	private volatile @Nullable Outcome outcome;

	/**
	 * Create a context.
	 * @param command the full name of a registered command, {@code null} if the page
	 * asked for one that is not
	 * @param window the window the call came from
	 * @param webview the webview the call came from
	 */
	public InvokeObservationContext(@Nullable String command, Label window, Label webview) {
		Assert.notNull(window, "'window' must not be null");
		Assert.notNull(webview, "'webview' must not be null");
		this.command = command;
		this.window = window;
		this.webview = webview;
	}

	/**
	 * The command.
	 * @return its full name, or {@code null} if no such command is registered
	 */
	public @Nullable String getCommand() {
		return this.command;
	}

	/**
	 * The window the call came from.
	 * @return its label
	 */
	public Label getWindow() {
		return this.window;
	}

	/**
	 * The webview the call came from.
	 * @return its label
	 */
	public Label getWebview() {
		return this.webview;
	}

	/**
	 * How the call ended.
	 * @return the outcome, or {@code null} while it runs
	 */
	public @Nullable Outcome getOutcome() {
		return this.outcome;
	}

	/**
	 * Set how the call ended.
	 * @param outcome the outcome
	 */
	public void setOutcome(Outcome outcome) {
		this.outcome = outcome;
	}

	/**
	 * How a call ends.
	 */
	public enum Outcome {

		/** The promise resolves. */
		SUCCESS,

		/** The promise rejects. */
		ERROR,

		/** Nobody waits for the answer any more. */
		CANCELLED

	}

}
