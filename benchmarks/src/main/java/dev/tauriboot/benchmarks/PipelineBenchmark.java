package dev.tauriboot.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.tauriboot.Origin;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.command.CommandExecutor;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.DefaultInvokeService;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.command.annotation.support.AnnotatedCommandDetector;
import dev.tauriboot.command.annotation.support.CommandArgumentResolvers;
import dev.tauriboot.door.BridgeCall;
import dev.tauriboot.door.BridgeDoor;
import dev.tauriboot.door.IpcPipeline;
import dev.tauriboot.door.WebviewAuthenticationWebFilter;
import dev.tauriboot.runtime.memory.MemoryRuntime;
import dev.tauriboot.runtime.memory.MemoryWebview;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.WindowOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * What a call costs from the door to the queue, without an engine: on the calling thread,
 * there with a decision by capabilities, and with the hop to a worker.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class PipelineBenchmark {

	private static final Manifests MANIFESTS = new Manifests(
			List.of(new Manifest(Manifest.APP_KEY, List.of("greet"), null, Map.of(), Map.of())));

	private static final Capability CAPABILITY = Capability.withId("main")
		.windows("main")
		.permissions("allow-greet")
		.build();

	private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private CommandExecutor executor = CommandExecutor.pooled(8);

	private BridgeDoor direct = door(CommandExecutor.of(Runnable::run), (builder) -> {
	});

	private BridgeDoor decided = door(CommandExecutor.of(Runnable::run), (builder) -> builder
		.accessPolicy(new RuntimeAuthority(MANIFESTS, List.of(CAPABILITY), Platform.LINUX, false)));

	private BridgeDoor hopping = door(this.executor, (builder) -> {
	});

	private Page page = page();

	private BridgeDoor door(CommandExecutor executor, Consumer<DefaultInvokeService.Builder> options) {
		JsonMapper mapper = JsonMapper.builder().build();
		if (!this.context.isActive()) {
			this.context.registerBean(Commands.class);
			this.context.refresh();
		}
		CommandRegistry registry = new CommandRegistry(new AnnotatedCommandDetector(this.context.getBeanFactory(),
				CommandArgumentResolvers.with(mapper, List.of()))
			.detect());
		DefaultInvokeService.Builder builder = DefaultInvokeService.builder(registry, mapper);
		options.accept(builder);
		IpcPipeline pipeline = new IpcPipeline(List.of(new WebviewAuthenticationWebFilter()), builder.build());
		return new BridgeDoor(pipeline, executor, mapper);
	}

	private static Page page() {
		MemoryRuntime runtime = new MemoryRuntime(() -> {
		});
		MemoryWebview webview = (MemoryWebview) runtime.create(WindowOptions.of("main")).webviews().get(0);
		Origin origin = Origin.of("http://tauri.localhost");
		if (origin == null) {
			throw new IllegalStateException();
		}
		return webview.connect(origin, (Runnable) () -> {
		});
	}

	@Setup
	public void warm() {
		this.page.outbound().drain();
	}

	@TearDown
	public void close() throws Exception {
		this.executor.close();
		this.context.close();
	}

	@Benchmark
	public Object onTheSameThread() {
		this.direct.accept(this.page, new BridgeCall("greet", 1, 2, false, "{\"name\":\"World\"}", null));
		return String.valueOf(this.page.outbound().drain());
	}

	@Benchmark
	public Object onTheSameThreadDecided() {
		this.decided.accept(this.page, new BridgeCall("greet", 1, 2, false, "{\"name\":\"World\"}", null));
		return String.valueOf(this.page.outbound().drain());
	}

	@Benchmark
	public Object throughAWorker() {
		BridgeCall call = new BridgeCall("greet", 1, 2, false, "{\"name\":\"World\"}", null);
		this.hopping.accept(this.page, call);
		while (!call.isDone()) {
			Thread.onSpinWait();
		}
		return String.valueOf(this.page.outbound().drain());
	}

	static class Commands {

		@TauriCommand
		String greet(String name) {
			return "Hello, " + name + "!";
		}

	}

}
