package dev.tauriboot.javafx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/**
 * The listeners of a stage, which can be taken back: a stage may outlive the window that
 * it showed.
 */
final class FxStageListeners {

	private final List<Runnable> removals = new ArrayList<>();

	void onInvalid(Observable observable, Runnable work) {
		InvalidationListener listener = (property) -> work.run();
		observable.addListener(listener);
		this.removals.add(() -> observable.removeListener(listener));
	}

	<T> void onChange(ObservableValue<T> value, Consumer<T> work) {
		ChangeListener<T> listener = (property, before, now) -> work.accept(now);
		value.addListener(listener);
		this.removals.add(() -> value.removeListener(listener));
	}

	void remove() {
		this.removals.forEach(Runnable::run);
		this.removals.clear();
	}

}
