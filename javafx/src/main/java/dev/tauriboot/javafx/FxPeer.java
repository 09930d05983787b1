package dev.tauriboot.javafx;

import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Who is called by what a script was lent. All methods are called on the JavaFX
 * application thread.
 *
 * @see FxLent
 */
abstract class FxPeer {

	/**
	 * Take a call of a command.
	 * @see FxLent#invoke
	 */
	@Nullable String invoke(String command, int callback, int error, boolean raw, String body, @Nullable String headers) {
		throw new UnsupportedOperationException("No commands are called here");
	}

	/**
	 * Do what else the script asks for.
	 * @see FxLent#call
	 */
	abstract @Nullable Object call(String name, @Nullable Object a, @Nullable Object b, @Nullable Object c,
			@Nullable Object d, @Nullable Object e, @Nullable Object f);

	static String text(@Nullable Object argument) {
		Assert.isInstanceOf(String.class, argument);
		return (String) argument;
	}

	static int number(@Nullable Object argument) {
		return (int) size(argument);
	}

	static long size(@Nullable Object argument) {
		Assert.isInstanceOf(Number.class, argument);
		return ((Number) argument).longValue();
	}

	static boolean flag(@Nullable Object argument) {
		return Boolean.TRUE.equals(argument);
	}

	static JSObject node(@Nullable Object argument) {
		Assert.isInstanceOf(JSObject.class, argument);
		return (JSObject) argument;
	}

}
