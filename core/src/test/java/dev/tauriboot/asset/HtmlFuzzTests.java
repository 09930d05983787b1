package dev.tauriboot.asset;

import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text as a page and as a policy: the page is left as it is but for our script, which
 * stands in it once, and a policy is one header.
 */
class HtmlFuzzTests {

	private static final String BOOT = "<script nonce=\"7\">B\u0001</script>";

	private final HtmlInjector injector = new HtmlInjector("B\u0001", null);

	@FuzzTest(maxDuration = "2s")
	void fuzz(FuzzedDataProvider data) {
		String policy = data.consumeString(60);
		String html = data.consumeRemainingAsString().replace("\u0001", "");
		String injected = this.injector.inject(html, "7");
		int at = injected.indexOf(BOOT);
		assertThat(at).isNotNegative();
		assertThat(injected.substring(0, at) + injected.substring(at + BOOT.length())).isEqualTo(html);
		ContentSecurityPolicy parsed;
		try {
			parsed = ContentSecurityPolicy.parse(policy);
		}
		catch (IllegalArgumentException ex) {
			return;
		}
		String header = parsed.with("frame-src", List.of("'none'")).toString();
		assertThat(header).doesNotContain("\r", "\n", "\0");
		assertThat(ContentSecurityPolicy.parse(header)).hasToString(header);
	}

}
