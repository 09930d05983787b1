package dev.tauriboot.javafx;

import java.util.List;

import dev.tauriboot.image.Image;
import dev.tauriboot.menu.AboutMetadata;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FxAboutDialog}.
 */
class FxAboutDialogTests {

	private static final AboutMetadata NOTES = new AboutMetadata("Notes", "1.2", "beta", List.of("Ann", "Bo"),
			"Takes notes", "2026 Ann", "MIT", "https://notes.example", "the site", "Cy", new Image(new byte[4], 1, 1));

	@BeforeAll
	static void start() {
		FxToolkit.chooseHeadless();
		FxToolkit.await();
	}

	@Test
	void tellsWhatIsKnown() {
		assertThat(FxAboutDialog.header(NOTES)).isEqualTo("Notes 1.2 (beta)");
		assertThat(FxAboutDialog.lines(NOTES)).containsExactly("Takes notes", "Ann, Bo", "2026 Ann", "MIT",
				"the site: https://notes.example", "Cy");
		AboutMetadata least = AboutMetadata.NONE.withDefaults("Notes", "1.2");
		assertThat(FxAboutDialog.header(least)).isEqualTo("Notes 1.2");
		assertThat(FxAboutDialog.lines(least)).isEmpty();
	}

	@Test
	void isNotShownWhereNobodyCanSeeIt() {
		FxTestApp.fx(() -> {
			int before = Window.getWindows().size();
			Stage owner = new Stage();
			FxAboutDialog.show(owner, NOTES);
			assertThat(Window.getWindows()).hasSize(before);
		});
	}

}
