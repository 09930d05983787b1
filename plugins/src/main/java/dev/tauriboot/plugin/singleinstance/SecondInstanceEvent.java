package dev.tauriboot.plugin.singleinstance;

import java.util.List;

import org.springframework.util.Assert;

/**
 * The application was started again. Published in the process that goes on; the other has
 * ended.
 *
 * @param args how: the program, then its arguments
 * @param cwd the working directory of the other process
 * @since 0.1.0
 */
public record SecondInstanceEvent(List<String> args, String cwd) {

	public SecondInstanceEvent {
		Assert.notNull(args, "'args' must not be null");
		Assert.notNull(cwd, "'cwd' must not be null");
		args = List.copyOf(args);
	}

}
