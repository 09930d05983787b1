package dev.tauriboot.boot.autoconfigure.plugin;

import java.util.List;
import java.util.function.Supplier;

import dev.tauriboot.Label;
import dev.tauriboot.plugin.singleinstance.SecondInstanceEvent;
import dev.tauriboot.plugin.singleinstance.SingleInstance;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Window;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;

/**
 * Tells the application of other starts once it is ready, and frees the lock at the end.
 */
class SecondInstances implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

	private static final Log logger = LogFactory.getLog(SecondInstances.class);

	private static final Label MAIN = Label.of("main");

	private final SingleInstance instance;

	private final ApplicationEventPublisher publisher;

	private final Supplier<@Nullable DesktopRuntime> focused;

	SecondInstances(SingleInstance instance, ApplicationEventPublisher publisher,
			Supplier<@Nullable DesktopRuntime> focused) {
		this.instance = instance;
		this.publisher = publisher;
		this.focused = focused;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		this.instance.listen(this::started);
	}

	private void started(SecondInstanceEvent start) {
		try {
			focus();
		}
		catch (RuntimeException ex) {
			logger.warn("The window could not be brought to the front", ex);
		}
		this.publisher.publishEvent(start);
	}

	private void focus() {
		DesktopRuntime runtime = this.focused.get();
		if (runtime == null) {
			return;
		}
		Window window = runtime.find(MAIN);
		List<Window> windows = runtime.windows();
		if (window == null && !windows.isEmpty()) {
			window = windows.get(0);
		}
		if (window != null) {
			if (window.isMinimized()) {
				window.unminimize();
			}
			window.show();
			window.focus();
		}
	}

	@Override
	public void destroy() {
		this.instance.close();
	}

}
