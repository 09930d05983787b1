package dev.tauriboot.authority;

import org.springframework.util.Assert;

/**
 * The question whether a page may call a command.
 *
 * @param command the command's full name exactly as sent
 * @param caller who calls
 * @since 0.1.0
 */
public record AccessRequest(String command, Caller caller) {

	public AccessRequest {
		Assert.notNull(command, "'command' must not be null");
		Assert.notNull(caller, "'caller' must not be null");
	}

}
