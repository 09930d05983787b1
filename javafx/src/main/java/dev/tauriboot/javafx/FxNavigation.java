package dev.tauriboot.javafx;

import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.net.URL;

import com.sun.javafx.webkit.Accessor;
import com.sun.webkit.PolicyClient;
import com.sun.webkit.WebPage;
import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import javafx.concurrent.Worker;
import javafx.scene.web.WebEngine;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where a document may lead its webview: within the application, to origins on the list,
 * and within an origin that the application itself has navigated to. Other links open
 * outside. Sub-frames are the business of the pages' content security policy.
 * <p>
 * The engine asks its policy client before anything happens, so a refused navigation
 * leaves document, bridge and location as they are. It has no public setter. Should the
 * field be out of reach, loads are cancelled as they begin, which spares the document too
 * but not {@link WebEngine#getLocation()}.
 */
final class FxNavigation {

	private static final Log logger = LogFactory.getLog(FxNavigation.class);

	private final FxEnvironment environment;

	private final String label;

	// Where the application itself has navigated to; its redirects and links within that
	// origin are fine.
	private @Nullable String granted;

	private @Nullable Origin grantedOrigin;

	private FrameListener frames = (main, url) -> false;

	FxNavigation(FxEnvironment environment, String label) {
		this.environment = environment;
		this.label = label;
	}

	/**
	 * Have somebody else see first where frames go.
	 */
	void divert(FrameListener frames) {
		this.frames = frames;
	}

	/**
	 * Watch an engine.
	 */
	void guard(WebEngine engine) {
		WebPage page = Accessor.getPageFor(engine);
		if (!install(page, new Policy(page, this))) {
			engine.getLoadWorker().stateProperty().addListener((property, before, state) -> {
				if ((state == Worker.State.SCHEDULED || state == Worker.State.RUNNING)
						&& !permit(engine.getLocation())) {
					engine.getLoadWorker().cancel();
				}
			});
		}
	}

	static boolean install(WebPage page, PolicyClient policy) {
		try {
			Field field = WebPage.class.getDeclaredField("policyClient");
			field.setAccessible(true);
			field.set(page, policy);
			return true;
		}
		catch (ReflectiveOperationException | RuntimeException ex) {
			logger.debug("The engine's policy client is out of reach", ex);
			return false;
		}
	}

	/**
	 * The application itself navigates, which it may do to anywhere.
	 */
	void grant(String url) {
		this.granted = url;
		this.grantedOrigin = Origin.of(url);
	}

	@Nullable String granted() {
		return this.granted;
	}

	/**
	 * Whether a document may lead there. What may not is opened outside, if that makes
	 * sense.
	 */
	boolean permit(String url) {
		if (url.isEmpty()) {
			return true;
		}
		if (isAllowed(url)) {
			return this.environment.listener().navigating(Label.of(this.label), url);
		}
		openOutside(url);
		return false;
	}

	boolean isAllowed(String url) {
		Origin origin = Origin.of(url);
		if (origin == null) {
			return url.equals(this.granted);
		}
		return origin.equals(this.environment.appOrigin()) || origin.equals(this.grantedOrigin) || isListed(origin);
	}

	boolean isListed(@Nullable Origin origin) {
		return origin != null && this.environment.allowed().contains(origin);
	}

	void openOutside(String url) {
		Origin origin = Origin.of(url);
		boolean own = origin != null
				&& (origin.equals(this.environment.appOrigin()) || LocalProtocol.isClaimed(origin));
		if (!own && this.environment.links().open(url)) {
			logger.debug("Opened a link of webview '" + this.label + "' outside");
		}
		else {
			logger.warn("Webview '" + this.label + "' was refused to navigate to " + shortened(url));
		}
	}

	static String shortened(String url) {
		return (url.length() > 200) ? url.substring(0, 200) + "…" : url;
	}

	/**
	 * Sees where frames go.
	 */
	@FunctionalInterface
	interface FrameListener {

		/**
		 * A frame is about to go to a URL.
		 * @param main whether it is the main frame
		 * @param url where to, {@code null} if it is of no protocol that Java knows
		 * @return whether it is taken care of, and the frame stays
		 */
		boolean goes(boolean main, @Nullable URL url);

	}

	/**
	 * The engine keeps its page, and so this, until the view is collected: it must not
	 * lead to the view.
	 */
	private static final class Policy extends FxPolicy {

		private final WebPage page;

		private final WeakReference<FxNavigation> navigation;

		Policy(WebPage page, FxNavigation navigation) {
			this.page = page;
			this.navigation = new WeakReference<>(navigation);
		}

		@Override
		boolean permit(long frame, @Nullable URL url) {
			FxNavigation navigation = this.navigation.get();
			boolean main = frame == this.page.getMainFrame();
			if (navigation == null || navigation.frames.goes(main, url)) {
				return false;
			}
			return url == null || !main || navigation.permit(url.toExternalForm());
		}

		@Override
		public boolean permitNewPageAction(long frame, URL url) {
			FxNavigation navigation = this.navigation.get();
			if (navigation == null || navigation.frames.goes(true, url)) {
				return false;
			}
			// A link with a target. Windows that scripts open come to the popup handler
			// instead, without a URL.
			if (url != null && !navigation.isListed(Origin.of(url.toExternalForm()))) {
				navigation.openOutside(url.toExternalForm());
				return false;
			}
			return true;
		}

	}

}
