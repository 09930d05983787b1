package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.channel.ChannelOverflowException;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.scope.ScopedPath;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code fs} that tell of changes: section 3.1 of the plugins'
 * contract. A watch ends with the document that holds it.
 *
 * @since 0.1.0
 */
public class WatchCommands {

	private final FileWatches watches;

	private final ResourceTable resources;

	/**
	 * Create the commands.
	 * @param watches what watches
	 * @param resources what pages hold
	 */
	public WatchCommands(FileWatches watches, ResourceTable resources) {
		Assert.notNull(watches, "'watches' must not be null");
		Assert.notNull(resources, "'resources' must not be null");
		this.watches = watches;
		this.resources = resources;
	}

	@TauriCommand("plugin:fs|watch")
	long watch(List<String> paths, @Nullable WatchOptions options, Channel<WatchMessage> onEvent, FileScope scope,
			Page page) {
		WatchOptions given = (options != null) ? options : WatchOptions.NONE;
		if (paths.isEmpty() || (given.delayMs() != null && given.delayMs() < 0)) {
			throw Failures.argument(paths.isEmpty() ? "paths" : "options", "watch",
					"expected a path, and no negative delay");
		}
		List<ScopedPath> found = new ArrayList<>();
		for (String path : paths) {
			found.add(scope.file(path, given.baseDir()));
		}
		PageWatch watch = new PageWatch(onEvent);
		try {
			watch.start(this.watches, new WatchedPaths(found, Boolean.TRUE.equals(given.recursive())), given.delay());
		}
		catch (IOException ex) {
			throw Failures.of("watch paths: " + found, ex);
		}
		onEvent.keepOpen();
		return this.resources.add(page, watch);
	}

	/**
	 * The name by which old clients end a watch.
	 */
	@TauriCommand("plugin:fs|unwatch")
	void unwatch(long rid, Page page) {
		this.resources.get(page, rid, PageWatch.class);
		this.resources.close(page, rid);
	}

	/**
	 * How something is watched.
	 *
	 * @param recursive whether what is below directories, too
	 * @param baseDir number of the directory that the paths are relative to
	 * @param delayMs for how long events are collected, {@code null} to tell them at once
	 */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record WatchOptions(@Nullable Boolean recursive, @JsonProperty("baseDir") @Nullable Integer baseDir,
			@JsonProperty("delayMs") @Nullable Long delayMs) {

		private static final WatchOptions NONE = new WatchOptions(null, null, null);

		Duration delay() {
			return (this.delayMs != null) ? Duration.ofMillis(this.delayMs) : Duration.ZERO;
		}

	}

	/**
	 * A watch that a page holds.
	 */
	private static final class PageWatch implements AutoCloseable {

		private final Channel<WatchMessage> channel;

		private volatile @Nullable FileWatch watch;

		PageWatch(Channel<WatchMessage> channel) {
			this.channel = channel;
		}

		void start(FileWatches watches, WatchedPaths paths, Duration delay) throws IOException {
			this.watch = watches.start(paths, delay, this::send);
		}

		private void send(FileEvent event) {
			try {
				this.channel.send(WatchMessage.of(event));
			}
			catch (ChannelOverflowException ex) {
				close();
			}
		}

		@Override
		public void close() {
			FileWatch watch = this.watch;
			if (watch != null) {
				watch.close();
			}
			this.channel.close();
		}

	}

}
