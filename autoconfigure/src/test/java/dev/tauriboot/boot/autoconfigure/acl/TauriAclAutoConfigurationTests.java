package dev.tauriboot.boot.autoconfigure.acl;

import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.PermissionSet;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessDecision.Denied;
import dev.tauriboot.authority.AccessDecision.Reason;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.AuditLog;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.authority.PublishingAccessPolicy;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.command.annotation.TauriCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TauriAclAutoConfiguration}.
 */
@ExtendWith(OutputCaptureExtension.class)
class TauriAclAutoConfigurationTests {

	private static final String LIST = "plugin:notes|list_notes";

	@Test
	void windowsGetCoreDefaultWithoutAnyCapability(CapturedOutput output) {
		AclContext.plain().run((started) -> {
			assertThat(started.allows("plugin:window|title", "any")).isTrue();
			assertThat(started.allows("plugin:window|set_size", "any")).isFalse();
			assertThat(started.allows(LIST, "any")).isFalse();
			assertThat(remote(started, "plugin:window|title")).isFalse();
			assertThat(output).contains("Every window gets core:default: no capability is configured");
		});
	}

	@Test
	void auditedCommandsAreThoseConfigured(CapturedOutput output) {
		AclContext.plain()
			.run((started) -> assertThat(started.context().getBean(AuditLog.class).wantsGrants()).isFalse());
		AclContext.plain().properties("tauri.app.security.audit.commands=plugin:notes|*,gr*").run((started) -> {
			AuditLog audit = started.context().getBean(AuditLog.class);
			AccessPolicy policy = new PublishingAccessPolicy(started.context().getBean(AccessPolicy.class),
					List.of(audit));
			for (String command : List.of(LIST, "greet", "plugin:window|title")) {
				policy.decide(new AccessRequest(command, Caller.local("main"))).block();
			}
			assertThat(output).contains("\"decision\":\"denied\",\"command\":\"plugin:notes|list_notes\"")
				.contains("\"decision\":\"granted\",\"command\":\"greet\"")
				.doesNotContain("\"command\":\"plugin:window|title\"");
		});
	}

	private static boolean remote(AclContext.Started started, String command) {
		Caller local = Caller.local("main");
		return started.decide(command, new Caller(local.window(), local.webview(), "https://x.example/")).isGranted();
	}

	@Test
	void emptyConfigurationGrantsNothing() {
		AclContext.capabilities("").run((started) -> assertThat(started.allows("plugin:window|title")).isFalse());
	}

	@Test
	void capabilityBeanTakesThePlaceOfTheDefault() {
		AclContext.plain().beans(CapabilityBean.class).run((started) -> {
			assertThat(started.allows(LIST)).isTrue();
			assertThat(started.allows("plugin:window|title")).isFalse();
		});
	}

	@Test
	void applicationCommandsAreOpenToItsPages(CapturedOutput output) { // rows 77, 78
		AclContext.capabilities("a: {windows: [main], permissions: [core:default]}").run((started) -> {
			assertThat(started.allows("greet", "any")).isTrue();
			assertThat(remote(started, "greet")).isFalse();
			assertThat(output)
				.contains("Commands of the application are open to its own pages: no capability names one of them");
		});
	}

	@Test
	void applicationCommandsNeedGrantsOnceOneIsNamed(CapturedOutput output) {
		AclContext.capabilities("a: {windows: [main], permissions: [allow-greet]}").run((started) -> {
			assertThat(started.allows("greet")).isTrue();
			assertThat(started.allows("greet", "other")).isFalse();
			assertThat(started.allows("wave")).isFalse();
			assertThat(output).contains(
					"Commands of the application are denied unless granted: the capability 'a' names 'allow-greet'");
		});
	}

	@Test
	void capabilityOfAnotherPlatformRestrictsToo() {
		AclContext.capabilities("a: {platforms: [iOS], permissions: [allow-greet]}")
			.run((started) -> assertThat(started.allows("greet")).isFalse());
	}

	@Test
	void disabledCapabilityDoesNotRestrict() {
		AclContext.capabilities("a: {enabled: false, permissions: [allow-greet]}")
			.run((started) -> assertThat(started.allows("greet")).isTrue());
	}

	@Test
	void commandsOfPluginsAreNotAmongTheApplications() {
		AclContext.capabilities("a: {windows: [main], permissions: [allow-greet]}")
			.run((started) -> assertThat(started.context().getBean(Manifests.class).find(Manifest.APP_KEY).commands())
				.containsExactlyInAnyOrder("greet", "wave"));
	}

	@Test
	void misspelledApplicationCommandFails() {
		AclContext.capabilities("""
				a:
				  permissions:
				    - allow-gret
				""").fails((failed) -> {
			assertThat(failed.only().message()).isEqualTo("unknown permission allow-gret for app manifest");
			assertThat(failed.only().source()).isEqualTo("application.yml - 7:15");
			assertThat(failed.action())
				.isEqualTo("Did you mean 'allow-greet' instead of 'allow-gret' at application.yml - 7:15?");
		});
	}

