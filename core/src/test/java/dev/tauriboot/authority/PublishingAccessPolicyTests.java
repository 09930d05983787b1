package dev.tauriboot.authority;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.acl.TestAcl;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessDecision.Reason;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PublishingAccessPolicy} and {@link AccessEventPublisher}.
 */
class PublishingAccessPolicyTests {

	private static final AccessRequest LIST = new AccessRequest("plugin:notes|list_notes", Caller.local("main"));

	private static final AccessRequest PURGE = new AccessRequest("plugin:notes|purge", Caller.local("main"));

	private final TestAcl acl = TestAcl.granting("notes:default");

	private PublishingAccessPolicy publishing(AnnotationConfigApplicationContext context) {
		return new PublishingAccessPolicy(this.acl.authority(), List.of(new AccessEventPublisher(context)));
	}

	@Test
	void decideWhenListenerForAllThenGrantsAndDenialsArePublished() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(AllListener.class)) {
			PublishingAccessPolicy policy = publishing(context);
			AccessDecision granted = policy.decide(LIST).block();
			AccessDecision denied = policy.decide(PURGE).block();
			assertThat(context.getBean(AllListener.class).events).containsExactly(
					new AccessEvent.Granted(LIST, (Granted) granted), new AccessEvent.Denied(PURGE, (Denied) denied));
		}
	}

	@Test
	void decideWhenListenerForDenialsOnlyThenGrantsPassAsTheyAre() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(DenialListener.class,
				EverythingListener.class)) {
			PublishingAccessPolicy policy = publishing(context);
			assertThat(policy.decide(LIST)).isSameAs(this.acl.authority().decide(LIST));
			policy.decide(PURGE).block();
			assertThat(context.getBean(DenialListener.class).events).hasSize(1);
			assertThat(context.getBean(EverythingListener.class).events)
				.noneMatch((event) -> event instanceof PayloadApplicationEvent<?> payload
						&& payload.getPayload() instanceof AccessEvent.Granted);
		}
	}

	@Test
	void decideThenWhetherGrantsAreWantedIsAskedOnce() {
		AtomicInteger asked = new AtomicInteger();
		PublishingAccessPolicy policy = new PublishingAccessPolicy(this.acl.authority(), List.of(new AccessObserver() {

			@Override
			public boolean wantsGrants() {
				asked.incrementAndGet();
				return false;
			}

			@Override
			public void denied(AccessRequest request, Denied decision) {
			}

		}));
		policy.decide(LIST).block();
		policy.decide(LIST).block();
		assertThat(asked).hasValue(1);
	}

	@Test
	void decideWhenListenerFailsThenDecisionStands() {
		PublishingAccessPolicy policy = new PublishingAccessPolicy(this.acl.authority(), List.of(new Failing()));
		assertThat(policy.decide(LIST).block()).isInstanceOf(Granted.class);
		assertThat(policy.decide(PURGE).block()).isInstanceOf(Denied.class);
	}

	@Test
	void decideWhenListenerDoesNotSayWhetherItWantsGrantsThenDecisionStands() {
		PublishingAccessPolicy policy = new PublishingAccessPolicy(this.acl.authority(), List.of(new Failing() {

			@Override
			public boolean wantsGrants() {
				throw new IllegalStateException();
			}

		}));
		assertThat(policy.decide(LIST).block()).isInstanceOf(Granted.class);
	}

	@Test
	void decideWhenNothingComesOfItThenDenied() {
		for (AccessPolicy policy : List.<AccessPolicy>of((request) -> Mono.empty(),
				(request) -> Mono.<AccessDecision>empty().hide(), (request) -> Mono.error(new IllegalStateException()),
				(request) -> Mono.<AccessDecision>error(new IllegalStateException()).hide(), (request) -> {
					throw new IllegalStateException();
				})) {
			Recording recording = new Recording();
			AccessDecision decision = new PublishingAccessPolicy(policy, List.of(recording)).decide(LIST).block();
			assertThat(decision).isInstanceOfSatisfying(Denied.class, (denied) -> {
				assertThat(denied.reason()).isEqualTo(Reason.RULE);
				assertThat(denied.text()).isEqualTo("Command plugin:notes|list_notes not allowed by ACL");
			});
			assertThat(recording.denied).containsExactly((Denied) decision);
		}
	}

	@Test
	void decideWhenDecidedLaterThenPublishedThen() {
		Recording recording = new Recording();
		AccessDecision denied = this.acl.authority().decide(PURGE).block();
		PublishingAccessPolicy policy = new PublishingAccessPolicy((request) -> Mono.just(denied).hide(),
				List.of(recording));
		Mono<AccessDecision> decision = policy.decide(PURGE);
		assertThat(recording.denied).isEmpty();
		assertThat(decision.block()).isEqualTo(denied);
		assertThat(recording.denied).containsExactly((Denied) denied);
	}

	static final class Recording implements AccessObserver {

		final List<Denied> denied = new ArrayList<>();

		@Override
		public void denied(AccessRequest request, Denied decision) {
			this.denied.add(decision);
		}

	}

	static class Failing implements AccessObserver {

		@Override
		public boolean wantsGrants() {
			return true;
		}

		@Override
		public void granted(AccessRequest request, Granted decision) {
			throw new IllegalStateException("granted");
		}

		@Override
		public void denied(AccessRequest request, Denied decision) {
			throw new IllegalStateException("denied");
		}

	}

	static class AllListener {

		final List<AccessEvent> events = new ArrayList<>();

		@EventListener
		void on(AccessEvent event) {
			this.events.add(event);
		}

	}

	static class DenialListener {

		final List<AccessEvent> events = new ArrayList<>();

		@EventListener
		void on(AccessEvent.Denied event) {
			this.events.add(event);
		}

	}

	static class EverythingListener implements ApplicationListener<ApplicationEvent> {

		final List<ApplicationEvent> events = new ArrayList<>();

		@Override
		public void onApplicationEvent(ApplicationEvent event) {
			this.events.add(event);
		}

	}

}
