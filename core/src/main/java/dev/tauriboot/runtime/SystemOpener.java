package dev.tauriboot.runtime;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Starts the system's opener or the program asked for. The target is one argument.
 */
final class SystemOpener implements DesktopOpener {

	// Names under which distributions install what pages call by one name.
	private static final List<String> CHROME = List.of("google-chrome", "google-chrome-stable", "chrome");

	private final String system;

	private final Launcher launcher;

	SystemOpener(String system, Launcher launcher) {
		this.system = system.toLowerCase(Locale.ROOT);
		this.launcher = launcher;
	}

	@Override
	public void open(String target, @Nullable String program) throws IOException {
		Assert.isTrue(!target.startsWith("-"), "'target' must not begin with a hyphen");
		List<List<String>> commands = commands(target, program);
		for (int i = 0; i < commands.size(); i++) {
			try {
				this.launcher.launch(commands.get(i));
				return;
			}
			catch (IOException ex) {
				if (i == commands.size() - 1) {
					throw ex;
				}
			}
		}
	}

	private List<List<String>> commands(String target, @Nullable String program) {
		boolean windows = this.system.startsWith("windows");
		boolean mac = this.system.startsWith("mac");
		if (program == null || (windows && program.equals("start")) || (mac && program.equals("open"))) {
			return List.of(SystemLinks.command(this.system, target));
		}
		if (mac) {
			String name = program.equals("chrome") ? "google chrome" : program;
			return List.of(List.of("/usr/bin/open", "-a", name, target));
		}
		if (program.equals("gio")) {
			return List.of(List.of(program, "open", target));
		}
		if (program.equals("chrome") && !windows) {
			return CHROME.stream().map((name) -> List.of(name, target)).toList();
		}
		return List.of(List.of(program, target));
	}

	/**
	 * Starts a program and leaves it alone.
	 */
	@FunctionalInterface
	interface Launcher {

		void launch(List<String> command) throws IOException;

	}

}
