package dev.tauriboot.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A listener of a played document. It collects the events that reach it, in order.
 *
 * @since 0.1.0
 */
public final class PageListener {

	private final TestPage page;

	private final String event;

	private final List<JsonNode> events = new CopyOnWriteArrayList<>();

	private volatile int id;

	PageListener(TestPage page, String event) {
		this.page = page;
		this.event = event;
	}

	void registered(int id) {
		this.id = id;
	}

	void accept(Object data) {
		this.events.add((JsonNode) data);
	}

	/**
	 * The listener's id.
	 * @return the id
	 */
	public int id() {
		return this.id;
	}

	/**
	 * What has come until now: objects of {@code event}, {@code id} and {@code payload}.
	 * @return the events
	 */
	public List<JsonNode> events() {
		this.page.settle();
		return List.copyOf(this.events);
	}

	/**
	 * The payloads of what has come until now.
	 * @param type the type to read them as
	 * @param <T> the type
	 * @return the payloads
	 */
	public <T> List<@Nullable T> payloads(Class<T> type) {
		List<@Nullable T> payloads = new ArrayList<>();
		for (JsonNode event : events()) {
			payloads.add(this.page.mapper().treeToValue(event.get("payload"), type));
		}
		return payloads;
	}

	/**
	 * Wait for events.
	 * @param count how many there must be at least
	 * @return this
	 * @throws org.awaitility.core.ConditionTimeoutException if they do not come in time
	 */
	public PageListener await(int count) {
		Awaitility.await(count + " events '" + this.event + "'")
			.atMost(IpcTester.DEFAULT_LIMIT)
			.until(() -> this.events.size() >= count);
		return this;
	}

	/**
	 * Stop listening, as the function does that a page gets from {@code listen}.
	 */
	public void unlisten() {
		this.page.invoke("plugin:event|unlisten")
			.args(Map.of("event", this.event, "eventId", this.id))
			.assertThat()
			.isOk();
	}

}
