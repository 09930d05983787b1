package dev.tauriboot.browser;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.Label;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Who may come in: a token opens a window once, and then a session cookie and a secret of
 * the window stand for it. Only digests are kept and compared, so that neither the time a
 * lookup takes nor a dump of the memory gives a secret away.
 *
 * @since 0.1.0
 */
public final class BrowserSessions {

	/** How long a token can be used. */
	public static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int SECRET_BYTES = 32;

	private final Clock clock;

	private final Map<String, Token> tokens = new ConcurrentHashMap<>();

	private final Map<String, Tab> tabs = new ConcurrentHashMap<>();

	private final Set<String> sessions = ConcurrentHashMap.newKeySet();

	/**
	 * Create an empty store.
	 * @param clock tells when tokens expire
	 */
	public BrowserSessions(Clock clock) {
		Assert.notNull(clock, "'clock' must not be null");
		this.clock = clock;
	}

	/**
	 * Make a token that opens a window once.
	 * @param window the window's label
	 * @return the token
	 */
	public String issueToken(Label window) {
		Assert.notNull(window, "'window' must not be null");
		Instant now = this.clock.instant();
		this.tokens.values().removeIf((token) -> token.isExpired(now));
		String text = secret();
		this.tokens.put(digest(text), new Token(window, now.plus(TOKEN_LIFETIME)));
		return text;
	}

	/**
	 * Use up a token.
	 * @param token the token
	 * @param session the session the browser has, or {@code null}; an unknown one is
	 * replaced
	 * @return what the browser gets, or {@code null} if the token is unknown, used or
	 * expired
	 */
	@Nullable Opening redeem(String token, @Nullable String session) {
		Token found = this.tokens.remove(digest(token));
		if (found == null || found.isExpired(this.clock.instant())) {
			return null;
		}
		String own = isSession(session) ? session : null;
		if (own == null) {
			own = openSession();
		}
		String secret = secret();
		this.tabs.put(digest(secret), new Tab(found.window(), digest(own)));
		return new Opening(found.window(), own, secret);
	}

	/**
	 * Begin a session without a token, for what runs in this process.
	 * @return the session, a secret
	 */
	String openSession() {
		String session = secret();
		this.sessions.add(digest(session));
		return session;
	}

	/**
	 * Whether a session is ours.
	 * @param session what a request brought
	 * @return {@code true} for a session that a token has opened
	 */
	public boolean isSession(@Nullable String session) {
		return session != null && this.sessions.contains(digest(session));
	}

	/**
	 * Find the window of a tab.
	 * @param secret the tab's secret
	 * @param session the session of the request
	 * @return the window's label, or {@code null} if the secret is unknown in that
	 * session
	 */
	@Nullable Label findWindow(@Nullable String secret, @Nullable String session) {
		Tab tab = (secret != null) ? this.tabs.get(digest(secret)) : null;
		return (tab != null && session != null && tab.session().equals(digest(session))) ? tab.window() : null;
	}

	/**
	 * Forget the tokens and secrets of a window.
	 * @param window the window's label
	 */
	void forget(Label window) {
		this.tokens.values().removeIf((token) -> token.window().equals(window));
		this.tabs.values().removeIf((tab) -> tab.window().equals(window));
	}

	static String secret() {
		byte[] bytes = new byte[SECRET_BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String digest(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a browser gets for a token.
	 *
	 * @param window the label of the window to show
	 * @param session the session
	 * @param secret the secret of the tab
	 */
	record Opening(Label window, String session, String secret) {

		@Override
		public String toString() {
			return "Opening[" + this.window + "]";
		}

	}

	private record Token(Label window, Instant expiry) {

		boolean isExpired(Instant now) {
			return !now.isBefore(this.expiry);
		}

	}

	private record Tab(Label window, String session) {
	}

}
