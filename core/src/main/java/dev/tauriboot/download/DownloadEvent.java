package dev.tauriboot.download;

import org.springframework.util.Assert;

/**
 * Published in the context when a download begins, goes on, or ends. The one for
 * {@link Download.State#REQUESTED} comes before the user is asked: a listener that then
 * {@linkplain Download#cancel() cancels} it has it never happen. While bytes arrive there
 * is an event every tenth of a second at most. Listeners run on the download's thread.
 *
 * @param download the download
 * @param state how far it was
 * @param receivedBytes how many bytes were written
 * @since 0.1.0
 */
public record DownloadEvent(Download download, Download.State state, long receivedBytes) {

	public DownloadEvent {
		Assert.notNull(download, "'download' must not be null");
		Assert.notNull(state, "'state' must not be null");
	}

}
