package dev.tauriboot.plugin.notification;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A program that shows notes: {@code notify-send} of Linux, {@code osascript} of macOS.
 */
final class NotifierProgram {

	private static final int PATIENCE_SECONDS = 5;

	private static final String SCRIPT = "on run argv\n"
			+ "display notification (item 2 of argv) with title (item 1 of argv)\nend run";

	private final boolean mac;

	private final String searchPath;

	/**
	 * Create the program.
	 * @param mac whether it is that of macOS
	 * @param searchPath the folders where programs are
	 */
	NotifierProgram(boolean mac, String searchPath) {
		this.mac = mac;
		this.searchPath = searchPath;
	}

	boolean isThere() {
		return find() != null;
	}

	private @Nullable Path find() {
		String name = this.mac ? "osascript" : "notify-send";
		for (String folder : this.searchPath.split(File.pathSeparator)) {
			if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
				return Path.of(folder, name);
			}
		}
		return null;
	}

	void show(String application, String icon, Notification note) throws IOException {
		Path program = find();
		if (program == null) {
			throw new IOException(Notifier.UNAVAILABLE);
		}
		Process process = new ProcessBuilder(command(program, application, icon, note)).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		process.getOutputStream().close();
		try {
			if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new IOException(Notifier.UNAVAILABLE);
			}
		}
		catch (InterruptedException ex) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
			throw new IOException(Notifier.UNAVAILABLE, ex);
		}
		if (process.exitValue() != 0) {
			throw new IOException(Notifier.UNAVAILABLE);
		}
	}

	private List<String> command(Path program, String application, String icon, Notification note) {
		String body = (note.body() != null) ? note.body() : "";
		if (this.mac) {
			return List.of(program.toString(), "-e", SCRIPT, note.title(), body);
		}
		List<String> command = new ArrayList<>(List.of(program.toString(), "--app-name=" + application));
		if (!icon.isEmpty()) {
			command.add("--icon=" + icon);
		}
		command.add("--");
		command.add(note.title());
		if (!body.isEmpty()) {
			command.add(body);
		}
		return command;
	}

}