	@Test
	void testOfSomeCommandsMayLeaveOthersOut() {
		AclContext.capabilities("a: {windows: [main], permissions: [allow-greet, allow-left-out, deny-also-out]}")
			.properties("tauri.test.partial=true")
			.run((started) -> {
				assertThat(started.allows("greet")).isTrue();
				assertThat(started.allows("left_out")).isTrue();
				assertThat(started.allows("wave")).isFalse();
			});
		AclContext.capabilities("a: {permissions: [nonsense]}")
			.properties("tauri.test.partial=true")
			.fails((failed) -> assertThat(failed.only().message()).contains("unknown permission nonsense"));
	}

	@Test
	void applicationCommandsCanBeRestricted(CapturedOutput output) {
		AclContext.plain().properties("tauri.app.security.restrict-app-commands=true").run((started) -> {
			assertThat(started.allows("greet")).isFalse();
			assertThat(output).contains("denied unless granted: 'tauri.app.security.restrict-app-commands' is true");
		});
	}

	@Test
	void writtenAppManifestRestricts() { // rows 80 to 82
		AclContext.capabilities("a: {windows: [main], permissions: [allow-greet]}")
			.properties("tauri.app.security.app-permissions=classpath:acl/app-permissions.yml",
					"tauri.app.security.acl-errors=detailed")
			.run((started) -> {
				assertThat(started.allows("greet")).isTrue();
				assertThat(explanation(started, "greet", "other")).startsWith("greet not allowed on window \"other\"");
				assertThat(explanation(started, "wave", "main")).isEqualTo("wave not allowed. Command not found");
			});
	}

	private static String explanation(AclContext.Started started, String command, String window) {
		return ((Denied) started.decide(command, Caller.local(window))).explanation();
	}

	@Test
	void emptyAppManifestIsNone() { // row 83
		AclContext.plain().properties("tauri.app.security.app-permissions=classpath:acl/empty.yml").run((started) -> {
			assertThat(started.context().getBean(Manifests.class).hasApp()).isFalse();
			assertThat(started.allows("greet")).isTrue();
		});
	}

	@Test
	void missingAppManifestThatIsConfiguredFails() {
		AclContext.plain()
			.properties("tauri.app.security.app-permissions=classpath:acl/nowhere.yml")
			.fails((failed) -> assertThat(failed.only().message())
				.isEqualTo("there is no file 'classpath:acl/nowhere.yml'"));
	}

	@Test
	void appManifestCanBeWrittenInPlace() {
		AclContext.plain().file("application.yml", AclContext.security("""
				app-manifest:
				  commands: [greet, wave]
				  default: {description: all, permissions: [both]}
				  sets:
				    both: [allow-greet, allow-wave, "notes:default"]
				  permissions:
				    quiet:
				      commands: {deny: [wave]}
				      platforms: [windows]
				    empty: {}
				capabilities:
				  a: {windows: [main], permissions: [default]}
				""")).run((started) -> {
			assertThat(started.allows("greet")).isTrue();
			assertThat(started.allows(LIST)).isTrue();
			assertThat(started.allows("greet", "other")).isFalse();
			assertThat(started.context().getBean(Manifests.class).find(Manifest.APP_KEY).permissions())
				.containsKeys("quiet", "empty", "allow-greet");
		});
	}

	@Test
	void appManifestInBothPlacesFails() {
		AclContext.plain()
			.file("application.yml", AclContext.security("app-manifest: {commands: [greet]}"))
			.properties("tauri.app.security.app-permissions=classpath:acl/app-permissions.yml")
			.fails((failed) -> {
				assertThat(failed.only().message()).contains("keep one of them");
				assertThat(failed.only().source()).isEqualTo("application.yml - 4:33");
			});
	}

	@Test
	void appManifestOfTauriIsRead() {
		AclContext.capabilities("a: {windows: [main], permissions: [default]}")
			.properties("tauri.app.security.app-permissions=classpath:acl/app-permissions.toml")
			.run((started) -> {
				assertThat(started.allows("greet")).isTrue();
				assertThat(started.allows("wave")).isFalse();
			});
	}

	@Test
	void manifestBeanThatIsOnTheClassPathTooFails() {
		AclContext.plain()
			.beans(SecondFs.class)
			.fails((failed) -> assertThat(failed.only().message()).contains("there are two manifests"));
	}

