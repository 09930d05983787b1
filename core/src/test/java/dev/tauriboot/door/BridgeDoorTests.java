package dev.tauriboot.door;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.door.BridgeDoor.BridgeCall;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Page;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BridgeDoor}.
 */
class BridgeDoorTests {

	private final CountDownLatch running = new CountDownLatch(1);

	private final CountDownLatch cancelled = new CountDownLatch(1);

	@Test
	void cancelsCallsThatRunWithinTheirSubscription() throws Exception {
		IpcPipeline pipeline = new IpcPipeline(List.of(), (request) -> Mono.create((sink) -> {
			sink.onCancel(this.cancelled::countDown);
			this.running.countDown();
			await(this.cancelled);
			sink.success(InvokeResponse.NOTHING);
		}));
		Page page = CommandFixture.page();
		try (CommandExecutor executor = CommandExecutor.pooled(1)) {
			BridgeDoor door = new BridgeDoor(pipeline, executor, JsonMapper.builder().build());
			door.accept(page, new BridgeCall("block", 1, 2, false, "{}", null));
			assertThat(await(this.running)).isTrue();
			page.cancel(1);
			assertThat(this.cancelled.getCount()).isZero();
			assertThat(page.callsInFlight()).isZero();
		}
	}

	private static boolean await(CountDownLatch latch) {
		try {
			return latch.await(5, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
