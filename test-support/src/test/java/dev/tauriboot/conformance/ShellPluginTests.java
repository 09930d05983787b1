package dev.tauriboot.conformance;

import java.util.List;

import dev.tauriboot.plugin.shell.Shell;
import dev.tauriboot.plugin.shell.ShellChild;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 152 to 168: the plugin shell.
 */
class ShellPluginTests extends ProgramPluginTests {

	@Autowired
	private Shell shell;

	private JsonNode run(String body) throws Exception {
		return js(module("shell") + """
				const { Command } = plugin;
				const sh = (script, options) => Command.create('sh', ['-c', script], options);
				const spawned = async (command) => {
				  const events = [];
				  const end = new Promise((resolve) => command.on('close', (status) => {
				    events.push(['close', status]);
				    setTimeout(() => resolve(events), 20);
				  }));
				  command.on('error', (text) => events.push(['error', text]));
				  command.stdout.on('data', (line) => events.push(['out', line]));
				  command.stderr.on('data', (line) => events.push(['err', line]));
				  const child = await command.spawn();
				  return { child, events, end };
				};
				""" + body);
	}

	// rows 152, 153
	@Test
	void programsRunToTheirEnd() throws Exception {
		assertThat(run("return sh('echo ü; echo err >&2; exit 3').execute();").toString())
			.isEqualTo("{\"code\":3,\"signal\":null,\"stdout\":\"ü\\n\",\"stderr\":\"err\\n\"}");
		assertThat(run("return sh('kill -9 $$').execute();").get("code").asInt()).isEqualTo(137);
	}

	// rows 154, 155
	@Test
	void outputIsReadAsThePageWantsIt() throws Exception {
		assertThat(run("""
				const script = "printf '\\\\304\\\\343'";
				return [(await sh(script, { encoding: 'raw' }).execute()).stdout,
				  (await sh(script, { encoding: 'gbk' }).execute()).stdout,
				  await rejection(sh(script, { encoding: 'nope' }).execute()),
				  await rejection(sh(script, { encoding: 'nope' }).spawn()),
				  (await (await spawned(sh(script, { encoding: 'raw' }))).end)[0],
				  (await (await spawned(sh(script, { encoding: 'gbk' }))).end)[0]];
				""").toString()).isEqualTo("[[196,227],\"你\",\"unknown encoding nope\",\"unknown encoding nope\","
				+ "[\"out\",[196,227]],[\"out\",\"你\"]]");
	}

	// row 156
	@Test
	void outputThatIsNoTextIsAnError() throws Exception {
		assertThat(run("""
				const script = "printf 'a\\\\n\\\\377\\\\nb\\\\n'";
				return [await rejection(sh(script).execute()), await (await spawned(sh(script))).end];
				""").toString()).isEqualTo("[\"invalid utf-8 sequence of 1 bytes from index 2\",[[\"out\",\"a\\n\"],"
				+ "[\"error\",\"invalid utf-8 sequence of 1 bytes from index 0\"],[\"out\",\"b\\n\"],"
				+ "[\"close\",{\"code\":0,\"signal\":null}]]]");
	}

