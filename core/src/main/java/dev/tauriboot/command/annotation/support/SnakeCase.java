package dev.tauriboot.command.annotation.support;

/**
 * Turns Java names into snake_case: {@code readTextFile} into {@code read_text_file},
 * {@code parseURLNow} into {@code parse_url_now}.
 */
final class SnakeCase {

	private SnakeCase() {
	}

	static String of(String name) {
		StringBuilder text = new StringBuilder(name.length() + 8);
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (Character.isUpperCase(c)) {
				boolean afterLower = i > 0 && name.charAt(i - 1) != '_' && !Character.isUpperCase(name.charAt(i - 1));
				boolean endsRun = i > 0 && Character.isUpperCase(name.charAt(i - 1)) && i + 1 < name.length()
						&& Character.isLowerCase(name.charAt(i + 1));
				if (afterLower || endsRun) {
					text.append('_');
				}
				text.append(Character.toLowerCase(c));
			}
			else {
				text.append(c);
			}
		}
		return text.toString();
	}

}
