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

	@Test
	void callsOfTheSameIdAllEndWithThePage() {
		this.page.register(1, () -> this.ended.add("first"));
		this.page.register(1, () -> this.ended.add("second"));
		this.page.register(1, () -> this.ended.add("third"));
		this.page.close();
		assertThat(this.ended).containsExactly("first", "second", "third");
	}

	@Test
	void answerToACallLeavesOthersOfItsId() {
		Disposable first = () -> this.ended.add("first");
		Disposable second = () -> this.ended.add("second");
		this.page.register(1, first);
		this.page.register(1, second);
		this.page.unregister(1, second);
		assertThat(this.page.callsInFlight()).isOne();
		this.page.cancel(1);
		assertThat(this.ended).containsExactly("first");
		this.page.register(1, first);
		this.page.register(1, second);
		this.page.unregister(1, first);
		this.page.unregister(1, second);
		assertThat(this.page.callsInFlight()).isZero();
	}

}
