package dev.tauriboot.runtime;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SystemLinksTests {

	private final List<List<String>> started = new ArrayList<>();

	private final SystemLinks links = new SystemLinks(this.started::add);

	@ParameterizedTest
	@ValueSource(strings = { "http://example.com/a?b=c&d#e", "HTTPS://example.com", "mailto:a@b.example?subject=x",
			"tel:+4912345" })
	void opensLinksOfTheWeb(String url) {
		assertThat(this.links.open(url)).isTrue();
		assertThat(this.started).singleElement().satisfies((command) -> assertThat(command).last().isEqualTo(url));
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://example.com/",
			"http:example.com", "http://", "https://user:secret@example.com/", "mailto:-x", "tel:--help",
			"http://example.com/a b", "http://example.com/\"", "vbscript:x", "calculator:", "--help", "", "/etc" })
	void refusesWhatIsNoLinkOfTheWeb(String url) {
		assertThat(this.links.open(url)).isFalse();
		assertThat(this.started).isEmpty();
	}

	@Test
	void writesOtherAlphabetsInAscii() {
		assertThat(SystemLinks.safe("https://example.com/ü")).isEqualTo("https://example.com/%C3%BC");
	}

	@Test
	void startsTheOpenerOfTheSystem() {
		assertThat(SystemLinks.command("Linux", "u")).containsExactly("xdg-open", "u");
		assertThat(SystemLinks.command("Mac OS X", "u")).containsExactly("/usr/bin/open", "u");
		assertThat(SystemLinks.command("Windows 11", "u")).containsExactly("rundll32", "url.dll,FileProtocolHandler",
				"u");
	}

	@Test
	void missingOpenerIsNoFailure() {
		SystemLinks.start(List.of("a-program-that-is-not-there", "http://example.com/"));
	}

}
