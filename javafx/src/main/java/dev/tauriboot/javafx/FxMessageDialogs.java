package dev.tauriboot.javafx;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.runtime.MessageDialogOptions;
import dev.tauriboot.runtime.MessageDialogOptions.Button;
import dev.tauriboot.runtime.MessageDialogs;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.ButtonType;
import javafx.stage.Modality;
import javafx.stage.Stage;

import org.springframework.util.Assert;

/**
 * Shows messages as dialogs of JavaFX. Without a display they are refused, since nobody
 * could answer.
 *
 * @since 0.1.0
 */
public final class FxMessageDialogs implements MessageDialogs {

	private final boolean available;

	private final int maxQueued;

	/**
	 * Create the dialogs. Sixteen of a window may wait for their turn.
	 */
	public FxMessageDialogs() {
		this(FxDialogQueue.DEFAULT_LIMIT);
	}

	/**
	 * Create the dialogs.
	 * @param maxQueued how many dialogs of a window may wait for their turn
	 */
	public FxMessageDialogs(int maxQueued) {
		this(maxQueued, !FxToolkit.isHeadless());
	}

	FxMessageDialogs(int maxQueued, boolean available) {
		this.maxQueued = maxQueued;
		this.available = available;
	}

	@Override
	public CompletableFuture<Optional<Button>> show(MessageDialogOptions options) {
		Assert.notNull(options, "'options' must not be null");
		if (!this.available) {
			return CompletableFuture.failedFuture(new UnsupportedOperationException(FileDialogs.UNAVAILABLE));
		}
		CompletableFuture<Optional<Button>> result = new CompletableFuture<>();
		FxDialogQueue.add(options.owner(), this.maxQueued, result, (gone) -> show(options, result, gone));
		return result;
	}

	private static void show(MessageDialogOptions options, CompletableFuture<Optional<Button>> result, Runnable gone) {
		if (result.isDone()) {
			gone.run();
			return;
		}
		try {
			Map<ButtonType, Button> buttons = new IdentityHashMap<>();
			Alert alert = alert(options, buttons);
			alert.setOnHidden((event) -> {
				alert.setOnHidden(null);
				result.complete(Optional.ofNullable(alert.getResult()).map(buttons::get));
				gone.run();
			});
			alert.show();
			result.whenComplete((answer, failure) -> Platform.runLater(() -> close(alert)));
		}
		catch (RuntimeException ex) {
			result.completeExceptionally(ex);
			gone.run();
		}
	}

	private static void close(Alert alert) {
		if (alert.isShowing()) {
			alert.close();
		}
	}

	private static Alert alert(MessageDialogOptions options, Map<ButtonType, Button> buttons) {
		Alert alert = new Alert(type(options.kind()), options.message());
		alert.getButtonTypes().clear();
		for (Button button : options.buttons()) {
			ButtonType type = type(button);
			buttons.put(type, button);
			alert.getButtonTypes().add(type);
		}
		alert.setHeaderText(null);
		alert.setTitle(options.title());
		Stage stage = (options.owner() instanceof FxWindow window) ? window.stage() : null;
		if (stage != null && stage.isShowing()) {
			alert.initOwner(stage);
			alert.initModality(Modality.WINDOW_MODAL);
			if (options.title() == null) {
				alert.setTitle(stage.getTitle());
			}
		}
		else {
			alert.initModality(Modality.NONE);
		}
		return alert;
	}

	private static AlertType type(MessageDialogOptions.Kind kind) {
		return switch (kind) {
			case INFO -> AlertType.INFORMATION;
			case WARNING -> AlertType.WARNING;
			case ERROR -> AlertType.ERROR;
		};
	}

	private static ButtonType type(Button button) {
		ButtonType type = switch (button.role()) {
			case OK -> ButtonType.OK;
			case CANCEL -> ButtonType.CANCEL;
			case YES -> ButtonType.YES;
			case NO -> ButtonType.NO;
		};
		String label = button.label();
		// New ones: that two have the same text must not make them the same.
		return new ButtonType((label != null) ? label : type.getText(), type.getButtonData());
	}

}
