package dev.tauriboot.boot.autoconfigure.javafx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.tauriboot.acl.Manifest;
import dev.tauriboot.app.AppHandle;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.WebviewProbe;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages of other origins in a real WebView, with the npm package as it is.
 */
@Tag("engine")
@Timeout(300)
class RemotePageTests {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final String GRANTED = "[\"boolean\",\"function\"]";

	private static final String NOTHING = "[\"undefined\",\"undefined\"]";

	@TempDir
	private static Path folder;

	private static ForeignSite site;

	private static ForeignSite otherSite;

	private static ConfigurableApplicationContext context;

	private static Webview webview;

	@BeforeAll
	static void start() throws Exception {
		site = new ForeignSite();
		otherSite = new ForeignSite();
		Files.writeString(folder.resolve("note.txt"), "a secret");
		context = start(site, "tauri.app.security.pattern.use=brownfield");
		webview = context.getBean(DesktopRuntime.class).windows().get(0).webviews().get(0);
		awaitLoaded("http://tauri.localhost/");
	}

	private static ConfigurableApplicationContext start(ForeignSite site, String... more) {
		String capabilities = "tauri.app.security.capabilities.";
		return new SpringApplicationBuilder(Application.class)
			.properties("tauri.runtime=javafx", "tauri.app.exit-jvm=false", "spring.main.banner-mode=off",
					"tauri.app.exit-on-last-window-closed=false", "tauri.build.frontend-dist=classpath:/loopback-app",
					"tauri.app.security.acl-errors=detailed", "tauri.app.security.asset-protocol.enable=true",
					"tauri.app.security.asset-protocol.scope[0]=" + folder + "/*",
					"tauri.app.security.navigation=" + site.origin() + "," + site.twin(),
					capabilities + "home.windows=main", capabilities + "home.permissions=core:default",
					capabilities + "guest.windows=main", capabilities + "guest.local=false",
					capabilities + "guest.remote.urls=" + site.origin(),
					capabilities + "guest.permissions=demo:allow-reverse,demo:allow-who,demo:allow-purge",
					capabilities + "news.windows=main", capabilities + "news.local=false",
					capabilities + "news.remote.urls=" + site.origin() + "/news",
					capabilities + "news.permissions=core:event:default",
					capabilities + "never.permissions=demo:deny-purge", capabilities + "elsewhere.windows=other",
					capabilities + "elsewhere.remote.urls=" + site.twin(),
					capabilities + "elsewhere.permissions=core:default", capabilities + "alike.windows=main",
					capabilities + "alike.permissions=core:default",
					capabilities + "alike.remote.urls[0]=https://localhost:" + site.port(),
					capabilities + "alike.remote.urls[1]=http://localhost",
					capabilities + "alike.remote.urls[2]=http://*.localhost:" + site.port())
			.properties(more)
			.run();
	}

	@AfterAll
	static void stop() {
		context.close();
		site.close();
		otherSite.close();
	}

	private static void load(String url) {
		load(url, url);
	}

	private static void load(String url, String end) {
		evaluate("window.before = true");
		webview.navigate(url);
		awaitTrue("!window.before");
		awaitLoaded(end);
	}

	private static void awaitLoaded(String url) {
		awaitTrue("location.href === '" + url + "' && document.readyState === 'complete'");
	}

