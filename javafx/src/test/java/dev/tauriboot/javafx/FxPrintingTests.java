package dev.tauriboot.javafx;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FxPrinting} where there is no printer.
 */
class FxPrintingTests {

	@Test
	void pageIsToldWhenItIsOver() {
		try (FxTestApp app = new FxTestApp()) {
			FxWebview main = app.open("main");
			assertThat(FxTestApp.settle(main,
					"new Promise((resolve) => { const order = []; addEventListener('beforeprint', () => order.push('before'));"
							+ " addEventListener('afterprint', () => { order.push('after'); resolve(order.join()); });"
							+ " window.print(); order.push('returned'); })"))
				.isEqualTo("\"before,returned,after\"");
			assertThat(warnings(main, new FxPrinting(() -> null))).containsExactly(FxPrinting.NO_PRINTER);
			assertThat(warnings(main, new FxPrinting(() -> {
				throw new IllegalStateException("no print service");
			}))).singleElement().asString().startsWith("window.print() failed");
		}
	}

	private static List<String> warnings(FxWebview webview, FxPrinting printing) {
		List<String> warnings = new CopyOnWriteArrayList<>();
		CompletableFuture<Void> done = new CompletableFuture<>();
		printing.print(webview.view(), warnings::add, () -> done.complete(null));
		done.orTimeout(20, TimeUnit.SECONDS).join();
		return warnings;
	}

}
