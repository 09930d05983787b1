package dev.tauriboot.door;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Bodies of calls whose bytes come in several requests, one after the other: one of each
 * document at a time. What is there of one goes with its call or its document.
 */
final class BodyParts {

	private final Map<Page, Body> bodies = new ConcurrentHashMap<>();

	private final int limit;

	BodyParts(int limit) {
		this.limit = limit;
	}

	/**
	 * Add a part.
	 * @param page the document
	 * @param callback the callback id of the call
	 * @param part which part it is
	 * @param bytes its bytes
	 * @return the whole body, or {@code null} if more is to come
	 * @throws IllegalArgumentException if it is not the next part of its body
	 */
	byte @Nullable [] add(Page page, int callback, BodyPart part, byte[] bytes) {
		if (part.from() == 0) {
			start(new Body(page, callback, part.length()));
		}
		Body body = this.bodies.get(page);
		if (body == null || body.callback != callback || body.length != part.length()) {
			throw new IllegalArgumentException("the part of the body is not the next");
		}
		return body.add(part, bytes);
	}

	private void start(Body body) {
		Body former = this.bodies.put(body.page, body);
		if (former != null) {
			former.page.unregister(former.callback, former);
		}
		body.page.register(body.callback, body);
	}

	private final class Body implements Disposable {

		private final Page page;

		private final int callback;

		private final int length;

		private final BodyCollector bytes;

		Body(Page page, int callback, int length) {
			this.page = page;
			this.callback = callback;
			this.length = length;
			this.bytes = new BodyCollector(length, BodyParts.this.limit);
		}

		synchronized byte @Nullable [] add(BodyPart part, byte[] bytes) {
			part.checkFollows(this.bytes.count(), bytes.length);
			this.bytes.add(DefaultDataBufferFactory.sharedInstance.wrap(bytes));
			if (this.bytes.count() < this.length) {
				return null;
			}
			this.page.unregister(this.callback, this);
			dispose();
			return this.bytes.bytes();
		}

		@Override
		public void dispose() {
			BodyParts.this.bodies.remove(this.page, this);
		}

	}

}
