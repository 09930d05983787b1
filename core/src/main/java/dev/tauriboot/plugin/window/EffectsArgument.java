package dev.tauriboot.plugin.window;

import java.util.List;

/**
 * Effects of a window. How they are tuned matters to nobody who has none.
 *
 * @param effects their names
 */
record EffectsArgument(List<String> effects) {
}
