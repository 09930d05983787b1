package dev.tauriboot.demo.importing;

/**
 * How far an import has come.
 *
 * @param done files looked at
 * @param total files there are
 * @param copied files that became notes; the others were there already
 * @param path path of the file looked at last
 * @since 0.1.0
 */
public record ImportProgress(int done, int total, int copied, String path) {
}
