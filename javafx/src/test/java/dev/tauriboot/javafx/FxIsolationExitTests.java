package dev.tauriboot.javafx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.tauriboot.Origin;
import dev.tauriboot.isolation.HookDialect;
import dev.tauriboot.isolation.IsolationApplication;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.DefaultResourceLoader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether a message is answered that cannot be sent on.
 */
class FxIsolationExitTests {

	private static final String REFUSED = "Command greet refused by the isolation hook: it could not be sent on";

	private final JsonMapper mapper = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(100).build())
			.build())
		.build();

	private Page page;

	private IsolationApplication application;

	private FxIsolationExit exit;

	@BeforeEach
	void open(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("index.html"), "<script>window.__TAURI_ISOLATION_HOOK__ = (m) => m</script>");
		MemoryRuntime runtime = new MemoryRuntime(() -> {
		});
		MemoryWebview webview = (MemoryWebview) runtime.create(WindowOptions.of("main")).webviews().get(0);
		this.page = webview.connect(Origin.of("http://tauri.localhost"), (Runnable) () -> {
		});
		this.application = IsolationApplication.load(new DefaultResourceLoader(), folder.toString(),
				List.of(HookDialect.V2));
		this.exit = exit(new IsolationPattern(this.application, Duration.ofSeconds(5)));
	}

	private FxIsolationExit exit(IsolationPattern pattern) {
		return new FxIsolationExit(pattern, () -> {
			throw new IllegalStateException("the door is not to be asked");
		}, this.mapper, this.page);
	}

	@Test
	void changedMessageThatIsTooLongToReadIsRefused() {
		this.exit.leave(message(IsolatedMessage.JSON), "C[\"greet\",null,\"" + "x".repeat(1000) + "\"]");
		assertThat(this.page.outbound().drain()).isEqualTo("[[0,2,\"" + REFUSED + "\"]]");
		assertThat(this.page.callsInFlight()).isZero();
	}

	@Test
	void messageThatNoDoorTakesIsRefused() {
		this.exit.leave(message(IsolatedMessage.JSON), true);
		assertThat(this.page.outbound().drain()).isEqualTo("[[0,2,\"" + REFUSED + "\"]]");
	}

	@Test
	void stagedMessageWithoutABodyIsRefused() {
		IsolatedMessage message = message(IsolatedMessage.STAGED);
		message.fail = 4;
		this.exit.leave(message, "C[\"greet\",null]");
		assertThat(this.page.outbound().drain()).isEqualTo("[[0,4,\"" + REFUSED + "\"]]");
	}

	@Test
	void messageIsRefusedWhileTooManyWaitBehindTheHook() {
		FxIsolationExit exit = exit(new IsolationPattern(this.application, Duration.ofSeconds(5), 1000, 1));
		exit.leave(staged(), true);
		assertThat(this.page.outbound().drain()).startsWith("[[0,3,{");
		exit.leave(staged(), true);
		assertThat(this.page.outbound().drain())
			.isEqualTo("[[0,4,\"Command greet refused by the isolation hook: too many messages wait to be sent, "
					+ "or too much: the limits are 1 (tauri.ipc.max-in-flight) and 1000 bytes "
					+ "(tauri.ipc.max-body-size)\"]]");
	}

	private IsolatedMessage staged() {
		IsolatedMessage message = message(IsolatedMessage.STAGED);
		message.submit = 3;
		message.fail = 4;
		return message;
	}

	private IsolatedMessage message(int kind) {
		IsolatedMessage message = new IsolatedMessage(1, "greet", 1, 2, kind, "{}", null);
		this.page.register(message.callback, message);
		return message;
	}

}
