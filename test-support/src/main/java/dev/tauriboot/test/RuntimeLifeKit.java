package dev.tauriboot.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a runtime starts, ends, and runs work on its main thread.
 */
abstract class RuntimeLifeKit extends RuntimeKit {

	RuntimeLifeKit(DesktopRuntimeCompatibilityKit kit) {
		super(kit);
	}

	@Test
	void stopClosesAllWindowsAndMayBeCalledTwice() {
		Page page = page(webview("main"));
		runtime().create(WindowOptions.of("second"));
		runtime().stop();
		runtime().stop();
		eventually("the windows to go").until(() -> runtime().windows().isEmpty());
		eventually("the page to end").until(() -> !page.isOpen());
	}

	@Test
	void anotherRuntimeStartsInTheSameJvm() {
		page(webview("main"));
		runtime().stop();
		eventually("the windows to go").until(() -> runtime().windows().isEmpty());
		restart();
		assertThat(page(webview("main")).isOpen()).isTrue();
	}

	@Test
	void twoRuntimesLiveSideBySide() {
		DesktopRuntime second = kit().createRuntime(() -> {
		});
		second.start();
		try {
			Page page = page(webview("main"));
			Page other = page(second.create(WindowOptions.of("main")).webviews().get(0));
			assertThat(page.isOpen()).isTrue();
			assertThat(other.isOpen()).isTrue();
			assertThat(other.webview()).isNotSameAs(page.webview());
		}
		finally {
			second.stop();
		}
	}

	@Test
	void mainThreadRunsWorkInOrder() {
		List<Integer> order = Collections.synchronizedList(new ArrayList<>());
		AtomicBoolean elsewhere = new AtomicBoolean();
		for (int i = 0; i < 100; i++) {
			int number = i;
			runtime().mainThread().execute(() -> {
				order.add(number);
				elsewhere.compareAndSet(false, !runtime().mainThread().isCurrent());
			});
		}
		onMainThread(() -> {
		});
		assertThat(order).hasSize(100).isSorted();
		assertThat(elsewhere).isFalse();
		assertThat(runtime().mainThread().isCurrent()).isFalse();
	}

	@Test
	void mainThreadRunsItsOwnWorkAtOnce() {
		List<String> order = Collections.synchronizedList(new ArrayList<>());
		onMainThread(() -> {
			runtime().mainThread().execute(() -> order.add("inner"));
			order.add("outer");
		});
		assertThat(order).containsExactly("inner", "outer");
	}

}
