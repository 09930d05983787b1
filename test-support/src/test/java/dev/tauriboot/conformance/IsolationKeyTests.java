package dev.tauriboot.conformance;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

import javax.crypto.SecretKey;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.tauriboot.isolation.IsolationPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The key in the memory, the log and the pages of the application.
 */
@TestPropertySource(properties = { "tauri.app.security.pattern.use=isolation",
		"tauri.app.security.pattern.options.dir=classpath:/isolation" })
@ExtendWith(OutputCaptureExtension.class)
class IsolationKeyTests extends PageTests {

	private static final int CHUNK = 8 * 1024 * 1024;

	private static final int OVERLAP = 256;

	@Autowired
	IsolationPattern pattern;

	@Test
	void keyIsNoTextInLogPageOrHeapDump(@TempDir Path folder, CapturedOutput output) throws Exception {
		String html = htmlAfterLoggedCalls();
		Path dump = folder.resolve("heap.hprof");
		ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), false);
		// Made only now, so that the dump has none of them.
		Object session = this.pattern.session(awaitPage(webview("main"), null));
		List<String> texts = new ArrayList<>();
		for (Object owner : List.of(session, ReflectionTestUtils.getField(this.pattern, "key"))) {
			texts.addAll(texts(((SecretKey) ReflectionTestUtils.getField(owner, "key")).getEncoded()));
		}
		String control = this.pattern.application().toString();
		assertThat(found(dump, texts)).isEmpty();
		assertThat(found(dump, List.of(control))).containsExactly(control);
		assertThat(output.getAll()).contains("TRACE");
		assertThat(html).contains("__tauri_isolation__");
		assertThat(texts).noneMatch(output.getAll()::contains).noneMatch(html::contains);
	}

	private String htmlAfterLoggedCalls() throws Exception {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		LogLevel before = logging.getLoggerConfiguration(LoggingSystem.ROOT_LOGGER_NAME).getEffectiveLevel();
		logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.TRACE);
		try {
			reload(webview("main"));
			return js("""
					await invoke('greet', { userName: 'World' });
					await invoke('echo_bytes', new Uint8Array(2 * 1024 * 1024));
					await rejection(invoke('greet', { rule: 'throw' }));
					return document.documentElement.outerHTML;
					""").asString();
		}
		finally {
			logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, before);
		}
	}

	private static List<String> texts(byte[] key) {
		assertThat(key).hasSize(32);
		StringJoiner signed = new StringJoiner(",");
		StringJoiner unsigned = new StringJoiner(",");
		for (int i = 0; i < 16; i++) {
			signed.add(Byte.toString(key[i]));
			unsigned.add(Integer.toString(key[i] & 0xff));
		}
		String base64 = Base64.getEncoder().encodeToString(key).substring(0, 40);
		return List.of(HexFormat.of().formatHex(key), HexFormat.of().withUpperCase().formatHex(key), base64,
				base64.replace('+', '-').replace('/', '_'), signed.toString(), unsigned.toString(),
				signed.toString().replace(",", ", "), unsigned.toString().replace(",", ", "));
	}

	private static List<String> found(Path dump, List<String> texts) throws Exception {
		List<String> found = new ArrayList<>();
		byte[] chunk = new byte[CHUNK];
		try (InputStream in = Files.newInputStream(dump)) {
			int kept = 0;
			for (int read = in.readNBytes(chunk, 0, CHUNK); read > 0; read = in.readNBytes(chunk, kept, CHUNK - kept)) {
				int length = kept + read;
				String text = new String(chunk, 0, length, StandardCharsets.ISO_8859_1);
				texts.stream().filter((one) -> !found.contains(one) && text.contains(one)).forEach(found::add);
				kept = Math.min(OVERLAP, length);
				System.arraycopy(chunk, length - kept, chunk, 0, kept);
			}
		}
		return found;
	}

}
