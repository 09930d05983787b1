package dev.tauriboot.javafx;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Filter;
import java.util.logging.Logger;

import javafx.application.Platform;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * The JavaFX toolkit, which starts once per JVM and outlives the contexts that use it.
 */
final class FxToolkit {

	private static final int PATIENCE_SECONDS = 60;

	private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();

	private static boolean starting;

	private FxToolkit() {
	}

	/**
	 * Choose the headless platform, unless a platform is chosen already.
	 */
	static synchronized void chooseHeadless() {
		if (starting || System.getProperty("glass.platform") != null) {
			return;
		}
		ClassLoader loader = FxToolkit.class.getClassLoader();
		if (ClassUtils.isPresent("com.sun.glass.ui.monocle.MonoclePlatformFactory", loader)) {
			System.setProperty("glass.platform", "Monocle");
			setUnlessSet("monocle.platform", "Headless");
		}
		else {
			Assert.state(ClassUtils.isPresent("com.sun.glass.ui.headless.HeadlessPlatformFactory", loader),
					"JavaFX cannot run without a display: use JavaFX 26 or later, or add org.testfx:openjfx-monocle");
			System.setProperty("glass.platform", "Headless");
		}
		setUnlessSet("prism.order", "sw");
	}

	private static void setUnlessSet(String name, String value) {
		if (System.getProperty(name) == null) {
			System.setProperty(name, value);
		}
	}

	static boolean isHeadless() {
		String platform = System.getProperty("glass.platform", "").toLowerCase(Locale.ROOT);
		return platform.equals("headless") || (platform.equals("monocle")
				&& "headless".equalsIgnoreCase(System.getProperty("monocle.platform", "")));
	}

	/**
	 * Start the toolkit on a thread of its own, if nobody has.
	 * @return completes when it runs, or fails as its start did
	 */
	static synchronized CompletableFuture<Void> start() {
		if (!starting) {
			starting = true;
			// A thread keeps what its creator's class loader has loaded, for good: a
			// context that is restarted with another one must not be the creator.
			ForkJoinPool.commonPool().execute(() -> {
				Thread thread = new Thread(FxToolkit::run, "tauri-javafx-start");
				thread.setContextClassLoader(FxToolkit.class.getClassLoader());
				thread.setDaemon(true);
				thread.start();
			});
		}
		return STARTED;
	}

	/**
	 * Wait until the toolkit runs.
	 * @throws FxStartException if it cannot
	 */
	static void await() {
		try {
			start().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while JavaFX starts", ex);
		}
		catch (ExecutionException ex) {
			throw new FxStartException((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (TimeoutException ex) {
			throw new FxStartException(new TimeoutException("nothing happened in " + PATIENCE_SECONDS + " s"));
		}
	}

	private static void run() {
		// The class path is where a Spring Boot application has JavaFX, and it works
		// there.
		Logger logger = Logger.getLogger("javafx");
		Filter filter = logger.getFilter();
		logger.setFilter((event) -> !event.getMessage().startsWith("Unsupported JavaFX configuration")
				&& (filter == null || filter.isLoggable(event)));
		try {
			Platform.setImplicitExit(false);
			Platform.startup(FxToolkit::started);
		}
		catch (IllegalStateException ex) {
			// somebody else has started it
			Platform.runLater(FxToolkit::started);
		}
		catch (Throwable ex) {
			STARTED.completeExceptionally(ex);
		}
		finally {
			logger.setFilter(filter);
		}
	}

	private static void started() {
		FxExit.install();
		STARTED.complete(null);
	}

}
