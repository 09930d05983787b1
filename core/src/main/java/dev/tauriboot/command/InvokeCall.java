package dev.tauriboot.command;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Supplier;

import dev.tauriboot.CommandName;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.observation.InvokeObservationContext.Outcome;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

import org.springframework.core.log.LogMessage;

/**
 * One call, from the request for its answer to the answer. It is its own subscription and
 * subscribes itself to a result that comes later: one object per call.
 * <p>
 * Whoever moves it to {@link #DONE} is the one who answers, be it the command, the timer
 * or the page that does not want the answer any more.
 */
final class InvokeCall implements Subscription, CoreSubscriber<Object>, Runnable {

	private static final Log logger = LogFactory.getLog(DefaultInvokeService.class);

	private static final int IDLE = 0;

	private static final int STARTING = 1;

	private static final int RUNNING = 2;

	private static final int DONE = 3;

	private static final AtomicIntegerFieldUpdater<InvokeCall> STATE = AtomicIntegerFieldUpdater
		.newUpdater(InvokeCall.class, "state");

	private final DefaultInvokeService service;

	private final InvokeRequest request;

	private final @Nullable CommandHandlerMethod command;

	private final CoreSubscriber<? super InvokeResponse> subscriber;

	private Granted granted = Granted.UNCHECKED;

	private volatile int state = IDLE;

	private @Nullable AtomicInteger inFlight;

	private @Nullable InvokeObservation observation;

	private volatile @Nullable Disposable timer;

	// Guarded by this, as are the next two.
	private @Nullable Thread runner;

	private boolean interrupted;

	private @Nullable Subscription result;

	InvokeCall(DefaultInvokeService service, InvokeRequest request, CoreSubscriber<? super InvokeResponse> subscriber) {
		this.service = service;
		this.request = request;
		this.command = service.registry().find(request.command());
		this.subscriber = subscriber;
	}

	@Override
	public void request(long n) {
		if (!Operators.validate(n) || !STATE.compareAndSet(this, IDLE, STARTING)) {
			return;
		}
		this.observation = this.service.observe(this.request, this.command, this.subscriber.currentContext());
		this.inFlight = this.service.limit().enter(this.request.page());
		if (STATE.compareAndSet(this, STARTING, RUNNING)) {
			start();
		}
		else {
			end(Outcome.CANCELLED);
		}
	}

	private void start() {
		if (this.inFlight == null) {
			answer(this.service.responses().error(this.service.limit().text()));
			return;
		}
		long timeout = this.service.timeoutMillis(this.command);
		if (timeout > 0) {
			this.timer = Schedulers.parallel().schedule(() -> timeOut(timeout), timeout, TimeUnit.MILLISECONDS);
		}
		AccessPolicy policy = this.service.accessPolicy();
		if (policy == null) {
			dispatch();
		}
		else {
			AccessCheck.start(policy, this.request, this);
		}
	}

	/**
	 * The call may go on. Only now does it count whether there is such a command, so that
	 * a page learns nothing about those it may not call.
	 */
	void granted(Granted granted) {
		this.granted = granted;
		if (this.state == RUNNING) {
			dispatch();
		}
	}

	void denied(String text) {
		answer(this.service.responses().error(text));
	}

	private void dispatch() {
		if (this.command == null) {
			answer(this.service.notFound(this.request.command()));
			return;
		}
		CommandExecutor executor = this.service.executor();
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
		CommandHandlerMethod command = this.command;
		if (command == null || !enter()) {
			return;
		}
		boolean mainThread = command.mapping().mainThread();
		@Nullable Object[] arguments;
		Object value;
		try {
			arguments = command.arguments(this.request, this.granted);
			value = mainThread ? null : call(command, arguments);
		}
		catch (Throwable ex) {
			leave();
			fail(ex);
			return;
		}
		leave();
		if (mainThread) {
			execute(this.service::mainThread, () -> runOnMainThread(command, arguments));
		}
		else {
			settle(command, value);
		}
	}

	// The thread of the windows has better things to do than to serialise the result, and
	// nobody may interrupt it.
	private void runOnMainThread(CommandHandlerMethod command, @Nullable Object[] arguments) {
		if (this.state == DONE) {
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
		CommandExecutor executor = this.service.executor();
		if (executor != null) {
			execute(() -> executor, next);
		}
		else {
			next.run();
		}
	}

	private @Nullable Object call(CommandHandlerMethod command, @Nullable Object[] arguments) throws Throwable {
		InvokeObservation observation = this.observation;
		try (CallerScope caller = CallerScope.open(this.subscriber.currentContext())) {
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
		if (this.state == DONE) {
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
		if (this.state == DONE) {
			return;
		}
		InvokeResponse response;
		try {
			response = this.service.responses().success(value);
		}
		catch (Throwable ex) {
			fail(ex);
			return;
		}
		answer(response);
	}

	private void fail(Throwable error) {
		CommandHandlerMethod command = this.command;
		if (this.state == DONE || command == null) {
			return;
		}
		InvokeResponse response;
		try {
			if (this.observation != null) {
				this.observation.error(error);
			}
			response = this.service.responses().error(this.service.rejections().payload(error, command, this.request));
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

	private void answer(InvokeResponse response) {
		if (STATE.compareAndSet(this, RUNNING, DONE)) {
			end((response instanceof InvokeResponse.Error) ? Outcome.ERROR : Outcome.SUCCESS);
			this.subscriber.onNext(response);
			this.subscriber.onComplete();
		}
	}

	private void timeOut(long millis) {
		if (STATE.compareAndSet(this, RUNNING, DONE)) {
			end(Outcome.ERROR);
			stop();
			this.subscriber.onNext(this.service.responses()
				.error("command " + CommandName.of(this.request.command()).command() + " timed out after " + millis
						+ " ms"));
			this.subscriber.onComplete();
		}
	}

	@Override
	public void cancel() {
		if (STATE.getAndSet(this, DONE) == RUNNING) {
			end(Outcome.CANCELLED);
			stop();
		}
	}

	private void end(Outcome outcome) {
		if (this.inFlight != null) {
			this.inFlight.decrementAndGet();
		}
		Disposable timer = this.timer;
		if (timer != null) {
			timer.dispose();
		}
		if (this.observation != null) {
			this.observation.stop(outcome);
		}
	}

	private void stop() {
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
		Context context = this.subscriber.currentContext();
		return (this.observation != null) ? this.observation.write(context) : context;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		boolean wanted;
		synchronized (this) {
			this.result = subscription;
			wanted = this.state != DONE;
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
