package dev.tauriboot.javafx;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.MessageDialogOptions;
import dev.tauriboot.runtime.MessageDialogOptions.Button;
import dev.tauriboot.runtime.MessageDialogOptions.Kind;
import dev.tauriboot.runtime.MessageDialogOptions.Role;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.DialogPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static dev.tauriboot.javafx.FxTestApp.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Dialogs that the test answers.
 */
class FxMessageDialogsTests {

	private final FxMessageDialogs dialogs = new FxMessageDialogs(2, true);

	@BeforeAll
	static void start() {
		FxToolkit.chooseHeadless();
		FxToolkit.await();
	}

	// row 123
	@Test
	void refusesWithoutADisplay() {
		assertThat(new FxMessageDialogs().show(MessageDialogOptions.of("x"))).failsWithin(1, TimeUnit.SECONDS)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(UnsupportedOperationException.class)
			.withMessage("dialogs are not available on this display");
	}

	@Test
	void answersWithTheButton() throws Exception {
		Button go = new Button(Role.OK, "Same");
		Button stop = new Button(Role.CANCEL, "Same");
		CompletableFuture<Optional<Button>> answer = this.dialogs
			.show(MessageDialogOptions.of("Sure?", go, stop).withTitle("Ask").withKind(Kind.ERROR));
		DialogPane pane = pane("Sure?");
		assertThat(fx(() -> ((Stage) pane.getScene().getWindow()).getTitle())).isEqualTo("Ask");
		assertThat(pane.getStyleClass()).contains("error");
		press(pane, 1);
		assertThat(answer.get(30, TimeUnit.SECONDS)).containsSame(stop);
	}

	@Test
	void closedDialogHasNoAnswer() throws Exception {
		CompletableFuture<Optional<Button>> answer = this.dialogs
			.show(MessageDialogOptions.of("Closed?", Button.YES, Button.NO, Button.CANCEL));
		DialogPane pane = pane("Closed?");
		assertThat(pane.getButtonTypes()).hasSize(3);
		fx(() -> {
			Window window = pane.getScene().getWindow();
			Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
			return null;
		});
		assertThat(answer.get(30, TimeUnit.SECONDS))
			.satisfies((button) -> assertThat(button.filter((pressed) -> pressed != Button.CANCEL)).isEmpty());
	}

	@Test
	void dialogsOfOneWindowComeOneAfterTheOther() throws Exception {
		CompletableFuture<Optional<Button>> first = this.dialogs.show(MessageDialogOptions.of("first"));
		CompletableFuture<Optional<Button>> dropped = this.dialogs.show(MessageDialogOptions.of("dropped"));
		CompletableFuture<Optional<Button>> last = this.dialogs.show(MessageDialogOptions.of("last"));
		DialogPane pane = pane("first");
		dropped.cancel(false);
		assertThat(fx(() -> texts())).contains("first").doesNotContain("dropped", "last");
		press(pane, 0);
		assertThat(first.get(30, TimeUnit.SECONDS)).contains(Button.OK);
		press(pane("last"), 0);
		assertThat(last.get(30, TimeUnit.SECONDS)).contains(Button.OK);
	}

	@Test
	void dialogForFilesWaitsForAMessageAndTheOtherWay() throws Exception {
		CompletableFuture<Optional<Button>> first = this.dialogs.show(MessageDialogOptions.of("before"));
		CompletableFuture<List<String>> picked = FxFileDialogs.inTurn(FileDialogOptions.DEFAULT, 2, (owner) -> texts());
		CompletableFuture<Optional<Button>> last = this.dialogs.show(MessageDialogOptions.of("after"));
		DialogPane pane = pane("before");
		assertThat(picked).isNotDone();
		press(pane, 0);
		assertThat(picked.get(30, TimeUnit.SECONDS)).as("what is up besides").doesNotContain("before", "after");
		press(pane("after"), 0);
		assertThat(last.get(30, TimeUnit.SECONDS)).contains(Button.OK);
		assertThat(first).isDone();
	}

