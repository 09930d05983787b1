package dev.tauriboot.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.plugin.globalshortcut.Shortcut;
import dev.tauriboot.plugin.globalshortcut.ShortcutHost;
import dev.tauriboot.plugin.globalshortcut.ShortcutState;
import dev.tauriboot.plugin.notification.Notification;
import dev.tauriboot.plugin.notification.Notifier;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.runtime.MessageDialogOptions;
import dev.tauriboot.runtime.MessageDialogOptions.Button;
import dev.tauriboot.runtime.MessageDialogs;
import javafx.application.Platform;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Base of the tests of the plugins that deal with the desktop, which the tests play. One
 * application serves them all. The window {@code main} may do everything, {@code plain}
 * has the defaults only.
 */
@TestPropertySource(properties = "tauri.product-name=Notes")
@Import(DesktopPluginTests.Desktop.class)
abstract class DesktopPluginTests extends PageTests {

	@Autowired
	User user;

	@BeforeEach
	void forget() {
		this.user.reset();
	}

	static String module(String plugin) {
		return "const plugin = await import('@tauri-apps/plugin-" + plugin + "');\n";
	}

	/**
	 * Answers dialogs, reads notes and presses keys.
	 */
	static class User implements FileDialogs, MessageDialogs, Notifier, ShortcutHost {

		final List<FileDialogOptions> asked = new CopyOnWriteArrayList<>();

		final List<MessageDialogOptions> told = new CopyOnWriteArrayList<>();

		final List<Notification> notes = new CopyOnWriteArrayList<>();

		final Map<Shortcut, Consumer<ShortcutState>> watched = new ConcurrentHashMap<>();

		/** What is chosen, nothing for cancelled. */
		volatile List<Path> chosen = List.of();

		/** Which button is pressed, none for closed. */
		volatile int pressed;

		/** Whether there is a desktop. */
		volatile boolean there = true;

		void reset() {
			this.asked.clear();
			this.told.clear();
			this.notes.clear();
			this.chosen = List.of();
			this.pressed = 0;
			this.there = true;
		}

		@Override
		public boolean isAvailable() {
			return this.there;
		}

		@Override
		public void show(Notification notification) throws IOException {
			if (!this.there) {
				throw new IOException(Notifier.UNAVAILABLE);
			}
			this.notes.add(notification);
		}

		@Override
		public Watch watch(Shortcut shortcut, Consumer<ShortcutState> listener) {
			if (!this.there) {
				return ShortcutHost.unavailable().watch(shortcut, listener);
			}
			this.watched.put(shortcut, listener);
			return () -> this.watched.remove(shortcut, listener);
		}

		void press(String keys) {
			Consumer<ShortcutState> listener = this.watched.get(Shortcut.parse(keys));
			listener.accept(ShortcutState.PRESSED);
			listener.accept(ShortcutState.RELEASED);
		}

		CompletableFuture<String> html() {
			return CompletableFuture.supplyAsync(() -> Clipboard.getSystemClipboard().getHtml(), Platform::runLater);
		}

		@Override
		public CompletableFuture<List<Path>> open(FileDialogOptions options) {
			this.asked.add(options);
			return this.there ? CompletableFuture.completedFuture(this.chosen)
					: FileDialogs.unavailable().open(options);
		}

		@Override
		public CompletableFuture<Optional<Path>> save(FileDialogOptions options) {
			this.asked.add(options);
			return this.there ? CompletableFuture.completedFuture(this.chosen.stream().findFirst())
					: FileDialogs.unavailable().save(options);
		}

		@Override
		public CompletableFuture<Optional<Button>> show(MessageDialogOptions options) {
			this.told.add(options);
			if (!this.there) {
				return MessageDialogs.unavailable().show(options);
			}
			Button button = (this.pressed >= 0) ? options.buttons().get(this.pressed) : null;
			return CompletableFuture.completedFuture(Optional.ofNullable(button));
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Desktop {

		@Bean
		User user() {
			return new User();
		}

		@Bean
		Capability desktop() {
			return Capability.withId("desktop")
				.windows("main")
				.permissions("dialog:default", "notification:default", "fs:read-all", "fs:write-all",
						"clipboard-manager:allow-write-text", "clipboard-manager:allow-read-text",
						"clipboard-manager:allow-write-image", "clipboard-manager:allow-read-image",
						"clipboard-manager:allow-write-html", "clipboard-manager:allow-clear",
						"global-shortcut:allow-register", "global-shortcut:allow-unregister",
						"global-shortcut:allow-unregister-all", "global-shortcut:allow-is-registered", "os:default")
				.build();
		}

		@Bean
		Capability plain() {
			return Capability.withId("plain")
				.windows("plain")
				.permissions("core:default", "clipboard-manager:default", "global-shortcut:default")
				.build();
		}

	}

}
