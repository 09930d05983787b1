package dev.tauriboot.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.tauriboot.CommandName;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.channel.Channels;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.observation.InvokeObservationConvention;
import dev.tauriboot.runtime.MainThread;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * Asks whether a call is allowed, looks its command up, runs it and serialises its
 * outcome.
 * <p>
 * The {@link AccessPolicy} is asked once for each call, with the command's name exactly
 * as sent and before it counts whether there is such a command: to a page that may call
 * neither, a command that does not exist looks like any other.
 * <p>
 * A command runs on a worker of the {@link CommandExecutor}: on the caller's thread if
 * that is one. Cancelling a call, or its timeout, interrupts the thread of a command that
 * blocks, and cancels a result that is still to come. A page that has too many calls in
 * flight gets rejections until some have ended.
 *
 * @since 0.1.0
 */
public final class DefaultInvokeService implements InvokeService {

	/**
	 * How many calls of one page may be in flight unless the builder is told otherwise.
	 */
	public static final int DEFAULT_MAX_CALLS_IN_FLIGHT = 100_000;

	private static final Log logger = LogFactory.getLog(DefaultInvokeService.class);

	private final CommandRegistry registry;

	private final @Nullable CommandExecutor executor;

	private final @Nullable Supplier<MainThread> mainThread;

	private final @Nullable AccessPolicy accessPolicy;

	private final Responses responses;

	private final Rejections rejections;

	private final CallLimit limit;

	private final long defaultTimeoutMillis;

	private final ObservationRegistry observations;

	private final @Nullable InvokeObservationConvention convention;

	private final @Nullable Channels channels;

	private DefaultInvokeService(Builder builder) {
		this.registry = builder.registry;
		this.executor = builder.executor;
		this.mainThread = builder.mainThread;
		this.accessPolicy = builder.accessPolicy;
		this.responses = new Responses(builder.mapper);
		this.rejections = new Rejections(builder.resolvers, builder.development);
		this.limit = new CallLimit(builder.maxCallsInFlight);
		this.defaultTimeoutMillis = builder.defaultTimeout.toMillis();
		this.observations = builder.observations;
		this.convention = builder.convention;
		this.channels = builder.channels;
		Assert.state(this.mainThread != null || this.registry.all().stream().noneMatch((c) -> c.mapping().mainThread()),
				"a command wants the main thread, but there is none: set 'mainThread'");
	}

	/**
	 * Start to build a service.
	 * @param registry the commands
	 * @param mapper writes results
	 * @return the builder
	 */
	public static Builder builder(CommandRegistry registry, JsonMapper mapper) {
		return new Builder(registry, mapper);
	}

	@Override
	public Mono<InvokeResponse> invoke(InvokeRequest request) {
		Assert.notNull(request, "'request' must not be null");
		return new InvokeMono(this, request);
	}

	CommandRegistry registry() {
		return this.registry;
	}

	@Nullable CommandExecutor executor() {
		return this.executor;
	}

	MainThread mainThread() {
		Assert.state(this.mainThread != null, "there is no main thread");
		return this.mainThread.get();
	}

	Responses responses() {
		return this.responses;
	}

	Rejections rejections() {
		return this.rejections;
	}

	CallLimit limit() {
		return this.limit;
	}

	@Nullable AccessPolicy accessPolicy() {
		return this.accessPolicy;
	}

	long timeoutMillis(@Nullable CommandHandlerMethod command) {
		Duration timeout = (command != null) ? command.mapping().timeout() : null;
		return (timeout != null) ? timeout.toMillis() : this.defaultTimeoutMillis;
	}

	InvokeResponse notFound(String command) {
		CommandName name = CommandName.of(command);
		if (name.plugin() != null && !this.registry.hasPlugin(name.plugin())) {
			return this.responses.error("plugin " + name.plugin() + " not found");
		}
		return this.responses.error("Command " + name.command() + " not found");
	}

	@Nullable InvokeObservation observe(InvokeRequest request, @Nullable CommandHandlerMethod command, ContextView context) {
		return this.observations.isNoop() ? null
				: InvokeObservation.start(this.observations, this.convention, request, command, context);
	}

	/**
	 * End what a call has brought. Whoever wanted its answer is told in any case.
	 */
	void ended(InvokeRequest request) {
		try {
			if (this.channels != null) {
				this.channels.endOf(request);
			}
		}
		catch (Throwable ex) {
			logger.error(LogMessage.format("The channels of a call of webview '%s' did not end with it",
					request.page().webview().label()), ex);
		}
	}

	/**
	 * The answer to one request, which is to be subscribed to once, as every door does; a
	 * second subscription is a second call.
	 */
	private static final class InvokeMono extends Mono<InvokeResponse> {

		private final DefaultInvokeService service;

		private final InvokeRequest request;

