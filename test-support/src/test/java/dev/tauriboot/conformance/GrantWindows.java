package dev.tauriboot.conformance;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.runtime.LauncherIcon;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/**
 * Grants every command of windows and webviews, on a desktop without a launcher.
 */
@TestConfiguration(proxyBeanMethods = false)
public class GrantWindows {

	/** The commands that are not granted by default. */
	static final List<String> COMMANDS = List.of("create", "center", "request-user-attention", "set-enabled",
			"set-resizable", "set-maximizable", "set-minimizable", "set-closable", "set-title", "maximize",
			"unmaximize", "minimize", "unminimize", "show", "hide", "close", "destroy", "set-decorations", "set-shadow",
			"set-effects", "set-always-on-top", "set-always-on-bottom", "set-visible-on-all-workspaces",
			"set-content-protected", "set-size", "set-min-size", "set-size-constraints", "set-max-size", "set-position",
			"set-fullscreen", "set-focus", "set-skip-taskbar", "set-cursor-grab", "set-cursor-visible",
			"set-cursor-icon", "set-cursor-position", "set-ignore-cursor-events", "start-dragging",
			"start-resize-dragging", "set-progress-bar", "set-icon", "set-title-bar-style", "set-theme",
			"toggle-maximize", "activity-name", "scene-identifier", "set-background-color", "set-badge-count",
			"set-badge-label", "set-focusable", "set-fullscreen-on-monitor", "set-overlay-icon",
			"set-simple-fullscreen");

	/** The commands of webviews that are not granted by default. */
	static final List<String> WEBVIEW_COMMANDS = List.of("create-webview", "create-webview-window", "webview-close",
			"set-webview-size", "set-webview-position", "set-webview-focus", "set-webview-zoom",
			"set-webview-auto-resize", "set-webview-background-color", "webview-hide", "webview-show", "print",
			"reparent", "clear-all-browsing-data");

	/** Whether there is one is a matter of the machine. */
	@Bean
	@Fallback
	LauncherIcon noLauncherIcon() {
		return LauncherIcon.none();
	}

	@Bean
	Capability windows() {
		List<String> permissions = new ArrayList<>(List.of("core:default"));
		COMMANDS.forEach((command) -> permissions.add("core:window:allow-" + command));
		WEBVIEW_COMMANDS.forEach((command) -> permissions.add("core:webview:allow-" + command));
		return Capability.withId("windows").windows("*").permissions(permissions.toArray(String[]::new)).build();
	}

}
