package dev.tauriboot.window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import org.mockito.Mockito;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.mockito.BDDMockito.given;

/**
 * A page whose document is the test: frames are taken by {@link #frames()}.
 */
public final class TestPage {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final AtomicInteger signals = new AtomicInteger();

	private final Page page;

	private TestPage(String label, String window, Outbound.Limits limits) {
		Window host = Mockito.mock(Window.class);
		given(host.label()).willReturn(Label.of(window));
		Webview webview = Mockito.mock(Webview.class);
		given(webview.label()).willReturn(Label.of(label));
		given(webview.window()).willReturn(host);
		this.page = new Page(webview, Origin.of("http://tauri.localhost"), true,
				new Outbound(this.signals::incrementAndGet, limits));
	}

	private TestPage(Outbound.Limits limits, LongSupplier nanoTime) {
		Webview webview = Mockito.mock(Webview.class);
		given(webview.label()).willReturn(Label.of("main"));
		this.page = new Page(webview, Origin.of("http://tauri.localhost"), true,
				new Outbound(this.signals::incrementAndGet, limits, nanoTime));
	}

	static TestPage of(Outbound.Limits limits, LongSupplier nanoTime) {
		return new TestPage(limits, nanoTime);
	}

	public static TestPage of(String label) {
		return new TestPage(label, label, Outbound.Limits.DEFAULT);
	}

	public static TestPage of(String label, String window) {
		return new TestPage(label, window, Outbound.Limits.DEFAULT);
	}

	public static TestPage of(String label, Outbound.Limits limits) {
		return new TestPage(label, label, limits);
	}

	public Page page() {
		return this.page;
	}

	public int signals() {
		return this.signals.get();
	}

	/**
	 * Take all frames that wait, as JSON texts.
	 */
	public List<String> frames() {
		List<String> frames = new ArrayList<>();
		for (String batch = this.page.outbound().drain(); batch != null; batch = this.page.outbound().drain()) {
			for (JsonNode frame : MAPPER.readTree(batch)) {
				frames.add(MAPPER.writeValueAsString(frame));
			}
		}
		return frames;
	}

}
