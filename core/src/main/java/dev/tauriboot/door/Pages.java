package dev.tauriboot.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.tauriboot.window.Page;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The connected documents by their keys. Only a digest of a key is kept as the map's key,
 * so that neither timing of a lookup nor a dump of the map gives one away.
 *
 * @since 0.1.0
 */
public final class Pages implements HttpDoor.PageLookup {

	private static final Log logger = LogFactory.getLog(Pages.class);

	private final Map<String, Page> pages = new ConcurrentHashMap<>();

	private final List<Consumer<Page>> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Add a document until it closes.
	 * @param page the page
	 */
	public void add(Page page) {
		String digest = digest(page.key().reveal());
		this.pages.put(digest, page);
		page.onClose(() -> this.pages.remove(digest));
		for (Consumer<Page> listener : this.listeners) {
			try {
				listener.accept(page);
			}
			catch (RuntimeException ex) {
				logger.error("Who listens for documents failed", ex);
			}
		}
	}

	/**
	 * Be told of each document that is added.
	 * @param listener is told before any script of the document's own has run; must not
	 * block
	 */
	public void addListener(Consumer<Page> listener) {
		Assert.notNull(listener, "'listener' must not be null");
		this.listeners.add(listener);
	}

	@Override
	public @Nullable Page findPage(String key) {
		return this.pages.get(digest(key));
	}

	private static String digest(String key) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
