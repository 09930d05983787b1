package dev.tauriboot.plugin.clipboardmanager;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.image.Image;
import dev.tauriboot.image.ImageException;
import dev.tauriboot.image.JsImage;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.runtime.Clipboard;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code clipboard-manager}: section 3.8 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class ClipboardCommands {

	private static final String NOTHING = "The clipboard contents were not available in the requested format"
			+ " or the clipboard is empty.";

	private final Clipboard clipboard;

	private final ResourceTable resources;

	/**
	 * Create the commands.
	 * @param clipboard the clipboard
	 * @param resources what pages hold
	 */
	public ClipboardCommands(Clipboard clipboard, ResourceTable resources) {
		Assert.notNull(clipboard, "'clipboard' must not be null");
		Assert.notNull(resources, "'resources' must not be null");
		this.clipboard = clipboard;
		this.resources = resources;
	}

	@TauriCommand("plugin:clipboard-manager|write_text")
	Mono<Void> writeText(String text) {
		return done(this.clipboard.writeText(text));
	}

	@TauriCommand("plugin:clipboard-manager|read_text")
	Mono<String> readText() {
		return found(this.clipboard.readText());
	}

	@TauriCommand("plugin:clipboard-manager|write_html")
	Mono<Void> writeHtml(String html, @Nullable String altText) {
		return done(this.clipboard.writeHtml(html, altText));
	}

	@TauriCommand("plugin:clipboard-manager|write_image")
	Mono<Void> writeImage(JsImage image, Page page) {
		Image written;
		try {
			written = image.toImage((rid) -> this.resources.get(page, rid, Image.class));
		}
		catch (ImageException ex) {
			throw new InvokeException("invalid image: " + ex.text(), ex);
		}
		if (written.width() == 0 || written.height() == 0) {
			throw new InvokeException("invalid image: it has no pixels");
		}
		return done(this.clipboard.writeImage(written));
	}

	@TauriCommand("plugin:clipboard-manager|read_image")
	Mono<Long> readImage(Page page) {
		return found(this.clipboard.readImage()).map((image) -> this.resources.add(page, image));
	}

	@TauriCommand("plugin:clipboard-manager|clear")
	Mono<Void> clear() {
		return done(this.clipboard.clear());
	}

	private static <T> Mono<T> found(CompletableFuture<Optional<T>> content) {
		return done(content).map((found) -> found.orElseThrow(() -> new InvokeException(NOTHING)));
	}

	private static <T> Mono<T> done(CompletableFuture<T> work) {
		return Mono.fromFuture(work)
			.onErrorMap((ex) -> !(ex instanceof InvokeException),
					(ex) -> new InvokeException(String.valueOf(ex.getMessage()), ex));
	}

}
