package dev.tauriboot.javafx;

/**
 * JavaFX cannot start, as where there is no display. Its cause says why.
 *
 * @since 0.1.0
 */
public class FxStartException extends IllegalStateException {

	FxStartException(Throwable cause) {
		super("JavaFX cannot start: " + cause, cause);
	}

}
