package dev.tauriboot.plugin.dialog;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.runtime.FileDialogOptions;
import dev.tauriboot.runtime.FileDialogs;
import dev.tauriboot.runtime.MessageDialogOptions;
import dev.tauriboot.runtime.MessageDialogOptions.Button;
import dev.tauriboot.runtime.MessageDialogOptions.Kind;
import dev.tauriboot.runtime.MessageDialogOptions.Role;
import dev.tauriboot.runtime.MessageDialogs;
import dev.tauriboot.scope.GrantedPaths;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code dialog}: section 3.2 of the plugins' contract. What the
 * user chooses is granted to pages before they are told. A dialog whose document has
 * ended goes away, or is answered in vain.
 *
 * @since 0.1.0
 */
public class DialogCommands {

	private final FileDialogs files;

	private final MessageDialogs messages;

	private final GrantedPaths granted;

	private final String defaultTitle;

	/**
	 * Create the commands.
	 * @param files ask for files
	 * @param messages ask for answers
	 * @param granted what pages may reach
	 * @param defaultTitle the title of messages that have none
	 */
	public DialogCommands(FileDialogs files, MessageDialogs messages, GrantedPaths granted, String defaultTitle) {
		Assert.notNull(files, "'files' must not be null");
		Assert.notNull(messages, "'messages' must not be null");
		Assert.notNull(granted, "'granted' must not be null");
		Assert.notNull(defaultTitle, "'defaultTitle' must not be null");
		this.files = files;
		this.messages = messages;
		this.granted = granted;
		this.defaultTitle = defaultTitle;
	}

	@TauriCommand("plugin:dialog|open")
	Mono<Object> open(OpenOptions options, Window window) {
		boolean multiple = Boolean.TRUE.equals(options.multiple());
		boolean directory = Boolean.TRUE.equals(options.directory());
		boolean recursive = Boolean.TRUE.equals(options.recursive());
		FileDialogOptions asked = new FileDialogOptions(window, options.title(),
				FilterArgument.filters(options.filters()), path(options.defaultPath(), "open"), multiple, directory);
		return answer(this.files.open(asked)).flatMap((paths) -> {
			for (Path path : paths) {
				grant(path, directory, recursive);
			}
			return Mono.justOrEmpty(result(paths, multiple));
		});
	}

	private void grant(Path path, boolean directory, boolean recursive) {
		if (directory) {
			this.granted.allowDirectory(path, recursive);
		}
		else {
			this.granted.allowFile(path);
		}
	}

	private static @Nullable Object result(List<Path> paths, boolean multiple) {
		if (paths.isEmpty()) {
			return null;
		}
		return multiple ? paths.stream().map(Path::toString).toList() : paths.get(0).toString();
	}

	@TauriCommand("plugin:dialog|save")
	Mono<String> save(SaveOptions options, Window window) {
		FileDialogOptions asked = new FileDialogOptions(window, options.title(),
				FilterArgument.filters(options.filters()), path(options.defaultPath(), "save"), false, false);
		return answer(this.files.save(asked)).flatMap((path) -> {
			path.ifPresent(this.granted::allowFile);
			return Mono.justOrEmpty(path.map(Path::toString));
		});
	}

	private static @Nullable Path path(@Nullable String text, String command) {
		try {
			return (text != null && !text.isEmpty()) ? Path.of(text) : null;
		}
		catch (InvalidPathException ex) {
			throw new InvokeException(
					"invalid args `options` for command `" + command + "`: the default path is not valid", ex);
		}
	}

	@TauriCommand("plugin:dialog|message")
	Mono<String> message(String message, @Nullable String title, @Nullable String kind,
			@Nullable MessageButtons buttons, @Nullable String okButtonLabel, Window window) {
		MessageButtons shown = (buttons != null) ? buttons : MessageButtons.OK.relabelled(okButtonLabel, null);
		return show(message, title, kind, shown, window).map(DialogCommands::name);
	}

	// For clients before 2.5, which did not ask by messages.
	@TauriCommand("plugin:dialog|ask")
	Mono<Boolean> ask(String message, @Nullable String title, @Nullable String kind, @Nullable String yesButtonLabel,
			@Nullable String noButtonLabel, Window window) {
		MessageButtons buttons = MessageButtons.YES_NO.relabelled(yesButtonLabel, noButtonLabel);
		return show(message, title, kind, buttons, window).map((pressed) -> agrees(pressed, Role.YES));
	}

	@TauriCommand("plugin:dialog|confirm")
	Mono<Boolean> confirm(String message, @Nullable String title, @Nullable String kind, @Nullable String okButtonLabel,
			@Nullable String cancelButtonLabel, Window window) {
		MessageButtons buttons = MessageButtons.OK_CANCEL.relabelled(okButtonLabel, cancelButtonLabel);
		return show(message, title, kind, buttons, window).map((pressed) -> agrees(pressed, Role.OK));
	}

	private static boolean agrees(Optional<Button> pressed, Role role) {
		return pressed.filter((button) -> button.role() == role).isPresent();
	}

	private Mono<Optional<Button>> show(String message, @Nullable String title, @Nullable String kind,
			MessageButtons buttons, Window window) {
		return answer(this.messages.show(new MessageDialogOptions(window, (title != null) ? title : this.defaultTitle,
				message, kind(kind), buttons.buttons())));
	}

	private static Kind kind(@Nullable String name) {
		return switch ((name != null) ? name.toLowerCase(Locale.ROOT) : "") {
			case "warning" -> Kind.WARNING;
			case "error" -> Kind.ERROR;
			default -> Kind.INFO;
		};
	}

	private static String name(Optional<Button> pressed) {
		Button button = pressed.orElse(Button.CANCEL);
		if (button.label() != null) {
			return button.label();
		}
		return switch (button.role()) {
			case OK -> "Ok";
			case CANCEL -> "Cancel";
			case YES -> "Yes";
			case NO -> "No";
		};
	}

	private static <T> Mono<T> answer(CompletableFuture<T> dialog) {
		return Mono.fromFuture(dialog)
			.onErrorMap(UnsupportedOperationException.class, (ex) -> new InvokeException(FileDialogs.UNAVAILABLE, ex));
	}

}
