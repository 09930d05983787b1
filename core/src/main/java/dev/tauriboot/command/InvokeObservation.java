package dev.tauriboot.command;

import dev.tauriboot.observation.DefaultInvokeObservationConvention;
import dev.tauriboot.observation.InvokeObservationContext;
import dev.tauriboot.observation.InvokeObservationConvention;
import dev.tauriboot.window.Webview;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The observation of one call.
 */
final class InvokeObservation {

	private static final Log logger = LogFactory.getLog(DefaultInvokeService.class);

	private static final InvokeObservationConvention DEFAULT_CONVENTION = new DefaultInvokeObservationConvention();

	// The key of Micrometer's own accessor, which needs a library that is optional.
	private static final String CONTEXT_KEY = "micrometer.observation";

	private final InvokeObservationContext context;

	private final Observation observation;

	private InvokeObservation(InvokeObservationContext context, Observation observation) {
		this.context = context;
		this.observation = observation;
	}

	static InvokeObservation start(ObservationRegistry registry, @Nullable InvokeObservationConvention convention,
			InvokeRequest request, @Nullable CommandHandlerMethod command, ContextView parent) {
		Webview webview = request.page().webview();
		InvokeObservationContext context = new InvokeObservationContext(
				(command != null) ? command.mapping().name().value() : null, webview.window().label(), webview.label());
		Observation observation = Observation.createNotStarted(convention, DEFAULT_CONVENTION, () -> context, registry);
		Observation outer = parent.getOrDefault(CONTEXT_KEY, null);
		if (outer != null) {
			observation.parentObservation(outer);
		}
		return new InvokeObservation(context, observation.start());
	}

	AutoCloseable openScope() {
		return this.observation.openScope();
	}

	Context write(Context context) {
		return context.put(CONTEXT_KEY, this.observation);
	}

	void error(Throwable error) {
		this.observation.error(error);
	}

	/**
	 * End the observation. Whoever waits for the answer of the call is told in any case.
	 */
	void stop(InvokeObservationContext.Outcome outcome) {
		this.context.setOutcome(outcome);
		try {
			this.observation.stop();
		}
		catch (Throwable ex) {
			logger.error("The observation of a call did not end with it", ex);
		}
	}

}
