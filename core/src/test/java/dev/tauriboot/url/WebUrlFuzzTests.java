package dev.tauriboot.url;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tauriboot.Origin;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Any text as an address: it is refused or says the same again, and its host holds
 * nothing that could be read as another one.
 */
class WebUrlFuzzTests {

	@FuzzTest(maxDuration = "2s")
	void fuzz(FuzzedDataProvider data) {
		String text = data.pickValue(new String[] { "", "http://", "https://tauri.localhost", "file://" })
				+ data.consumeRemainingAsString();
		WebUrl url = WebUrl.parse(text);
		if (url != null) {
			assertThat(url.hostname()).doesNotContainPattern("[/@\\\\?#\\s]");
			WebUrl again = WebUrl.parse(url.toString());
			// What could be read in two ways may be refused the second time.
			if (again != null) {
				assertThat(again.hostname()).as(text).isEqualTo(url.hostname());
				assertThat(again.protocol()).as(text).isEqualTo(url.protocol());
			}
		}
		Origin origin = Origin.of(text);
		if (origin != null) {
			assertThat(Origin.of(origin.toString())).isEqualTo(origin);
		}
	}

}
