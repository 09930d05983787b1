package dev.tauriboot.authority;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

import dev.tauriboot.Origin;
import dev.tauriboot.acl.resolved.ResolvedCommand;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Granted;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.Assert;
import org.springframework.util.PatternMatchUtils;

/**
 * Writes who was granted or denied which of the chosen commands to a logger of its own,
 * {@value #LOGGER}: one line of JSON for each decision, in plain ASCII, with nothing of
 * what the call carries. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class AuditLog implements AccessObserver {

	/**
	 * The name of the logger.
	 */
	public static final String LOGGER = "dev.tauriboot.audit";

	private static final Log logger = LogFactory.getLog(LOGGER);

	private static final int MAX_COMMAND = 256;

	private final String[] commands;

	private final Clock clock;

	/**
	 * Create the log.
	 * @param commands full names of commands, in which {@code *} is for any text; none
	 * for no log
	 * @param clock tells when
	 */
	public AuditLog(List<String> commands, Clock clock) {
		Assert.notNull(commands, "'commands' must not be null");
		Assert.notNull(clock, "'clock' must not be null");
		this.commands = commands.toArray(String[]::new);
		this.clock = clock;
	}

	@Override
	public boolean wantsGrants() {
		return this.commands.length > 0;
	}

	@Override
	public void granted(AccessRequest request, Granted decision) {
		if (isChosen(request)) {
			StringBuilder line = begin(request, "granted").append(",\"grants\":[");
			for (ResolvedCommand grant : decision.grants()) {
				line.append((line.charAt(line.length() - 1) == '[') ? "{" : ",{");
				field(line, "capability", grant.capability()).append(',');
				field(line, "permission", grant.permission()).append('}');
			}
			logger.info(line.append("]}").toString());
		}
	}

	@Override
	public void denied(AccessRequest request, Denied decision) {
		if (isChosen(request)) {
			StringBuilder line = begin(request, "denied").append(',');
			String reason = decision.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
			logger.info(field(line, "reason", reason).append('}').toString());
		}
	}

	private boolean isChosen(AccessRequest request) {
		return PatternMatchUtils.simpleMatch(this.commands, request.command());
	}

	private StringBuilder begin(AccessRequest request, String decision) {
		Caller caller = request.caller();
		StringBuilder line = new StringBuilder(256).append('{');
		field(line, "time", this.clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()).append(',');
		field(line, "decision", decision).append(',');
		field(line, "command", shortened(request.command())).append(',');
		field(line, "window", caller.window().value()).append(',');
		field(line, "webview", caller.webview().value()).append(',');
		return field(line, "origin", origin(caller));
	}

	// The rest of a URL may carry what is nobody's business.
	private static String origin(Caller caller) {
		return caller.isLocal() ? "local" : String.valueOf(Origin.of(caller.remoteUrl()));
	}

	private static String shortened(String command) {
		return (command.length() > MAX_COMMAND) ? command.substring(0, MAX_COMMAND) + '…' : command;
	}

	private static StringBuilder field(StringBuilder line, String name, String value) {
		line.append('"').append(name).append("\":\"");
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if (c < ' ' || c > '~') {
				line.append(String.format("\\u%04x", (int) c));
			}
			else if (c == '"' || c == '\\') {
				line.append('\\').append(c);
			}
			else {
				line.append(c);
			}
		}
		return line.append('"');
	}

}
