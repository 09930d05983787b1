package dev.tauriboot.javafx;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import netscape.javascript.JSObject;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a page that had got at the object of Java, or at what another is lent of it, could
 * do with it. No page does: the test puts them on the window itself.
 */
class FxLentObjectTests {

	private static FxTestApp app;

	private static FxWebview main;

	private static FxWebview second;

	private final Told told = new Told();

	private final Told toldSecond = new Told();

	private FxLent.Loan loan;

	private FxLent.Loan loanOfSecond;

	@BeforeAll
	static void open() {
		app = new FxTestApp();
		main = app.open("main");
		second = app.open("second");
	}

	@AfterAll
	static void close() {
		app.close();
	}

	@BeforeEach
	void lend() {
		FxTestApp.fx(() -> {
			this.loan = FxLent.lend(this.told);
			this.loanOfSecond = FxLent.lend(this.toldSecond);
			window(main).setMember("lent", FxLent.open());
			window(main).setMember("methods", this.loan.methods());
			window(second).setMember("methods", this.loanOfSecond.methods());
		});
	}

	@AfterEach
	void end() {
		FxTestApp.fx(() -> {
			this.loan.end();
			this.loanOfSecond.end();
		});
	}

	private static JSObject window(FxWebview webview) {
		return (JSObject) webview.view().getEngine().executeScript("window");
	}

	private static String attempt(FxWebview webview, String expression) {
		return (String) webview.evaluate("""
				(() => {
				  try {
				    const value = %s;
				    return value === undefined || value === null ? 'nothing' : `found ${value}`;
				  } catch (error) {
				    return 'refused';
				  }
				})()""".formatted(expression));
	}

	@Test
	void hasNoMoreMethodsThanMeant() {
		Set<String> names = Stream.of(FxLent.class.getMethods())
			.filter((method) -> method.getDeclaringClass() != Object.class)
			.map(Method::getName)
			.collect(Collectors.toSet());
		assertThat(names).containsExactlyInAnyOrder("invoke", "call");
		assertThat(FxLent.class).isFinal();
		assertThat(FxLent.class.getFields()).isEmpty();
		assertThat(FxLent.class.getConstructors()).isEmpty();
		assertThat(Stream.of(FxBridge.class, FxIsolationFrame.class, FxSubtle.class, FxPeer.class, FxLent.Loan.class)
			.filter((type) -> Modifier.isPublic(type.getModifiers()))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "lent.peers", "lent.engine", "lent.lender", "lent.current",
			"lent.getClass().forName('java.lang.Runtime')", "lent.getClass().getClassLoader()",
			"lent.getClass().getProtectionDomain()", "lent.getClass().getResource('/')", "lent.getClass().getModule()",
			"lent.getClass().getDeclaredFields()", "lent.getClass().getDeclaredConstructors()",
			"lent.getClass().newInstance()", "lent.getClass().getMethods()[0].invoke(lent, [])",
			"lent.getClass().getMethods()[0].getDeclaringClass().getClassLoader()",
			"lent.getClass().getMethods()[0].setAccessible(true)", "new (lent.getClass())()", "java.lang.System",
			"Packages.java.lang.System", "methods.invoke.constructor('return this')()",
			"methods.constructor.constructor('return this')()", "methods.call.caller", "methods.call.arguments",
			"methods.call.getClass", "methods.call()", "methods.call('connect')", "methods.lend", "window.lender" })
	void leadsNowhere(String expression) {
		assertThat(attempt(main, expression)).as(expression).isIn("nothing", "refused");
		assertThat(this.told.calls).isEmpty();
	}

