package dev.tauriboot.door;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.tauriboot.Origin;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.authority.PublishingAccessPolicy;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.DefaultInvokeService;
import dev.tauriboot.command.InvokeService;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.command.annotation.support.AnnotatedCommandDetector;
import dev.tauriboot.command.annotation.support.CommandArgumentResolvers;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.WindowOptions;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * Sends calls through a pipeline of its own once the first page is there, so that the JVM
 * has compiled the way of a call soon after: the first calls of a cold JVM take several
 * times as long. Not before, as it would keep the page waiting. Nothing of the
 * application is touched: its commands, observations, events and pages do not hear of it.
 *
 * @since 0.1.0
 */
public final class PipelineWarmUp {

	private static final Log logger = LogFactory.getLog(PipelineWarmUp.class);

	// Some methods run once a call, and count as worth compiling from 200 calls on.
	private static final int CALLS = 600;

	private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

	private final JsonMapper mapper;

	private final AtomicBoolean started = new AtomicBoolean();

	/**
	 * Create a warm-up.
	 * @param mapper the application's mapper, whose readers and writers it warms
	 */
	public PipelineWarmUp(JsonMapper mapper) {
		Assert.notNull(mapper, "'mapper' must not be null");
		this.mapper = mapper;
	}

	/**
	 * Start it on a thread of its own, the first time. The calls end within half a
	 * second.
	 */
	public void start() {
		if (!this.started.compareAndSet(false, true)) {
			return;
		}
		Thread thread = new Thread(this::run, "tauri-warm-up");
		thread.setDaemon(true);
		thread.setPriority(Thread.MIN_PRIORITY);
		thread.start();
	}

	/**
	 * Send the calls.
	 * @return what the page was told last
	 */
	@Nullable String run() {
		BridgeDoor door = new BridgeDoor(new IpcPipeline(List.of(new WebviewAuthenticationWebFilter()), service()),
				CommandExecutor.of(Runnable::run), this.mapper);
		Page page = page();
		long start = System.nanoTime();
		String answer = null;
		int calls = 0;
		do {
			door.accept(page, new BridgeCall("warm_up", 1, 2, false, "{\"text\":\"a\",\"count\":1}", null));
			answer = page.outbound().drain();
			calls++;
		}
		while (calls < CALLS && System.nanoTime() - start < LIMIT_NANOS);
		page.close();
		long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
		logger.debug(LogMessage.format("Warmed up with %d calls in %d ms", calls, millis));
		return answer;
	}

	private InvokeService service() {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("warmUp", new Commands());
		CommandRegistry registry = new CommandRegistry(
				new AnnotatedCommandDetector(beans, CommandArgumentResolvers.with(this.mapper, List.of())).detect());
		Manifests manifests = new Manifests(
				List.of(new Manifest(Manifest.APP_KEY, List.of("warm_up"), null, Map.of(), Map.of())));
		Capability capability = Capability.withId("warm-up").windows("*").permissions("allow-warm-up").build();
		RuntimeAuthority authority = new RuntimeAuthority(manifests, List.of(capability), Platform.LINUX, false);
		return DefaultInvokeService.builder(registry, this.mapper)
			.accessPolicy(new PublishingAccessPolicy(authority, List.of()))
			.build();
	}

	private static Page page() {
		MemoryRuntime runtime = new MemoryRuntime(() -> {
		});
		MemoryWebview webview = (MemoryWebview) runtime.create(WindowOptions.of("warm-up")).webviews().get(0);
		Origin origin = Origin.of("http://tauri.localhost");
		Assert.state(origin != null, "no origin");
		return webview.connect(origin, (Runnable) () -> {
		});
	}

	/**
	 * The one command.
	 */
	static final class Commands {

		@TauriCommand("warm_up")
		Answer warmUp(String text, int count) {
			return new Answer(text, count);
		}

	}

	record Answer(String text, int count) {
	}

}
