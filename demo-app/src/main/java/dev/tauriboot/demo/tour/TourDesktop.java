package dev.tauriboot.demo.tour;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tauriboot.path.BaseDirectories;
import dev.tauriboot.path.BaseDirectory;
import dev.tauriboot.path.PlatformDirectories;
import dev.tauriboot.path.PlatformDirectories.Environment;
import dev.tauriboot.runtime.DesktopOpener;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogs;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The user's desktop on a tour: folders that are gone afterwards, and no programs.
 */
final class TourDesktop implements BaseDirectories, DesktopOpener, FileDialogs {

	private final PlatformDirectories directories;

	private final Path chosen;

	private final List<String> opened = new CopyOnWriteArrayList<>();

	private TourDesktop(Path home) {
		this.chosen = home.resolveSibling("imported");
		Environment system = Environment.ofSystem(null);
		this.directories = new PlatformDirectories("dev.tauriboot.notes",
				new Environment(system.platform(), Map.of(), home, home, null));
	}

	static void register(ConfigurableApplicationContext context, Path home) {
		((GenericApplicationContext) context).registerBean(TourDesktop.class, () -> new TourDesktop(home));
	}

	List<String> opened() {
		return this.opened;
	}

	@Override
	public @Nullable Path resolve(BaseDirectory directory) {
		return this.directories.resolve(directory);
	}

	@Override
	public void open(String target, @Nullable String program) {
		this.opened.add(target);
	}

	@Override
	public CompletableFuture<List<Path>> open(FileDialogOptions options) {
		return CompletableFuture.completedFuture(List.of(this.chosen));
	}

	@Override
	public CompletableFuture<Optional<Path>> save(FileDialogOptions options) {
		return CompletableFuture.completedFuture(Optional.empty());
	}

}
