package dev.tauriboot.plugin.window;

import java.util.EnumSet;
import java.util.Locale;

import dev.tauriboot.Label;
import dev.tauriboot.window.Color;
import dev.tauriboot.window.EngineOptions;
import dev.tauriboot.window.PhysicalSize;
import dev.tauriboot.window.Theme;
import dev.tauriboot.window.WebviewOptions;
import dev.tauriboot.window.WebviewPlacement;
import dev.tauriboot.window.WindowFlag;
import dev.tauriboot.window.WindowOptions;
import dev.tauriboot.window.WindowTraits;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.StringUtils;

/**
 * Reads the options with which a page creates a window or a webview: section 10.10 of the
 * wire contract. Keys that only concern other platforms or engines are accepted and have
 * no effect.
 *
 * @since 0.1.0
 */
public final class CreateOptions {

	private static final WindowOptions DEFAULT = WindowOptions.of("main");

	private final OptionFields fields;

	private CreateOptions(OptionFields fields) {
		this.fields = fields;
	}

	/**
	 * Read the options.
	 * @param options the options
	 * @param command the command, for texts
	 * @param webview whether the window shows a page
	 * @return what to open
	 * @throws dev.tauriboot.ipc.InvokeException if an option is unknown or of a wrong
	 * type
	 */
	public static WindowOptions read(JsonNode options, String command, boolean webview) {
		OptionFields fields = new OptionFields(options, command);
		try {
			return new CreateOptions(fields).read(webview);
		}
		catch (IllegalArgumentException ex) {
			throw fields.invalid(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Read the options of a webview within a window.
	 * @param options the options
	 * @param command the command, for texts
	 * @param label the label where it is not among the options, or {@code null}
	 * @return what to add
	 * @throws dev.tauriboot.ipc.InvokeException if an option is unknown, missing or of a
	 * wrong type
	 */
	public static WebviewOptions readWebview(JsonNode options, String command, @Nullable String label) {
		OptionFields fields = new OptionFields(options, command);
		try {
			return new CreateOptions(fields).readWebview(label);
		}
		catch (IllegalArgumentException ex) {
			throw fields.invalid(String.valueOf(ex.getMessage()));
		}
	}

	private WebviewOptions readWebview(@Nullable String label) {
		OptionFields from = this.fields;
		WebviewPlacement placement = WebviewPlacement.at(from.required("x"), from.required("y"),
				from.number("width", DEFAULT.width()), from.number("height", DEFAULT.height()));
		return new WebviewOptions(Label.of(from.text("label", (label != null) ? label : "main")),
				from.text("url", DEFAULT.url()), placement, false, from.is("focus", true),
				from.is("transparent", false), color(), from.is("dragDropEnabled", true),
				from.is("zoomHotkeysEnabled", false), engine());
	}

	private EngineOptions engine() {
		return new EngineOptions(this.fields.text("userAgent"), !this.fields.is("javascriptDisabled", false));
	}

	private @Nullable Color color() {
		JsonNode color = this.fields.get("backgroundColor");
		return (color != null) ? Color.of(color) : null;
	}

	private WindowOptions read(boolean webview) {
		OptionFields from = this.fields;
		return new WindowOptions(Label.of(from.text("label", "main")), from.text("url", DEFAULT.url()),
				from.text("title", DEFAULT.title()), from.number("width", DEFAULT.width()),
				from.number("height", DEFAULT.height()), from.number("minWidth"), from.number("minHeight"),
				from.number("maxWidth"), from.number("maxHeight"), from.number("x"), from.number("y"),
				from.is("center", false), from.is("resizable", true), from.is("maximized", false),
				from.is("fullscreen", false), from.is("visible", true), from.is("decorations", true),
				from.is("alwaysOnTop", false), from.is("focus", true), traits(webview));
	}

	private WindowTraits traits(boolean webview) {
		String parent = this.fields.text("parent");
		return new WindowTraits(flags(), this.fields.is("transparent", false),
				(parent != null) ? Label.of(parent) : null, theme(), color(), preventOverflow(),
				this.fields.is("dragDropEnabled", true), this.fields.is("zoomHotkeysEnabled", false), webview,
				engine());
	}

	private EnumSet<WindowFlag> flags() {
		EnumSet<WindowFlag> flags = EnumSet.noneOf(WindowFlag.class);
		flags.addAll(WindowFlag.initially());
		for (WindowFlag flag : new WindowFlag[] { WindowFlag.MAXIMIZABLE, WindowFlag.MINIMIZABLE, WindowFlag.CLOSABLE,
				WindowFlag.SHADOW, WindowFlag.FOCUSABLE, WindowFlag.ALWAYS_ON_BOTTOM,
				WindowFlag.VISIBLE_ON_ALL_WORKSPACES, WindowFlag.CONTENT_PROTECTED, WindowFlag.SKIP_TASKBAR }) {
			if (this.fields.is(key(flag), flag.isInitially())) {
				flags.add(flag);
			}
			else {
				flags.remove(flag);
			}
		}
		return flags;
	}

	private static String key(WindowFlag flag) {
		String[] words = flag.name().toLowerCase(Locale.ROOT).split("_");
		StringBuilder key = new StringBuilder(words[0]);
		for (int i = 1; i < words.length; i++) {
			key.append(StringUtils.capitalize(words[i]));
		}
		return key.toString();
	}

	private @Nullable Theme theme() {
		String theme = this.fields.text("theme");
		if (theme == null) {
			return null;
		}
		return theme.equalsIgnoreCase("dark") ? Theme.DARK : Theme.LIGHT;
	}

	private @Nullable PhysicalSize preventOverflow() {
		JsonNode value = this.fields.get("preventOverflow");
		if (value == null || !value.isObject()) {
			return this.fields.is("preventOverflow", false) ? new PhysicalSize(0, 0) : null;
		}
		return new PhysicalSize(value.path("width").asInt(0), value.path("height").asInt(0));
	}

}
