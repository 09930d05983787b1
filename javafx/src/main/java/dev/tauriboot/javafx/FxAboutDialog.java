package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.menu.AboutMetadata;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Tells about the application. Where nobody can see a dialog none is shown.
 */
final class FxAboutDialog {

	private FxAboutDialog() {
	}

	static void show(Stage owner, AboutMetadata about) {
		if (FxToolkit.isHeadless()) {
			return;
		}
		Alert dialog = new Alert(AlertType.INFORMATION);
		dialog.initOwner(owner);
		dialog.setTitle((about.name() != null) ? about.name() : "");
		dialog.setHeaderText(header(about));
		dialog.setContentText(String.join("\n", lines(about)));
		if (about.icon() != null) {
			dialog.setGraphic(FxPictures.view(about.icon()));
		}
		// shown, not waited for: the one who asks goes on
		dialog.show();
	}

	static String header(AboutMetadata about) {
		String header = about.name() + " " + about.version();
		return (about.shortVersion() != null) ? header + " (" + about.shortVersion() + ")" : header;
	}

	static List<String> lines(AboutMetadata about) {
		List<String> lines = new ArrayList<>();
		add(lines, about.comments());
		if (!about.authors().isEmpty()) {
			lines.add(String.join(", ", about.authors()));
		}
		add(lines, about.copyright());
		add(lines, about.license());
		if (about.website() != null) {
			lines.add((about.websiteLabel() != null) ? about.websiteLabel() + ": " + about.website() : about.website());
		}
		add(lines, about.credits());
		return lines;
	}

	private static void add(List<String> lines, @Nullable String line) {
		if (line != null) {
			lines.add(line);
		}
	}

}
