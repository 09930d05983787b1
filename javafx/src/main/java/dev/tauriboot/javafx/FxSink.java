package dev.tauriboot.javafx;

import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;
import org.w3c.dom.views.DocumentView;

import org.springframework.util.Assert;

/**
 * An object of a document that Java goes on calling. It has to be a node. The engine
 * knows any other object by its address: collecting what Java held of an earlier document
 * takes the engine's protection from whatever lies at that address by then, and calls no
 * longer get there. Lives on the JavaFX application thread.
 */
final class FxSink {

	private final JSObject node;

	/**
	 * Create it.
	 * @param node the document's node, which that side must hold too
	 */
	FxSink(JSObject node) {
		Assert.isInstanceOf(Node.class, node, "'node' must be a node");
		this.node = node;
	}

	/**
	 * Call a method of the object.
	 * @return {@code false} if its document is not shown any more
	 * @throws JSException if the method fails
	 */
	boolean call(String method, @Nullable Object... arguments) {
		try {
			this.node.call(method, arguments);
			return true;
		}
		catch (JSException ex) {
			if (isShown()) {
				throw ex;
			}
			return false;
		}
	}

	private boolean isShown() {
		return ((Node) this.node).getOwnerDocument() instanceof DocumentView document
				&& document.getDefaultView() != null;
	}

}
