package dev.tauriboot.conformance;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.runtime.PageDialogs;
import dev.tauriboot.window.Webview;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hook of the older dialect, as examples have them: an allow-list of commands, blocked
 * paths, a question before a delete, checks of events (v1-compat 5.4, 5.5).
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation-rules", "tauri.plugins.fs.enabled=false",
		"tauri.plugins.http.enabled=false", "tauri.plugins.shell.enabled=false" })
@Import(IsolationDialectTests.Config.class)
class IsolationDialectTests extends PageTests {

	@Autowired
	Config.Answers answers;

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			greet                ; { userName: 'x' }                     ; Hello, x!
			greet                ; { userName: 'change' }                ; Hello, changed!
			greet                ; { userName: 'x', path: '/home/x' }    ; Hello, x!
			plugin:fs|read_file ; { path: '/home/x' }                   ; content of /home/x
			plugin:fs|read_file ; { path: 'file:///home/x' }            ; content of file:///home/x
			""")
	void hookLetsThrough(String command, String payload, String answer) throws Exception {
		assertThat(js("return invoke('%s', %s);".formatted(command, payload)).asString()).isEqualTo(answer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			count               ; {}
			fail                ; { text: 'x' }
			plugin:odd|unlisted ; {}
			greet               ; { userName: 'x', path: '/etc/passwd' }
			greet               ; { userName: 'twice' }
			plugin:fs|read_file ; { path: '/etc/passwd' }
			plugin:fs|read_file ; { path: 'file:///etc/passwd' }
			plugin:fs|read_file ; { path: 'file:///%65tc/passwd' }
			plugin:fs|read_file|x ; { path: '/etc/passwd' }
			""")
	void hookBlocks(String command, String payload) throws Exception {
		assertThat(js("return rejection(invoke('%s', %s));".formatted(command, payload)).asString())
			.startsWith("Command " + command.replace("|x", "") + " refused by the isolation hook");
	}

	@Test
	void questionBeforeADeleteIsAsked() throws Exception {
		this.answers.confirms = false;
		assertThat(js("return rejection(invoke('delete_item', { id: 7 }));").asString())
			.isEqualTo("Command delete_item refused by the isolation hook");
		assertThat(this.answers.question).isEqualTo("Delete 7?");
		this.answers.confirms = true;
		assertThat(js("return invoke('delete_item', { id: 8 });").asString()).isEqualTo("deleted 8");
	}

	@Test
	void eventsAreChecked() throws Exception {
		JsonNode outcome = js(
				"""
						let hear;
						const heard = new Promise((resolve) => { hear = resolve; });
						await event.once('app:hello', (e) => hear(e.payload));
						await event.emit('app:hello', 'there');
						return [await heard, await rejection(event.emit('hello')), await rejection(event.emitTo('main', 'hello')),
						  await rejection(invoke('plugin:event|emit|x', { event: 'hello' }))];
						""");
		assertThat(outcome.toString()).isEqualTo(
				"[\"there\"," + "\"Command plugin:event|emit refused by the isolation hook: event hello is unknown\","
						+ "\"Command plugin:event|emit_to refused by the isolation hook: event hello is unknown\","
						+ "\"Command plugin:event|emit refused by the isolation hook: event hello is unknown\"]");
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Config {

		@Bean
		Answers answers() {
			return new Answers();
		}

		@Bean
		Capability readFiles() {
			return Capability.withId("files").windows("*").permissions("fs:allow-read-file").build();
		}

		@Bean
		Files fileCommands() {
			return new Files();
		}

		static class Files {

			@TauriCommand("plugin:fs|read_file")
			String readFile(String path) {
				return "content of " + path;
			}

			@TauriCommand
			String deleteItem(int id) {
				return "deleted " + id;
			}

		}

		static class Answers implements PageDialogs {

			private volatile boolean confirms;

			private volatile String question = "";

			@Override
			public void alert(Webview webview, String message) {
			}

			@Override
			public boolean confirm(Webview webview, String message) {
				this.question = message;
				return this.confirms;
			}

			@Override
			public @Nullable String prompt(Webview webview, String message, String defaultValue) {
				return null;
			}

		}

	}

}
