package dev.tauriboot.javafx;

import java.util.Optional;

import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.Webview;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextInputDialog;
import org.jspecify.annotations.Nullable;

/**
 * Shows the dialogs of pages as JavaFX dialogs owned by their window. Where none can be
 * shown, because there is no screen or the toolkit is in the middle of a frame, they are
 * dismissed.
 */
final class FxPageDialogs implements PageDialogs {

	private static boolean canShow() {
		return !FxToolkit.isHeadless() && Platform.canStartNestedEventLoop();
	}

	private static <T> Optional<T> show(Dialog<T> dialog, Webview webview) {
		if (webview.window() instanceof FxWindow window && window.stage().isShowing()) {
			dialog.initOwner(window.stage());
			dialog.setTitle(window.stage().getTitle());
		}
		dialog.setHeaderText(null);
		dialog.setGraphic(null);
		return dialog.showAndWait();
	}

	@Override
	public void alert(Webview webview, String message) {
		if (canShow()) {
			show(new Alert(Alert.AlertType.INFORMATION, message, ButtonType.OK), webview);
		}
		else {
			PageDialogs.dismissing().alert(webview, message);
		}
	}

	@Override
	public boolean confirm(Webview webview, String message) {
		if (!canShow()) {
			return PageDialogs.dismissing().confirm(webview, message);
		}
		return show(new Alert(Alert.AlertType.CONFIRMATION, message), webview).filter(ButtonType.OK::equals)
			.isPresent();
	}

	@Override
	public @Nullable String prompt(Webview webview, String message, String defaultValue) {
		if (!canShow()) {
			return PageDialogs.dismissing().prompt(webview, message, defaultValue);
		}
		TextInputDialog dialog = new TextInputDialog(defaultValue);
		dialog.setContentText(message);
		return show(dialog, webview).orElse(null);
	}

}