	@Test
	void exceptionLeadsNowhere() {
		assertThat((String) main.evaluate("""
				(() => {
				  try {
				    methods.call('throw', null, null, null, null, null, null);
				    return 'no exception';
				  } catch (error) {
				    const found = [];
				    for (const path of ['getClass().forName("java.lang.Runtime")', 'getClass().getClassLoader()',
				        'getStackTrace()[0].getClass().forName("java.lang.Runtime")', 'getClass().getModule()',
				        'constructor.constructor("return this")()']) {
				      try {
				        const value = new Function('error', `return error.${path}`)(error);
				        if (value !== undefined && value !== window) { found.push(`${path}: ${value}`); }
				      } catch {}
				    }
				    return found.join();
				  }
				})()""")).isEmpty();
	}

	@Test
	void speaksForItsOwnDocumentOnly() {
		assertThat(attempt(main, "methods.call('mine', 1, null, null, null, null, null)")).isEqualTo("found mine");
		assertThat(attempt(second, "methods.call('its', 1, null, null, null, null, null)")).isEqualTo("found its");
		for (String expression : List.of("methods.call.call({ id: 'other' }, 'a', 1, 2, 3, 4, 5, 6)",
				"methods.call.apply(lent, ['b', 1, 2, 3, 4, 5, 6])", "methods.call.bind(null)('c', 1, 2, 3, 4, 5, 6)",
				"Reflect.apply(methods.call, methods, ['d', 1, 2, 3, 4, 5, 6])",
				"methods.call('other', 'e', 1, 2, 3, 4, 5, 6)")) {
			attempt(main, expression);
		}
		assertThat(this.told.calls).containsExactly("mine", "a", "b", "c", "d");
		assertThat(this.toldSecond.calls).containsExactly("its");
	}

	@Test
	void wrongIdsAreRefused() {
		for (String id : List.of("''", "'0'", "null", "undefined", "{}", "[]", "0", "'" + "0".repeat(32) + "'",
				"{ toString: () => '" + "f".repeat(32) + "' }")) {
			assertThat(attempt(main, "lent.call(" + id + ", 'a', 1, 2, 3, 4, 5, 6)")).as(id).isIn("nothing", "refused");
			assertThat(attempt(main, "lent.invoke(" + id + ", 'a', 1, 2, false, '{}', null)")).as(id)
				.isIn("nothing", "refused");
		}
		assertThat(this.told.calls).isEmpty();
		assertThat(this.toldSecond.calls).isEmpty();
		assertThat(attempt(main, "methods.invoke('add', 1, 2, false, '{}', null)")).isEqualTo("found add");
	}

	@Test
	void isRefusedOnceItsDocumentIsGone() {
		assertThat(attempt(main, "methods.invoke('add', 1, 2, false, '{}', null)")).isEqualTo("found add");
		FxTestApp.fx(this.loan::end);
		assertThat(attempt(main, "methods.invoke('late', 1, 2, false, '{}', null)")).isEqualTo("nothing");
		assertThat(attempt(main, "methods.call('late', 1, 2, 3, 4, 5, 6)")).isEqualTo("nothing");
		assertThat(this.told.calls).containsExactly("add");
	}

	@Test
	void nothingStaysLent() {
		int before = FxTestApp.fx(() -> FxLent.open().loans());
		FxWebview webview = app.open("third");
		for (int i = 0; i < 3; i++) {
			webview.eval("window.old = true");
			webview.reload();
			FxTestApp.await(webview, "!window.old && document.readyState === 'complete' && 'isTauri' in window");
			assertThat(FxTestApp.fx(() -> FxLent.open().loans())).isEqualTo(before + 1);
		}
		webview.window().destroy();
		Awaitility.await().atMost(FxTestApp.PATIENCE).until(() -> FxTestApp.fx(() -> FxLent.open().loans()) == before);
	}

	@Test
	void lendsAnewOnceAllHasEnded() {
		FxLent before = FxTestApp.fx(FxLent::open);
		try (FxTestApp ignored = app) {
			end();
		}
		assertThat(FxTestApp.fx(before::loans)).isZero();
		open();
		lend();
		assertThat(FxTestApp.fx(FxLent::open)).isNotSameAs(before);
		assertThat(FxTestApp.settle(main, "__TAURI_INTERNALS__.invoke('add', { a: 1, b: 2 })")).isEqualTo("3");
	}

