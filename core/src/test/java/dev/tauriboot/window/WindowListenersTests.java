package dev.tauriboot.window;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.Label;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WindowListenersTests {

	private static final Label MAIN = Label.of("main");

	private final List<String> told = new ArrayList<>();

	private final WindowListeners listeners = new WindowListeners();

	@Test
	void asksAllWhetherAWindowStays() {
		this.listeners.add(answering("first", true));
		this.listeners.add(answering("second", false));
		assertThat(this.listeners.closeRequested(MAIN)).isTrue();
		assertThat(this.told).containsExactly("first", "second");
	}

	@Test
	void windowClosesWhenNobodyKeepsIt() {
		assertThat(this.listeners.closeRequested(MAIN)).isFalse();
		this.listeners.add(answering("only", false));
		assertThat(this.listeners.closeRequested(MAIN)).isFalse();
	}

	@Test
	void goesOnAfterAListenerThatThrows() {
		this.listeners.add(new WindowListener() {

			@Override
			public boolean closeRequested(Label window) {
				throw new IllegalStateException("broken");
			}

		});
		this.listeners.add(answering("second", true));
		assertThat(this.listeners.closeRequested(MAIN)).isTrue();
	}

	@Test
	void windowsAreMadeAsListenersWant() {
		this.listeners.add(opening("first"));
		this.listeners.add(new WindowListener() {

			@Override
			public WindowOptions opening(WindowOptions options) {
				return WindowOptions.of("other");
			}

		});
		this.listeners.add(opening("last"));
		WindowOptions options = this.listeners.opening(WindowOptions.of("main").withTitle("x"));
		assertThat(options.label()).isEqualTo(MAIN);
		assertThat(options.title()).isEqualTo("x first last");
	}

	private static WindowListener opening(String name) {
		return new WindowListener() {

			@Override
			public WindowOptions opening(WindowOptions options) {
				return options.withTitle(options.title() + " " + name);
			}

		};
	}

	private WindowListener answering(String name, boolean stays) {
		return new WindowListener() {

			@Override
			public boolean closeRequested(Label window) {
				WindowListenersTests.this.told.add(name);
				return stays;
			}

		};
	}

}
