package dev.tauriboot.demo.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.demo.notes.NoteStore;
import dev.tauriboot.demo.search.SearchIndex;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Watches the folder, brings the index up to date and then tells of the changes. Changes
 * that follow each other closely are told of once.
 *
 * @since 0.1.0
 */
@Component
public class FolderWatch implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(FolderWatch.class);

	private static final long QUIET_MILLIS = 100;

	private final Path folder;

	private final NoteStore store;

	private final SearchIndex index;

	private final ApplicationEventPublisher publisher;

	private @Nullable WatchService service;

	FolderWatch(NoteStore store, SearchIndex index, ApplicationEventPublisher publisher) {
		this.folder = store.folder();
		this.store = store;
		this.index = index;
		this.publisher = publisher;
	}

	@Override
	public synchronized void start() {
		try {
			WatchService service = this.folder.getFileSystem().newWatchService();
			this.service = service;
			// Before the index is made, so that nothing is missed between the two.
			register(service, this.folder, new TreeSet<>());
			Thread thread = new Thread(() -> run(service), "notes-watch");
			thread.setDaemon(true);
			thread.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException("Could not watch " + this.folder, ex);
		}
	}

	private void run(WatchService service) {
		try {
			this.index.synchronise();
			while (true) {
				Set<String> paths = new TreeSet<>();
				for (WatchKey key = service.take(); key != null; key = service.poll(QUIET_MILLIS,
						TimeUnit.MILLISECONDS)) {
					collect(service, key, paths);
				}
				if (!paths.isEmpty()) {
					tell(paths);
				}
			}
		}
		catch (ClosedWatchServiceException | InterruptedException ex) {
			logger.debug("Stopped watching");
		}
		catch (IOException ex) {
			logger.error("Could not read " + this.folder, ex);
		}
	}

	private void collect(WatchService service, WatchKey key, Set<String> paths) throws IOException {
		for (WatchEvent<?> event : key.pollEvents()) {
			if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
				this.index.synchronise();
				paths.addAll(this.store.paths());
			}
			else {
				Path path = ((Path) key.watchable()).resolve((Path) event.context());
				if (Files.isDirectory(path)) {
					register(service, path, paths);
				}
				else {
					add(path, paths);
				}
			}
		}
		key.reset();
	}

	private void register(WatchService service, Path start, Set<String> paths) throws IOException {
		Files.walkFileTree(start, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
					throws IOException {
				if (!directory.equals(FolderWatch.this.folder) && directory.getFileName().toString().startsWith(".")) {
					return FileVisitResult.SKIP_SUBTREE;
				}
				try {
					directory.register(service, StandardWatchEventKinds.ENTRY_CREATE,
							StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
				}
				catch (NoSuchFileException ex) {
					// Deleted since it was listed.
					return FileVisitResult.SKIP_SUBTREE;
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				add(file, paths);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException ex) {
				return FileVisitResult.CONTINUE;
			}

		});
	}

	private void add(Path file, Set<String> paths) {
		Path relative = this.folder.relativize(file);
		if (NoteStore.isNote(relative)) {
			paths.add(relative.toString().replace('\\', '/'));
		}
	}

	private void tell(Set<String> paths) {
		try {
			this.index.update(paths);
			this.publisher.publishEvent(new NotesChanged(paths));
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("Could not index " + paths, ex);
		}
	}

	@Override
	public synchronized void stop() {
		WatchService service = this.service;
		this.service = null;
		if (service != null) {
			try {
				service.close();
			}
			catch (IOException ex) {
				logger.debug("Could not stop watching", ex);
			}
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.service != null;
	}

}
