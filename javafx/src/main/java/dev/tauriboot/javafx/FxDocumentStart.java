package dev.tauriboot.javafx;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import com.sun.webkit.WebPage;
import com.sun.webkit.WebPageClient;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a document has its window, and none of its scripts has run yet. The engine
 * tells its page client, which has no public setter and is replaced by one that passes
 * everything on. A document without scripts is told of as late as something runs in it.
 */
final class FxDocumentStart {

	private static final Log logger = LogFactory.getLog(FxDocumentStart.class);

	private static final String STARTED = "didClearWindowObject";

	private FxDocumentStart() {
	}

	/**
	 * Watch the documents of all frames of a page.
	 * @param page the engine's page
	 * @param started what to do when one starts; is not told which, and is kept weakly,
	 * as the engine keeps its client until the view is collected
	 */
	static void watch(WebPage page, Runnable started) {
		try {
			Field field = WebPage.class.getDeclaredField("pageClient");
			field.setAccessible(true);
			field.set(page, wrap(field.get(page), new WeakReference<>(started)));
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.warn("The engine's page client is out of reach: pages of other origins get no bridge", ex);
		}
	}

	private static Object wrap(Object client, WeakReference<Runnable> started) {
		return Proxy.newProxyInstance(WebPageClient.class.getClassLoader(), new Class<?>[] { WebPageClient.class },
				(proxy, method, arguments) -> {
					if (STARTED.equals(method.getName())) {
						run(started.get());
					}
					try {
						return method.invoke(client, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

	// What is thrown here would meet the engine's own code.
	private static void run(@Nullable Runnable started) {
		if (started == null) {
			return;
		}
		try {
			started.run();
		}
		catch (RuntimeException ex) {
			logger.error("A document has started without its bridge", ex);
		}
	}

}
