package dev.tauriboot.test;

import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When documents connect and their pages end.
 */
abstract class DocumentKit extends RuntimeKit {

	DocumentKit(DesktopRuntimeCompatibilityKit kit) {
		super(kit);
	}

	@Test
	void documentConnects() {
		Webview webview = webview("main");
		Page page = page(webview);
		assertThat(page.isOpen()).isTrue();
		assertThat(page.webview()).isSameAs(webview);
		assertThat(page.origin().host()).isNotEmpty();
	}

	@Test
	void pagesOfTwoWindowsHaveKeysOfTheirOwn() {
		Page first = page(webview("main"));
		Page second = page(webview("second"));
		assertThat(first.key().matches(second.key().reveal())).isFalse();
		assertThat(first.key().matches(first.key().reveal())).isTrue();
	}

	@Test
	void reloadEndsThePage() {
		Webview webview = webview("main");
		Page page = page(webview);
		AtomicInteger closed = new AtomicInteger();
		page.onClose(closed::incrementAndGet);
		webview.reload();
		eventually("the page to end").until(() -> closed.get() > 0);
		assertThat(page.isOpen()).isFalse();
		Page next = page(webview);
		assertThat(next).isNotSameAs(page);
		assertThat(next.key().matches(page.key().reveal())).isFalse();
		assertThat(closed).hasValue(1);
	}

	@Test
	void navigationEndsThePage() {
		Webview webview = webview("main");
		Page page = page(webview);
		webview.navigate("other.html");
		eventually("the page to end").until(() -> !page.isOpen());
		Page next = page(webview);
		assertThat(next).isNotSameAs(page);
		eventually("the address to change").untilAsserted(() -> assertThat(webview.url()).endsWith("other.html"));
	}

	@Test
	void queueOfAPageThatEndedTakesNothing() {
		Webview webview = webview("main");
		Page page = page(webview);
		AtomicInteger closed = new AtomicInteger();
		page.onClose(closed::incrementAndGet);
		webview.reload();
		eventually("the page to end").until(() -> closed.get() > 0);
		page.outbound().channelEnd(1, 0);
		assertThat(page.outbound().drain()).isNull();
	}

	@Test
	void closingAWindowEndsItsPage() {
		Webview webview = webview("main");
		Page page = page(webview);
		webview.window().destroy();
		eventually("the page to end").until(() -> !page.isOpen());
		assertThat(webview.page()).isNull();
	}

}