	private static void awaitTrue(String condition) {
		Awaitility.await(condition)
			.atMost(PATIENCE)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> Boolean.TRUE.equals(evaluate(condition)));
	}

	private static Object evaluate(String script) {
		return ((WebviewProbe) webview).evaluate(script);
	}

	/**
	 * What the body of an async function comes to, as text.
	 */
	private static String run(String body) {
		webview
			.eval("""
					window.outcome = undefined;
					(async () => {
					  const { invoke } = await import('@tauri-apps/api/core');
					  %s
					})().then((value) => { outcome = `ok ${value}`; }, (reason) => { outcome = `${reason?.message ?? reason}`; });
					"""
				.formatted(body));
		awaitTrue("window.outcome !== undefined");
		return String.valueOf(evaluate("outcome"));
	}

	@Test
	void grantedPageCallsWhatItIsGranted() {
		load(site.origin() + "/page?a=b#c");
		assertThat(evaluate("window.early")).isEqualTo(GRANTED);
		assertThat(run("return invoke('plugin:demo|who');")).isEqualTo("ok " + site.origin() + "/page?a=b#c");
		Page page = webview.page();
		assertThat(page.isLocal()).isFalse();
		assertThat(page.origin()).hasToString(site.origin());
		assertThat(Caller.of(page).remoteUrl()).isEqualTo(site.origin() + "/page?a=b#c");
	}

	@Test // rows 70, 78
	void grantedPageIsRefusedTheRest() {
		load(site.origin() + "/");
		assertThat(run("return invoke('plugin:demo|purge');"))
			.isEqualTo("demo.purge explicitly denied on origin remote: " + site.origin()
					+ "/\n\nreferenced by: capability: never, permission: deny-purge");
		assertThat(run("return invoke('plugin:window|title', { label: 'main' });"))
			.startsWith("window.title not allowed on window \"main\", webview \"main\", URL: " + site.origin() + "/");
		assertThat(run("return invoke('greet');")).isEqualTo("greet not allowed. Plugin not found");
		assertThat(run("return invoke('nothing');")).isEqualTo("nothing not allowed. Plugin not found");
	}

	@Test
	void bytesGoOverTheBridge() {
		load(site.origin() + "/");
		assertThat(run("""
				window.fetch = () => { throw new Error('no request may be made'); };
				const bytes = new Uint8Array(2 * 1024 * 1024);
				bytes[0] = 7;
				const answer = new Uint8Array(await invoke('plugin:demo|reverse', bytes));
				return [answer.length, answer[answer.length - 1]];""")).isEqualTo("ok 2097152,7");
		assertThat(context.getBean(Demo.class).headers).isNotEmpty().doesNotContain("Tauri-Invoke-Key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TWIN/", "OTHER/", "ORIGIN/to-twin", "ORIGIN@TWIN/", "ORIGIN/sandboxed" })
	void pageThatIsGrantedNothingGetsNothing(String template) {
		String url = template.replace("ORIGIN@TWIN", "http://127.0.0.1:" + site.port() + "@localhost:" + site.port())
			.replace("TWIN", site.twin())
			.replace("OTHER", otherSite.origin())
			.replace("ORIGIN", site.origin());
		load(site.origin() + "/");
		Page before = webview.page();
		evaluate("window.before = true");
		webview.navigate(url);
		awaitTrue("!window.before && document.readyState === 'complete'");
		assertThat(evaluate("window.early")).isEqualTo(NOTHING);
		evaluate("window.__TAURI_INTERNALS__ = {}; window.prompt('__TAURI_CONNECT__')");
		assertThat(evaluate("'__TAURI_BRIDGE__' in window")).isEqualTo(false);
		assertThat(webview.page()).isNull();
		assertThat(before.isOpen()).isFalse();
	}

	@Test
	void redirectGivesTheIdentityOfWhereItLeads() {
		load(site.twin() + "/from-twin", site.origin() + "/");
		assertThat(evaluate("window.early")).isEqualTo(GRANTED);
		assertThat(run("return invoke('plugin:demo|who');")).isEqualTo("ok " + site.origin() + "/");
	}

	@Test
	void policyOfThePageDoesNotKeepTheBootstrapOut() {
		load(site.origin() + "/strict");
		assertThat(evaluate("typeof __TAURI_INTERNALS__.invoke")).isEqualTo("function");
		assertThat(webview.page()).isNotNull();
	}

	@Test
	void eachDocumentHasItsOwnKeyAndTheApplicationItsIdentityBack() {
		load(site.origin() + "/");
		Page first = webview.page();
		load(site.origin() + "/again");
		Page second = webview.page();
		assertThat(second).isNotSameAs(first);
		assertThat(second.key().reveal()).isNotEqualTo(first.key().reveal());
		assertThat(first.isOpen()).isFalse();
		load("http://tauri.localhost/");
		assertThat(second.isOpen()).isFalse();
		assertThat(webview.page().isLocal()).isTrue();
		assertThat(run("return invoke('greet');")).isEqualTo("ok Hello");
		assertThat(run("return invoke('plugin:demo|who');")).startsWith("demo.who not allowed on window \"main\"");
		evaluate("history.go(-1)");
		awaitLoaded(site.origin() + "/again");
		awaitTrue("'isTauri' in window");
		assertThat(webview.page().isLocal()).isFalse();
		assertThat(run("return invoke('greet');")).isEqualTo("greet not allowed. Plugin not found");
	}

	@Test
	void framesHaveNoIdentity() {
		load("http://tauri.localhost/");
		assertFrames(site.origin() + "/", false);
		load(site.origin() + "/");
		assertFrames(site.origin() + "/", true);
		assertFrames(site.twin() + "/", false);
		assertFrames("about:blank", true);
		evaluate("{ const f = document.createElement('iframe'); f.id = 'f'; f.srcdoc = '<script>parent.inner = "
				+ "[typeof isTauri, typeof __TAURI_INTERNALS__]; document.title = 1</script>';"
				+ " document.documentElement.append(f); }");
		awaitTrue("window.inner !== undefined");
		assertThat(evaluate("inner")).isEqualTo(NOTHING);
	}

	private static void assertFrames(String url, boolean sameOrigin) {
		Page page = webview.page();
		evaluate("""
				{
				  document.getElementById('f')?.remove();
				  window.framed = undefined;
				  const frame = document.createElement('iframe');
				  frame.id = 'f';
				  frame.onload = () => { window.framed = true; };
				  frame.src = '%s';
				  document.documentElement.append(frame);
				}""".formatted(url));
		awaitTrue("window.framed");
		if (sameOrigin) {
			assertThat(evaluate("(() => { const w = document.getElementById('f').contentWindow;"
					+ " return ['isTauri' in w, '__TAURI_INTERNALS__' in w, '__TAURI_BRIDGE__' in w]; })()"))
				.isEqualTo("[false,false,false]");
		}
		assertThat(webview.page()).isSameAs(page);
		assertThat(page.isOpen()).isTrue();
	}

	@Test
	void eventsReachOnlyPagesThatMayListen() {
		load(site.origin() + "/");
		assertThat(run("const { listen } = await import('@tauri-apps/api/event'); await listen('news', () => {});"))
			.startsWith("event.listen not allowed on window \"main\"");
		load(site.origin() + "/news");
		assertThat(run("""
				const { listen } = await import('@tauri-apps/api/event');
				await listen('news', ({ payload }) => { window.heard = payload; });""")).isEqualTo("ok undefined");
		context.getBean(AppHandle.class).emit("news", "of today");
		awaitTrue("window.heard === 'of today'");
	}

	@Test
	void filesOfTheApplicationCannotBeRead() {
		String asset = "http://asset.localhost/" + folder.resolve("note.txt").toString().replace("/", "%2F");
		String read = "return fetch('%s').then((response) => response.text());";
		load("http://tauri.localhost/");
		assertThat(run(read.formatted(asset))).isEqualTo("ok a secret");
		load(site.origin() + "/");
		assertThat(run(read.formatted(asset))).doesNotContain("secret").doesNotStartWith("ok");
		assertThat(run(read.formatted("http://tauri.localhost/"))).doesNotStartWith("ok");
		assertThat(run("return fetch('http://ipc.localhost/plugin%3Ademo%7Cwho', { method: 'POST', body: '{}' })"
				+ ".then((response) => response.status);"))
			.isNotEqualTo("ok 200");
	}

	@Test
	void isolationKeepsPagesOfOtherOriginsOut() throws Exception {
		Path isolation = Files.createDirectory(folder.resolve("isolation"));
		Files.writeString(isolation.resolve("index.html"),
				"<script>window.__TAURI_ISOLATION_HOOK__ = (message) => message</script>");
		Webview before = webview;
		try (ConfigurableApplicationContext isolated = start(site, "tauri.app.security.pattern.use=isolation",
				"tauri.app.security.pattern.options.dir=" + isolation)) {
			webview = isolated.getBean(DesktopRuntime.class).windows().get(0).webviews().get(0);
			load(site.origin() + "/");
			assertThat(evaluate("window.early")).isEqualTo(NOTHING);
			assertThat(webview.page()).isNull();
		}
		finally {
			webview = before;
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		@Bean
		Manifest demoManifest() {
			return new Manifest("demo", List.of("reverse", "who", "purge"), null, Map.of(), Map.of());
		}

		@Bean
		Demo demo() {
			return new Demo();
		}

		@TauriCommand
		String greet() {
			return "Hello";
		}

	}

	static class Demo {

		volatile List<String> headers = List.of();

		@TauriCommand("plugin:demo|reverse")
		byte[] reverse(InvokeRequest request) {
			this.headers = List.copyOf(request.headers().headerNames());
			byte[] bytes = ((InvokeBody.Raw) request.body()).bytes();
			byte[] reversed = new byte[bytes.length];
			for (int i = 0; i < bytes.length; i++) {
				reversed[i] = bytes[bytes.length - 1 - i];
			}
			return reversed;
		}

		@TauriCommand("plugin:demo|who")
		String who(InvokeRequest request) {
			return Caller.of(request.page()).url();
		}

		@TauriCommand("plugin:demo|purge")
		void purge() {
		}

	}

}
