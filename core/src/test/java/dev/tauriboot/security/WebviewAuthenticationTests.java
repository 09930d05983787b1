package dev.tauriboot.security;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.command.CommandFixture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebviewAuthentication}.
 */
class WebviewAuthenticationTests {

	@Test
	void isWhatThePageSays() {
		WebviewAuthentication authentication = WebviewAuthentication.of(CommandFixture.page());
		assertThat(authentication.isAuthenticated()).isTrue();
		assertThat(authentication.getName()).isEqualTo("view");
		assertThat(authentication.getCredentials()).isNull();
		assertThat(authentication.getAuthorities()).isEmpty();
		assertThat(authentication.getPrincipal()).isEqualTo(
				new WebviewPrincipal(Label.of("main"), Label.of("view"), new Origin("http", "tauri.localhost", 80)));
	}

	@Test
	void equalsByPrincipal() {
		assertThat(WebviewAuthentication.of(CommandFixture.page()))
			.isEqualTo(WebviewAuthentication.of(CommandFixture.page()));
	}

}
