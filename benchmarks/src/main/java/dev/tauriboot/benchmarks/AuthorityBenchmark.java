package dev.tauriboot.benchmarks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.tauriboot.Label;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.resolved.AclResolver;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.acl.resolved.ResolvedAcl;
import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.authority.PublishingAccessPolicy;
import dev.tauriboot.authority.RecentDenials;
import dev.tauriboot.authority.RuntimeAuthority;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a decision costs once it was made before, and what resolving costs at start-up,
 * with 50 permissions in each capability. The time of {@link #resolveCold} is that of a
 * process that has done nothing else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AuthorityBenchmark {

	private static final int PERMISSIONS = 50;

	private static final int PLUGINS = 10;

	private static final Caller LOCAL = Caller.local("window-0");

	private static final Caller REMOTE = new Caller(Label.of("window-0"), Label.of("window-0"),
			"https://page-0.example/path?query");

	@Param({ "1", "200" })
	private int capabilities;

	private Manifests manifests = manifests();

	private List<Capability> granted = List.of();

	private @Nullable AccessPolicy policy;

	private @Nullable AccessPolicy published;

	@Setup
	public void resolve() {
		this.granted = capabilities(this.capabilities);
		RuntimeAuthority authority = new RuntimeAuthority(this.manifests, this.granted, Platform.LINUX, false);
		this.policy = authority;
		this.published = new PublishingAccessPolicy(authority, List.of(new RecentDenials(100, Clock.systemUTC())));
	}

	private static Manifests manifests() {
		List<Manifest> manifests = new ArrayList<>();
		for (int plugin = 0; plugin < PLUGINS; plugin++) {
			List<String> commands = new ArrayList<>();
			for (int command = 0; command < PERMISSIONS; command++) {
				commands.add("do_it_" + command);
			}
			manifests.add(new Manifest("plugin-" + plugin, commands,
					new PermissionSet(PermissionSet.DEFAULT, null, List.of("allow-do-it-0")), Map.of(), Map.of()));
		}
		return new Manifests(manifests);
	}

	// Each has a window and a remote URL of its own and one window in common with all.
	private static List<Capability> capabilities(int number) {
		List<Capability> capabilities = new ArrayList<>();
		for (int i = 0; i < number; i++) {
			Capability.Builder builder = Capability.withId("capability-" + i)
				.windows("window-" + i, "shared-*")
				.remoteUrls("https://page-" + i + ".example/*");
			for (int permission = 0; permission < PERMISSIONS; permission++) {
				builder.permissions("plugin-" + (permission % PLUGINS) + ":allow-do-it-" + (permission / 2));
			}
			capabilities.add(builder.build());
		}
		return capabilities;
	}

	private @Nullable AccessDecision decide(@Nullable AccessPolicy policy, String command, Caller caller) {
		return (policy != null) ? policy.decide(new AccessRequest(command, caller)).block() : null;
	}

	@Benchmark
	public @Nullable Object grantLocal() {
		return decide(this.policy, "plugin:plugin-2|do_it_1", LOCAL);
	}

	@Benchmark
	public @Nullable Object grantRemote() {
		return decide(this.policy, "plugin:plugin-2|do_it_1", REMOTE);
	}

	@Benchmark
	public @Nullable Object grantToNewCaller() {
		return decide(this.policy, "plugin:plugin-2|do_it_1", Caller.local("window-0"));
	}

	@Benchmark
	public @Nullable Object denyNotCovered() {
		return decide(this.policy, "plugin:plugin-2|do_it_1", Caller.local("elsewhere"));
	}

	@Benchmark
	public @Nullable Object denyNotGranted() {
		return decide(this.policy, "plugin:plugin-2|do_it_49", LOCAL);
	}

	@Benchmark
	public @Nullable Object denyUnknown() {
		return decide(this.policy, "plugin:plugin-2|nothing", LOCAL);
	}

	@Benchmark
	public @Nullable Object grantLocalPublished() {
		return decide(this.published, "plugin:plugin-2|do_it_1", LOCAL);
	}

	@Benchmark
	@BenchmarkMode(Mode.AverageTime)
	@OutputTimeUnit(TimeUnit.MICROSECONDS)
	public ResolvedAcl resolveWarm() {
		return new AclResolver(this.manifests, Platform.LINUX).resolve(this.granted);
	}

	@Benchmark
	@BenchmarkMode(Mode.SingleShotTime)
	@OutputTimeUnit(TimeUnit.MILLISECONDS)
	@Fork(5)
	@Warmup(iterations = 0)
	@Measurement(iterations = 1)
	public ResolvedAcl resolveCold() {
		return new AclResolver(this.manifests, Platform.LINUX).resolve(this.granted);
	}

}
