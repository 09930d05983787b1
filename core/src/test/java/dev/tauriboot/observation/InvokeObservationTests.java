package dev.tauriboot.observation;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.command.annotation.TauriCommand;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the observation of invokes.
 */
class InvokeObservationTests {

	private static final ObservationRegistry registry = ObservationRegistry.create();

	private final Recorder recorder = new Recorder();

	private final CommandFixture fixture;

	InvokeObservationTests() {
		registry.observationConfig().observationHandler(this.recorder);
		this.fixture = CommandFixture.of((builder) -> builder.observationRegistry(registry), Commands.class);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void callThatSucceeds() {
		this.fixture.invoke("fine", "{}");
		assertThat(this.recorder.stopped).singleElement().satisfies((context) -> {
			assertThat(context.getName()).isEqualTo("tauri.invoke");
			assertThat(context.getContextualName()).isEqualTo("invoke fine");
			assertThat(context.getLowCardinalityKeyValues())
				.isEqualTo(KeyValues.of("command", "fine", "outcome", "SUCCESS", "window", "main"));
			assertThat(((InvokeObservationContext) context).getWebview()).hasToString("view");
		});
	}

	@Test
	void callThatFails() {
		this.fixture.invoke("wrong", "{}");
		assertThat(this.recorder.stopped).singleElement().satisfies((context) -> {
			assertThat(context.getLowCardinalityKeyValues())
				.isEqualTo(KeyValues.of("command", "wrong", "outcome", "ERROR", "window", "main"));
			assertThat(context.getError()).hasMessage("wrong");
		});
	}

	@Test
	void callOfACommandNobodyRegistered() {
		this.fixture.invoke("made_up_17", "{}");
		assertThat(this.recorder.stopped).singleElement()
			.satisfies((context) -> assertThat(context.getLowCardinalityKeyValues())
				.isEqualTo(KeyValues.of("command", "unknown", "outcome", "ERROR", "window", "main")));
	}

	@Test
	void callThatIsCancelled() {
		this.fixture.service().invoke(this.fixture.request("never", "{}")).subscribe().dispose();
		assertThat(this.recorder.stopped).singleElement()
			.satisfies((context) -> assertThat(context.getLowCardinalityKeyValues())
				.isEqualTo(KeyValues.of("command", "never", "outcome", "CANCELLED", "window", "main")));
	}

	@Test
	void observationIsCurrentInTheCommandAndInItsMono() {
		assertThat(this.fixture.invoke("current", "{}")).isEqualTo("\"tauri.invoke\"");
		assertThat(this.fixture.invoke("current_in_mono", "{}")).isEqualTo("\"tauri.invoke\"");
		assertThat(registry.getCurrentObservation()).isNull();
	}

	@Test
	void observationHasTheParentOfTheSubscriber() {
		Observation parent = Observation.start("parent", registry);
		this.fixture.service()
			.invoke(this.fixture.request("fine", "{}"))
			.contextWrite((context) -> context.put("micrometer.observation", parent))
			.block();
		assertThat(this.recorder.stopped).singleElement()
			.satisfies((context) -> assertThat(context.getParentObservation()).isSameAs(parent));
	}

	@Test
	void conventionCanBeReplaced() {
		InvokeObservationConvention convention = new DefaultInvokeObservationConvention() {

			@Override
			public String getName() {
				return "custom";
			}

		};
		try (CommandFixture custom = CommandFixture
			.of((builder) -> builder.observationRegistry(registry).observationConvention(convention), Commands.class)) {
			custom.invoke("fine", "{}");
		}
		assertThat(this.recorder.stopped).singleElement()
			.satisfies((context) -> assertThat(context.getName()).isEqualTo("custom"));
	}

	@Test
	void callIsAnsweredWhateverItsObservationDoes() {
		ObservationRegistry failing = ObservationRegistry.create();
		failing.observationConfig().observationHandler(new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				throw new IllegalStateException("stopped");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		try (CommandFixture observed = CommandFixture.of((builder) -> builder.observationRegistry(failing),
				Commands.class)) {
			assertThat(observed.invoke("fine", "{}")).isEqualTo("1");
			assertThat(observed.invoke("later", "{}")).isEqualTo("2");
		}
	}

	static class Commands {

		@TauriCommand
		int fine() {
			return 1;
		}

		@TauriCommand
		Mono<Integer> later() {
			return Mono.just(2).publishOn(Schedulers.parallel());
		}

		@TauriCommand
		void wrong() {
			throw new IllegalStateException("wrong");
		}

		@TauriCommand
		Mono<Void> never() {
			return Mono.never();
		}

		@TauriCommand
		String current() {
			return registry.getCurrentObservation().getContextView().getName();
		}

		@TauriCommand
		Mono<String> currentInMono() {
			return Mono.deferContextual((context) -> Mono
				.just(context.<Observation>get("micrometer.observation").getContextView().getName()));
		}

	}

	private static final class Recorder implements ObservationHandler<Observation.Context> {

		private final List<Observation.Context> stopped = new ArrayList<>();

		@Override
		public void onStop(Observation.Context context) {
			this.stopped.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
