package dev.tauriboot.test;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.IpcPipeline;
import dev.tauriboot.door.Pages;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.javafx.FxRuntime;
import dev.tauriboot.javafx.FxRuntimeOptions;
import dev.tauriboot.page.BootstrapScript;
import dev.tauriboot.page.BootstrapScript.Transport;
import dev.tauriboot.runtime.DesktopRuntime;
import org.junit.jupiter.api.AfterAll;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.server.reactive.HttpHandler;

/**
 * The runtime of JavaFX WebViews passes the kit.
 */
class FxRuntimeTests extends DesktopRuntimeCompatibilityKit {

	private static final CommandExecutor executor = CommandExecutor.pooled(2);

	@Override
	protected DesktopRuntime createRuntime(Runnable lastWindowClosed) {
		JsonMapper mapper = JsonMapper.builder().build();
		BridgeDoor door = new BridgeDoor(new IpcPipeline(List.of(), (request) -> Mono.just(InvokeResponse.NOTHING)),
				executor, mapper);
		return new FxRuntime(
				new FxRuntimeOptions(() -> door, new Pages(), mapper, page(), Map.of(), null, lastWindowClosed));
	}

	private static HttpHandler page() {
		byte[] html = ("<!doctype html><script>" + BootstrapScript.builder(Transport.BRIDGE).build().text()
				+ "</script>")
			.getBytes(StandardCharsets.UTF_8);
		return (request, response) -> {
			response.getHeaders().set("Content-Type", "text/html;charset=UTF-8");
			return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(html)));
		};
	}

	@AfterAll
	static void close() {
		executor.close();
	}

}
