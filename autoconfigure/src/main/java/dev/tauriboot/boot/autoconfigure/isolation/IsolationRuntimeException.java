package dev.tauriboot.boot.autoconfigure.isolation;

/**
 * The runtime has no isolation frames.
 */
final class IsolationRuntimeException extends RuntimeException {

	IsolationRuntimeException() {
		super("The browser runtime has no isolation frames");
	}

}
