package dev.tauriboot.test;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.tauriboot.ipc.InvokeResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * Takes batches of frames apart, as the bootstrap's {@code frames.js} does.
 */
final class PageFrames {

	private final TestPage page;

	private final Map<String, Map<Integer, Integer>> listeners = new LinkedHashMap<>();

	PageFrames(TestPage page) {
		this.page = page;
	}

	void run(String batch) {
		for (JsonNode frame : this.page.mapper().readTree(batch)) {
			runFrame(frame);
		}
	}

	private void runFrame(JsonNode frame) {
		int kind = frame.get(0).intValue();
		switch (kind) {
			case 0 -> this.page.runCallback(frame.get(1).intValue(), frame.get(2));
			case 1 -> this.page.runCallback(frame.get(1).intValue(), bytes(frame.get(2)));
			case 2 -> this.page.runCallback(frame.get(1).intValue(), held(frame.get(2)));
			case 3 -> channelFrame(frame);
			case 4 -> channelEnd(frame.get(1).intValue(), frame.get(2));
			case 5 -> dispatchEvent(frame);
			case 6 -> this.listeners.computeIfAbsent(frame.get(1).stringValue(), (event) -> new LinkedHashMap<>())
				.put(frame.get(2).intValue(), frame.get(3).intValue());
			case 7 -> removeListener(frame.get(1).stringValue(), frame.get(2).intValue());
			default -> throw new IllegalStateException("unknown kind of frame: " + frame);
		}
	}

	private void channelFrame(JsonNode frame) {
		JsonNode value = frame.get(4);
		Object message = switch (frame.get(3).intValue()) {
			case 0 -> value;
			case 1 -> bytes(value);
			default -> held(value);
		};
		this.page.runCallback(frame.get(1).intValue(), new ChannelFrame(frame.get(2).longValue(), message));
	}

	private void channelEnd(int channel, JsonNode index) {
		if (this.page.hasCallback(channel)) {
			this.page.runCallback(channel, new ChannelEnd(index.longValue()));
		}
	}

	private void dispatchEvent(JsonNode frame) {
		String event = frame.get(1).stringValue();
		Map<Integer, Integer> registered = this.listeners.getOrDefault(event, Map.of());
		for (JsonNode id : frame.get(2)) {
			Integer handler = registered.get(id.intValue());
			if (handler != null) {
				ObjectNode object = this.page.mapper().createObjectNode();
				object.put("event", event);
				object.set("id", id);
				object.set("payload", frame.get(3));
				this.page.runCallback(handler, object);
			}
		}
	}

	private void removeListener(String event, int listener) {
		Map<Integer, Integer> registered = this.listeners.get(event);
		Integer handler = (registered != null) ? registered.remove(listener) : null;
		if (handler != null) {
			this.page.unregisterCallback(handler);
		}
	}

	private static byte[] bytes(JsonNode base64) {
		return Base64.getDecoder().decode(base64.stringValue());
	}

	private Object held(JsonNode id) {
		InvokeResponse held = this.page.page().outbound().takeHeld(id.intValue());
		Assert.state(held != null, "data not found");
		return (held instanceof InvokeResponse.Raw raw) ? raw.bytes()
				: this.page.mapper().readTree(((InvokeResponse.Json) held).text());
	}

	/**
	 * A message of a channel.
	 *
	 * @param index its number
	 * @param message a {@link JsonNode} or a {@code byte[]}
	 */
	record ChannelFrame(long index, Object message) {
	}

	/**
	 * The end of a channel.
	 *
	 * @param index how many messages there were
	 */
	record ChannelEnd(long index) {
	}

}
