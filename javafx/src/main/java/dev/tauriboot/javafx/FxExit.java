package dev.tauriboot.javafx;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import com.sun.glass.ui.Application;
import com.sun.javafx.tk.Toolkit;
import javafx.application.Platform;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.log.LogMessage;
import org.springframework.util.ReflectionUtils;

/**
 * JavaFX at the end of the JVM. By itself it ends with the first of the JVM's shutdown
 * hooks, while contexts still close their windows, and leaves its thread in the engine,
 * whose library the process tears down: that crashes. Here it ends after the contexts,
 * and its thread stops for good before.
 */
final class FxExit {

	private static final Log logger = LogFactory.getLog(FxExit.class);

	private static final Set<String> CLOSING = Set.of("SpringApplicationShutdownHook",
			AbstractApplicationContext.SHUTDOWN_HOOK_THREAD_NAME);

	private static final long START_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

	private static final long PARK_MILLIS = 1000;

	private static final CountDownLatch PARKED = new CountDownLatch(1);

	private static final Set<FxRuntime> OPEN = Collections.newSetFromMap(new IdentityHashMap<>());

	private static volatile @Nullable Thread thread;

	private static final List<Thread> HOOKS = new CopyOnWriteArrayList<>();

	private FxExit() {
	}

	/**
	 * Take over from JavaFX. Called on its thread once it has started.
	 */
	static void install() {
		thread = Thread.currentThread();
		Runtime.getRuntime().addShutdownHook(new Thread(FxExit::end, "tauri-javafx-end"));
		takeOver(Toolkit::getToolkit, "shutdownHook");
		// Monocle has one more, which lets the thread run out.
		takeOver(Application::GetApplication, "shutdownHookThread");
	}

	private static void takeOver(Supplier<?> owner, String name) {
		try {
			Field field = ReflectionUtils.findField(owner.get().getClass(), name);
			if (field == null) {
				return;
			}
			field.setAccessible(true);
			Thread hook = (Thread) field.get(owner.get());
			if (hook != null && Runtime.getRuntime().removeShutdownHook(hook)) {
				HOOKS.add(hook);
			}
		}
		catch (IllegalAccessException | RuntimeException | LinkageError ex) {
			logger.debug(LogMessage.format("JavaFX keeps its own %s", name), ex);
		}
	}

	/**
	 * Whether the JavaFX thread has ended, as it does on some platforms when the JVM
	 * shuts down, or itself waits for the JVM to exit.
	 */
	static boolean isGone() {
		Thread thread = FxExit.thread;
		if (thread != null) {
			if (!thread.isAlive()) {
				return true;
			}
			for (StackTraceElement element : thread.getStackTrace()) {
				if (element.getClassName().equals("java.lang.Shutdown")) {
					return true;
				}
			}
		}
		return false;
	}

	static void opened(FxRuntime runtime) {
		synchronized (OPEN) {
			OPEN.add(runtime);
		}
	}

	static void closed(FxRuntime runtime) {
		synchronized (OPEN) {
			OPEN.remove(runtime);
		}
	}

	private static void end() {
		try {
			awaitContexts();
			park();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		HOOKS.forEach(Thread::run);
	}

	// All hooks are started at the same time, in no order. Contexts that nobody closes
	// must not hold up the exit.
	private static void awaitContexts() throws InterruptedException {
		long start = System.nanoTime();
		while (!joinClosing() && isOpen() && System.nanoTime() - start < START_NANOS) {
			TimeUnit.MILLISECONDS.sleep(10);
		}
	}

	private static boolean joinClosing() throws InterruptedException {
		boolean joined = false;
		for (Thread thread : Thread.getAllStackTraces().keySet()) {
			if (CLOSING.contains(thread.getName())) {
				thread.join();
				joined = true;
			}
		}
		return joined;
	}

	private static boolean isOpen() {
		synchronized (OPEN) {
			return !OPEN.isEmpty();
		}
	}

	private static void park() throws InterruptedException {
		if (!isGone()) {
			post(FxExit::parkForGood);
			PARKED.await(PARK_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	// JavaFX drops what it is given once its own hook has run.
	private static void post(Runnable work) {
		try {
			if (Application.GetApplication() != null) {
				Application.invokeLater(work);
				return;
			}
		}
		catch (LinkageError ex) {
			logger.debug("No way to the thread but the public one", ex);
		}
		Platform.runLater(work);
	}

	private static void parkForGood() {
		PARKED.countDown();
		while (true) {
			LockSupport.park(FxExit.class);
		}
	}

}
