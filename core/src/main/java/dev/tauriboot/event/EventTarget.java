package dev.tauriboot.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.springframework.util.Assert;

/**
 * Whom an event is for, and what a listener listens for. Its JSON is an object tagged by
 * {@code kind}, as section 8.3 of the wire contract has it. Labels are texts here, since
 * a page may name one that no window can have: such a target matches nothing.
 *
 * @since 0.1.0
 * @see EventMatcher
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({ @JsonSubTypes.Type(value = EventTarget.Any.class, name = "Any"),
		@JsonSubTypes.Type(value = EventTarget.AnyLabel.class, name = "AnyLabel"),
		@JsonSubTypes.Type(value = EventTarget.App.class, name = "App"),
		@JsonSubTypes.Type(value = EventTarget.Window.class, name = "Window"),
		@JsonSubTypes.Type(value = EventTarget.Webview.class, name = "Webview"),
		@JsonSubTypes.Type(value = EventTarget.WebviewWindow.class, name = "WebviewWindow") })
public sealed interface EventTarget {

	/** The target of events and listeners that name none. */
	EventTarget ANY = new Any();

	/** The application. */
	EventTarget APP = new App();

	/**
	 * Whatever has a label: window, webview or both.
	 * @param label the label
	 * @return the target
	 */
	static EventTarget anyLabel(String label) {
		return new AnyLabel(label);
	}

	/**
	 * A window.
	 * @param label its label
	 * @return the target
	 */
	static EventTarget window(String label) {
		return new Window(label);
	}

	/**
	 * A webview.
	 * @param label its label
	 * @return the target
	 */
	static EventTarget webview(String label) {
		return new Webview(label);
	}

	/**
	 * A window whose one webview has the same label.
	 * @param label the label
	 * @return the target
	 */
	static EventTarget webviewWindow(String label) {
		return new WebviewWindow(label);
	}

	/**
	 * Everything.
	 */
	record Any() implements EventTarget {
	}

	/**
	 * Whatever has a label.
	 *
	 * @param label the label
	 */
	record AnyLabel(@JsonProperty(required = true) String label) implements EventTarget {

		public AnyLabel {
			Assert.notNull(label, "'label' must not be null");
		}

	}

	/**
	 * The application.
	 */
	record App() implements EventTarget {
	}

	/**
	 * A window.
	 *
	 * @param label the label
	 */
	record Window(@JsonProperty(required = true) String label) implements EventTarget {

		public Window {
			Assert.notNull(label, "'label' must not be null");
		}

	}

	/**
	 * A webview.
	 *
	 * @param label the label
	 */
	record Webview(@JsonProperty(required = true) String label) implements EventTarget {

		public Webview {
			Assert.notNull(label, "'label' must not be null");
		}

	}

	/**
	 * A window whose one webview has the same label.
	 *
	 * @param label the label
	 */
	record WebviewWindow(@JsonProperty(required = true) String label) implements EventTarget {

		public WebviewWindow {
			Assert.notNull(label, "'label' must not be null");
		}

	}

	/**
	 * The kinds of targets, for annotations.
	 */
	enum Kind {

		/** Everything. */
		ANY,

		/** Whatever has the label. */
		ANY_LABEL,

		/** The application. */
		APP,

		/** The window with the label. */
		WINDOW,

		/** The webview with the label. */
		WEBVIEW,

		/** The window and its webview, both with the label. */
		WEBVIEW_WINDOW;

		/**
		 * The target of this kind.
		 * @param label the label, unused by kinds without one
		 * @return the target
		 */
		public EventTarget target(String label) {
			return switch (this) {
				case ANY -> EventTarget.ANY;
				case ANY_LABEL -> new AnyLabel(label);
				case APP -> EventTarget.APP;
				case WINDOW -> new Window(label);
				case WEBVIEW -> new Webview(label);
				case WEBVIEW_WINDOW -> new WebviewWindow(label);
			};
		}

	}

}
