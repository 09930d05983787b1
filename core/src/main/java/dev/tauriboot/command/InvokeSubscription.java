package dev.tauriboot.command;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

import dev.tauriboot.CommandName;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.observation.InvokeObservationContext.Outcome;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * The life of one call, from the request for its answer to the answer: it is counted,
 * timed and observed.
 * <p>
 * Whoever moves it to {@link #DONE} is the one who answers, be it the command, the timer
 * or the page that does not want the answer any more.
 */
abstract class InvokeSubscription implements Subscription {

	private static final int IDLE = 0;

	private static final int STARTING = 1;

	private static final int RUNNING = 2;

	private static final int DONE = 3;

	private static final AtomicIntegerFieldUpdater<InvokeSubscription> STATE = AtomicIntegerFieldUpdater
		.newUpdater(InvokeSubscription.class, "state");

	private final DefaultInvokeService service;

	private final InvokeRequest request;

	private final @Nullable CommandHandlerMethod command;

	private final CoreSubscriber<? super InvokeResponse> subscriber;

	private volatile int state = IDLE;

	private @Nullable AtomicInteger inFlight;

	private @Nullable InvokeObservation observation;

	private volatile @Nullable Disposable timer;

	InvokeSubscription(DefaultInvokeService service, InvokeRequest request,
			CoreSubscriber<? super InvokeResponse> subscriber) {
		this.service = service;
		this.request = request;
		this.command = service.registry().find(request.command());
		this.subscriber = subscriber;
	}

	final DefaultInvokeService service() {
		return this.service;
	}

	final InvokeRequest invokeRequest() {
		return this.request;
	}

	/**
	 * The command, or {@code null} if there is none of that name.
	 */
	final @Nullable CommandHandlerMethod command() {
		return this.command;
	}

	final @Nullable InvokeObservation observation() {
		return this.observation;
	}

	/**
	 * The context of whoever waits for the answer.
	 */
	final Context callerContext() {
		return this.subscriber.currentContext();
	}

	/**
	 * Begin the work.
	 */
	abstract void start();

	/**
	 * Stop the work: nobody waits for its outcome any more.
	 */
	abstract void stop();

	@Override
	public final void request(long n) {
		if (!Operators.validate(n) || !STATE.compareAndSet(this, IDLE, STARTING)) {
			return;
		}
		this.observation = this.service.observe(this.request, this.command, callerContext());
		this.inFlight = this.service.limit().enter(this.request.page());
		if (!STATE.compareAndSet(this, STARTING, RUNNING)) {
			end(Outcome.CANCELLED);
			return;
		}
		if (this.inFlight == null) {
			answer(this.service.responses().error(this.service.limit().text()));
			return;
		}
		long timeout = this.service.timeoutMillis(this.command);
		if (timeout > 0) {
			Disposable timer = Schedulers.parallel().schedule(() -> timeOut(timeout), timeout, TimeUnit.MILLISECONDS);
			this.timer = timer;
			// Who has cancelled meanwhile may have found no timer to end.
			if (isDone()) {
				timer.dispose();
			}
		}
		start();
	}

	final boolean isRunning() {
		return this.state == RUNNING;
	}

	final boolean isDone() {
		return this.state == DONE;
	}

	final void answer(InvokeResponse response) {
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
	public final void cancel() {
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
		this.service.ended(this.request);
	}

}
