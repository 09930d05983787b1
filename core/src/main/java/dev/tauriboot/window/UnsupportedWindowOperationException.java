package dev.tauriboot.window;

import dev.tauriboot.ipc.InvokeException;

/**
 * A window or webview was asked for something that its runtime cannot do on this
 * platform. A call of a page is rejected with the message, which names the command and
 * the platform.
 *
 * @since 0.1.0
 */
public class UnsupportedWindowOperationException extends InvokeException {

	private final String command;

	private final String platform;

	/**
	 * Create the exception.
	 * @param command the command's name, as {@code set_shadow}
	 * @param platform the runtime and the platform, as {@code JavaFX on Linux}
	 */
	public UnsupportedWindowOperationException(String command, String platform) {
		this("window", command, platform);
	}

	private UnsupportedWindowOperationException(String plugin, String command, String platform) {
		super(plugin + "." + command + " is not supported by " + platform);
		this.command = command;
		this.platform = platform;
	}

	/**
	 * Create the exception for what a webview was asked for.
	 * @param command the command's name, as {@code print}
	 * @param platform the runtime and the platform, as {@code JavaFX on Linux}
	 * @return the exception
	 */
	public static UnsupportedWindowOperationException ofWebview(String command, String platform) {
		return new UnsupportedWindowOperationException("webview", command, platform);
	}

	/**
	 * What was asked for.
	 * @return the command's name
	 */
	public String command() {
		return this.command;
	}

	/**
	 * What cannot do it.
	 * @return the runtime and the platform
	 */
	public String platform() {
		return this.platform;
	}

}
