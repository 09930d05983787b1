package dev.tauriboot.plugin.shell;

import java.nio.charset.CharacterCodingException;

/**
 * What a page is told of a program: section 3.4 of the plugins' contract.
 *
 * @param event {@code Stdout}, {@code Stderr}, {@code Error} or {@code Terminated}
 * @param payload the text or the bytes, or how it ended
 */
record ChildEvent(String event, Object payload) {

	static ChildEvent of(ShellEvent event, OutputEncoding encoding) {
		if (event instanceof ShellEvent.Terminated terminated) {
			return new ChildEvent("Terminated", terminated.status());
		}
		ShellEvent.Output output = (ShellEvent.Output) event;
		try {
			return new ChildEvent(output.error() ? "Stderr" : "Stdout", encoding.decode(output.bytes()));
		}
		catch (CharacterCodingException ex) {
			return new ChildEvent("Error", String.valueOf(ex.getMessage()));
		}
	}

}
