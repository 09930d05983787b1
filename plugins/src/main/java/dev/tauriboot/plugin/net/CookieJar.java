package dev.tauriboot.plugin.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.url.WebUrl;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.Assert;

/**
 * The cookies of the application. Those with a date of their own are kept in a file, if
 * there is one, which is written whole or not at all, soon after a change and when the
 * jar is closed. Safe for any thread.
 *
 * @since 0.1.0
 */
public final class CookieJar implements AutoCloseable {

	private static final Log logger = LogFactory.getLog(CookieJar.class);

	/** How many cookies there are at most. */
	public static final int DEFAULT_MAX_COOKIES = 3000;

	private static final int MOST_OF_A_DOMAIN = 180;

	private static final long SAVE_DELAY_MILLIS = 500;

	private static final Comparator<Cookie> ORDER = Comparator.comparingInt((Cookie cookie) -> -cookie.path().length())
		.thenComparingLong(Cookie::created);

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final @Nullable Path file;

	private final int maxCookies;

	private final Clock clock;

	private final Object saving = new Object();

	private final List<Cookie> cookies = new ArrayList<>();

	private boolean scheduled;

	private boolean loaded;

	private boolean changed;

	/**
	 * Create a jar.
	 * @param file where cookies are kept, read when they are first needed, or
	 * {@code null} to forget them when the application ends
	 */
	public CookieJar(@Nullable Path file) {
		this(file, DEFAULT_MAX_COOKIES);
	}

	/**
	 * Create a jar.
	 * @param file where cookies are kept, read when they are first needed, or
	 * {@code null} to forget them when the application ends
	 * @param maxCookies how many there are at most: the oldest is forgotten for a new one
	 */
	public CookieJar(@Nullable Path file, int maxCookies) {
		this(file, maxCookies, Clock.systemUTC());
	}

	CookieJar(@Nullable Path file, int maxCookies, Clock clock) {
		Assert.isTrue(maxCookies > 0, "'maxCookies' must be above 0");
		this.file = file;
		this.maxCookies = maxCookies;
		this.clock = clock;
	}

	/**
	 * What is sent to a URL.
	 * @param url the URL
	 * @return the value of the header, or {@code null} if there is nothing to send
	 */
	public synchronized @Nullable String header(WebUrl url) {
		Assert.notNull(url, "'url' must not be null");
		load();
		Instant now = this.clock.instant();
		this.cookies.removeIf((cookie) -> cookie.isExpired(now));
		List<Cookie> sent = new ArrayList<>();
		for (Cookie cookie : this.cookies) {
			if (cookie.isFor(url)) {
				sent.add(cookie);
			}
		}
		sent.sort(ORDER);
		StringBuilder header = new StringBuilder();
		for (Cookie cookie : sent) {
			header.append(header.isEmpty() ? "" : "; ").append(cookie.name()).append('=').append(cookie.value());
		}
		return header.isEmpty() ? null : header.toString();
	}

	/**
	 * Keep what a server sets. What it must not set is ignored.
	 * @param url who sets it
	 * @param setCookie the value of the header
	 */
	public synchronized void set(WebUrl url, String setCookie) {
		Assert.notNull(url, "'url' must not be null");
		Assert.notNull(setCookie, "'setCookie' must not be null");
		load();
		Instant now = this.clock.instant();
		Cookie cookie = Cookie.of(url, setCookie, now);
		if (cookie == null) {
			return;
		}
		for (Cookie known : this.cookies) {
			if (known.isSame(cookie)) {
				cookie = cookie.createdAt(known.created());
				this.cookies.remove(known);
				break;
			}
		}
		if (!cookie.isExpired(now)) {
			makeRoom(cookie.domain());
			this.cookies.add(cookie);
		}
		saveSoon();
	}

	private void makeRoom(String domain) {
		int ofDomain = 0;
		Cookie oldest = null;
		for (Cookie cookie : this.cookies) {
			if (cookie.domain().equals(domain)) {
				ofDomain++;
				oldest = (oldest != null) ? oldest : cookie;
			}
		}
		if (ofDomain >= MOST_OF_A_DOMAIN) {
			this.cookies.remove(oldest);
		}
		while (this.cookies.size() >= this.maxCookies) {
			this.cookies.remove(0);
		}
	}

	/**
	 * Forget all cookies.
	 */
	public synchronized void clear() {
		load();
		this.cookies.clear();
		saveSoon();
	}

	private void load() {
		if (this.loaded) {
			return;
		}
		this.loaded = true;
		if (this.file == null || !Files.isRegularFile(this.file)) {
			return;
		}
		try {
			this.cookies.addAll(List.of(this.mapper.readValue(Files.readAllBytes(this.file), Cookie[].class)));
		}
		catch (IOException | JacksonException | NullPointerException ex) {
			logger.warn("The cookies of the application could not be read and are forgotten", ex);
		}
	}

	private void saveSoon() {
		this.changed = true;
		if (this.file != null && !this.scheduled) {
			this.scheduled = true;
			Schedulers.boundedElastic().schedule(this::save, SAVE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	private void save() {
		synchronized (this.saving) {
			List<Cookie> kept = new ArrayList<>();
			synchronized (this) {
				this.scheduled = false;
				if (!this.changed || this.file == null) {
					return;
				}
				this.changed = false;
				for (Cookie cookie : this.cookies) {
					if (cookie.expires() != null) {
						kept.add(cookie);
					}
				}
			}
			try {
				write(this.file, this.mapper.writeValueAsBytes(kept));
			}
			catch (IOException ex) {
				logger.warn("The cookies of the application could not be kept", ex);
			}
		}
	}

	private static void write(Path file, byte[] content) throws IOException {
		Path folder = file.toAbsolutePath().getParent();
		if (folder != null) {
			Files.createDirectories(folder);
		}
		try (PartFile part = PartFile.secret(file)) {
			part.write(content, 0, content.length);
			part.commit();
		}
	}

	/**
	 * Write what has changed. The jar can still be used.
	 */
	@Override
	public void close() {
		save();
	}

}
