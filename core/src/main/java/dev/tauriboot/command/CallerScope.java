package dev.tauriboot.command;

import org.jspecify.annotations.Nullable;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Makes the caller known to what a command's method calls, as long as it runs: the
 * security context that the filters of a call have set also becomes that of the thread,
 * for rules on blocking methods. What was there before comes back.
 */
final class CallerScope implements AutoCloseable {

	private static final CallerScope NONE = new CallerScope(null, null);

	private final @Nullable SecurityContextHolderStrategy strategy;

	private final @Nullable SecurityContext before;

	private CallerScope(@Nullable SecurityContextHolderStrategy strategy, @Nullable SecurityContext before) {
		this.strategy = strategy;
		this.before = before;
	}

	static CallerScope open(ContextView context) throws Exception {
		SecurityContext security = find(context);
		if (security == null) {
			return NONE;
		}
		SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();
		SecurityContext before = strategy.getContext();
		// What a command does to its context is no business of those who share this one.
		SecurityContext own = strategy.createEmptyContext();
		own.setAuthentication(security.getAuthentication());
		strategy.setContext(own);
		return new CallerScope(strategy, (before.getAuthentication() != null) ? before : null);
	}

	private static @Nullable SecurityContext find(ContextView context) throws Exception {
		Object held = context.getOrDefault(SecurityContext.class, null);
		if (held instanceof Fuseable.ScalarCallable<?> scalar) {
			return (SecurityContext) scalar.call();
		}
		return (held instanceof Mono<?> mono) ? (SecurityContext) mono.block() : null;
	}

	@Override
	public void close() {
		if (this.strategy == null) {
			return;
		}
		if (this.before != null) {
			this.strategy.setContext(this.before);
		}
		else {
			this.strategy.clearContext();
		}
	}

}
