package dev.tauriboot.demo.tour;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.Webview;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Answers the questions that the user would be asked, as nobody is there on a tour.
 */
final class TourDialogs implements PageDialogs {

	private final List<String> questions = new CopyOnWriteArrayList<>();

	private volatile boolean answer;

	private TourDialogs() {
	}

	static void register(ConfigurableApplicationContext context) {
		((GenericApplicationContext) context).registerBean(TourDialogs.class, TourDialogs::new);
	}

	void answer(boolean answer) {
		this.answer = answer;
	}

	List<String> questions() {
		return this.questions;
	}

	@Override
	public void alert(Webview webview, String message) {
	}

	@Override
	public boolean confirm(Webview webview, String message) {
		this.questions.add(message);
		return this.answer;
	}

	@Override
	public @Nullable String prompt(Webview webview, String message, String defaultValue) {
		return null;
	}

}
