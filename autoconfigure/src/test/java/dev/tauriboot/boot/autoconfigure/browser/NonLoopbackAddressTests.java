package dev.tauriboot.boot.autoconfigure.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link LoopbackWebServerCustomizer} and its failure analyzer.
 */
@ExtendWith(OutputCaptureExtension.class)
class NonLoopbackAddressTests {

	@Test
	void refusesAddressOthersCanReach(CapturedOutput output) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
			.properties("tauri.runtime=browser", "server.address=0.0.0.0");
		assertThatThrownBy(application::run).hasRootCauseInstanceOf(NonLoopbackAddressException.class);
		assertThat(output).contains("listens on the loopback interface only").contains("ssh -L");
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
