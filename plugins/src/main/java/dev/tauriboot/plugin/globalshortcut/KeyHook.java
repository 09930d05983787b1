package dev.tauriboot.plugin.globalshortcut;

import com.github.kwhat.jnativehook.GlobalScreen;
import com.github.kwhat.jnativehook.NativeHookException;
import com.github.kwhat.jnativehook.keyboard.NativeKeyListener;

/**
 * Where all keys of the desktop come by.
 */
interface KeyHook {

	void add(NativeKeyListener listener) throws NativeHookException;

	void remove(NativeKeyListener listener) throws NativeHookException;

	/**
	 * The desktop's own. Its native library is loaded when the first listener comes, and
	 * keys are seen as long as there is one.
	 */
	static KeyHook system() {
		return new KeyHook() {

			@Override
			public void add(NativeKeyListener listener) throws NativeHookException {
				// Ends with the last listener. It takes another one only if it has none.
				GlobalScreen.setEventDispatcher(null);
				GlobalScreen.registerNativeHook();
				GlobalScreen.addNativeKeyListener(listener);
			}

			@Override
			public void remove(NativeKeyListener listener) throws NativeHookException {
				GlobalScreen.removeNativeKeyListener(listener);
				GlobalScreen.unregisterNativeHook();
			}

		};
	}

}
