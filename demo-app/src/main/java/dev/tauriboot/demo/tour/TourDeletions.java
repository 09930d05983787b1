package dev.tauriboot.demo.tour;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import dev.tauriboot.demo.notes.NoteStore;

import org.springframework.util.Assert;

/**
 * Deletes a note against the user's word and with it: the hook of the isolation
 * application asks, whoever calls.
 */
final class TourDeletions {

	private static final String NOTE = "To be deleted.md";

	private static final String QUESTION = "Delete the note “" + NOTE + "” for good?";

	private static final String REFUSED = "Command delete_note refused by the isolation hook: the note is kept";

	private static final String TOAST = "document.querySelector('#toast').textContent";

	private final TourPage page;

	private final NoteStore store;

	private final TourDialogs dialogs;

	private final BiConsumer<String, String> say;

	private final Consumer<String> picture;

	TourDeletions(TourPage page, NoteStore store, TourDialogs dialogs, BiConsumer<String, String> say,
			Consumer<String> picture) {
		this.page = page;
		this.store = store;
		this.dialogs = dialogs;
		this.say = say;
		this.picture = picture;
	}

	void run() {
		create();
		refused();
		refusedToScripts();
		allowed();
	}

	private void create() {
		this.page.click("#new-note");
		this.page.type("#ask-input", "To be deleted");
		this.page.click("#ask-ok");
		this.page.waitFor("document.querySelector('#list li[aria-selected=true]').dataset.path === '" + NOTE + "'");
		Assert.state(this.store.exists(NOTE), "The note was not created");
	}

	private void refused() {
		this.dialogs.answer(false);
		this.page.click("#delete");
		this.page.waitFor(TOAST + " === '" + REFUSED + "'");
		asked(1);
		Assert.state(this.store.exists(NOTE), "The note was deleted against the user's word");
		this.page.waitFor("document.querySelector('#name').value === 'To be deleted'");
		this.say.accept("isolate", "“" + QUESTION + "” No: " + this.page.text(TOAST));
		this.picture.accept("delete-refused");
	}

	// A script in the page has all that the page has.
	private void refusedToScripts() {
		this.page.text("window.tour = undefined; __TAURI_INTERNALS__.invoke('delete_note', { path: '" + NOTE
				+ "' }).then(() => 'deleted', String).then((told) => { window.tour = told; }); null");
		this.page.waitFor("window.tour === '" + REFUSED + "'");
		asked(2);
		Assert.state(this.store.exists(NOTE), "The note was deleted by a script");
		this.say.accept("isolate", "a script that goes past the page's buttons is told the same");
	}

	private void allowed() {
		this.dialogs.answer(true);
		this.page.click("#delete");
		this.page.waitFor(TOAST + " === '“To be deleted” was deleted.'");
		this.page.waitFor("!document.querySelector('#empty').hidden");
		this.page.waitFor("!document.querySelector('#list').textContent.includes('To be deleted')");
		asked(3);
		Assert.state(!this.store.exists(NOTE), "The note was not deleted");
		this.say.accept("isolate", "“" + QUESTION + "” Yes: deleted");
		this.picture.accept("delete-allowed");
	}

	private void asked(int times) {
		List<String> questions = this.dialogs.questions();
		Assert.state(questions.size() == times && questions.stream().allMatch(QUESTION::equals),
				() -> "The hook asked: " + questions);
	}

}
