package dev.tauriboot.acl.resolved;

import dev.tauriboot.acl.RemoteUrlPattern;

/**
 * Where one grant or denial holds (acl 1): on the application's own pages or on the pages
 * of one pattern.
 *
 * @since 0.1.0
 */
public sealed interface ExecutionContext {

	/**
	 * The application's own pages.
	 */
	record Local() implements ExecutionContext {

		/**
		 * The only one there need be.
		 */
		public static final Local INSTANCE = new Local();

		@Override
		public String toString() {
			return "local";
		}

	}

	/**
	 * Pages of other origins.
	 *
	 * @param pattern what their URLs look like
	 */
	record Remote(RemoteUrlPattern pattern) implements ExecutionContext {

		@Override
		public String toString() {
			return this.pattern.toString();
		}

	}

}
