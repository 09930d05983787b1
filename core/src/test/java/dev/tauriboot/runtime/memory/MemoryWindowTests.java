package dev.tauriboot.runtime.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.Label;
import dev.tauriboot.window.PhysicalPosition;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MemoryWindowTests {

	private final List<String> told = new ArrayList<>();

	private final AtomicInteger lastClosed = new AtomicInteger();

	private final MemoryRuntime runtime = new MemoryRuntime(this.lastClosed::incrementAndGet);

	private boolean stays;

	@BeforeEach
	void start() {
		this.runtime.addListener(new Recorder());
		this.runtime.start();
	}

	@AfterEach
	void stop() {
		this.runtime.stop();
	}

	@Test
	void holdsStateAndTellsOfChanges() {
		Window window = this.runtime.create(WindowOptions.of("main"));
		assertThat(window.innerSize()).isEqualTo(new PhysicalSize(800, 600));
		window.setSize(400, 300);
		window.setSize(400, 300);
		window.setPosition(5, 6);
		window.maximize();
		window.setFullscreen(true);
		window.setResizable(false);
		window.setAlwaysOnTop(true);
		window.hide();
		assertThat(window.innerSize()).isEqualTo(new PhysicalSize(400, 300));
		assertThat(window.outerPosition()).isEqualTo(new PhysicalPosition(5, 6));
		assertThat(window.isMaximized()).isTrue();
		assertThat(window.isFullscreen()).isTrue();
		assertThat(window.isResizable()).isFalse();
		assertThat(window.isAlwaysOnTop()).isTrue();
		assertThat(window.isVisible()).isFalse();
		assertThat(window.isFocused()).isFalse();
		assertThat(this.told).containsExactly("window main", "webview main", "focused true", "400x300", "5,6",
				"focused false");
	}

	@Test
	void closesUnlessAListenerKeepsIt() { // row 100
		Window window = this.runtime.create(WindowOptions.of("main"));
		this.stays = true;
		window.close();
		assertThat(this.runtime.windows()).containsExactly(window);
		this.stays = false;
		window.close();
		window.destroy();
		assertThat(this.runtime.windows()).isEmpty();
		assertThat(this.told).endsWith("close", "close", "destroyed main");
		assertThat(this.lastClosed).hasValue(1);
	}

	@Test
	void stopIsNoLastWindowThatCloses() {
		this.runtime.create(WindowOptions.of("main"));
		this.runtime.stop();
		assertThat(this.runtime.windows()).isEmpty();
		assertThat(this.lastClosed).hasValue(0);
	}

	private final class Recorder implements WindowListener {

		@Override
		public void windowCreated(Label window) {
			MemoryWindowTests.this.told.add("window " + window);
		}

		@Override
		public void webviewCreated(Label webview) {
			MemoryWindowTests.this.told.add("webview " + webview);
		}

		@Override
		public void resized(Label window, int width, int height) {
			MemoryWindowTests.this.told.add(width + "x" + height);
		}

		@Override
		public void moved(Label window, int x, int y) {
			MemoryWindowTests.this.told.add(x + "," + y);
		}

		@Override
		public void focused(Label window, boolean focused) {
			MemoryWindowTests.this.told.add("focused " + focused);
		}

		@Override
		public boolean closeRequested(Label window) {
			MemoryWindowTests.this.told.add("close");
			return MemoryWindowTests.this.stays;
		}

		@Override
		public void destroyed(Label window) {
			MemoryWindowTests.this.told.add("destroyed " + window);
		}

	}

}