	@Test
	void whatOnePageReplacesChangesNothingForOthers() {
		FxWebview poisoned = app.open("poisoned");
		FxTestApp.fx(() -> window(poisoned).setMember("methods", this.loan.methods()));
		poisoned.evaluate(
				"""
						(() => {
						  window.seen = [];
						  const note = (value) => { seen.push(`${typeof value}`); return undefined; };
						  const spy = { __proto__: null, get: note, set: note, configurable: true };
						  const owners = [Object, Function, Array, Error].map((type) => type.prototype);
						  for (const owner of [...owners, Object.getPrototypeOf(methods), Object.getPrototypeOf(methods.call)]) {
						    for (const name of ['poison', 'call', 'apply', 'bind', 'invoke', 'length', 'name', '0', '1']) {
						      try { Object.defineProperty(owner, name, spy); } catch {}
						    }
						  }
						  try { methods.invoke = note; } catch {}
						  try { methods.call.poison = note; } catch {}
						})()""");
		assertThat(poisoned.evaluate("'poison' in Object.prototype && !('poison' in Object.getPrototypeOf(methods))"))
			.isEqualTo(true);
		assertThat(main.evaluate("'poison' in methods || 'poison' in Object.getPrototypeOf(methods.call)"))
			.isEqualTo(false);
		second.eval("window.old = true");
		second.reload();
		FxTestApp.await(second, "!window.old && document.readyState === 'complete' && 'isTauri' in window");
		assertThat(FxTestApp.settle(second, "__TAURI_INTERNALS__.invoke('add', { a: 1, b: 2 })")).isEqualTo("3");
		assertThat(attempt(main, "methods.invoke('add', 1, 2, false, '{}', null)")).isEqualTo("found add");
		assertThat(poisoned.evaluate("seen.length")).isEqualTo(0);
		poisoned.window().destroy();
	}

	@Test
	void failureOfTheBackEndIsAnErrorOfThePage() {
		try (FxTestApp broken = new FxTestApp((options) -> new FxRuntimeOptions(() -> {
			throw new IllegalStateException("no door");
		}, options.pages(), options.mapper(), options.app(), options.protocols(), null, options.lastWindowClosed()))) {
			FxWebview webview = broken.open("broken");
			assertThat(FxTestApp.settle(webview, """
					__TAURI_INTERNALS__.invoke('add', { a: 1, b: 2 }).then(() => 'resolved', (error) =>
					  [Object.getPrototypeOf(error) === Error.prototype, error.message])"""))
				.isEqualTo("[true,\"The back end failed, see its log\"]");
		}
	}

	// A stack that is full ends within functions of any realm.
	@Test
	void pageGetsNoErrorOfTheRealmThatLends() {
		assertThat((String) main.evaluate(
				"""
						(() => {
						  const foreign = [];
						  const note = (error) => { if (!(error instanceof Error)) { foreign.push(`${error}`); } };
						  let left = 100;
						  const deeper = () => {
						    try { deeper(); } catch (error) { note(error); }
						    if (left-- > 0) {
						      try { window.print(); } catch (error) { note(error); }
						      try { __TAURI_INTERNALS__.invoke('add', { a: 1, b: 2 }).catch(note); } catch (error) { note(error); }
						    }
						  };
						  deeper();
						  return foreign.join();
						})()"""))
			.isEmpty();
	}

	private static final class Told extends FxPeer {

		private final List<String> calls = new ArrayList<>();

		@Override
		String invoke(String command, int callback, int error, boolean raw, String body, @Nullable String headers) {
			this.calls.add(command);
			return command;
		}

		@Override
		Object call(String name, @Nullable Object a, @Nullable Object b, @Nullable Object c, @Nullable Object d,
				@Nullable Object e, @Nullable Object f) {
			if ("throw".equals(name)) {
				throw new IllegalStateException("thrown");
			}
			this.calls.add(name);
			return name;
		}

	}

}