	// row 157
	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', delimiter = '|', value = { "'other', []", "'checked', ['x', '1a']",
			"'checked', ['x']", "'checked', []", "'bin/side', []", "'echo', []", "'checked', ['-n', '1\\n']" })
	void whatIsOutOfScopeIsNotAllowed(String arguments) throws Exception {
		String name = arguments.substring(1, arguments.indexOf('\'', 1));
		assertThat(run("""
				return [await rejection(Command.create(%1$s).execute()), await rejection(Command.create(%1$s).spawn())];
				""".formatted(arguments)).valueStream().map(JsonNode::asString))
			.containsOnly("program not allowed on the configured shell scope: " + name);
	}

	// rows 158, 159
	@Test
	void argumentsAreThoseOfTheScope() throws Exception {
		assertThat(
				run("""
						const output = async (...args) => (await Command.create(...args).execute()).stdout;
						return [await output('none', ['dropped']), await output('fixed'), await output('fixed', ['x', 'y', 'z']),
						  await output('checked', ['x', '15', 'dropped']), await output('raw', ['x', '1a']),
						  await output('sh', ['-c', 'echo $0 $1', 'free', 'text'])];
						""")
					.toString())
			.isEqualTo("[\"\\n\",\"a b\\n\",\"a b\\n\",\"15\",\"1a\",\"free text\\n\"]");
	}

	// rows 160, 161
	@Test
	void environmentAndDirectoryAreThoseOfThePage() throws Exception {
		assertThat(run("""
				const env = async (env) => (await Command.create('env', [], { env }).execute()).stdout;
				return [(await env({ A: 'b' })).includes('PATH='), (await env({ A: 'b' })).includes('A=b\\n'),
				  (await env(null)), (await env()).includes('PATH='),
				  (await sh('pwd', { cwd: '/usr' }).execute()).stdout,
				  await rejection(sh('pwd', { cwd: '/no/such/folder' }).execute()),
				  await rejection(env({ A: 1 })), await rejection(env({ 'A=': '1' }))];
				""").toString())
			.isEqualTo("[true,true,\"\",true,\"/usr\\n\",\"No such file or directory (os error 2)\","
					+ "\"invalid args `options` for command `execute`: expected texts by name for `env`\","
					+ "\"Invalid argument (os error 22)\"]");
	}

	@Test
	void missingProgramIsReported() throws Exception {
		assertThat(run("""
				return [await rejection(Command.create('missing').execute()),
				  await rejection(Command.create('missing').spawn())];
				""").valueStream().map(JsonNode::asString)).containsOnly("No such file or directory (os error 2)");
	}

	// rows 162, 163
	@Test
	void linesAreToldAndTheEndLast() throws Exception {
		assertThat(run("return (await spawned(sh('echo one; echo two; printf three'))).end;").toString())
			.isEqualTo("[[\"out\",\"one\\n\"],[\"out\",\"two\\n\"],[\"out\",\"three\"],"
					+ "[\"close\",{\"code\":0,\"signal\":null}]]");
	}

	// row 164
	@Test
	void bothOutputsComeWhole() throws Exception {
		assertThat(
				run("""
						const events = await (await spawned(
						  sh('i=0; while [ $i -lt 5000 ]; do echo o$i; echo e$i >&2; i=$((i+1)); done'))).end;
						const lines = (kind) => events.filter(([name]) => name === kind).map(([, line]) => line).join('');
						const expected = (letter) => Array.from({ length: 5000 }, (_, i) => `${letter}${i}\\n`).join('');
						return [lines('out') === expected('o'), lines('err') === expected('e'), events.length, events.at(-1)[0]];
						""")
					.toString())
			.isEqualTo("[true,true,10001,\"close\"]");
	}

	// row 165
	@Test
	void pagesWriteToPrograms() throws Exception {
		assertThat(run("""
				const { child, events, end } = await spawned(Command.create('cat'));
				await child.write('ü\\n');
				await child.write(new Uint8Array([120, 10]));
				await child.write([121, 10]);
				while (events.length < 3) {
				  await new Promise((resolve) => setTimeout(resolve, 5));
				}
				await child.kill();
				const wrong = await rejection(child.write([256]).then(() => 0, (reason) => { throw reason; }));
				return [await end, wrong, await child.write('z')];
				""").toString()).isEqualTo("[[[\"out\",\"ü\\n\"],[\"out\",\"x\\n\"],[\"out\",\"y\\n\"],"
				+ "[\"close\",{\"code\":null,\"signal\":9}]],\"invalid args `buffer` for command `stdin_write`: data did not"
				+ " match any variant of untagged enum Buffer\",null]");
	}

	// row 166
	@Test
	void pagesKillPrograms() throws Exception {
		assertThat(run("""
				const { child, end } = await spawned(sh('exec sleep 600'));
				await child.kill();
				return [await end, await child.kill(), await invoke('plugin:shell|kill', { pid: 4194304 })];
				""").toString()).isEqualTo("[[[\"close\",{\"code\":null,\"signal\":9}]],null,null]");
	}

	// rows 13, 167
	@Test
	void programsEndWithTheDocument() throws Exception {
		long pid = run("""
				const { child, events } = await spawned(sh("trap '' TERM; while :; do sleep 600; done"));
				sh('sleep 600').execute();
				return child.pid;
				""").asLong();
		ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
		List<ShellChild> before = this.shell.children();
		assertThat(before).extracting(ShellChild::pid).contains(pid);
		reload(webview("main"));
		Awaitility.await().until(() -> this.shell.children().isEmpty());
		assertThat(process.isAlive()).isFalse();
	}

	@Test
	void programsOfOtherDocumentsAreUnknown() throws Exception {
		ShellChild foreign = this.shell.command("cat").spawn((event) -> {
		});
		assertThat(run("""
				return [await invoke('plugin:shell|kill', { pid: %1$d }),
				  await invoke('plugin:shell|stdin_write', { pid: %1$d, buffer: 'x' })];
				""".formatted(foreign.pid())).toString()).isEqualTo("[null,null]");
		assertThat(foreign.isAlive()).isTrue();
		foreign.kill();
		foreign.onEnd().join();
	}

	// row 168
	@Test
	void sidecarsAreThoseShipped() throws Exception {
		assertThat(run("""
				return [await rejection(Command.sidecar('bin/other').execute()),
				  await rejection(Command.sidecar('sh').execute()),
				  await rejection(Command.sidecar('bin/side').execute())];
				""").toString())
			.isEqualTo("[\"sidecar not configured under `tauri.conf.json > bundle > externalBin`: bin/other\","
					+ "\"sidecar not configured under `tauri.conf.json > bundle > externalBin`: sh\","
					+ "\"No such file or directory (os error 2)\"]");
	}

	@Test
	void outputWithoutEndDoesNotFillTheMemory() throws Exception {
		assertThat(run("return rejection(sh('yes').execute());").asString())
			.isEqualTo("the program wrote more than 67108864 bytes");
		Awaitility.await().until(() -> this.shell.children().isEmpty());
		assertThat(run("""
				const { child, events, end } = await spawned(sh('head -c 3000000 /dev/zero | tr "\\\\0" x'));
				const all = await end;
				return [all.length, all.slice(0, -1).reduce((sum, [, text]) => sum + text.length, 0)];
				""").toString()).isEqualTo("[4,3000000]");
	}

	@Test
	void inputThatIsNotReadDoesNotFillTheMemory() throws Exception {
		assertThat(run("""
				const { child, end } = await spawned(sh('exec sleep 600'));
				const large = 'x'.repeat(1024 * 1024);
				const writes = [1, 2].map(() => rejection(child.write(large)));
				const refused = await Promise.race(writes);
				await child.kill();
				await Promise.all([end, ...writes]);
				return [refused, (await sh('echo on').execute()).stdout];
				""").toString())
			.isEqualTo("[\"too much input waits for the program: the limit is 1048576 bytes\",\"on\\n\"]");
	}

}
