package dev.tauriboot.test;

import dev.tauriboot.command.annotation.TauriCommand;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Capabilities are in force in a {@link TauriTest}, those too that name commands which
 * the slice left out.
 */
@TauriTest(properties = { "tauri.app.windows[0].label=main", "tauri.app.windows[1].label=second",
		"tauri.app.security.capabilities.a.windows=main",
		"tauri.app.security.capabilities.a.permissions=core:default,allow-sing,allow-left-out" })
@Import(SliceCapabilityTests.Singer.class)
class SliceCapabilityTests {

	@Autowired
	private IpcTester tester;

	@Test
	void commandIsGrantedToItsWindowOnly() {
		this.tester.invoke("sing").as("main").assertThat().hasValue("la");
		this.tester.invoke("sing").as("second").expectRejection().isRejectedWith("Command sing not allowed by ACL");
	}

	@Test
	void whatWasLeftOutIsNotFound() {
		this.tester.invoke("left_out").as("main").expectRejection().isRejectedWith("Command left_out not found");
	}

	static class Singer {

		@TauriCommand
		String sing() {
			return "la";
		}

	}

}
