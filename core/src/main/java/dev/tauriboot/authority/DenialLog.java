package dev.tauriboot.authority;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongSupplier;

import dev.tauriboot.PlainText;
import dev.tauriboot.authority.AccessDecision.Denied;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * Logs refusals: the first of each call as a warning that says what would allow it, the
 * others for those who debug. Whatever pages do, there are not more than
 * {@value #MAX_PER_MINUTE} warnings a minute. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class DenialLog implements AccessObserver {

	static final int MAX_PER_MINUTE = 60;

	private static final Log logger = LogFactory.getLog(DenialLog.class);

	private static final int MAX_SEEN = 512;

	private static final int MAX_NAME = 128;

	private static final int MAX_TEXT = 2048;

	private static final long MINUTE = 60_000_000_000L;

	private final LongSupplier nanoTime;

	// Guarded by this, as are the next two; the eldest first.
	private final Set<Call> seen = new LinkedHashSet<>();

	private long minuteStart;

	private int warnings;

	/**
	 * Create the log.
	 */
	public DenialLog() {
		this(System::nanoTime);
	}

	DenialLog(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.minuteStart = nanoTime.getAsLong();
	}

	@Override
	public void denied(AccessRequest request, Denied decision) {
		Caller caller = request.caller();
		String command = PlainText.of(request.command(), MAX_NAME);
		if (isWarning(new Call(command, caller.window().value(), caller.webview().value(), caller.isLocal()))) {
			String remedy = decision.remedy();
			logger.warn("Refused '" + command + "' to webview '" + caller.webview() + "': "
					+ PlainText.of(decision.explanation(), MAX_TEXT) + ((remedy != null) ? "\n\n" + remedy : ""));
		}
		else {
			logger.debug(LogMessage.of(() -> "Refused '" + command + "' to webview '" + caller.webview() + "' again ("
					+ decision.reason() + ")"));
		}
	}

	private synchronized boolean isWarning(Call call) {
		if (this.seen.contains(call)) {
			return false;
		}
		long now = this.nanoTime.getAsLong();
		if (now - this.minuteStart >= MINUTE) {
			this.minuteStart = now;
			this.warnings = 0;
		}
		if (this.warnings >= MAX_PER_MINUTE) {
			return false;
		}
		this.warnings++;
		this.seen.add(call);
		if (this.seen.size() > MAX_SEEN) {
			this.seen.remove(this.seen.iterator().next());
		}
		return true;
	}

	/**
	 * What counts as the same call.
	 */
	private record Call(String command, String window, String webview, boolean local) {
	}

}
