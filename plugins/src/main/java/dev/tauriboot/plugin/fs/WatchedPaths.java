package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.plugin.fs.FileEvent.Kind;
import dev.tauriboot.scope.ScopedPath;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.visitor.FileTreeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Which paths a watch is about. The system watches directories, so that of a file is
 * watched and all but the file left out. Used by the thread of the watch only, once that
 * has started.
 */
final class WatchedPaths implements FileTreeVisitor {

	private static final int REMEMBERED = 10_000;

	private final List<Root> roots = new ArrayList<>();

	private final boolean recursive;

	/**
	 * What is known to be there. What is put in the place of one of these has changed and
	 * is not new, and a directory that was found on two ways is told of once.
	 */
	private final Set<Path> known = Collections.newSetFromMap(new LinkedHashMap<>() {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Path, Boolean> eldest) {
			return size() > REMEMBERED;
		}

	});

	private boolean started;

	WatchedPaths(List<ScopedPath> paths, boolean recursive) throws IOException {
		this.recursive = recursive;
		for (ScopedPath path : paths) {
			BasicFileAttributes found = Files.readAttributes(path.path(), BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			Path parent = path.path().getParent();
			Path directory = (found.isDirectory() || parent == null) ? path.path() : parent;
			this.roots.add(new Root(path.requested(), path.path(), directory));
		}
	}

	/**
	 * What to watch.
	 */
	List<Path> directories() {
		return this.roots.stream().map(Root::directory).distinct().toList();
	}

	/**
	 * The directories that are no longer there.
	 */
	List<Path> gone() {
		return this.roots.stream()
			.filter((root) -> root.isDirectory() && Files.notExists(root.path()))
			.map(Root::requested)
			.toList();
	}

	void started() {
		this.started = true;
	}

	/**
	 * Visit what is to be watched below a directory, or is new there.
	 */
	@Override
	public void recursiveVisitFiles(Path start, Callback onDirectory, Callback onFile) throws IOException {
		Files.walkFileTree(start, Set.of(), Integer.MAX_VALUE, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes found) throws IOException {
				if (directory.equals(start) || isWithin(directory)) {
					remember(directory);
					onDirectory.call(directory);
					return isEntered(directory) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
				}
				remember(directory);
				return FileVisitResult.SKIP_SUBTREE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
				remember(file);
				onFile.call(file);
				return FileVisitResult.CONTINUE;
			}

			// What cannot be read cannot be watched, and may be gone.
			@Override
			public FileVisitResult visitFileFailed(Path file, IOException error) {
				return FileVisitResult.CONTINUE;
			}

		});
	}

	private boolean isEntered(Path directory) {
		return this.roots.stream().anyMatch((root) -> root.directory().equals(directory)) || isWithin(directory);
	}

	// Whether the directory is watched together with one above it.
	private boolean isWithin(Path directory) {
		return this.recursive
				&& this.roots.stream().anyMatch((root) -> root.isDirectory() && directory.startsWith(root.path()));
	}

	private void remember(Path path) {
		if (!this.started) {
			this.known.add(path);
		}
	}

	/**
	 * What a change means for those who watch.
	 * @return the event, or {@code null} if it is none of theirs
	 */
	@Nullable FileEvent event(DirectoryChangeEvent change) {
		if (change.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
			return new FileEvent(Kind.MISSED, this.roots.get(0).requested(), true);
		}
		Path path = change.path();
		Path named = !WholeFile.isTemporary(path) ? named(path) : null;
		if (named == null) {
			return null;
		}
		Kind kind = switch (change.eventType()) {
			case CREATE -> this.known.add(path) ? Kind.CREATED : Kind.MODIFIED;
			case DELETE -> Kind.REMOVED;
			default -> Kind.MODIFIED;
		};
		if (kind == Kind.REMOVED) {
			this.known.remove(path);
		}
		boolean again = kind == Kind.MODIFIED && change.eventType() == DirectoryChangeEvent.EventType.CREATE;
		return (again && change.isDirectory()) ? null : new FileEvent(kind, named, change.isDirectory());
	}

	private @Nullable Path named(Path path) {
		for (Root root : this.roots) {
			if (root.isDirectory() ? isBelow(path, root.path()) : path.equals(root.path())) {
				return root.requested().resolve(root.path().relativize(path)).normalize();
			}
		}
		return null;
	}

	private boolean isBelow(Path path, Path directory) {
		return this.recursive ? path.startsWith(directory) : directory.equals(path.getParent());
	}

	/**
	 * A path that was given.
	 *
	 * @param requested how it was given
	 * @param path where it is
	 * @param directory the directory that is watched for it
	 */
	private record Root(Path requested, Path path, Path directory) {

		boolean isDirectory() {
			return this.path.equals(this.directory);
		}

	}

}
