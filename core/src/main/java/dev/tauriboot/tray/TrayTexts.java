package dev.tauriboot.tray;

/**
 * Texts of menus where nothing marks a key.
 */
final class TrayTexts {

	private TrayTexts() {
	}

	static String plain(String text) {
		return text.replace("&&", "\0").replace("&", "").replace('\0', '&');
	}

}
