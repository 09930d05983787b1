package dev.tauriboot.demo.notes;

import dev.tauriboot.ipc.InvokeException;

/**
 * Something the user can put right: the text is shown as it is.
 *
 * @since 0.1.0
 */
public class NoteException extends InvokeException {

	NoteException(String message) {
		super(message);
	}

}
