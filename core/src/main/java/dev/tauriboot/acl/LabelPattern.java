package dev.tauriboot.acl;

import dev.tauriboot.match.TextGlob;

/**
 * A glob over labels of windows and webviews (acl 12.1): {@code ?} is any one character,
 * {@code *} any text, {@code **} any number of components, {@code [abc]}, {@code [a-z]}
 * and {@code [!…]} are one character. Case counts. Immutable, and equal to others written
 * alike.
 *
 * @since 0.1.0
 */
public final class LabelPattern {

	private final TextGlob glob;

	private LabelPattern(TextGlob glob) {
		this.glob = glob;
	}

	/**
	 * Read a pattern.
	 * @param glob the text
	 * @return the pattern
	 * @throws IllegalArgumentException if it is malformed, with the position
	 */
	public static LabelPattern of(String glob) {
		return new LabelPattern(TextGlob.of(glob));
	}

	/**
	 * Whether a label matches.
	 * @param label the label
	 * @return whether the whole of it matches
	 */
	public boolean matches(String label) {
		return this.glob.matches(label);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof LabelPattern pattern && this.glob.equals(pattern.glob);
	}

	@Override
	public int hashCode() {
		return this.glob.hashCode();
	}

	/**
	 * The pattern as written.
	 */
	@Override
	public String toString() {
		return this.glob.toString();
	}

}
