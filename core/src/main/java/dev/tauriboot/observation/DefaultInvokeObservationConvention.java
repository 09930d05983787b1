package dev.tauriboot.observation;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

/**
 * Names the observation {@code tauri.invoke} and gives it the keys {@code command},
 * {@code outcome} and {@code window}. A command nobody registered is {@code unknown},
 * since a page can make up as many names as it likes.
 *
 * @since 0.1.0
 */
public class DefaultInvokeObservationConvention implements InvokeObservationConvention {

	private static final String UNKNOWN = "unknown";

	@Override
	public String getName() {
		return "tauri.invoke";
	}

	@Override
	public String getContextualName(InvokeObservationContext context) {
		return "invoke " + command(context);
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(InvokeObservationContext context) {
		InvokeObservationContext.Outcome outcome = context.getOutcome();
		return KeyValues.of(KeyValue.of("command", command(context)),
				KeyValue.of("outcome", (outcome != null) ? outcome.name() : UNKNOWN),
				KeyValue.of("window", context.getWindow().value()));
	}

	private static String command(InvokeObservationContext context) {
		return (context.getCommand() != null) ? context.getCommand() : UNKNOWN;
	}

}
