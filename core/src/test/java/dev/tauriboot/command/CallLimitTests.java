package dev.tauriboot.command;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.window.Page;
import dev.tauriboot.window.TestPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallLimit}.
 */
class CallLimitTests {

	private final Page page = TestPage.of("main").page();

	@Test
	void callThatIsRefusedIsNeverCounted() {
		CallLimit limit = new CallLimit(1);
		AtomicInteger count = limit.enter(this.page);
		CompletableFuture<Integer> others = CompletableFuture.supplyAsync(() -> {
			int entered = 0;
			for (int i = 0; i < 200_000; i++) {
				entered += (limit.enter(this.page) != null) ? 1 : 0;
			}
			return entered;
		});
		int most = 0;
		while (!others.isDone()) {
			most = Math.max(most, count.get());
		}
		assertThat(others.join()).isZero();
		assertThat(most).isLessThanOrEqualTo(1);
		count.decrementAndGet();
		assertThat(limit.enter(this.page)).isSameAs(count);
	}

}
