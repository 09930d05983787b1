package dev.tauriboot.plugin.notification;

import java.io.IOException;
import java.util.Locale;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Shows notes by what the desktop has: the service on the session's bus of Linux, where
 * the library for it is there, or else {@code notify-send}; on macOS {@code osascript}.
 * Windows has nothing that could be asked.
 *
 * @since 0.1.0
 */
public class SystemNotifier implements Notifier {

	private static final Log logger = LogFactory.getLog(SystemNotifier.class);

	private static final boolean BUS_PRESENT = ClassUtils
		.isPresent("org.freedesktop.dbus.connections.impl.DBusConnection", SystemNotifier.class.getClassLoader());

	private final String application;

	private final String icon;

	private final boolean linux;

	private final @Nullable NotifierProgram program;

	private final @Nullable String busAddress;

	// Asked once it was seen: a document that begins wants to know each time.
	private volatile boolean seen;

	/**
	 * Create the notifier.
	 * @param application the application's name
	 * @param icon the icon of notes that have none, or {@code null}
	 */
	public SystemNotifier(String application, @Nullable String icon) {
		this(application, icon, System.getProperty("os.name", ""), null, System.getenv("PATH"));
	}

	SystemNotifier(String application, @Nullable String icon, String system, @Nullable String busAddress,
			@Nullable String searchPath) {
		Assert.hasText(application, "'application' must not be empty");
		this.application = application;
		this.icon = (icon != null) ? icon : "";
		String name = system.toLowerCase(Locale.ROOT);
		boolean mac = name.startsWith("mac");
		this.linux = !mac && !name.startsWith("windows");
		this.program = (mac || this.linux) ? new NotifierProgram(mac, (searchPath != null) ? searchPath : "") : null;
		this.busAddress = busAddress;
	}

	@Override
	public boolean isAvailable() {
		if (!this.seen) {
			this.seen = (this.program != null && this.program.isThere()) || isOnBus();
		}
		return this.seen;
	}

	private boolean isOnBus() {
		if (!this.linux || !BUS_PRESENT) {
			return false;
		}
		try {
			return BusNotifications.isThere(this.busAddress);
		}
		catch (Exception ex) {
			logger.debug(LogMessage.format("No session bus: %s", ex.getMessage()), ex);
			return false;
		}
	}

	@Override
	public void show(Notification notification) throws IOException {
		Assert.notNull(notification, "'notification' must not be null");
		String shown = (notification.icon() != null) ? notification.icon() : this.icon;
		if (this.linux && BUS_PRESENT && showOnBus(shown, notification)) {
			return;
		}
		if (this.program == null) {
			throw new IOException(UNAVAILABLE);
		}
		this.program.show(this.application, shown, notification);
	}

	private boolean showOnBus(String shown, Notification notification) {
		try {
			BusNotifications.show(this.busAddress, this.application, shown, notification);
			return true;
		}
		catch (Exception ex) {
			logger.debug(LogMessage.format("No note by the session's bus: %s", ex.getMessage()), ex);
			return false;
		}
	}

}
