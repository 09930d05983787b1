package dev.tauriboot.javafx;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The Java end of what an isolation frame's own script holds. Lives on the JavaFX
 * application thread.
 */
final class FxIsolationFrame extends FxPeer {

	private final FxIsolation isolation;

	FxIsolationFrame(FxIsolation isolation) {
		this.isolation = isolation;
	}

	@Override
	@Nullable Object call(String name, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d,
			@Nullable Object e, @Nullable Object f) {
		return switch (name) {
			case "expect" -> this.isolation.expectUpload(number(a), text(b), (String) c);
			case "confirm" -> this.isolation.confirm(text(a));
			default -> {
				tell(name, a, b);
				yield null;
			}
		};
	}

	private void tell(String name, @Nullable Object a, @Nullable Object b) {
		switch (name) {
			case "ready" -> this.isolation.ready(this);
			case "done" -> {
				Assert.notNull(b, "There is no outcome");
				this.isolation.done(number(a), b);
			}
			case "arrived" -> this.isolation.arrived(number(a));
			case "failed" -> this.isolation.failed(number(a), text(b));
			case "exceeded" -> this.isolation.exceeded(number(a));
			case "alert" -> this.isolation.alert(text(a));
			default -> throw new IllegalArgumentException("There is no '" + name + "'");
		}
	}

}
