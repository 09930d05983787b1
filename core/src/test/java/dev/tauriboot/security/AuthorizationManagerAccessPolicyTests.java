package dev.tauriboot.security;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.acl.TestAcl;
import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.authority.AccessDecision.Reason;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.command.annotation.TauriCommand;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AuthorizationManagerAccessPolicy}.
 */
class AuthorizationManagerAccessPolicyTests {

	private static final AccessRequest LIST = new AccessRequest("plugin:notes|list_notes", Caller.local("main"));

	private final AtomicInteger asked = new AtomicInteger();

	private AccessDecision decide(TestAcl acl, boolean detailed, Mono<AuthorizationDecision> verdict) {
		ReactiveAuthorizationManager<AccessRequest> rule = (authentication, request) -> {
			this.asked.incrementAndGet();
			return verdict.cast(AuthorizationResult.class);
		};
		return new AuthorizationManagerAccessPolicy(acl.authority(), rule, detailed).decide(LIST)
			.block(Duration.ofSeconds(5));
	}

	@Test
	void decideWhenBothGrantThenGrantedWithTheScopes() {
		TestAcl acl = TestAcl.granting(TestAcl.allowing("notes:default", "x"));
		AccessDecision decision = decide(acl, true, Mono.just(new AuthorizationDecision(true)));
		assertThat(decision).isEqualTo(acl.granted("list_notes"));
		assertThat(((Granted) decision).commandScope().allow()).containsExactly("x");
	}

	@Test
	void decideWhenCapabilitiesDenyThenRuleIsNotAsked() {
		AccessDecision decision = decide(TestAcl.empty(), true, Mono.just(new AuthorizationDecision(true)));
		assertThat(decision).isInstanceOf(Denied.class);
		assertThat(this.asked).hasValue(0);
	}

	@Test
	void decideWhenRuleDeniesThenDenied() {
		TestAcl acl = TestAcl.granting("notes:default");
		assertThat(decide(acl, true, Mono.just(new AuthorizationDecision(false))))
			.isEqualTo(new Denied(Reason.RULE, "notes.list_notes not allowed by a rule of the application",
					"notes.list_notes not allowed by a rule of the application", null));
		assertThat(decide(acl, false, Mono.just(new AuthorizationDecision(false))))
			.isEqualTo(new Denied(Reason.RULE, "Command plugin:notes|list_notes not allowed by ACL",
					"notes.list_notes not allowed by a rule of the application", null));
	}

	@Test
	void decideWhenRuleSaysNothingOrThrowsThenDenied() {
		TestAcl acl = TestAcl.granting("notes:default");
		assertThat(decide(acl, true, Mono.empty())).isInstanceOf(Denied.class);
		assertThat(decide(acl, true, Mono.error(new AccessDeniedException("no")))).isInstanceOf(Denied.class);
	}

	@Test
	void decideWhenFirstSaysNothingThenNothing() {
		AuthorizationManagerAccessPolicy policy = new AuthorizationManagerAccessPolicy((request) -> Mono.empty(),
				(authentication, request) -> Mono.just(new AuthorizationDecision(true)), true);
		assertThat(policy.decide(LIST).blockOptional()).isEmpty();
	}

	@Test
	void invokeThenRuleGetsTheAuthenticationOfTheCall() {
		ReactiveAuthorizationManager<AccessRequest> rule = (authentication, request) -> authentication
			.map((known) -> new AuthorizationDecision(known instanceof WebviewAuthentication webview
					&& webview.getPrincipal().webview().equals(request.caller().webview())));
		try (CommandFixture fixture = CommandFixture.of(
				(builder) -> builder.accessPolicy(
						new AuthorizationManagerAccessPolicy((request) -> Mono.just(Granted.UNCHECKED), rule, false)),
				Commands.class)) {
			assertThat(fixture.rejection("greet", "{}")).isEqualTo("Command greet not allowed by ACL");
			assertThat(fixture.service()
				.invoke(fixture.request("greet", "{}"))
				.contextWrite(ReactiveSecurityContextHolder
					.withAuthentication(WebviewAuthentication.of(fixture.callingPage())))
				.map(CommandFixture::text)
				.block(Duration.ofSeconds(5))).isEqualTo("\"hello\"");
		}
	}

	static class Commands {

		@TauriCommand
		String greet() {
			return "hello";
		}

	}

}
