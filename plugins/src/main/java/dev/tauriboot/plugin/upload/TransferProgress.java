package dev.tauriboot.plugin.upload;

/**
 * How far a transfer is.
 *
 * @param progress how many bytes have come since the message before
 * @param progressTotal how many bytes have come
 * @param total how many bytes there are, 0 if the server does not say
 * @param transferSpeed bytes in a second, 0 in the first half second
 * @since 0.1.0
 */
public record TransferProgress(long progress, long progressTotal, long total, long transferSpeed) {
}
