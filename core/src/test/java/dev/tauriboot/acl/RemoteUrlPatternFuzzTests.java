package dev.tauriboot.acl;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tauriboot.url.WebUrl;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text as an address and as a pattern: a grant for the hosts below one name reaches
 * no other host and no other scheme.
 */
class RemoteUrlPatternFuzzTests {

	private static final RemoteUrlPattern GRANT = RemoteUrlPattern.of("https://*.example.com/*");

	@FuzzTest(maxDuration = "2s")
	void fuzz(FuzzedDataProvider data) {
		String prefix = data.pickValue(new String[] { "", "https://", "https://a.example.com", "http://", "//" });
		String url = prefix + data.consumeString(80);
		if (GRANT.matches(url)) {
			WebUrl parsed = WebUrl.parse(url);
			assertThat(parsed).isNotNull();
			assertThat(parsed.protocol()).isEqualTo("https");
			assertThat(parsed.hostname()).endsWith(".example.com");
		}
		try {
			RemoteUrlPattern.of(data.consumeRemainingAsString()).matches(url);
		}
		catch (IllegalArgumentException ex) {
			// refused with a text of its own
			assertThat(ex.getMessage()).isNotBlank();
		}
	}

}
