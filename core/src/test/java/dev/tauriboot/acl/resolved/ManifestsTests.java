package dev.tauriboot.acl.resolved;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.tauriboot.acl.AclViolation;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Reason;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.authority.RuntimeAuthority;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Manifests} that are read when somebody asks for them.
 */
class ManifestsTests {

	private static final AclViolation PROBLEM = new AclViolation("unknown key 'x'", "plugin 'broken'", "a.yml - 1:1",
			"x", List.of());

	private final AtomicInteger reads = new AtomicInteger();

	private final Supplier<Manifest> broken = () -> {
		this.reads.incrementAndGet();
		throw new AclViolationsException(List.of(PROBLEM));
	};

	private final Manifests manifests = new Manifests(List.of(manifest("notes")),
			Map.of("core:window", this::window, "broken", this.broken));

	private Manifest window() {
		this.reads.incrementAndGet();
		return manifest("core:window");
	}

	@Test
	void manifestIsReadOnceWhenAskedFor() {
		assertThat(this.manifests.keys()).containsExactly("broken", "core:window", "notes");
		assertThat(this.manifests.readByKey()).containsOnlyKeys("notes");
		assertThat(this.reads).hasValue(0);
		assertThat(this.manifests.ofPlugin("window")).isSameAs(this.manifests.find("core:window"));
		assertThat(this.manifests.readByKey()).containsOnlyKeys("core:window", "notes");
		assertThat(this.reads).hasValue(1);
		assertThat(this.manifests.find("nobody")).isNull();
	}

	@Test
	void unreadableManifestStaysUnreadable() {
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(AclViolationsException.class).isThrownBy(() -> this.manifests.find("broken"))
				.satisfies((ex) -> assertThat(ex.getViolations()).containsExactly(PROBLEM));
		}
		assertThat(this.reads).hasValue(1);
		assertThatExceptionOfType(AclViolationsException.class).isThrownBy(this.manifests::byKey);
	}

	@Test
	void sameKeyTwiceFails() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Manifests(List.of(manifest("broken")), Map.of("broken", this.broken)))
			.withMessage("there are two manifests for 'broken'");
	}

	@Test
	void capabilityThatNeedsAnUnreadableManifestFailsWithWhatIsWrongWithIt() {
		assertThatExceptionOfType(AclViolationsException.class)
			.isThrownBy(() -> authority("broken:default", "broken:allow-x", "nope:default"))
			.satisfies((ex) -> {
				assertThat(ex.getViolations().get(0)).isEqualTo(PROBLEM);
				assertThat(ex.getViolations()).extracting(AclViolation::message)
					.containsExactly("unknown key 'x'",
							"unknown ACL for nope, expected one of broken, core:window, notes");
			});
	}

	@Test
	void callOfAPluginWhoseManifestIsUnreadableIsRefused() {
		RuntimeAuthority authority = authority("notes:allow-list");
		Denied denied = (Denied) authority.decide(new AccessRequest("plugin:broken|list", Caller.local("main")))
			.block();
		assertThat(denied).isNotNull();
		assertThat(denied.reason()).isEqualTo(Reason.UNKNOWN_PLUGIN);
		assertThat(authority.decide(new AccessRequest("plugin:notes|list", Caller.local("main"))).block())
			.matches((decision) -> decision != null && decision.isGranted());
	}

	private RuntimeAuthority authority(String... permissions) {
		return new RuntimeAuthority(this.manifests,
				List.of(Capability.withId("a").windows("main").permissions(permissions).build()), Platform.LINUX, true);
	}

	private static Manifest manifest(String key) {
		return new Manifest(key, List.of("list"), null, Map.of(), Map.of());
	}

}
