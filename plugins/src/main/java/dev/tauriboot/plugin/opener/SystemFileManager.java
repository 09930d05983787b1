package dev.tauriboot.plugin.opener;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.tauriboot.runtime.DesktopOpener;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * The file manager of the desktop: Finder, Explorer, or the one that answers on the
 * session's bus. Where none does, the folders open.
 *
 * @since 0.1.0
 */
public class SystemFileManager implements FileManager {

	private static final Log logger = LogFactory.getLog(SystemFileManager.class);

	private static final boolean BUS_PRESENT = ClassUtils
		.isPresent("org.freedesktop.dbus.connections.impl.DBusConnection", SystemFileManager.class.getClassLoader());

	private final DesktopOpener opener;

	private final String system;

	private final @Nullable String busAddress;

	/**
	 * Create the file manager.
	 * @param opener opens folders
	 */
	public SystemFileManager(DesktopOpener opener) {
		this(opener, System.getProperty("os.name", ""), null);
	}

	SystemFileManager(DesktopOpener opener, String system, @Nullable String busAddress) {
		Assert.notNull(opener, "'opener' must not be null");
		this.busAddress = busAddress;
		this.opener = opener;
		this.system = system.toLowerCase(Locale.ROOT);
	}

	@Override
	public void reveal(List<Path> files) throws IOException {
		if (this.system.startsWith("mac")) {
			for (Path file : files) {
				start("/usr/bin/open", "-R", file.toString());
			}
			return;
		}
		if (this.system.startsWith("windows")) {
			for (Path file : files) {
				start("explorer.exe", "/select," + file);
			}
			return;
		}
		if (!BUS_PRESENT || !showOnBus(files)) {
			openFolders(files);
		}
	}

	private boolean showOnBus(List<Path> files) {
		try {
			BusFileManager.show(this.busAddress, files.stream().map((file) -> file.toUri().toASCIIString()).toList());
			return true;
		}
		catch (Exception ex) {
			logger.debug(LogMessage.format("No file manager on the session's bus: %s", ex.getMessage()), ex);
			return false;
		}
	}

	private void openFolders(List<Path> files) throws IOException {
		Set<Path> folders = new LinkedHashSet<>();
		files.forEach((file) -> folders.add((file.getParent() != null) ? file.getParent() : file));
		for (Path folder : folders) {
			this.opener.open(folder.toString(), null);
		}
	}

	private static void start(String... command) throws IOException {
		new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.getOutputStream()
			.close();
	}

}
