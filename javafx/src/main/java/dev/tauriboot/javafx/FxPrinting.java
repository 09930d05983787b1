package dev.tauriboot.javafx;

import dev.tauriboot.ipc.InvokeException;
import javafx.application.Platform;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.web.WebEngine;
import javafx.stage.Stage;

/**
 * Prints a document on the printer that the user chooses.
 */
final class FxPrinting {

	private FxPrinting() {
	}

	/**
	 * Show the dialog of the system. The call that asks for it does not wait for the
	 * user.
	 */
	static void print(WebEngine engine, Stage owner) {
		if (FxToolkit.isHeadless()) {
			throw FxPlatform.webviewCannot("print");
		}
		if (Printer.getDefaultPrinter() == null) {
			throw new InvokeException("there is no printer");
		}
		Platform.runLater(() -> {
			PrinterJob job = PrinterJob.createPrinterJob();
			if (job != null && job.showPrintDialog(owner)) {
				engine.print(job);
				job.endJob();
			}
		});
	}

}
