package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.window.CursorIcon;
import javafx.beans.value.ChangeListener;
import javafx.scene.Cursor;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * The pointer over a window's content. A page sets it as the pointer moves; a shape that
 * the application has asked for is put back then. Lives on the JavaFX application thread.
 */
final class FxCursor {

	private final List<Node> nodes = new ArrayList<>();

	private final ChangeListener<Cursor> listener = (property, before, cursor) -> apply();

	private CursorIcon icon = CursorIcon.DEFAULT;

	private boolean visible = true;

	void watch(Node node) {
		this.nodes.add(node);
		node.cursorProperty().addListener(this.listener);
		apply();
	}

	void forget(Node node) {
		this.nodes.remove(node);
		node.cursorProperty().removeListener(this.listener);
	}

	void setIcon(CursorIcon icon) {
		this.icon = icon;
		reset();
	}

	void setVisible(boolean visible) {
		this.visible = visible;
		reset();
	}

	private void reset() {
		if (wanted() == null) {
			this.nodes.forEach((node) -> node.setCursor(Cursor.DEFAULT));
		}
		apply();
	}

	private void apply() {
		Cursor wanted = wanted();
		if (wanted == null) {
			return;
		}
		for (Node node : this.nodes) {
			if (node.getCursor() != wanted) {
				node.setCursor(wanted);
			}
		}
	}

	private @Nullable Cursor wanted() {
		if (!this.visible) {
			return Cursor.NONE;
		}
		return switch (this.icon) {
			case DEFAULT -> null;
			case CROSSHAIR, CELL -> Cursor.CROSSHAIR;
			case HAND, ALIAS, COPY -> Cursor.HAND;
			case GRAB -> Cursor.OPEN_HAND;
			case GRABBING -> Cursor.CLOSED_HAND;
			case MOVE, ALL_SCROLL -> Cursor.MOVE;
			case TEXT, VERTICAL_TEXT -> Cursor.TEXT;
			case WAIT, PROGRESS -> Cursor.WAIT;
			case E_RESIZE -> Cursor.E_RESIZE;
			case N_RESIZE -> Cursor.N_RESIZE;
			case NE_RESIZE, NESW_RESIZE -> Cursor.NE_RESIZE;
			case NW_RESIZE, NWSE_RESIZE -> Cursor.NW_RESIZE;
			case S_RESIZE -> Cursor.S_RESIZE;
			case SE_RESIZE -> Cursor.SE_RESIZE;
			case SW_RESIZE -> Cursor.SW_RESIZE;
			case W_RESIZE -> Cursor.W_RESIZE;
			case EW_RESIZE, COL_RESIZE -> Cursor.H_RESIZE;
			case NS_RESIZE, ROW_RESIZE -> Cursor.V_RESIZE;
			case ARROW, HELP, NOT_ALLOWED, CONTEXT_MENU, NO_DROP, ZOOM_IN, ZOOM_OUT -> Cursor.DEFAULT;
		};
	}

}
