package dev.tauriboot.plugin.fs;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An event as a page gets it.
 *
 * @param type what happened
 * @param paths to what
 * @param attrs what else there is to say
 */
record WatchMessage(Object type, List<String> paths, Map<String, String> attrs) {

	private static final Map<String, String> RESCAN = Map.of("flag", "rescan");

	static WatchMessage of(FileEvent event) {
		List<String> paths = List.of(event.path().toString());
		return switch (event.kind()) {
			case CREATED -> of("create", new Detail(event.directory() ? "folder" : "file", null), paths);
			case MODIFIED -> of("modify", new Detail("data", "any"), paths);
			case REMOVED -> of("remove", new Detail("any", null), paths);
			case MISSED -> new WatchMessage("other", paths, RESCAN);
		};
	}

	private static WatchMessage of(String type, Detail detail, List<String> paths) {
		return new WatchMessage(Map.of(type, detail), paths, Map.of());
	}

	/**
	 * More of what happened.
	 *
	 * @param kind which kind
	 * @param mode what of it
	 */
	record Detail(String kind, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String mode) {
	}

}
