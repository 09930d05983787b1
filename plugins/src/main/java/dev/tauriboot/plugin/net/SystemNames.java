package dev.tauriboot.plugin.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Callable;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import reactor.core.scheduler.Scheduler;

/**
 * Asks the system for addresses, as other programs of the desktop do, so that names of
 * the local network and of private ones are found. The system blocks, so that this is
 * done on threads that may.
 */
final class SystemNames extends AddressResolverGroup<InetSocketAddress> {

	private final Scheduler scheduler;

	SystemNames(Scheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
		return new Names(executor, this.scheduler).asAddressResolver();
	}

	/**
	 * The resolver of one event loop.
	 */
	private static final class Names extends InetNameResolver {

		private final Scheduler scheduler;

		Names(EventExecutor executor, Scheduler scheduler) {
			super(executor);
			this.scheduler = scheduler;
		}

		@Override
		protected void doResolve(String name, Promise<InetAddress> promise) {
			run(() -> InetAddress.getByName(name), promise);
		}

		@Override
		protected void doResolveAll(String name, Promise<List<InetAddress>> promise) {
			run(() -> List.of(InetAddress.getAllByName(name)), promise);
		}

		private <T> void run(Callable<T> lookup, Promise<T> promise) {
			this.scheduler.schedule(() -> {
				try {
					promise.trySuccess(lookup.call());
				}
				catch (UnknownHostException ex) {
					promise.tryFailure(new UnknownHostException("failed to lookup address: " + ex.getMessage()));
				}
				catch (Exception ex) {
					promise.tryFailure(ex);
				}
			});
		}

	}

}
