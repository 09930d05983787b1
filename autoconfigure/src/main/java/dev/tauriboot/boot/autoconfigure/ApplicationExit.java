package dev.tauriboot.boot.autoconfigure;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.tauriboot.app.ExitHandler;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the application: closes its context, then the JVM, both on a thread of its own, as
 * the threads that ask for it are stopped on the way.
 *
 * @since 0.1.0
 */
public final class ApplicationExit implements ExitHandler {

	private final ConfigurableApplicationContext context;

	private final TauriProperties properties;

	private final AtomicBoolean exiting = new AtomicBoolean();

	ApplicationExit(ConfigurableApplicationContext context, TauriProperties properties) {
		this.context = context;
		this.properties = properties;
	}

	/**
	 * The last window has closed.
	 */
	public void lastWindowClosed() {
		if (this.properties.app().exitOnLastWindowClosed() && this.context.isRunning()) {
			exit(0);
		}
	}

	@Override
	public void exit(int code) {
		if (!this.exiting.compareAndSet(false, true)) {
			return;
		}
		Thread thread = new Thread(() -> {
			int status = SpringApplication.exit(this.context, () -> code);
			if (this.properties.app().exitJvm()) {
				System.exit(status);
			}
		}, "tauri-exit");
		// Commands run on daemons, and the JVM would end with them before it has the
		// code.
		thread.setDaemon(false);
		thread.start();
	}

}