	@Test
	void windowDoesNotWaitForAnother() throws Exception {
		CompletableFuture<Optional<Button>> first = this.dialogs.show(MessageDialogOptions.of("of nobody"));
		DialogPane pane = pane("of nobody");
		FileDialogOptions other = FileDialogOptions.DEFAULT.withOwner(mock(dev.tauriboot.window.Window.class));
		assertThat(FxFileDialogs.inTurn(other, 2, (owner) -> texts()).get(30, TimeUnit.SECONDS)).contains("of nobody");
		press(pane, 0);
		assertThat(first.get(30, TimeUnit.SECONDS)).contains(Button.OK);
	}

	@Test
	void noMoreWaitThanMay() throws Exception {
		dev.tauriboot.window.Window owner = mock(dev.tauriboot.window.Window.class);
		CompletableFuture<Optional<Button>> shown = show(owner, "shown");
		CompletableFuture<Optional<Button>> dropped = show(owner, "dropped");
		CompletableFuture<Optional<Button>> waits = show(owner, "waits");
		DialogPane pane = pane("shown");
		assertRefused(show(owner, "over"));
		assertRefused(FxFileDialogs.inTurn(FileDialogOptions.DEFAULT.withOwner(owner), 2, (stage) -> texts()));
		assertThat(List.of(shown, dropped, waits)).noneMatch(CompletableFuture::isDone);
		dropped.cancel(false);
		CompletableFuture<Optional<Button>> last = show(owner, "last");
		assertRefused(show(owner, "over again"));
		press(pane, 0);
		press(pane("waits"), 0);
		press(pane("last"), 0);
		assertThat(last.get(30, TimeUnit.SECONDS)).contains(Button.OK);
	}

	@Test
	void ownDialogsOfTheApplicationAllWait() throws Exception {
		CompletableFuture<Optional<Button>> shown = this.dialogs.show(MessageDialogOptions.of("one of many"));
		DialogPane pane = pane("one of many");
		List<CompletableFuture<Optional<Button>>> others = IntStream.range(0, 10)
			.mapToObj((i) -> this.dialogs.show(MessageDialogOptions.of("another")))
			.toList();
		fx(() -> null);
		assertThat(others).noneMatch(CompletableFuture::isDone);
		others.forEach((other) -> other.cancel(false));
		press(pane, 0);
		assertThat(shown.get(30, TimeUnit.SECONDS)).contains(Button.OK);
	}

	private CompletableFuture<Optional<Button>> show(dev.tauriboot.window.Window owner, String text) {
		return this.dialogs.show(MessageDialogOptions.of(text).withOwner(owner));
	}

	private static void assertRefused(CompletableFuture<?> answer) {
		assertThat(answer).failsWithin(30, TimeUnit.SECONDS)
			.withThrowableThat()
			.havingCause()
			.isInstanceOf(InvokeException.class)
			.withMessage("too many dialogs wait: the limit is 2 (tauri.app.max-queued-dialogs)");
	}

	@Test
	void whoNoLongerWaitsTakesTheDialogAway() throws Exception {
		CompletableFuture<Optional<Button>> answer = this.dialogs.show(MessageDialogOptions.of("gone"));
		pane("gone");
		answer.cancel(false);
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(() -> !fx(FxMessageDialogsTests::texts).contains("gone"));
	}

	private static void press(DialogPane pane, int button) throws Exception {
		fx(() -> {
			Node node = pane.lookupButton(pane.getButtonTypes().get(button));
			((javafx.scene.control.Button) node).fire();
			return null;
		});
	}

	private static DialogPane pane(String text) {
		return Awaitility.await().atMost(FxTestApp.PATIENCE).until(() -> fx(() -> find(text)), (pane) -> pane != null);
	}

	private static DialogPane find(String text) {
		return panes().stream().filter((pane) -> pane.getContentText().equals(text)).findFirst().orElse(null);
	}

	private static List<String> texts() {
		return panes().stream().map(DialogPane::getContentText).toList();
	}

	private static List<DialogPane> panes() {
		return Window.getWindows()
			.stream()
			.filter(Window::isShowing)
			.map((window) -> window.getScene().getRoot())
			.filter(DialogPane.class::isInstance)
			.map(DialogPane.class::cast)
			.toList();
	}

}
