package dev.tauriboot.plugin.shell;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends processes and all that they have started: first asks them to, then kills those
 * that stay.
 */
final class ProcessTrees {

	private static final int ROUNDS = 3;

	private ProcessTrees() {
	}

	/**
	 * End processes and their descendants.
	 * @param roots the processes
	 * @param patience how long they may take to end by themselves
	 */
	static void end(Collection<ProcessHandle> roots, Duration patience) {
		Set<ProcessHandle> tree = grown(new LinkedHashSet<>(roots));
		tree.forEach(ProcessHandle::destroy);
		await(tree, patience);
		for (int i = 0; i < ROUNDS && tree.stream().anyMatch(ProcessHandle::isAlive); i++) {
			// Who ignored the request may have started more.
			tree = grown(tree);
			tree.forEach(ProcessHandle::destroyForcibly);
			await(tree, patience.dividedBy(ROUNDS));
		}
	}

	// Before any of them is gone: who loses its parent is nobody's descendant any more.
	private static Set<ProcessHandle> grown(Set<ProcessHandle> known) {
		Set<ProcessHandle> tree = new LinkedHashSet<>();
		for (ProcessHandle process : known) {
			tree.add(process);
			process.descendants().forEach(tree::add);
		}
		return tree;
	}

	private static void await(Set<ProcessHandle> tree, Duration patience) {
		CompletableFuture<?>[] ends = tree.stream()
			.filter(ProcessHandle::isAlive)
			.map(ProcessHandle::onExit)
			.toArray(CompletableFuture[]::new);
		try {
			CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | ExecutionException ex) {
			// They are looked at again.
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
