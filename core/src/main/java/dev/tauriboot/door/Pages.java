package dev.tauriboot.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

/**
 * The connected documents by their keys. Only a digest of a key is kept as the map's key,
 * so that neither timing of a lookup nor a dump of the map gives one away.
 *
 * @since 0.1.0
 */
public final class Pages implements HttpDoor.PageLookup {

	private final Map<String, Page> pages = new ConcurrentHashMap<>();

	/**
	 * Add a document until it closes.
	 * @param page the page
	 */
	public void add(Page page) {
		String digest = digest(page.key().reveal());
		this.pages.put(digest, page);
		page.onClose(() -> this.pages.remove(digest));
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
