package dev.tauriboot.window;

import dev.tauriboot.Label;
import org.jspecify.annotations.Nullable;

/**
 * What {@link HeldWindow} and {@link HeldWebview} have in common.
 */
abstract class HeldView {

	private final Label label;

	private volatile boolean visible;

	private volatile @Nullable Color backgroundColor;

	HeldView(Label label, boolean visible, @Nullable Color backgroundColor) {
		this.label = label;
		this.visible = visible;
		this.backgroundColor = backgroundColor;
	}

	public Label label() {
		return this.label;
	}

	public void show() {
		this.visible = true;
	}

	public void hide() {
		this.visible = false;
	}

	public boolean isVisible() {
		return this.visible;
	}

	public void setBackgroundColor(@Nullable Color color) {
		this.backgroundColor = color;
	}

	/**
	 * What is seen where the page has no background.
	 * @return the colour, or {@code null} for the default
	 */
	public @Nullable Color backgroundColor() {
		return this.backgroundColor;
	}

}
