package dev.tauriboot.test;

import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.authority.AccessDecision.Reason;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.CommandScope;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.security.WebviewPrincipal;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Access control from a page's call to the command and back.
 */
@TauriTest(properties = { "tauri.app.windows[0].label=main", "tauri.app.windows[1].label=second",
		"tauri.app.security.acl-errors=detailed", "tauri.app.security.capabilities.notes.windows=main",
		"tauri.app.security.capabilities.notes.permissions[0]=core:default",
		"tauri.app.security.capabilities.notes.permissions[1].identifier=allow-open-note",
		"tauri.app.security.capabilities.notes.permissions[1].allow[0].folder=drafts",
		"tauri.app.security.capabilities.notes.permissions[1].allow[1].folder=$HOME/notes",
		"tauri.app.security.capabilities.notes.permissions[1].deny[0].folder=drafts/locked",
		"tauri.app.security.capabilities.notes.permissions[2]=allow-fail",
		"tauri.app.security.capabilities.notes.permissions[3]=allow-vetoed",
		"tauri.app.security.capabilities.portal.windows=second", "tauri.app.security.capabilities.portal.local=false",
		"tauri.app.security.capabilities.portal.remote.urls[0]=https://portal.example/notes/*",
		"tauri.app.security.capabilities.portal.permissions=allow-list-notes" })
@Import({ AccessControlTests.Commands.class, AccessControlTests.Rule.class })
class AccessControlTests {

	private static final String EVIL = "https://evil.example/";

	private final IpcTester tester;

	@Autowired
	AccessControlTests(IpcTester tester) {
		this.tester = tester;
	}

	@Test
	void commandOfAPluginIsRefusedUnlessGranted() {
		assertThat(this.tester.page("main").listen("x")).isNotNull();
		this.tester.invoke("plugin:event|listen")
			.as("second")
			.expectRejection()
			.isDenied()
			.withReason(Reason.NOT_COVERED)
			.withExplanationContaining("event.listen not allowed on window \"second\", webview \"second\", URL: local",
					"allowed on: [windows: \"main\", URL: local]", "capability: notes, permission: allow-listen")
			.withRemedyContaining("windows: [\"second\"]", "core:event:allow-listen");
	}

	@Test
	void commandOfTheApplicationIsRefusedOnceOneIsNamed() {
		this.tester.invoke("unnamed").expectRejection().isRejectedWith("""
				unnamed not allowed. Permissions associated with this command: allow-unnamed

				To allow it, add to application.yml:

				tauri:
				  app:
				    security:
				      capabilities:
				        main-window:
				          windows: ["main"]
				          permissions: ["allow-unnamed"]""").isDenied().withReason(Reason.NOT_GRANTED);
	}

	@Test
	void gettersAreOpenSettersAreNot() { // row 63
		assertThat(this.tester.invoke("plugin:window|title").execute().denial()).isNull();
		assertThat(this.tester.invoke("plugin:webview|get_all_webviews").execute().denial()).isNull();
		for (String setter : List.of("plugin:window|set_size", "plugin:window|close", "plugin:webview|create_webview",
				"plugin:app|app_hide")) {
			this.tester.invoke(setter).expectRejection().isDenied().withReason(Reason.NOT_GRANTED);
		}
	}

	@Test
	void pageOfAnotherOriginIsRefused() { // rows 66, 78
		for (String command : List.of("open_note", "unnamed", "plugin:event|listen")) {
			this.tester.invoke(command).from(EVIL).expectRejection().isDenied();
		}
		this.tester.invoke("open_note")
			.from(EVIL)
			.expectRejection()
			.isDenied()
			.withExplanationContaining("URL: https://evil.example/");
		for (String origin : List.of("http://tauri.localhost:8080/", "https://tauri.localhost/", "http://localhost/",
				"http://tauri.localhost.evil.example/", "http://127.0.0.1/")) {
			this.tester.invoke("open_note").from(origin).expectRejection().isDenied();
		}
		this.tester.invoke("open_note").arg("folder", "drafts").assertThat().isOk();
	}

	@Test
	void pageOfAnotherOriginGetsWhatItsUrlIsGranted() { // rows 64, 65, 93
		this.tester.invoke("list_notes").as("second").from("https://portal.example/notes/1").assertThat().hasValue(2);
		this.tester.invoke("list_notes")
			.as("second")
			.from("https://portal.example/other")
			.expectRejection()
			.isDenied()
			.withExplanationContaining("URL: https://portal.example/other");
		this.tester.invoke("list_notes").from("https://portal.example/notes/1").expectRejection().isDenied();
		this.tester.invoke("list_notes").as("second").expectRejection().isDenied().withReason(Reason.NOT_COVERED);
	}

