package dev.tauriboot.authority;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.PlainText;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Remembers the latest refusals. The same call refused again is counted and takes no
 * further room. Commands that do not exist have a small share of the room, so that a page
 * that makes up names cannot drive out the rest. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class RecentDenials implements AccessObserver {

	private static final int MAX_NAME = 128;

	private static final int MAX_TEXT = 1024;

	private final Clock clock;

	// Both guarded by this, the one used last at the end.
	private final Map<Key, Entry> known;

	private final Map<Key, Entry> unknown;

	/**
	 * Create a memory.
	 * @param size how many calls to remember
	 * @param clock tells the time
	 */
	public RecentDenials(int size, Clock clock) {
		Assert.isTrue(size > 0, "'size' must be above 0");
		Assert.notNull(clock, "'clock' must not be null");
		this.clock = clock;
		int share = size / 4;
		this.known = new Recent(size - share);
		this.unknown = new Recent(share);
	}

	@Override
	public void denied(AccessRequest request, Denied decision) {
		Caller caller = request.caller();
		Key key = new Key(PlainText.of(request.command(), MAX_NAME), caller.window().value(), caller.webview().value(),
				caller.isLocal(), decision.reason());
		boolean exists = decision.reason() != Reason.UNKNOWN_COMMAND && decision.reason() != Reason.UNKNOWN_PLUGIN;
		Instant now = this.clock.instant();
		synchronized (this) {
			Map<Key, Entry> entries = exists ? this.known : this.unknown;
			Entry before = entries.get(key);
			entries.put(key,
					new Entry((before != null) ? before.first() : now, now, (before != null) ? before.count() + 1 : 1,
							key.command, key.window, key.webview, PlainText.of(caller.url(), MAX_TEXT), key.reason,
							PlainText.of(decision.explanation(), MAX_TEXT), decision.remedy()));
		}
	}

	/**
	 * The refusals remembered.
	 * @return one entry for each call, the latest first
	 */
	public List<Entry> entries() {
		List<Entry> entries;
		synchronized (this) {
			entries = new ArrayList<>(this.known.values());
			entries.addAll(this.unknown.values());
		}
		entries.sort(Comparator.comparing(Entry::last).reversed());
		return entries;
	}

	/**
	 * A call that was refused, once or more often. Texts are on one line and shortened.
	 *
	 * @param first when it was refused first
	 * @param last when it was refused last
	 * @param count how often
	 * @param command the command's full name as sent
	 * @param window the label of the window
	 * @param webview the label of the webview
	 * @param url {@code local}, or the URL of the page the last time
	 * @param reason why
	 * @param explanation the words for it
	 * @param remedy what would allow it, as YAML, or {@code null}
	 */
	public record Entry(Instant first, Instant last, long count, String command, String window, String webview,
			String url, Reason reason, String explanation, @Nullable String remedy) {
	}

	private record Key(String command, String window, String webview, boolean local, Reason reason) {
	}

	private static final class Recent extends LinkedHashMap<Key, RecentDenials.Entry> {

		private static final long serialVersionUID = 1L;

		private final int size;

		Recent(int size) {
			super(16, 0.75f, true);
			this.size = size;
		}

		@Override
		protected boolean removeEldestEntry(Map.Entry<Key, RecentDenials.Entry> eldest) {
			return size() > this.size;
		}

	}

}
