package dev.tauriboot.test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.Label;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowListener;
import dev.tauriboot.window.WindowOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The user of tests passes the kit.
 */
class MockUserTests extends DesktopUserCompatibilityKit {

	private MockDesktopRuntime mock;

	@Override
	protected DesktopRuntime createRuntime() {
		this.mock = new MockDesktopRuntime();
		return this.mock;
	}

	@Override
	protected void close(Window window) {
		user(window).close();
	}

	@Override
	protected void move(Window window, int x, int y) {
		user(window).moveTo(x, y);
	}

	@Override
	protected void resize(Window window, int width, int height) {
		user(window).resizeTo(width, height);
	}

	@Override
	protected void focus(Window window) {
		user(window).focus();
	}

	@Override
	protected void dragAndDrop(Webview webview, List<Path> files) {
		Path[] all = files.toArray(Path[]::new);
		MockUser user = user(webview.window());
		user.drag(10, 20, all);
		user.drop(30, 40, all);
		user.drag(10, 20, all);
		user.leave();
	}

	private MockUser user(Window window) {
		return this.mock.user(window.label().value());
	}

	@Test
	void userCannotDoWhatAWindowDoesNotLet() {
		Window window = this.mock.create(WindowOptions.of("fixed"));
		MockUser user = user(window);
		window.setResizable(false);
		assertThatIllegalStateException().isThrownBy(() -> user.resizeTo(1, 2))
			.withMessage("The window 'fixed' cannot be resized by a user");
		window.set(WindowFlag.CLOSABLE, false);
		assertThatIllegalStateException().isThrownBy(user::close);
		assertThatIllegalStateException().isThrownBy(() -> user.choose("nothing"))
			.withMessageContaining("choose 'nothing'");
		window.hide();
		assertThatIllegalStateException().isThrownBy(() -> user.moveTo(1, 2));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.mock.user("nobody"))
			.withMessageContaining("[fixed]");
	}

	@Test
	void themeIsChosenAndTold() {
		Window window = this.mock.create(WindowOptions.of("main"));
		List<Boolean> told = new ArrayList<>();
		this.mock.addListener(new WindowListener() {

			@Override
			public void themeChanged(Label label, boolean dark) {
				told.add(dark);
			}

		});
		user(window).chooseTheme(Theme.DARK);
		assertThat(window.theme()).isEqualTo(Theme.DARK);
		user(window).chooseTheme(Theme.DARK);
		user(window).chooseTheme(Theme.LIGHT);
		assertThat(told).containsExactly(true, false);
	}

}
