package dev.tauriboot.boot.autoconfigure.plugin;

import dev.tauriboot.authority.RuntimeAuthority;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Knows what capabilities grant to anybody.
 */
final class Grants {

	private Grants() {
	}

	/**
	 * Whether a command is granted to any page. Listening for links in the name of a
	 * command that nobody may call would leave them dead: they open in the browser
	 * otherwise.
	 */
	static boolean exist(ObjectProvider<RuntimeAuthority> authority, String command) {
		RuntimeAuthority known = authority.getIfAvailable();
		return known == null || known.acl().allowed().containsKey(command);
	}

}
