package dev.tauriboot.path;

import org.jspecify.annotations.Nullable;

/**
 * Well-known directories, by the numbers and the variables the front end knows them by
 * (ipc-protocol 10.5, acl 9.2).
 *
 * @since 0.1.0
 */
public enum BaseDirectory {

	/** Music. */
	AUDIO(1),
	/** Caches of the user. */
	CACHE(2),
	/** Configuration of the user. */
	CONFIG(3),
	/** Data of the user. */
	DATA(4),
	/** Data of the user on this machine. */
	LOCALDATA(5),
	/** Documents. */
	DOCUMENT(6),
	/** Downloads. */
	DOWNLOAD(7),
	/** Pictures. */
	PICTURE(8),
	/** What the user shares. */
	PUBLIC(9),
	/** Films. */
	VIDEO(10),
	/** Resources of the application. */
	RESOURCE(11),
	/** Temporary files. */
	TEMP(12),
	/** Configuration of the application. */
	APPCONFIG(13),
	/** Data of the application. */
	APPDATA(14),
	/** Data of the application on this machine. */
	APPLOCALDATA(15),
	/** Cache of the application. */
	APPCACHE(16),
	/** Logs of the application. */
	APPLOG(17),
	/** Desktop. */
	DESKTOP(18),
	/** Programs of the user. */
	EXE(19),
	/** Fonts of the user. */
	FONT(20),
	/** Home. */
	HOME(21),
	/** Sockets and the like of a login. */
	RUNTIME(22),
	/** Templates. */
	TEMPLATE(23);

	private final int number;

	BaseDirectory(int number) {
		this.number = number;
	}

	/**
	 * The number on the wire.
	 * @return a number from 1
	 */
	public int number() {
		return this.number;
	}

	/**
	 * The variable in scopes.
	 * @return a name such as {@code $APPDATA}
	 */
	public String variable() {
		return "$" + name();
	}

	/**
	 * The directory of a variable.
	 * @param variable a name such as {@code $APPDATA}
	 * @return the directory, or {@code null} if the variable is unknown
	 */
	public static @Nullable BaseDirectory ofVariable(String variable) {
		for (BaseDirectory directory : values()) {
			if (directory.variable().equals(variable)) {
				return directory;
			}
		}
		return null;
	}

	/**
	 * The directory of a number.
	 * @param number a number on the wire
	 * @return the directory, or {@code null} if the number is unknown
	 */
	public static @Nullable BaseDirectory ofNumber(int number) {
		return (number >= 1 && number <= values().length) ? values()[number - 1] : null;
	}

}
