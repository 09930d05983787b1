package dev.tauriboot.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SystemOpener}.
 */
class SystemOpenerTests {

	private final List<List<String>> started = new ArrayList<>();

	@ParameterizedTest
	@CsvSource({ "Linux, , xdg-open https://x.y", "Linux, firefox, firefox https://x.y",
			"Linux, gio, gio open https://x.y", "Linux, chrome, google-chrome https://x.y",
			"Mac OS X, , /usr/bin/open https://x.y", "Mac OS X, open, /usr/bin/open https://x.y",
			"Mac OS X, safari, /usr/bin/open -a safari https://x.y",
			"Windows 11, , 'rundll32 url.dll,FileProtocolHandler https://x.y'",
			"Windows 11, start, 'rundll32 url.dll,FileProtocolHandler https://x.y'",
			"Windows 11, firefox, firefox https://x.y" })
	void programIsThatOfTheSystem(String system, String program, String command) throws IOException {
		new SystemOpener(system, this.started::add).open("https://x.y", program);
		assertThat(this.started).containsExactly(List.of(command.split(" ")));
	}

	@Test
	void otherNamesOfAProgramAreTried() throws IOException {
		new SystemOpener("Linux", (command) -> {
			this.started.add(command);
			if (command.get(0).equals("google-chrome")) {
				throw new IOException("none");
			}
		}).open("https://x.y", "chrome");
		assertThat(this.started).extracting((command) -> command.get(0))
			.containsExactly("google-chrome", "google-chrome-stable");
	}

	@Test
	void missingProgramIsReported() {
		assertThatIOException().isThrownBy(() -> DesktopOpener.system().open("/tmp", "no-such-program"));
	}

	@Test
	void optionIsNoTarget() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new SystemOpener("Linux", this.started::add).open("--version", null));
		assertThat(this.started).isEmpty();
	}

}
