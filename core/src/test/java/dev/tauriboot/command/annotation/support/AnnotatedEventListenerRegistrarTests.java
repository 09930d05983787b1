package dev.tauriboot.command.annotation.support;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.command.annotation.TauriEventListener;
import dev.tauriboot.event.ApplicationEventBridge;
import dev.tauriboot.event.Event;
import dev.tauriboot.event.EventPayload;
import dev.tauriboot.event.EventTarget;
import dev.tauriboot.event.Events;
import dev.tauriboot.event.TauriEvent;
import dev.tauriboot.runtime.DesktopRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AnnotatedEventListenerRegistrar} and {@link ApplicationEventBridge}.
 */
class AnnotatedEventListenerRegistrarTests {

	private final Events events = new Events(JsonMapper.builder().build(), Runnable::run);

	private final AppHandle app = new AppHandle(this.events, Mockito.mock(DesktopRuntime.class), (code) -> {
	}, new PackageInfo("test", "1.0", "dev.tauriboot.test"));

	private final Listeners listeners = new Listeners();

	private final GenericApplicationContext context = new GenericApplicationContext();

	@BeforeEach
	void start() {
		this.context.registerBean(Listeners.class, () -> this.listeners);
		this.context.registerBean(ApplicationEventBridge.class, () -> new ApplicationEventBridge(this.events));
		this.context.registerBean(AnnotatedEventListenerRegistrar.class,
				() -> new AnnotatedEventListenerRegistrar(this.context.getBeanFactory(), this.events, () -> this.app));
		this.context.refresh();
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void parametersAreResolvedByTheirTypes() {
		this.app.emit("point", new Point(1, 2));
		assertThat(this.listeners.seen).containsExactlyInAnyOrder("payload Point[x=1, y=2] true",
				"event point Point[x=1, y=2]", "json {\"x\":1,\"y\":2}", "any {\"x\":1,\"y\":2}", "reactive");
	}

	@Test
	void listOfPayloadsKeepsItsType() {
		this.app.emit("points", List.of(new Point(1, 2)));
		assertThat(this.listeners.seen).containsExactly("points 1");
	}

	@Test
	void typesOfASuperclassAreResolved() {
		this.app.emit("typed", List.of(new Point(1, 2)));
		assertThat(this.listeners.seen).containsExactlyInAnyOrder("payload [Point[x=1, y=2]]",
				"event [Point[x=1, y=2]]");
	}

	@Test
	void targetOfTheAnnotationDecides() {
		this.app.emitTo(EventTarget.window("other"), "targeted", null);
		assertThat(this.listeners.seen).isEmpty();
		this.app.emitTo("main", "targeted", null);
		assertThat(this.listeners.seen).containsExactly("targeted");
	}

	@Test
	void annotatedApplicationEventIsEmittedToItsTarget() {
		List<String> handled = new ArrayList<>();
		this.events.listen("saved", EventTarget.webview("main"), (event) -> handled.add(event.payload().json()));
		this.events.listen("saved", EventTarget.webview("other"), (event) -> handled.add("wrong"));
		this.context.publishEvent(new Saved("a"));
		this.context.publishEvent(new Point(1, 2));
		assertThat(handled).containsExactly("{\"title\":\"a\"}");
	}

	record Point(int x, int y) {
	}

	@TauriEvent(name = "saved", target = EventTarget.Kind.ANY_LABEL, label = "main")
	record Saved(String title) {
	}

	abstract static class Typed<T> {

		final List<String> seen = new ArrayList<>();

		@TauriEventListener("typed")
		void typed(List<T> payload) {
			this.seen.add("payload " + payload);
		}

		@TauriEventListener("typed")
		void typedEvent(Event<List<T>> event) {
			this.seen.add("event " + event.payload());
		}

	}

	static class Listeners extends Typed<Point> {

		@TauriEventListener("point")
		void payload(Point point, AppHandle app) {
			this.seen.add("payload " + point + " " + (app != null));
		}

		@TauriEventListener("point")
		void event(Event<Point> event) {
			this.seen.add("event " + event.name() + " " + event.payload());
		}

		@TauriEventListener("point")
		void json(EventPayload payload) {
			this.seen.add("json " + payload.json());
		}

		@TauriEventListener("point")
		void any(Event<?> event) {
			this.seen.add("any " + event.payload());
		}

		@TauriEventListener("point")
		Mono<Void> reactive() {
			return Mono.fromRunnable(() -> this.seen.add("reactive"));
		}

		@TauriEventListener("points")
		void points(List<Point> points) {
			this.seen.add("points " + points.get(0).x());
		}

		@TauriEventListener(name = "targeted", target = EventTarget.Kind.WINDOW, label = "main")
		void targeted() {
			this.seen.add("targeted");
		}

	}

}
