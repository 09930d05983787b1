package dev.tauriboot.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observation of an invoke and its key values.
 *
 * @since 0.1.0
 */
public interface InvokeObservationConvention extends ObservationConvention<InvokeObservationContext> {

	@Override
	default boolean supportsContext(Observation.Context context) {
		return context instanceof InvokeObservationContext;
	}

}
