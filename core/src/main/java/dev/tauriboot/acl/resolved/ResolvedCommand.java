package dev.tauriboot.acl.resolved;

import java.util.List;

import dev.tauriboot.acl.LabelPattern;
import dev.tauriboot.acl.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One grant or denial of one command (acl 6).
 *
 * @param context where it holds
 * @param windows patterns of window labels, sorted
 * @param webviews patterns of webview labels, sorted
 * @param scope the scope entries that come with it, {@code null} for none
 * @param capability the capability that has it, for messages
 * @param permission the permission that brought it, without prefix, for messages
 * @since 0.1.0
 */
public record ResolvedCommand(ExecutionContext context, List<LabelPattern> windows, List<LabelPattern> webviews,
		@Nullable Scope scope, String capability, String permission) {

	public ResolvedCommand {
		Assert.notNull(context, "'context' must not be null");
		windows = List.copyOf(windows);
		webviews = List.copyOf(webviews);
	}

	/**
	 * Whether it covers a webview: a window pattern matches its window, or a webview
	 * pattern itself (acl 2.1).
	 * @param window the window's label
	 * @param webview the webview's label
	 * @return {@code true} if either does
	 */
	public boolean covers(String window, String webview) {
		return matches(this.windows, window) || matches(this.webviews, webview);
	}

	private static boolean matches(List<LabelPattern> patterns, String label) {
		for (LabelPattern pattern : patterns) {
			if (pattern.matches(label)) {
				return true;
			}
		}
		return false;
	}

}
