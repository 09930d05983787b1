package dev.tauriboot.javafx;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.tauriboot.Origin;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.Pages;
import dev.tauriboot.isolation.IsolationPattern;
import dev.tauriboot.runtime.ExternalLinks;
import dev.tauriboot.runtime.PageDialogs;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.util.Assert;

/**
 * What an {@link FxRuntime} needs.
 *
 * @param door the door of bridge calls, looked up late because commands may want windows
 * @param pages where connected documents are registered
 * @param mapper writes what a document is told
 * @param app answers the application's own pages
 * @param protocols answer {@code http://<name>.localhost}, {@code ipc} and {@code asset}
 * among them
 * @param userDataDirectory where the engine keeps its data, or {@code null} for where it
 * does by itself
 * @param lastWindowClosed what to do when the last window has closed; not when the
 * runtime is stopped
 * @param dialogs shows the dialogs of pages
 * @param links opens links that lead out of the application
 * @param allowed origins other than the application's to which pages may lead a window,
 * and whose pages they may open in new ones
 * @param isolation the isolation pattern, whose application the protocol
 * {@code isolation} answers, or {@code null} for none
 * @since 0.1.0
 */
public record FxRuntimeOptions(Supplier<BridgeDoor> door, Pages pages, JsonMapper mapper, HttpHandler app,
		Map<String, HttpHandler> protocols, @Nullable Path userDataDirectory, Runnable lastWindowClosed,
		PageDialogs dialogs, ExternalLinks links, Set<Origin> allowed, @Nullable IsolationPattern isolation) {

	/**
	 * Options with JavaFX dialogs, links that open in the system's browser, and no
	 * allowed origins.
	 * @param door the door of bridge calls
	 * @param pages where connected documents are registered
	 * @param mapper writes what a document is told
	 * @param app answers the application's own pages
	 * @param protocols answer {@code http://<name>.localhost}
	 * @param userDataDirectory where the engine keeps its data, or {@code null}
	 * @param lastWindowClosed what to do when the last window has closed
	 */
	public FxRuntimeOptions(Supplier<BridgeDoor> door, Pages pages, JsonMapper mapper, HttpHandler app,
			Map<String, HttpHandler> protocols, @Nullable Path userDataDirectory, Runnable lastWindowClosed) {
		this(door, pages, mapper, app, protocols, userDataDirectory, lastWindowClosed, new FxPageDialogs(),
				ExternalLinks.system(), Set.of(), null);
	}

	/**
	 * The same with other dialogs.
	 * @param dialogs shows the dialogs of pages
	 * @return the options
	 */
	public FxRuntimeOptions withDialogs(PageDialogs dialogs) {
		return new FxRuntimeOptions(this.door, this.pages, this.mapper, this.app, this.protocols,
				this.userDataDirectory, this.lastWindowClosed, dialogs, this.links, this.allowed, this.isolation);
	}

	/**
	 * The same with another way to open links.
	 * @param links opens links that lead out of the application
	 * @return the options
	 */
	public FxRuntimeOptions withLinks(ExternalLinks links) {
		return new FxRuntimeOptions(this.door, this.pages, this.mapper, this.app, this.protocols,
				this.userDataDirectory, this.lastWindowClosed, this.dialogs, links, this.allowed, this.isolation);
	}

	/**
	 * The same with origins to which pages may lead.
	 * @param origins the origins, as {@code https://example.com}
	 * @return the options
	 * @throws IllegalArgumentException if one is no origin
	 */
	public FxRuntimeOptions withAllowed(Collection<String> origins) {
		Set<Origin> parsed = new LinkedHashSet<>();
		for (String text : origins) {
			Origin origin = Origin.of(text);
			Assert.isTrue(origin != null, () -> "'" + text + "' is not an origin such as https://example.com");
			parsed.add(origin);
		}
		return new FxRuntimeOptions(this.door, this.pages, this.mapper, this.app, this.protocols,
				this.userDataDirectory, this.lastWindowClosed, this.dialogs, this.links, parsed, this.isolation);
	}

	/**
	 * The same with the isolation pattern.
	 * @param isolation the pattern, or {@code null} for none
	 * @return the options
	 */
	public FxRuntimeOptions withIsolation(@Nullable IsolationPattern isolation) {
		return new FxRuntimeOptions(this.door, this.pages, this.mapper, this.app, this.protocols,
				this.userDataDirectory, this.lastWindowClosed, this.dialogs, this.links, this.allowed, isolation);
	}

}
