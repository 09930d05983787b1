package dev.tauriboot.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;

import dev.tauriboot.Label;
import dev.tauriboot.browser.BrowserSessions.Opening;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link BrowserSessions}.
 */
class BrowserSessionsTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final Label MAIN = Label.of("main");

	private final Clock clock = mock(Clock.class);

	private final BrowserSessions sessions = new BrowserSessions(this.clock);

	@BeforeEach
	void start() {
		given(this.clock.instant()).willReturn(START);
		given(this.clock.getZone()).willReturn(ZoneOffset.UTC);
	}

	@Test
	void tokenHasAtLeast128RandomBitsAndOpensOnce() {
		String token = this.sessions.issueToken(MAIN);
		assertThat(Base64.getUrlDecoder().decode(token)).hasSizeGreaterThanOrEqualTo(16);
		assertThat(this.sessions.issueToken(MAIN)).isNotEqualTo(token);
		Opening opening = this.sessions.redeem(token, null);
		assertThat(opening).isNotNull();
		assertThat(opening.window()).isEqualTo(MAIN);
		assertThat(opening.toString()).doesNotContain(opening.secret()).doesNotContain(opening.session());
		assertThat(this.sessions.redeem(token, null)).isNull();
		assertThat(this.sessions.redeem("", null)).isNull();
	}

	@Test
	void tokenExpires() {
		String used = this.sessions.issueToken(MAIN);
		String late = this.sessions.issueToken(MAIN);
		given(this.clock.instant()).willReturn(START.plus(BrowserSessions.TOKEN_LIFETIME).minusMillis(1));
		assertThat(this.sessions.redeem(used, null)).isNotNull();
		given(this.clock.instant()).willReturn(START.plus(Duration.ofMinutes(10)));
		assertThat(this.sessions.redeem(late, null)).isNull();
	}

	@Test
	void secretBelongsToSessionAndWindow() {
		Opening first = this.sessions.redeem(this.sessions.issueToken(MAIN), null);
		Opening second = this.sessions.redeem(this.sessions.issueToken(Label.of("other")), first.session());
		Opening foreign = this.sessions.redeem(this.sessions.issueToken(MAIN), "guess");
		assertThat(second.session()).as("session is kept").isEqualTo(first.session());
		assertThat(foreign.session()).as("unknown session is replaced").isNotIn("guess", first.session());
		assertThat(this.sessions.isSession("guess")).isFalse();
		assertThat(this.sessions.isSession(null)).isFalse();
		assertThat(this.sessions.findWindow(second.secret(), first.session())).isEqualTo(Label.of("other"));
		assertThat(this.sessions.findWindow(first.secret(), foreign.session())).isNull();
		assertThat(this.sessions.findWindow(first.secret(), null)).isNull();
		assertThat(this.sessions.findWindow(null, first.session())).isNull();
		this.sessions.forget(MAIN);
		assertThat(this.sessions.findWindow(first.secret(), first.session())).isNull();
		assertThat(this.sessions.findWindow(second.secret(), first.session())).isEqualTo(Label.of("other"));
	}

}
