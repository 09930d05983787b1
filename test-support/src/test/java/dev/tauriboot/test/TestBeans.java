package dev.tauriboot.test;

import dev.tauriboot.command.annotation.TauriCommand;

import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/**
 * Beans that the scan of {@link TestApplication} meets.
 */
final class TestBeans {

	private TestBeans() {
	}

	/**
	 * Found by its command method.
	 */
	@Component
	static class Found {

		@TauriCommand
		boolean found() {
			return true;
		}

	}

	/**
	 * Has no part in commands.
	 */
	@Service
	static class Unrelated {

	}

}
