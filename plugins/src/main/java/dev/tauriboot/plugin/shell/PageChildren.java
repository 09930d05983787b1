package dev.tauriboot.plugin.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;

/**
 * The programs that documents run. A document knows its own, and they end with it.
 */
final class PageChildren {

	private final Map<Key, ShellChild> children = new ConcurrentHashMap<>();

	@Nullable ShellChild find(Page page, long pid) {
		ShellChild child = this.children.get(new Key(page, pid));
		return (child != null && !child.isOver()) ? child : null;
	}

	void add(Page page, ShellChild child) {
		Key key = new Key(page, child.pid());
		Runnable end = child::end;
		this.children.put(key, child);
		page.onClose(end);
		child.onEnd().whenComplete((status, failure) -> {
			this.children.remove(key, child);
			page.removeOnClose(end);
		});
	}

	private record Key(Page page, long pid) {
	}

}
