package dev.tauriboot.javafx;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.web.WebView;
import javafx.stage.Window;
import netscape.javascript.JSObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page that had got at an object of Java could do with it. No page does: the test
 * puts the objects on the window itself.
 */
class FxLentObjectTests {

	private static final Map<Class<?>, Set<String>> MEANT = Map.of(FxBridge.class, Set.of("invoke", "call"),
			FxSubtle.class, Set.of("open", "call", "forget"), FxIsolationFrame.class,
			Set.of("ready", "done", "arrived", "expect", "failed", "exceeded", "alert", "confirm"));

	private static FxTestApp app;

	private static FxWebview main;

	@BeforeAll
	static void open() throws Exception {
		app = new FxTestApp();
		main = app.open("main");
		CompletableFuture.runAsync(FxLentObjectTests::lend, Platform::runLater).get(20, TimeUnit.SECONDS);
	}

	@AfterAll
	static void close() {
		app.close();
	}

	private static void lend() {
		for (Window window : Window.getWindows()) {
			for (Node node : window.getScene().getRoot().lookupAll(".web-view")) {
				JSObject page = (JSObject) ((WebView) node).getEngine().executeScript("window");
				page.setMember("bridge", main.bridge());
				page.setMember("subtle", main.bridge().subtle());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { FxBridge.class, FxSubtle.class, FxIsolationFrame.class })
	void hasNoMoreMethodsThanMeant(Class<?> lent) {
		Set<String> names = Stream.of(lent.getMethods())
			.filter((method) -> method.getDeclaringClass() != Object.class)
			.map(Method::getName)
			.collect(Collectors.toSet());
		assertThat(names).isEqualTo(MEANT.get(lent));
		assertThat(lent).isFinal();
		assertThat(lent.getFields()).isEmpty();
		assertThat(lent.getConstructors()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "bridge.link", "bridge.page", "subtle.session", "subtle.sink",
			"bridge.getClass().forName('java.lang.Runtime')", "bridge.getClass().getClassLoader()",
			"bridge.getClass().getProtectionDomain()", "bridge.getClass().getResource('/')",
			"bridge.getClass().getModule()", "bridge.getClass().getDeclaredFields()",
			"bridge.getClass().getDeclaredConstructors()", "bridge.getClass().newInstance()",
			"bridge.getClass().getMethods()[0].invoke(bridge, [])",
			"bridge.getClass().getMethods()[0].getDeclaringClass().getClassLoader()",
			"bridge.getClass().getMethods()[0].setAccessible(true)", "new (bridge.getClass())()", "java.lang.System",
			"Packages.java.lang.System" })
	void leadsNowhere(String expression) {
		assertThat((String) main.evaluate("""
				(() => {
				  try {
				    const value = %s;
				    return value === undefined ? 'nothing' : `found ${value}`;
				  } catch (error) {
				    return 'refused';
				  }
				})()""".formatted(expression))).as(expression).isIn("nothing", "refused");
	}

	@Test
	void exceptionLeadsNowhere() {
		assertThat((String) main.evaluate("""
				(() => {
				  try {
				    bridge.call('stage', 'x', 1, 2, null, 3, 4);
				    return 'no exception';
				  } catch (error) {
				    const found = [];
				    for (const path of ['getClass().forName("java.lang.Runtime")', 'getClass().getClassLoader()',
				        'getStackTrace()[0].getClass().forName("java.lang.Runtime")', 'getClass().getModule()']) {
				      try {
				        const value = new Function('error', `return error.${path}`)(error);
				        if (value !== undefined) { found.push(`${path}: ${value}`); }
				      } catch {}
				    }
				    return found.join();
				  }
				})()""")).isEmpty();
	}

}
