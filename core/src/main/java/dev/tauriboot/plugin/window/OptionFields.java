package dev.tauriboot.plugin.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of the options object of a command that creates a window. It is strict: what
 * no window has is refused. The keys are read here rather than by the mapper, so that
 * they do not change with the application's naming strategy.
 */
final class OptionFields {

	/** Every key of section 10.10 of the wire contract, in the order texts name them. */
	private static final List<String> KNOWN = List.of("label", "create", "url", "userAgent", "dragDropEnabled",
			"center", "x", "y", "width", "height", "minWidth", "minHeight", "maxWidth", "maxHeight", "preventOverflow",
			"resizable", "maximizable", "minimizable", "closable", "title", "fullscreen", "focus", "focusable",
			"transparent", "maximized", "visible", "decorations", "alwaysOnBottom", "alwaysOnTop",
			"visibleOnAllWorkspaces", "contentProtected", "skipTaskbar", "windowClassname", "theme", "titleBarStyle",
			"trafficLightPosition", "hiddenTitle", "acceptFirstMouse", "tabbingIdentifier", "additionalBrowserArgs",
			"shadow", "windowEffects", "incognito", "parent", "proxyUrl", "zoomHotkeysEnabled",
			"browserExtensionsEnabled", "useHttpsScheme", "devtools", "backgroundColor", "backgroundThrottling",
			"javascriptDisabled", "allowLinkPreview", "disableInputAccessoryView", "dataDirectory",
			"dataStoreIdentifier", "scrollBarStyle", "generalAutofillEnabled", "noRedirectionBitmap", "activityName",
			"createdByActivityName", "requestedBySceneIdentifier");

	private final String command;

	private final Map<String, JsonNode> fields = new LinkedHashMap<>();

	OptionFields(JsonNode options, String command) {
		this.command = command;
		if (!options.isObject()) {
			throw invalid("expected a map");
		}
		options.forEachEntry((key, value) -> {
			String name = camelCase(key);
			if (!KNOWN.contains(name)) {
				throw invalid("unknown field `" + key + "`, expected one of `" + String.join("`, `", KNOWN) + "`");
			}
			if (!value.isNull()) {
				this.fields.put(name, value);
			}
		});
	}

	private static String camelCase(String key) {
		StringBuilder name = new StringBuilder();
		boolean upper = false;
		for (char c : key.toCharArray()) {
			if (c == '-') {
				upper = true;
			}
			else {
				name.append(upper ? Character.toUpperCase(c) : c);
				upper = false;
			}
		}
		return name.toString();
	}

	InvokeException invalid(String detail) {
		return new InvokeException("invalid args `options` for command `" + this.command + "`: " + detail);
	}

	@Nullable JsonNode get(String name) {
		return this.fields.get(name);
	}

	@Nullable String text(String name) {
		JsonNode value = get(name);
		if (value != null && !value.isString()) {
			throw invalid("invalid type for `" + name + "`, expected a string");
		}
		return (value != null) ? value.stringValue() : null;
	}

	String text(String name, String byDefault) {
		String value = text(name);
		return (value != null) ? value : byDefault;
	}

	@Nullable Double number(String name) {
		JsonNode value = get(name);
		if (value != null && !value.isNumber()) {
			throw invalid("invalid type for `" + name + "`, expected f64");
		}
		return (value != null) ? value.doubleValue() : null;
	}

	double required(String name) {
		Double value = number(name);
		if (value == null) {
			throw invalid("missing field `" + name + "`");
		}
		return value;
	}

	double number(String name, double byDefault) {
		Double value = number(name);
		return (value != null) ? value : byDefault;
	}

	boolean is(String name, boolean byDefault) {
		JsonNode value = get(name);
		if (value != null && !value.isBoolean()) {
			throw invalid("invalid type for `" + name + "`, expected a boolean");
		}
		return (value != null) ? value.booleanValue() : byDefault;
	}

}
