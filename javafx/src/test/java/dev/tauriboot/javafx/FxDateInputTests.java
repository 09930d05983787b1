package dev.tauriboot.javafx;

import java.nio.charset.StandardCharsets;

import dev.tauriboot.page.BootstrapScript;
import dev.tauriboot.page.BootstrapScript.Transport;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Inputs for dates, times and colours in a real WebView, with a user of keys and clicks,
 * a strict policy and frozen prototypes.
 */
class FxDateInputTests {

	private static final String PAGE = """
			<!DOCTYPE html><html lang=en><head><script nonce=boot>%s</script></head><body>
			<form id=form>
			<label>Start <input id=date type=date name=date></label><br>
			<input id=time type=time><br><input id=both type=datetime-local><br>
			<input id=month type=month><br><input id=week type=WEEK><br><input id=color type=color>
			</form><p id=elsewhere>elsewhere</p></body></html>""";

	private static FxTestApp app;

	private static FxWebview main;

	private static FxTestUser user;

	@BeforeAll
	static void open() {
		app = new FxTestApp();
		app.handlers.put("/", FxDateInputTests::serve);
		main = app.open("main");
		user = new FxTestUser(main);
	}

	private static Mono<Void> serve(ServerWebExchange exchange) {
		String script = BootstrapScript.builder(Transport.BRIDGE).freezePrototype(true).dateInputs(true).build().text();
		ServerHttpResponse response = exchange.getResponse();
		response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		response.getHeaders().set("Content-Security-Policy", "default-src 'self'; script-src 'self' 'nonce-boot'");
		byte[] page = PAGE.formatted(script).getBytes(StandardCharsets.UTF_8);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(page)));
	}

	@AfterAll
	static void close() {
		app.close();
	}

	@BeforeEach
	void begin() {
		main.evaluate("window.old = 1");
		main.reload();
		FxTestApp.await(main, "!window.old && document.readyState === 'complete' && !!document.getElementById('form')");
		main.evaluate("""
				window.heard = []; window.violations = 0;
				Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
				addEventListener('securitypolicyviolation', () => { window.violations += 1; });
				for (const type of ['input', 'change', 'invalid']) {
				  document.addEventListener(type, ({ target }) => heard.push(`${type} ${target.value}`), true);
				}
				window.picker = () => document.querySelector('[popover]')?.shadowRoot; 0""");
	}

	private static String run(String body) {
		return String.valueOf(main.evaluate("JSON.stringify((() => {" + body + "})())"));
	}

	private static String heard() {
		return String.valueOf(main.evaluate("heard.splice(0).join()"));
	}

	// A list scrolls to what is chosen after it is shown: until then others are there.
	private static void click(String element) {
		String place = """
				(({ left, top, width, height }, element) => {
				  const [x, y] = [left + width / 2, top + height / 2];
				  return element.getRootNode().elementFromPoint(x, y) === element ? [x, y].join() : '';
				})((%1$s).getBoundingClientRect(), %1$s)""".formatted(element);
		FxTestApp.await(main, place + " !== ''");
		String[] at = String.valueOf(main.evaluate(place)).split(",");
		user.click(Double.parseDouble(at[0]), Double.parseDouble(at[1]));
	}

	private static void awaitPicker(boolean open) {
		FxTestApp.await(main, open ? "!!picker()" : "!picker()");
	}

	private static String cell(String label) {
		return "picker().querySelector('[aria-label=\"" + label + "\"]')";
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "date | 2024-02-29 | 2024-02-29", "date | 2023-02-29 | ''",
			"date | 2024-2-1 | ''", "date | 0000-01-01 | ''", "date | 12024-01-31 | 12024-01-31",
			"month | 2024-12 | 2024-12", "month | 2024-13 | ''", "week | 2020-W53 | 2020-W53", "week | 2021-W53 | ''",
			"week | 2021-W00 | ''", "time | 23:59 | 23:59", "time | 24:00 | ''", "time | 12:00:59.5 | 12:00:59.5",
			"time | 12:00:60 | ''", "datetime-local | 2024-01-31 08:05:00 | 2024-01-31T08:05",
			"datetime-local | 2024-01-31T08:05:07.250 | 2024-01-31T08:05:07.25", "datetime-local | 2024-01-31 | ''",
			"DATE | 1999-12-31 | 1999-12-31" })
	void valuesAreThoseOfTheStandard(String type, String written, String read) {
		String made = "const input = document.createElement('input'); input.type = '" + type + "';";
		assertThat(run(made + "input.value = '" + written + "'; return [input.type, input.value]"))
			.isEqualTo("[\"" + type.toLowerCase() + "\",\"" + read + "\"]");
		assertThat(run(made + "input.setAttribute('value', '" + written + "'); return input.value"))
			.isEqualTo("\"" + read + "\"");
	}

	@Test
	void valuesAreNumbersAndDates() {
		assertThat(run("""
				date.value = '1970-01-11'; time.value = '01:00:01'; month.value = '1971-02'; week.value = '1970-W02';
				both.value = '1970-01-02T00:01';
				return [date, time, month, week, both].map((i) => [i.valueAsNumber, i.valueAsDate])"""))
			.isEqualTo("[[864000000,\"1970-01-11T00:00:00.000Z\"],[3601000,\"1970-01-01T01:00:01.000Z\"],"
					+ "[13,\"1971-02-01T00:00:00.000Z\"],[345600000,\"1970-01-05T00:00:00.000Z\"],[86460000,null]]");
		assertThat(run("""
				const at = new Date(Date.UTC(2026, 11, 31, 13, 14, 15, 16));
				for (const i of [date, time, month, week]) { i.valueAsDate = at; }
				both.valueAsNumber = +at;
				return [date, time, month, week, both].map((i) => i.value)"""))
			.isEqualTo("[\"2026-12-31\",\"13:14:15.016\",\"2026-12\",\"2026-W53\",\"2026-12-31T13:14:15.016\"]");
		assertThat(run("""
				const name = (work) => { try { work(); return 'nothing'; } catch (e) { return e.name; } };
				date.valueAsDate = null; week.valueAsNumber = NaN;
				return [date.value, week.value, isNaN(date.valueAsNumber), date.valueAsDate,
				  name(() => { both.valueAsDate = new Date(); }), name(() => { date.valueAsDate = 'x'; }),
				  name(() => { date.valueAsNumber = Infinity; })]"""))
			.isEqualTo("[\"\",\"\",true,null,\"InvalidStateError\",\"TypeError\",\"TypeError\"]");
	}

	@Test
	void stepsStayWithinLimits() {
		assertThat(run("""
				date.value = '2024-02-28'; date.stepUp(); const leap = date.value; date.stepUp(1); date.stepDown(30);
				const back = date.value; date.min = '2024-01-01'; date.max = '2024-01-20'; date.step = '7';
				date.stepDown(); const last = date.value; date.stepUp(); const stays = date.value; date.stepDown(9);
				month.value = '2024-12'; month.stepUp(); week.value = '2020-W53'; week.stepUp(); time.value = '08:00';
				time.step = '900'; time.stepUp(3); both.step = 'any'; let name;
				try { both.stepUp(); } catch (e) { name = e.name; }
				return [leap, back, last, stays, date.value, month.value, week.value, time.value, name]"""))
			.isEqualTo("[\"2024-02-29\",\"2024-01-31\",\"2024-01-15\",\"2024-01-15\",\"2024-01-01\",\"2025-01\","
					+ "\"2021-W01\",\"08:45\",\"InvalidStateError\"]");
	}

	@Test
	void limitsHoldUpForms() {
		assertThat(run("""
				date.min = '2024-01-10'; date.max = '2024-01-20'; date.step = 2; date.required = true;
				return ['', '2024-01-09', '2024-01-22', '2024-01-11', '2024-01-12'].map((text) => {
				  date.value = text;
				  const flaws = []; for (const name in date.validity) { if (date.validity[name]) { flaws.push(name); } }
				  return [form.checkValidity(), date.matches(':invalid'), date.validationMessage !== '', flaws.join()];
				})"""))
			.isEqualTo("[[false,true,true,\"valueMissing\"],[false,true,true,\"rangeUnderflow,stepMismatch\"],"
					+ "[false,true,true,\"rangeOverflow\"],[false,true,true,\"stepMismatch\"],"
					+ "[true,false,false,\"valid\"]]");
		assertThat(run("""
				date.setCustomValidity('mine'); const mine = [date.checkValidity(), date.validationMessage];
				date.setCustomValidity(''); time.min = '22:00'; time.max = '06:00';
				return [...mine, date.checkValidity(), ...['23:00', '05:00', '12:00'].map((text) => {
				  time.value = text; return time.checkValidity(); })]"""))
			.isEqualTo("[false,\"mine\",true,true,true,false]");
	}

	@Test
	void typedValuesAreCheckedAndCompleted() {
		assertThat(main.evaluate("date.placeholder")).isEqualTo("yyyy-mm-dd");
		click("date");
		user.type("2024-2-");
		assertThat(run("return [date.value, date.validity.badInput, date.matches(':invalid'),"
				+ " new FormData(form).get('date')]"))
			.isEqualTo("[\"\",true,true,\"\"]");
		user.type("1");
		heard();
		click("elsewhere");
		assertThat(heard()).isEqualTo("change 2024-02-01");
		assertThat(run("return [date.value, date.validity.valid]")).isEqualTo("[\"2024-02-01\",true]");
	}

	@Test
	void daysArePickedByClicks() {
		main.evaluate("date.value = '2024-02-10'; date.min = '2024-02-05'");
		click("date");
		awaitPicker(true);
		assertThat(run("return [picker().querySelector('[role=dialog]').ariaLabel,"
				+ " picker().querySelector('.title').textContent,"
				+ " getComputedStyle(picker().querySelector('.picker')).display]"))
			.isEqualTo("[\"Start\",\"February 2024\",\"flex\"]");
		click(cell("Thursday, February 1, 2024"));
		assertThat(heard()).as("before the first day").isEmpty();
		click(cell("next month"));
		click(cell("Friday, March 15, 2024"));
		awaitPicker(false);
		assertThat(heard()).isEqualTo("input 2024-03-15,change 2024-03-15");
		assertThat(run("return [date.value, document.activeElement === date, violations]"))
			.isEqualTo("[\"2024-03-15\",true,0]");
		click("elsewhere");
		assertThat(heard()).isEmpty();
	}

	@Test
	void daysArePickedByKeys() {
		main.evaluate("date.value = '2024-02-29'; date.focus()");
		click("date");
		user.press(KeyCode.DOWN, KeyCombination.ALT_DOWN);
		awaitPicker(true);
		user.press(KeyCode.RIGHT);
		user.press(KeyCode.DOWN);
		user.press(KeyCode.PAGE_DOWN);
		user.press(KeyCode.ENTER);
		awaitPicker(false);
		assertThat(heard()).isEqualTo("input 2024-04-08,change 2024-04-08");
		user.press(KeyCode.F4);
		awaitPicker(true);
		user.press(KeyCode.ESCAPE);
		awaitPicker(false);
		assertThat(run("return [heard.length, document.activeElement === date]")).isEqualTo("[0,true]");
	}

	@Test
	void othersArePickedToo() {
		main.evaluate("month.value = '2024-02'; week.value = '2024-W06'; time.value = '08:30';"
				+ " both.value = '2024-02-10T08:30'");
		click("month");
		awaitPicker(true);
		click(cell("November 2024"));
		awaitPicker(false);
		click("week");
		awaitPicker(true);
		click(cell("Wednesday, February 21, 2024"));
		awaitPicker(false);
		click("time");
		awaitPicker(true);
		click("picker().querySelector('[aria-label=hour] [aria-label=\"09\"]')");
		click("elsewhere");
		awaitPicker(false);
		click("both");
		awaitPicker(true);
		click(cell("Friday, February 9, 2024"));
		click("picker().querySelector('[aria-label=hour] [aria-label=\"10\"]')");
		click("elsewhere");
		awaitPicker(false);
		assertThat(heard()).isEqualTo("input 2024-11,change 2024-11,input 2024-W08,change 2024-W08,input 09:30,"
				+ "change 09:30,input 2024-02-09T08:30,change 2024-02-09T08:30,input 2024-02-09T10:30,"
				+ "change 2024-02-09T10:30");
	}

	@Test
	void pickersFollowLanguageAndScheme() {
		main.evaluate("Object.defineProperty(navigator, 'language', { value: 'de-DE', configurable: true });"
				+ " date.value = '2024-03-10'; date.style.setProperty('color', '#ddd')");
		click("date");
		awaitPicker(true);
		assertThat(run("return [picker().querySelector('.title').textContent,"
				+ " picker().querySelector('[role=columnheader]').ariaLabel,"
				+ " getComputedStyle(picker().querySelector('.picker')).backgroundColor]"))
			.isEqualTo("[\"März 2024\",\"Montag\",\"rgb(34, 34, 34)\"]");
		click("elsewhere");
		awaitPicker(false);
		assertThat(heard()).isEmpty();
	}

	@Test
	void coloursArePicked() {
		click("color");
		awaitPicker(true);
		click(cell("#00ffff"));
		awaitPicker(false);
		assertThat(heard()).isEqualTo("input #00ffff,change #00ffff");
		main.evaluate("window.loose = document.createElement('input'); loose.type = 'color';"
				+ " loose.onchange = () => heard.push(`loose ${loose.value}`); loose.click()");
		awaitPicker(true);
		click("picker().querySelector('input')");
		main.evaluate("picker().querySelector('input').select()");
		user.type("#12AB34");
		user.press(KeyCode.ENTER);
		awaitPicker(false);
		assertThat(heard()).isEqualTo("loose #12ab34");
		assertThat(main.evaluate("violations")).isEqualTo(0);
	}

	@Test
	void laterInputsAreTakenCareOf() {
		main.evaluate("""
				const host = document.body.appendChild(document.createElement('div'));
				window.shadow = host.attachShadow({ mode: 'open' });
				shadow.innerHTML = '<input type=date value=nonsense>';
				window.plain = document.body.appendChild(document.createElement('input'));
				plain.value = 'nonsense'; plain.type = 'week'; 0""");
		FxTestApp.await(main, "plain.placeholder === 'yyyy-Www'");
		assertThat(run("return [shadow.firstChild.placeholder, shadow.firstChild.value, plain.type, plain.value,"
				+ " plain.checkValidity()]"))
			.isEqualTo("[\"yyyy-mm-dd\",\"\",\"week\",\"\",true]");
		main.evaluate("plain.type = 'text'");
		FxTestApp.await(main, "plain.placeholder === ''");
		assertThat(run("plain.value = 'free text'; return [plain.type, plain.value]"))
			.isEqualTo("[\"text\",\"free text\"]");
	}

	@Test
	void settersOfFrameworksAreKnown() {
		// As React does: its own property on the element hands on to that of the
		// prototype.
		main.evaluate("""
				const known = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
				window.tracked = [];
				Object.defineProperty(date, 'value', { configurable: true, get() { return known.get.call(this); },
				  set(text) { tracked.push(text); known.set.call(this, text); } });
				date.value = '2024-02-10'; 0""");
		click("date");
		awaitPicker(true);
		click(cell("Friday, February 9, 2024"));
		awaitPicker(false);
		assertThat(run("return [tracked, date.value]")).isEqualTo("[[\"2024-02-10\"],\"2024-02-09\"]");
	}

	@Test
	void pickersAreShownWhereTheyCanBe() {
		assertThat(run("""
				const name = (work) => { try { work(); return 'nothing'; } catch (e) { return e.name; } };
				time.readOnly = true; return [name(() => time.showPicker()), picker() === undefined]"""))
			.isEqualTo("[\"InvalidStateError\",true]");
		main.evaluate("const dialog = document.body.appendChild(document.createElement('dialog'));"
				+ " dialog.append(date); dialog.showModal(); date.value = '2024-02-10'");
		click("date");
		awaitPicker(true);
		click(cell("Friday, February 9, 2024"));
		awaitPicker(false);
		assertThat(heard()).isEqualTo("input 2024-02-09,change 2024-02-09");
		assertThat(run("return [typeof dateKinds, typeof openDatePicker]")).isEqualTo("[\"undefined\",\"undefined\"]");
	}

}
