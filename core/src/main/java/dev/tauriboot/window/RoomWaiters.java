package dev.tauriboot.window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Who waits for room in a queue: threads and subscribers. The queue's lock guards it.
 */
final class RoomWaiters {

	private final ReentrantLock lock;

	private final Condition room;

	private final BooleanSupplier hasRoom;

	private final List<MonoSink<Void>> sinks = new ArrayList<>();

	/**
	 * Create an empty waiting room.
	 * @param lock the queue's lock
	 * @param hasRoom whether nobody need wait, asked with the lock held
	 */
	RoomWaiters(ReentrantLock lock, BooleanSupplier hasRoom) {
		this.lock = lock;
		this.room = lock.newCondition();
		this.hasRoom = hasRoom;
	}

	/**
	 * Let the current thread, which holds the lock, wait.
	 * @param maxMillis how long at most
	 * @return whether there is room
	 */
	boolean await(long maxMillis) {
		long nanos = TimeUnit.MILLISECONDS.toNanos(maxMillis);
		try {
			while (!this.hasRoom.getAsBoolean()) {
				if (nanos <= 0) {
					return false;
				}
				nanos = this.room.awaitNanos(nanos);
			}
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Completes when there is room, which may be at once.
	 */
	Mono<Void> whenRoom() {
		this.lock.lock();
		try {
			if (this.hasRoom.getAsBoolean()) {
				return Mono.empty();
			}
		}
		finally {
			this.lock.unlock();
		}
		return Mono.create((sink) -> {
			this.lock.lock();
			try {
				if (!this.hasRoom.getAsBoolean()) {
					this.sinks.add(sink);
					sink.onCancel(() -> forget(sink));
					return;
				}
			}
			finally {
				this.lock.unlock();
			}
			sink.success();
		});
	}

	private void forget(MonoSink<Void> sink) {
		this.lock.lock();
		try {
			this.sinks.remove(sink);
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Wake the threads that wait, if there is room. To be called with the lock held.
	 * @return the subscribers to be told once the lock is released
	 */
	List<MonoSink<Void>> wake() {
		if (!this.hasRoom.getAsBoolean()) {
			return List.of();
		}
		this.room.signalAll();
		if (this.sinks.isEmpty()) {
			return List.of();
		}
		List<MonoSink<Void>> ready = List.copyOf(this.sinks);
		this.sinks.clear();
		return ready;
	}

}
