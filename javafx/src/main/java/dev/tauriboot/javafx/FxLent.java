package dev.tauriboot.javafx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

import javafx.scene.web.WebEngine;
import netscape.javascript.JSObject;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * The one object of Java that scripts get at. The engine reads all public methods of such
 * an object for each document that is given it, and never lets go of them: this one is
 * given to a document that nobody sees and that stays, which lends its two methods to all
 * others, bound to an id that says who calls. The engine's script bridge calls public
 * methods of public types only, which is why this is one; it is of no use to anybody
 * else. Lives on the JavaFX application thread.
 *
 * @since 0.1.0
 */
public final class FxLent {

	private static final Log logger = LogFactory.getLog(FxLent.class);

	private static final int ID_BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	// The engine holds what it is given weakly: this field keeps it alive.
	private static @Nullable FxLent current;

	private final Map<String, FxPeer> peers = new HashMap<>();

	// An engine keeps the toolkit's pulse going: it ends with the last that it lends to.
	private final WebEngine engine = new WebEngine();

	private final JSObject lender;

	private FxLent() {
		((JSObject) this.engine.executeScript("window")).setMember("lent", this);
		this.lender = (JSObject) this.engine.executeScript(script());
	}

	private static String script() {
		try {
			return new ClassPathResource("lend.js", FxLent.class).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read lend.js", ex);
		}
	}

	/**
	 * Have the engine do early what it does once.
	 */
	static void warmUp() {
		new FxLent();
	}

	/**
	 * What lends now.
	 */
	static FxLent open() {
		FxLent lent = current;
		if (lent == null) {
			lent = new FxLent();
			current = lent;
		}
		return lent;
	}

	/**
	 * Lend the methods to a script.
	 * @param peer who is called by them
	 * @return the loan, which has to be ended
	 */
	static Loan lend(FxPeer peer) {
		Assert.notNull(peer, "'peer' must not be null");
		FxLent lent = open();
		byte[] bytes = new byte[ID_BYTES];
		RANDOM.nextBytes(bytes);
		String id = HexFormat.of().formatHex(bytes);
		lent.peers.put(id, peer);
		return lent.new Loan(id);
	}

	int loans() {
		return this.peers.size();
	}

	/**
	 * Take a call of a command. It has a method of its own for its speed: for each number
	 * that is to be an object the engine looks for its class.
	 * @param id says who calls
	 * @param command the command
	 * @param callback the id to run with a success
	 * @param error the id to run with an error
	 * @param raw whether the body is bytes, as a text, rather than JSON
	 * @param body the body
	 * @param headers the caller's headers as a JSON array of pairs, or {@code null}
	 * @return frames that have come in the meantime, or {@code null} if there are none
	 */
	public @Nullable String invoke(String id, String command, int callback, int error, boolean raw, String body,
			@Nullable String headers) {
		FxPeer peer = peer(id);
		try {
			return (peer != null) ? peer.invoke(command, callback, error, raw, body, headers) : null;
		}
		catch (RuntimeException ex) {
			throw failed(command, ex);
		}
	}

	/**
	 * Do what else a script asks for. Arguments that there are none of are {@code null}.
	 * @param id says who calls
	 * @param name what to do
	 * @param a the first argument
	 * @param b the second argument
	 * @param c the third argument
	 * @param d the fourth argument
	 * @param e the fifth argument
	 * @param f the sixth argument
	 * @return the answer, or {@code null} if there is none
	 */
	public @Nullable Object call(String id, String name, @Nullable Object a, @Nullable Object b, @Nullable Object c,
			@Nullable Object d, @Nullable Object e, @Nullable Object f) {
		FxPeer peer = peer(id);
		try {
			return (peer != null) ? peer.call(name, a, b, c, d, e, f) : null;
		}
		catch (RuntimeException ex) {
			throw failed(name, ex);
		}
	}

	// Scripts do not tell their pages of what they catch here.
	private static RuntimeException failed(String name, RuntimeException ex) {
		logger.error(LogMessage.format("A document's '%s' failed", name), ex);
		return ex;
	}

	// Documents whose window closes take their leave in vain.
	private @Nullable FxPeer peer(@Nullable String id) {
		FxPeer peer = this.peers.get(id);
		if (peer == null) {
			logger.debug("A call was refused: its document is not shown any more");
		}
		return peer;
	}

	/**
	 * What one script was lent.
	 */
	final class Loan {

		private final String id;

		private Loan(String id) {
			this.id = id;
		}

		/**
		 * Make the object that has the methods, for the script, which alone may hold it.
		 */
		JSObject methods() {
			return (JSObject) FxLent.this.lender.call("lend", this.id);
		}

		/**
		 * End it: whatever the script says from now on is not heard.
		 */
		void end() {
			FxLent.this.peers.remove(this.id);
			if (FxLent.this.peers.isEmpty() && current == FxLent.this) {
				current = null;
			}
		}

	}

}
