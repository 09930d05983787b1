package dev.tauriboot.plugin.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/**
 * Runs a program to its end and collects what it writes.
 */
final class Execution {

	private final Shell shell;

	private final CompletableFuture<ShellOutput> result = new CompletableFuture<>();

	private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();

	private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();

	Execution(Shell shell) {
		this.shell = shell;
	}

	CompletableFuture<ShellOutput> of(ProcessBuilder builder) throws IOException {
		ShellChild child = this.shell.start(builder);
		try {
			child.process().getOutputStream().close();
		}
		catch (IOException ex) {
			// It has ended already.
		}
		this.result.whenComplete((output, failure) -> {
			if (failure != null) {
				child.end();
			}
		});
		this.shell.watch(child, false, this::on);
		return this.result;
	}

	private void on(ShellEvent event) {
		if (event instanceof ShellEvent.Terminated terminated) {
			this.result
				.complete(new ShellOutput(terminated.status(), this.stdout.toByteArray(), this.stderr.toByteArray()));
		}
		else if (event instanceof ShellEvent.Output output && !this.result.isDone()) {
			add(output);
		}
	}

	private void add(ShellEvent.Output output) {
		long size = (long) this.stdout.size() + this.stderr.size() + output.bytes().length;
		if (size > this.shell.maxOutput()) {
			this.stdout.reset();
			this.stderr.reset();
			this.result.completeExceptionally(
					new IOException("the program wrote more than " + this.shell.maxOutput() + " bytes"));
			return;
		}
		(output.error() ? this.stderr : this.stdout).writeBytes(output.bytes());
	}

}
