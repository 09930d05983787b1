package dev.tauriboot.webcrypto;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link SerialExecutor}.
 */
class SerialExecutorTests {

	private final Queue<Runnable> delegated = new ArrayDeque<>();

	private final SerialExecutor executor = new SerialExecutor(this.delegated::add);

	private final List<String> done = new ArrayList<>();

	@Test
	void runsInOrder() {
		this.executor.execute(() -> {
			this.executor.execute(() -> this.done.add("third"));
			this.done.add("first");
		});
		this.executor.execute(() -> this.done.add("second"));
		this.delegated.remove().run();
		assertThat(this.done).containsExactly("first", "second", "third");
		assertThat(this.delegated).isEmpty();
	}

	@Test
	void whatThrowsDoesNotKeepWhatWaitsBehindIt() {
		this.executor.execute(() -> {
			throw new IllegalStateException("first");
		});
		this.executor.execute(() -> this.done.add("second"));
		assertThatIllegalStateException().isThrownBy(() -> this.delegated.remove().run());
		this.delegated.remove().run();
		this.executor.execute(() -> this.done.add("third"));
		this.delegated.remove().run();
		assertThat(this.done).containsExactly("second", "third");
		assertThat(this.delegated).isEmpty();
	}

}