	@Test
	void pagesGetTerseTextsUnlessInDevelopment() { // row 75
		AclContext.plain()
			.run((started) -> assertThat(text(started)).isEqualTo("Command " + LIST + " not allowed by ACL"));
		AclContext.plain()
			.properties("tauri.development=true")
			.run((started) -> assertThat(text(started)).startsWith("notes.list_notes not allowed"));
		AclContext.plain()
			.properties("tauri.development=true", "tauri.app.security.acl-errors=terse")
			.run((started) -> assertThat(text(started)).endsWith("by ACL"));
		AclContext.plain()
			.properties("tauri.app.security.acl-errors=DETAILED")
			.run((started) -> assertThat(text(started)).startsWith("notes.list_notes not allowed"));
	}

	private static String text(AclContext.Started started) {
		return ((Denied) started.decide(LIST, Caller.local("main"))).text();
	}

	@Test
	void capabilitiesCanBeAddedLater() { // row 47
		AclContext.capabilities("a: {windows: [main], permissions: [\"notes:drafts\"]}").run((started) -> {
			started.authority()
				.add(List.of(Capability.withId("later").windows("main").permissions("notes:default").build()));
			assertThat(started.allows(LIST)).isTrue();
			assertThat(started.scope("plugin:notes|write_note").allow()).containsExactly(Map.of("dir", "d"));
			assertThatExceptionOfType(AclViolationsException.class).isThrownBy(() -> started.authority()
				.add(List.of(Capability.withId("bad").windows("main").permissions("notes:nope").build())));
			assertThat(started.authority().capabilities()).containsOnlyKeys("a", "later");
		});
	}

	@Test
	void ownPolicyDecidesInstead() {
		AclContext.plain().beans(OwnPolicy.class).run((started) -> {
			assertThat(started.context().getBean(AccessPolicy.class)).isNotInstanceOf(RuntimeAuthority.class);
			assertThat(started.allows("plugin:window|title")).isFalse();
		});
	}

	@Test
	void commandCanUseTheAuthority() {
		AclContext.capabilities("a: {permissions: [allow-open-door]}")
			.beans(Doorkeeper.class)
			.run((started) -> assertThat(started.context().getBean(Doorkeeper.class).authority)
				.isSameAs(started.authority()));
	}

	@Test
	void capabilityFilesOfTauriAreRead() {
		AclContext.plain()
			.properties("tauri.app.security.capability-files=classpath:acl/capabilities")
			.run((started) -> {
				assertThat(started.authority().capabilities()).containsOnlyKeys("first", "second", "third", "fourth");
				assertThat(started.allows(LIST)).isTrue();
				assertThat(started.allows("plugin:window|title", "second")).isTrue();
			});
	}

	@Test
	void capabilityFilesCanBePicked() {
		AclContext.capabilities("""
				- second
				- {identifier: own, windows: [own], permissions: [notes:default]}
				""")
			.properties("tauri.app.security.capability-files=classpath:acl/capabilities")
			.run((started) -> assertThat(started.authority().capabilities()).containsOnlyKeys("second", "own"));
		AclContext.plain()
			.properties("tauri.app.security.capability-files=classpath:acl/capabilities",
					"tauri.app.security.capabilities=second,third")
			.run((started) -> assertThat(started.authority().capabilities()).containsOnlyKeys("second", "third"));
	}

	@Test
	void unknownPickFails() {
		AclContext.capabilities("[secnod]")
			.properties("tauri.app.security.capability-files=classpath:acl/capabilities")
			.fails((failed) -> {
				assertThat(failed.only().message()).isEqualTo("capability with identifier secnod not found");
				assertThat(failed.action()).contains("Did you mean 'second'");
			});
	}

	@Test
	void fileAndConfigurationWithOneIdentifierFail() {
		AclContext.capabilities("first: {permissions: []}")
			.properties("tauri.app.security.capability-files=classpath:acl/capabilities")
			.fails((failed) -> assertThat(failed.only().message())
				.isEqualTo("capability with identifier `first` already exists"));
	}

	@Test
	void missingFolderThatIsConfiguredFails() {
		AclContext.plain()
			.properties("tauri.app.security.capability-files=classpath:acl/nowhere")
			.fails((failed) -> assertThat(failed.only().message()).contains("no capability files"));
	}

	@Configuration(proxyBeanMethods = false)
	static class CapabilityBean {

		@Bean
		Capability bean() {
			return Capability.withId("bean").windows("main").permissions("notes:default").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SecondFs {

		@Bean
		Manifest secondPath() {
			return new Manifest("core:path", List.of(), new PermissionSet("default", null, List.of()), Map.of(),
					Map.of());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnPolicy {

		@Bean
		AccessPolicy ownPolicy(RuntimeAuthority authority) {
			return (request) -> authority.decide(request)
				.map((decision) -> (AccessDecision) new Denied(Reason.RULE, "no", "no", null));
		}

	}

	static class Doorkeeper {

		private final RuntimeAuthority authority;

		Doorkeeper(RuntimeAuthority authority) {
			this.authority = authority;
		}

		@TauriCommand
		void openDoor() {
		}

	}

}
