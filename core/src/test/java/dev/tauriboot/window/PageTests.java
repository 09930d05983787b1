package dev.tauriboot.window;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Page}.
 */
class PageTests {

	private final Page page = TestPage.of("main").page();

	private final List<String> ended = new ArrayList<>();

	@Test
	void whatCannotBeEndedDoesNotKeepTheRest() {
		Disposable broken = () -> {
			throw new StackOverflowError();
		};
		this.page.register(1, broken);
		this.page.register(2, () -> this.ended.add("call"));
		this.page.register(3, broken);
		this.page.onClose(() -> {
			throw new IllegalStateException("broken");
		});
		this.page.onClose(() -> this.ended.add("action"));
		this.page.close();
		assertThat(this.ended).containsExactly("call", "action");
		assertThat(this.page.callsInFlight()).isZero();
		assertThat(this.page.isOpen()).isFalse();
	}

}
