package dev.tauriboot.scope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.tauriboot.window.Webview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link DroppedPaths}.
 */
class DroppedPathsTests {

	@TempDir
	private Path folder;

	private final GrantedPaths granted = new GrantedPaths();

	private final DroppedPaths dropped = new DroppedPaths(this.granted);

	private final PathScope scope = PathScope.builder((directory) -> null).granted(this.granted).build();

	@Test
	void fileIsGrantedAlone() throws IOException {
		Path file = Files.createFile(this.folder.resolve("[a]*.txt"));
		drop(file);
		assertThat(this.scope.isAllowed(file)).isTrue();
		assertThat(this.scope.isAllowed(this.folder)).isFalse();
		assertThat(this.scope.isAllowed(this.folder.resolve("a.txt"))).isFalse();
	}

	@Test
	void directoryIsGrantedWithAllBelow() throws IOException {
		drop(Files.createDirectory(this.folder.resolve("d")));
		assertThat(this.scope.isAllowed(this.folder.resolve("d"))).isTrue();
		assertThat(this.scope.isAllowed(this.folder.resolve("d/x/y"))).isTrue();
		assertThat(this.scope.isAllowed(this.folder.resolve("e"))).isFalse();
	}

	@Test
	void whatOnlyHoversIsNotGranted() {
		this.dropped.dragEntered(mock(Webview.class), List.of(this.folder.toString()), 0, 0);
		assertThat(this.scope.isAllowed(this.folder)).isFalse();
	}

	@Test
	void pathThatCannotBeIsIgnored() {
		this.dropped.dropped(mock(Webview.class), List.of("\0", this.folder.toString()), 0, 0);
		assertThat(this.scope.isAllowed(this.folder)).isTrue();
	}

	private void drop(Path path) {
		this.dropped.dropped(mock(Webview.class), List.of(path.toString()), 0, 0);
	}

}
