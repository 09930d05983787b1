package dev.tauriboot.authority;

import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.TestAcl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.tauriboot.acl.TestAcl.remote;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RuntimeAuthority#grantsAny}.
 */
class GrantedPagesTests {

	private static TestAcl acl() {
		return TestAcl.empty()
			.capability("a",
					(a) -> a.windows("main").local(false).remoteUrls("https://x.example").permissions("notes:default"));
	}

	@ParameterizedTest // rows 64 to 66, 84 to 91
	@ValueSource(strings = { "https://x.example/p", "https://x.example:443/", "https://X.example/?q#f" })
	void pageOfTheOriginIsGranted(String url) {
		assertThat(acl().authority().grantsAny(remote(url))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://x.example/", "https://y.x.example/", "https://x.example:444/",
			"https://x.example.evil.example/", "https://x.example@evil.example/", "https://evil.example/x.example",
			"https://xaexample/", "https://x.example.:443/", "about:blank", "data:text/html,x", "null", "" })
	void pageOfAnotherIsNot(String url) {
		assertThat(acl().authority().grantsAny(remote(url))).isFalse();
	}

	@Test
	void pageInAnotherWindowIsNot() {
		Caller other = new Caller(Label.of("other"), Label.of("other"), "https://x.example/");
		assertThat(acl().authority().grantsAny(other)).isFalse();
	}

	@Test
	void grantOfWhatIsDeniedIsNone() {
		TestAcl acl = acl().capability("b", (b) -> b.permissions("notes:deny-list-notes"));
		assertThat(acl.authority().grantsAny(remote("https://x.example/"))).isFalse();
	}

	@Test
	void scopeWithoutCommandIsNone() {
		TestAcl acl = TestAcl.empty()
			.capability("a", (a) -> a.windows("main").remoteUrls("https://x.example").permissions("notes:dir"));
		assertThat(acl.authority().grantsAny(remote("https://x.example/"))).isFalse();
	}

	@Test
	void capabilityAddedLaterCounts() {
		TestAcl acl = acl();
		assertThat(acl.authority().grantsAny(remote("https://z.example/"))).isFalse();
		acl.authority()
			.add(List.of(Capability.withId("z")
				.windows("main")
				.remoteUrls("https://z.example")
				.permissions("notes:default")
				.build()));
		assertThat(acl.authority().grantsAny(remote("https://z.example/"))).isTrue();
	}

	@Test
	void ownPageIsGrantedTheApplicationsCommands() {
		assertThat(TestAcl.empty().authority().grantsAny(Caller.local("main"))).isTrue();
		TestAcl restricted = TestAcl.empty().withApp("greet");
		assertThat(restricted.authority().grantsAny(Caller.local("main"))).isFalse();
	}

}
