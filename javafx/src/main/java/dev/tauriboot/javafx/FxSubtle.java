package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.webcrypto.CryptoAnswer;
import dev.tauriboot.webcrypto.CryptoSession;
import javafx.application.Platform;
import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * The Java end of a document's {@code crypto.subtle}. Lives on the JavaFX application
 * thread.
 */
final class FxSubtle {

	private final CryptoSession session;

	private @Nullable FxSink sink;

	FxSubtle(CryptoSession session) {
		Assert.notNull(session, "'session' must not be null");
		this.session = session;
	}

	/**
	 * Begin.
	 * @param sink the document's object that takes answers
	 */
	void open(JSObject sink) {
		Assert.state(this.sink == null, "the document has begun already");
		this.sink = new FxSink(sink);
	}

	/**
	 * Do an operation.
	 * @param id the operation's number
	 * @param operation its name
	 * @param parameters its parameters as JSON
	 * @param data its bytes, one per character
	 */
	void call(int id, String operation, String parameters, @Nullable String data) {
		this.session.call(operation, parameters, data, (answer) -> Platform.runLater(() -> done(id, answer)));
	}

	private void done(int id, CryptoAnswer answer) {
		FxSink sink = this.sink;
		if (sink != null) {
			sink.call("done", id, answer.kind().name(), answer.text());
		}
	}

	/**
	 * Forget keys.
	 * @param ids their ids, separated by commas
	 */
	void forget(String ids) {
		List<Integer> numbers = new ArrayList<>();
		for (String id : StringUtils.commaDelimitedListToStringArray(ids)) {
			numbers.add(Integer.valueOf(id));
		}
		this.session.forget(numbers);
	}

	int keys() {
		return this.session.size();
	}

	void close() {
		this.sink = null;
		this.session.close();
	}

}
