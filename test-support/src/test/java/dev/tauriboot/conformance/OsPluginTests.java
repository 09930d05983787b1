package dev.tauriboot.conformance;

import java.util.Locale;

import dev.tauriboot.plugin.os.Os;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 179 to 185: the plugins os and process.
 */
class OsPluginTests extends ProgramPluginTests {

	@Autowired
	private Os os;

	// rows 179, 181, 182
	@Test
	void pagesKnowWhatTheyRunOn() throws Exception {
		JsonNode values = js(module("os")
				+ """
						return [plugin.platform(), plugin.type(), plugin.family(), plugin.version(), plugin.arch(), plugin.eol(),
						  plugin.exeExtension()];
						""");
		assertThat(values.valueStream().map(JsonNode::asString)).containsExactly(this.os.info().platform(),
				this.os.info().osType(), this.os.info().family(), this.os.info().version(), this.os.info().arch(),
				this.os.info().eol(), this.os.info().exeExtension());
	}

	// row 180
	@Test
	void pagesCannotChangeIt() throws Exception {
		assertThat(js(module("os") + """
				const before = plugin.platform();
				try { window.__TAURI_OS_PLUGIN_INTERNALS__ = { platform: 'other' }; } catch { }
				try { window.__TAURI_OS_PLUGIN_INTERNALS__.platform = 'other'; } catch { }
				try { delete window.__TAURI_OS_PLUGIN_INTERNALS__; } catch { }
				return plugin.platform() === before;
				""").asBoolean()).isTrue();
	}

	// row 183
	@Test
	void localeIsForAllAndTheNameOfTheComputerForSome() throws Exception {
		assertThat(js(module("os") + "return [await plugin.locale(), await plugin.hostname()];").toString())
			.isEqualTo("[\"" + Locale.getDefault().toLanguageTag() + "\",\"" + this.os.hostname() + "\"]");
		assertThat(jsIn("plain", module("os") + "return rejection(plugin.hostname());").asString())
			.contains("os|hostname not allowed");
	}

	// rows 184, 185
	@Test
	void pagesEndAndRestartTheApplication() throws Exception {
		js(module("process") + "await plugin.exit(3); await plugin.exit(); await plugin.relaunch();");
		assertThat(this.recorder.calls).containsExactly("exit 3", "exit 0", "restart");
	}

	@Test
	void exitCodeIsAnInteger() throws Exception {
		assertThat(js(module("process") + "return rejection(plugin.exit('x'));").asString())
			.startsWith("invalid args `code` for command `exit`:");
		assertThat(this.recorder.calls).isEmpty();
	}

}
