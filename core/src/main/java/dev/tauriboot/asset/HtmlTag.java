package dev.tauriboot.asset;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A start tag found in an HTML text.
 *
 * @param name lower-case element name
 * @param attributes values by lower-case name, the first of each name
 * @param start offset of the opening angle bracket
 * @param nameEnd offset after the element name
 * @param end offset after the closing angle bracket
 * @param textEnd for raw text elements the offset where their text ends, else {@code end}
 */
record HtmlTag(String name, Map<String, String> attributes, int start, int nameEnd, int end, int textEnd) {

	@Nullable String attribute(String attribute) {
		return this.attributes.get(attribute);
	}

}
