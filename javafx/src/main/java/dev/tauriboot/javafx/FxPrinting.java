package dev.tauriboot.javafx;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.tauriboot.ipc.InvokeException;
import javafx.application.Platform;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.web.WebView;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Prints pages that ask for it, which the engine leaves to others: after the user's
 * choice of a printer, if there is one.
 */
final class FxPrinting {

	private static final Log logger = LogFactory.getLog(FxPrinting.class);

	static final String NO_PRINTER = "window.print() did nothing: there is no printer";

	private static final String FAILED = "window.print() failed: the printer did not take the job";

	private final Supplier<@Nullable PrinterJob> printer;

	/**
	 * Create it.
	 * @param printer starts a job, or gives {@code null} if there is no printer
	 */
	FxPrinting(Supplier<@Nullable PrinterJob> printer) {
		this.printer = printer;
	}

	/**
	 * Print a page for a command, which is told at once if that cannot be. It does not
	 * wait for the user.
	 * @param view shows the page
	 */
	static void request(WebView view) {
		if (FxToolkit.isHeadless()) {
			throw FxPlatform.webviewCannot("print");
		}
		if (Printer.getDefaultPrinter() == null) {
			throw new InvokeException("there is no printer");
		}
		new FxPrinting(PrinterJob::createPrinterJob).print(view, logger::warn, () -> {
		});
	}

	/**
	 * Print a page. Returns at once: to look for printers takes a while, and the user's
	 * choice must not be waited for within a call of the page.
	 * @param view shows the page
	 * @param warn is told why nothing was printed
	 * @param done called on the JavaFX thread when it is over
	 */
	void print(WebView view, Consumer<String> warn, Runnable done) {
		CompletableFuture.supplyAsync(this.printer).whenComplete((job, failure) -> Platform.runLater(() -> {
			try {
				String problem = (failure != null) ? FAILED : print(view, job);
				if (problem != null) {
					warn.accept(problem);
				}
			}
			finally {
				done.run();
			}
		}));
	}

	private static @Nullable String print(WebView view, @Nullable PrinterJob job) {
		if (job == null) {
			return NO_PRINTER;
		}
		if (view.getScene() == null || !job.showPrintDialog(view.getScene().getWindow())) {
			job.cancelJob();
			return null;
		}
		view.getEngine().print(job);
		return job.endJob() ? null : FAILED;
	}

}
