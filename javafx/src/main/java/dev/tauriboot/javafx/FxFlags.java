package dev.tauriboot.javafx;

import java.util.EnumSet;
import java.util.Set;

import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowOptions;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.log.LogMessage;

/**
 * What a window is or is not, as far as JavaFX does not know it by itself. Safe for any
 * thread.
 */
final class FxFlags {

	private static final Log logger = LogFactory.getLog(FxFlags.class);

	private final Set<WindowFlag> set = EnumSet.noneOf(WindowFlag.class);

	FxFlags(WindowOptions options) {
		this.set.addAll(WindowFlag.initially());
		for (WindowFlag flag : WindowFlag.values()) {
			boolean asked = options.traits().is(flag);
			if (asked == flag.isInitially()) {
				continue;
			}
			if (isPossible(flag, options)) {
				set(flag, asked);
			}
			else {
				logger.debug(LogMessage.format("Window '%s': %s", options.label(),
						FxPlatform.cannot(flag.command()).getMessage()));
			}
		}
	}

	private static boolean isPossible(WindowFlag flag, WindowOptions options) {
		return switch (flag) {
			case ENABLED, CLOSABLE, CURSOR_VISIBLE -> true;
			case SKIP_TASKBAR -> options.decorations();
			default -> false;
		};
	}

	synchronized boolean is(WindowFlag flag) {
		return this.set.contains(flag);
	}

	synchronized void set(WindowFlag flag, boolean value) {
		if (value) {
			this.set.add(flag);
		}
		else {
			this.set.remove(flag);
		}
	}

}