	@Test
	void pageThatWentElsewhereIsNoLongerOurs() {
		TestPage page = this.tester.page("main");
		assertThat(page.invoke("open_note").arg("folder", "drafts")).isOk();
		this.tester.invoke("open_note").from(EVIL).expectRejection().isDenied();
		assertThat(page.page().isOpen()).isFalse();
		assertThat(this.tester.page("main")).isNotSameAs(page);
		this.tester.invoke("open_note").arg("folder", "drafts").assertThat().isOk();
	}

	@Test
	void scopeReachesTheCommand() { // rows 23, 28
		assertThat(this.tester.invoke("open_note").arg("folder", "drafts").get(String.class)).isEqualTo("drafts");
		this.tester.invoke("open_note")
			.arg("folder", "other")
			.expectRejection()
			.isRejectedWith("not in [drafts, $HOME/notes]");
		this.tester.invoke("open_note").arg("folder", "drafts/locked").expectRejection().isRejectedWith("locked");
	}

	@Test
	@DirtiesContext
	void capabilityAddedLaterCountsForAnOpenPage(@Autowired RuntimeAuthority authority) { // row
																							// 47
		TestPage page = this.tester.page("main");
		page.invoke("list_notes").expectRejection().isDenied();
		authority.add(List.of(Capability.withId("later").windows("main").permissions("allow-list-notes").build()));
		assertThat(page.invoke("list_notes")).hasValue(2);
		assertThat(page.page()).isSameAs(this.tester.page("main").page());
		assertThat(page.invoke("open_note").arg("folder", "drafts")).isOk();
	}

	@Test
	void ruleOfTheApplicationSeesWhoCalls(@Autowired ApplicationContext context) {
		this.tester.invoke("vetoed")
			.expectRejection()
			.isDenied()
			.withReason(Reason.RULE)
			.withExplanationContaining("not allowed by a rule of the application");
		assertThat(AccessMatrix.of(context)
			.withoutPlugins("__TAURI_CHANNEL__", "app", "event", "image", "menu", "path", "resources", "tray",
					"webview", "window")
			.origins("local", "https://portal.example/notes/1", EVIL)).grantsExactly("""
					main   local                          open_note
					main   local                          fail
					second https://portal.example/notes/1 list_notes
					""");
	}

	@Test
	void rejectionByTheCommandIsNoDenial() {
		assertThat(this.tester.invoke("fail").expectRejection().isRejectedWith("not today").actual()).isNotNull();
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> this.tester.invoke("fail").expectRejection().isDenied())
			.withMessageContaining("it was let through and rejected with \"not today\"");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.tester.invoke("open_note").arg("folder", "drafts")).isDenied());
	}

	@Test
	void denialThatIsOtherThanExpectedFails() {
		DenialAssert denial = this.tester.invoke("unnamed").expectRejection().isDenied();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> denial.withReason(Reason.RULE));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> denial.withExplanationContaining("nothing"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> denial.withRemedyContaining("nothing"));
		DenialAssert unknown = this.tester.invoke("plugin:ghost|x").expectRejection().isDenied(); // row
																									// 74
		unknown.withReason(Reason.UNKNOWN_PLUGIN).withExplanationContaining("ghost.x not allowed. Plugin not found");
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> unknown.withRemedyContaining("tauri"));
	}

	@Test
	void pageWithoutAnOriginCannotCall() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.tester.invoke("open_note").from("about:blank").execute())
			.withMessageContaining("has no origin");
		TestPage page = this.tester.page("main");
		assertThatIllegalStateException().isThrownBy(() -> page.invoke("open_note").from(EVIL).execute());
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Rule {

		@Bean
		ReactiveAuthorizationManager<AccessRequest> rule() {
			return (authentication, request) -> authentication.map((caller) -> (WebviewPrincipal) caller.getPrincipal())
				.map((caller) -> new AuthorizationDecision(caller.window().equals(request.caller().window())
						&& !(caller.window().value().equals("main") && request.command().equals("vetoed"))));
		}

	}

	static class Commands {

		@TauriCommand
		String openNote(String folder, CommandScope<Map<String, String>> scope) {
			if (scope.deny().contains(Map.of("folder", folder))) {
				throw new InvokeException("locked");
			}
			if (!scope.allow().contains(Map.of("folder", folder))) {
				throw new InvokeException(
						"not in " + scope.allow().stream().map((entry) -> entry.get("folder")).toList());
			}
			return folder;
		}

		@TauriCommand
		int listNotes() {
			return 2;
		}

		@TauriCommand
		void unnamed() {
		}

		@TauriCommand
		void vetoed() {
		}

		@TauriCommand
		void fail() {
			throw new InvokeException("not today");
		}

	}

}