		InvokeMono(DefaultInvokeService service, InvokeRequest request) {
			this.service = service;
			this.request = request;
		}

		@Override
		public void subscribe(CoreSubscriber<? super InvokeResponse> subscriber) {
			subscriber.onSubscribe(new InvokeCall(this.service, this.request, subscriber));
		}

	}

	/**
	 * Builds a {@link DefaultInvokeService}. Without further options commands run on the
	 * thread that subscribes, have no timeout, and nothing is observed.
	 * <p>
	 * Without an {@link #accessPolicy(AccessPolicy) access policy} every call is let
	 * through. That is for tests of a service by itself; an application always sets one.
	 */
	public static final class Builder {

		private final CommandRegistry registry;

		private final JsonMapper mapper;

		private final List<CommandExceptionResolver> resolvers = new ArrayList<>();

		private @Nullable CommandExecutor executor;

		private @Nullable Supplier<MainThread> mainThread;

		private @Nullable AccessPolicy accessPolicy;

		private Duration defaultTimeout = Duration.ZERO;

		private int maxCallsInFlight = DEFAULT_MAX_CALLS_IN_FLIGHT;

		private boolean development;

		private ObservationRegistry observations = ObservationRegistry.NOOP;

		private @Nullable InvokeObservationConvention convention;

		private @Nullable Channels channels;

		private Builder(CommandRegistry registry, JsonMapper mapper) {
			Assert.notNull(registry, "'registry' must not be null");
			Assert.notNull(mapper, "'mapper' must not be null");
			this.registry = registry;
			this.mapper = mapper;
		}

		/**
		 * Run commands on workers.
		 * @param executor the workers
		 * @return this builder
		 */
		public Builder executor(CommandExecutor executor) {
			Assert.notNull(executor, "'executor' must not be null");
			this.executor = executor;
			return this;
		}

		/**
		 * Where commands with {@code mainThread = true} run. Needed if there is one.
		 * @param mainThread asked at each call of such a command, since a toolkit may
		 * start later
		 * @return this builder
		 */
		public Builder mainThread(Supplier<MainThread> mainThread) {
			Assert.notNull(mainThread, "'mainThread' must not be null");
			this.mainThread = mainThread;
			return this;
		}

		/**
		 * Who decides on calls.
		 * @param policy the policy, asked once for each call
		 * @return this builder
		 */
		public Builder accessPolicy(AccessPolicy policy) {
			Assert.notNull(policy, "'policy' must not be null");
			this.accessPolicy = policy;
			return this;
		}

		/**
		 * Add resolvers for what commands throw.
		 * @param resolvers the resolvers, asked in order
		 * @return this builder
		 */
		public Builder exceptionResolvers(List<? extends CommandExceptionResolver> resolvers) {
			Assert.notNull(resolvers, "'resolvers' must not be null");
			this.resolvers.addAll(resolvers);
			return this;
		}

		/**
		 * How long commands may take that say nothing about it.
		 * @param timeout the timeout, zero for any time
		 * @return this builder
		 */
		public Builder defaultTimeout(Duration timeout) {
			Assert.notNull(timeout, "'timeout' must not be null");
			Assert.isTrue(!timeout.isNegative(), "'timeout' must not be negative");
			this.defaultTimeout = timeout;
			return this;
		}

		/**
		 * How many calls of one page may be in flight.
		 * @param max the limit
		 * @return this builder
		 */
		public Builder maxCallsInFlight(int max) {
			Assert.isTrue(max > 0, "'max' must be above 0");
			this.maxCallsInFlight = max;
			return this;
		}

		/**
		 * Whether pages get to see the messages of exceptions nobody expected.
		 * @param development {@code false} to show them an id only, which is the default
		 * @return this builder
		 */
		public Builder development(boolean development) {
			this.development = development;
			return this;
		}

		/**
		 * Observe calls.
		 * @param registry the registry
		 * @return this builder
		 */
		public Builder observationRegistry(ObservationRegistry registry) {
			Assert.notNull(registry, "'registry' must not be null");
			this.observations = registry;
			return this;
		}

		/**
		 * How observations are named.
		 * @param convention the convention, {@code null} for the default
		 * @return this builder
		 */
		public Builder observationConvention(@Nullable InvokeObservationConvention convention) {
			this.convention = convention;
			return this;
		}

		/**
		 * End the channels of a call when the call has ended, before its answer goes out.
		 * @param channels the channels that arguments are read with
		 * @return this builder
		 */
		public Builder channels(Channels channels) {
			Assert.notNull(channels, "'channels' must not be null");
			this.channels = channels;
			return this;
		}

		/**
		 * Build the service.
		 * @return the service
		 * @throws IllegalStateException if a command wants the main thread and there is
		 * none
		 */
		public DefaultInvokeService build() {
			return new DefaultInvokeService(this);
		}

	}

}
