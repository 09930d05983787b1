package dev.tauriboot.conformance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 169 to 178: what the plugins opener and shell open.
 */
class OpenerPluginTests extends ProgramPluginTests {

	// row 172
	@Test
	void addressesOfTheWebAndOfMailOpenByDefault() throws Exception {
		assertThat(jsIn("plain", module("opener") + """
				await plugin.openUrl('http://x.y/');
				await plugin.openUrl('mailto:a@x.y');
				return rejection(plugin.openUrl('file:///etc/passwd'));
				""").asString()).isEqualTo("Not allowed to open url file:///etc/passwd");
		assertThat(this.recorder.calls).containsExactly("open http://x.y/", "open mailto:a@x.y");
	}

	// row 173
	@Test
	void addressMayBeAnObject() throws Exception {
		js(module("opener") + "await plugin.openUrl(new URL('https://x.y/?a b'));");
		assertThat(this.recorder.calls).containsExactly("open https://x.y/?a%20b");
	}

	// row 174
	@Test
	void programIsInTheScopeToo() throws Exception {
		assertThat(js(module("opener") + """
				await plugin.openUrl('https://firefox.test/a', 'firefox');
				await plugin.openUrl('https://any.test/a', 'chromium');
				return [await rejection(plugin.openUrl('https://x.y/', 'firefox')),
				  await rejection(plugin.openUrl('https://firefox.test/', 'chromium'))];
				""").toString()).isEqualTo("[\"Not allowed to open url https://x.y/ with firefox\","
				+ "\"Not allowed to open url https://firefox.test/ with chromium\"]");
		assertThat(this.recorder.calls).containsExactly("open https://firefox.test/a with firefox",
				"open https://any.test/a with chromium");
	}

	// row 175
	@Test
	void browserWithinTheApplicationIsTheOneOfTheDesktop() throws Exception {
		js(module("opener") + "await plugin.openUrl('https://any.test/', 'inAppBrowser');");
		assertThat(this.recorder.calls).containsExactly("open https://any.test/");
	}

	// row 176
	@Test
	void pathsNeedAScope() throws Exception {
		assertThat(js(module("opener") + """
				await plugin.openPath('/tmp/a b');
				return [await rejection(plugin.openPath('/etc/passwd')),
				  await rejection(plugin.openPath('/tmp/../etc/passwd')),
				  await rejection(plugin.openPath('/tmp/a', 'firefox'))];
				""").toString())
			.isEqualTo("[\"Not allowed to open path /etc/passwd\"," + "\"Not allowed to open path /tmp/../etc/passwd\","
					+ "\"Not allowed to open path /tmp/a with firefox\"]");
		assertThat(this.recorder.calls).containsExactly("open /tmp/a b");
		assertThat(jsIn("plain", module("opener") + "return rejection(plugin.openPath('/tmp/a'));").asString())
			.contains("not allowed");
	}

	// row 177
	@Test
	void filesAreShownWhereTheyLie() throws Exception {
		assertThat(js(module("opener") + """
				await plugin.revealItemInDir('/etc/hostname');
				await plugin.revealItemInDir(['/etc/passwd', '/etc/hostname']);
				await invoke('plugin:opener|reveal_item_in_dir', { path: '/etc/passwd' });
				return [await rejection(plugin.revealItemInDir('/no/such/file')),
				  await rejection(plugin.revealItemInDir('/')),
				  await rejection(invoke('plugin:opener|reveal_item_in_dir', {}))];
				""").toString())
			.isEqualTo("[\"No such file or directory (os error 2)\",\"Path doesn't have a parent: /\","
					+ "\"invalid args `paths` for command `reveal_item_in_dir`: command reveal_item_in_dir missing"
					+ " required key paths\"]");
		assertThat(this.recorder.calls).containsExactly("reveal [/etc/hostname]", "reveal [/etc/passwd, /etc/hostname]",
				"reveal [/etc/passwd]");
	}

	// rows 171, 178
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "_blank   |                 |       | open https://x.y/", //
					"         | ctrlKey: true   |       | open https://x.y/", //
					"         | shiftKey: true  |       | open https://x.y/", //
					"         | ctrlKey: true, metaKey: true |  | \"\"", //
					"         | ctrlKey: true, altKey: true |  | \"\"", //
					"_blank   |                 | event.preventDefault() | \"\"" })
	void linkOpensOnce(String target, String keys, String handler, String call) throws Exception {
		js("""
				document.body.innerHTML = '<a href="https://x.y/" target="%s"><b>link</b></a>';
				const link = document.querySelector('a');
				link.addEventListener('click', (event) => { %s });
				// What nobody takes is not to lead away.
				window.addEventListener('click', (event) => event.preventDefault(), { once: true });
				document.querySelector('b').dispatchEvent(new MouseEvent('click',
				  { bubbles: true, cancelable: true, composed: true, button: 0, %s }));
				""".formatted((target != null) ? target : "", (handler != null) ? handler : "",
				(keys != null) ? keys : ""));
		awaitAnswers("main");
		assertThat(String.join(",", this.recorder.calls)).isEqualTo(call);
	}

	@ParameterizedTest
	@CsvSource({ "'https://x.y/', '', open https://x.y/", "'mailto:a@x.y', '', open mailto:a@x.y",
			"https://x.y/, firefox, open https://x.y/ with firefox",
			"https://x.y/, Google Chrome, open https://x.y/ with chrome" })
	void shellOpensAddresses(String path, String with, String call) throws Exception {
		js(module("shell") + "await plugin.open('%s', '%s' || undefined);".formatted(path, with));
		assertThat(this.recorder.calls).containsExactly(call);
	}

	// row 169
	@Test
	void shellOpensNothingElse() throws Exception {
		String failed = "Scoped command argument at position 0 was found, but failed regex validation "
				+ "^((mailto:\\w+)|(tel:\\w+)|(https?://\\w+)).+";
		assertThat(js(module("shell") + "return rejection(plugin.open('/etc/passwd'));").asString()).isEqualTo(failed);
		assertThat(js(module("shell") + "return rejection(plugin.open('--help'));").asString()).isEqualTo(failed);
		assertThat(js(module("shell") + "return rejection(plugin.open('https://x.y', 'rm'));").asString())
			.isEqualTo("invalid args `with` for command `open`: unknown program rm");
		assertThat(this.recorder.calls).isEmpty();
	}

}
