package dev.tauriboot.conformance;

import org.springframework.test.context.TestPropertySource;

/**
 * The same with a hook that sees them.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation" })
class IsolationRequestedBytesTests extends RequestedBytesTests {

}
