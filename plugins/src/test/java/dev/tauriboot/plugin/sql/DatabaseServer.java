package dev.tauriboot.plugin.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/**
 * A server that runs from what Maven brings, in a folder and a process of its own, which
 * end with it. It is reached by a socket in that folder, which nobody else can take.
 */
abstract class DatabaseServer implements AutoCloseable {

	static final String USER = "tauri";

	static final String PASSWORD = "c0rrect-horse";

	private final Path folder;

	private final Thread cleaner = new Thread(this::end);

	private Process process;

	DatabaseServer() throws IOException {
		this.folder = Files.createTempDirectory("tauri-sql").toRealPath();
		Runtime.getRuntime().addShutdownHook(this.cleaner);
	}

	abstract SocketAddress address();

	Path folder() {
		return this.folder;
	}

	Path log() {
		return this.folder.resolve("log");
	}

	/**
	 * Whether tests run as root, as they do in many a container.
	 */
	boolean isRoot() throws IOException {
		return Files.getAttribute(this.folder, "unix:uid").equals(0);
	}

	/**
	 * Run a program to its end.
	 */
	void run(Path input, List<String> command) throws IOException, InterruptedException {
		ProcessBuilder builder = builder(command);
		if (input != null) {
			builder.redirectInput(input.toFile());
		}
		Process program = builder.start();
		if (!program.waitFor(120, TimeUnit.SECONDS) || program.exitValue() != 0) {
			program.destroyForcibly();
			throw new IOException(command.get(0) + " failed: " + Files.readString(log()));
		}
	}

	/**
	 * Run the program that is the server.
	 */
	void serve(List<String> command) throws IOException {
		this.process = builder(command).start();
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	private ProcessBuilder builder(List<String> command) {
		ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
		builder.environment().put("LC_ALL", "C");
		return builder;
	}

	/**
	 * What the server has said, for tests that find it away.
	 */
	@Override
	public String toString() {
		try {
			return this.process + ": " + Files.readString(log());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		Runtime.getRuntime().removeShutdownHook(this.cleaner);
		end();
	}

	private void end() {
		if (this.process != null) {
			this.process.destroyForcibly();
			this.process.onExit().join();
		}
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
