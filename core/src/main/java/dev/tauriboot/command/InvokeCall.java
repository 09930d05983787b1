package dev.tauriboot.command;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.ipc.InvokeResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.core.log.LogMessage;

/**
 * One call: asks whether it may be, runs the command and answers. It is its own
 * subscription and subscribes itself to a result that comes later: one object per call.
 */
final class InvokeCall extends InvokeSubscription implements CoreSubscriber<Object>, Runnable {

	private static final Log logger = LogFactory.getLog(DefaultInvokeService.class);

	private Granted granted = Granted.UNCHECKED;

	// Guarded by this, as are the next two.
	private @Nullable Thread runner;

	private boolean interrupted;

	private @Nullable Subscription result;

	InvokeCall(DefaultInvokeService service, InvokeRequest request, CoreSubscriber<? super InvokeResponse> subscriber) {
		super(service, request, subscriber);
	}

	@Override
	void start() {
		AccessPolicy policy = service().accessPolicy();
		if (policy == null) {
			dispatch();
		}
		else {
			AccessCheck.start(policy, invokeRequest(), this);
		}
	}

	/**
	 * The call may go on. Only now does it count whether there is such a command, so that
	 * a page learns nothing about those it may not call.
	 */
	void granted(Granted granted) {
		this.granted = granted;
		if (isRunning()) {
			dispatch();
		}
	}

	void denied(String text) {
		answer(service().responses().error(text));
	}

	private void dispatch() {
		if (command() == null) {
			answer(service().notFound(invokeRequest().command()));
			return;
		}
		CommandExecutor executor = service().executor();
		if (executor == null || CommandExecutor.isWorker()) {
			run();
		}
		else {
			execute(() -> executor, this);
		}
	}

	private void execute(Supplier<Executor> executor, Runnable work) {
		try {
			executor.get().execute(work);
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	@Override
	public void run() {
		CommandHandlerMethod command = command();
		if (command == null || !enter()) {
			return;
		}
		boolean mainThread = command.mapping().mainThread();
		@Nullable Object[] arguments;
		Object value;
		try {
			arguments = command.arguments(invokeRequest(), this.granted);
			value = mainThread ? null : call(command, arguments);
		}
		catch (Throwable ex) {
			leave();
			fail(ex);
			return;
		}
		finally {
			if (isDone()) {
				// It was cancelled, maybe before its arguments brought channels.
				service().ended(invokeRequest());
			}
		}
		leave();
		if (mainThread) {
			execute(service()::mainThread, () -> runOnMainThread(command, arguments));
		}
		else {
			settle(command, value);
		}
	}

	// The thread of the windows has better things to do than to serialise the result, and
	// nobody may interrupt it.
	private void runOnMainThread(CommandHandlerMethod command, @Nullable Object[] arguments) {
		if (isDone()) {
			return;
		}
		Runnable next;
		try {
			Object value = call(command, arguments);
			next = () -> settle(command, value);
		}
		catch (Throwable ex) {
			next = () -> fail(ex);
		}
		CommandExecutor executor = service().executor();
		if (executor != null) {
			execute(() -> executor, next);
		}
		else {
			next.run();
		}
	}

	private @Nullable Object call(CommandHandlerMethod command, @Nullable Object[] arguments) throws Throwable {
		InvokeObservation observation = observation();
		try (CallerScope caller = CallerScope.open(callerContext())) {
			if (observation == null) {
				return callNow(command, arguments);
			}
			try (AutoCloseable scope = observation.openScope()) {
				return callNow(command, arguments);
			}
		}
	}

	private static @Nullable Object callNow(CommandHandlerMethod command, @Nullable Object[] arguments)
			throws Throwable {
		Object value = command.call(arguments);
		return (value instanceof Callable<?> callable) ? callable.call() : value;
	}

	private synchronized boolean enter() {
		if (isDone()) {
			return false;
		}
		this.runner = Thread.currentThread();
		return true;
	}

	private synchronized void leave() {
		this.runner = null;
		if (this.interrupted) {
			this.interrupted = false;
			Thread.interrupted();
		}
	}

	private void settle(CommandHandlerMethod command, @Nullable Object value) {
		Mono<?> pending;
		try {
			pending = (value != null) ? command.pending(value) : null;
			if (pending != null) {
				pending.subscribe(this);
				return;
			}
		}
		catch (Throwable ex) {
			fail(ex);
			return;
		}
		succeed(value);
	}

	private void succeed(@Nullable Object value) {
		if (isDone()) {
			return;
		}
		InvokeResponse response;
		try {
			response = service().responses().success(value);
		}
		catch (Throwable ex) {
			fail(ex);
			return;
		}
		answer(response);
	}

	private void fail(Throwable error) {
		CommandHandlerMethod command = command();
		if (isDone() || command == null) {
			return;
		}
		InvokeResponse response;
		try {
			InvokeObservation observation = observation();
			if (observation != null) {
				observation.error(error);
			}
			response = service().responses().error(service().rejections().payload(error, command, invokeRequest()));
		}
		catch (Throwable ex) {
			// The page waits, whatever there is left to tell it with.
			answer(Responses.FAILED);
			logger.error(
					LogMessage.format("Command '%s' failed in a way that cannot be told", command.mapping().name()),
					ex);
			return;
		}
		answer(response);
	}

	@Override
	void stop() {
		Subscription result;
		synchronized (this) {
			// A command that closes its own window cancels itself: let it finish.
			if (this.runner != null && this.runner != Thread.currentThread()) {
				this.interrupted = true;
				this.runner.interrupt();
			}
			result = this.result;
		}
		if (result != null) {
			result.cancel();
		}
	}

	@Override
	public Context currentContext() {
		InvokeObservation observation = observation();
		return (observation != null) ? observation.write(callerContext()) : callerContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		boolean wanted;
		synchronized (this) {
			this.result = subscription;
			wanted = !isDone();
		}
		if (wanted) {
			subscription.request(Long.MAX_VALUE);
		}
		else {
			subscription.cancel();
		}
	}

	@Override
	public void onNext(Object value) {
		succeed(value);
	}

	@Override
	public void onError(Throwable error) {
		fail(error);
	}

	@Override
	public void onComplete() {
		succeed(null);
	}

}
