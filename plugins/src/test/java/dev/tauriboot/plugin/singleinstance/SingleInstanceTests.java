package dev.tauriboot.plugin.singleinstance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SingleInstance} within one process. Two are in the tests of the
 * auto-configuration.
 */
class SingleInstanceTests {

	private static final SecondInstanceEvent START = new SecondInstanceEvent(List.of("/opt/notes", "a b", "", "ü"),
			"/home/x");

	private final BlockingQueue<SecondInstanceEvent> heard = new LinkedBlockingQueue<>();

	@TempDir
	private Path folder;

	private SingleInstance instance;

	@AfterEach
	void close() {
		if (this.instance != null) {
			this.instance.close();
		}
	}

	private Path directory() {
		return this.folder.resolve("notes");
	}

	private void claim() throws IOException {
		this.instance = SingleInstance.claim(List.of(directory()), START);
		assertThat(this.instance).isNotNull();
	}

	private void send(byte[] message) throws IOException {
		try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			channel.connect(UnixDomainSocketAddress.of(directory().resolve("socket")));
			channel.write(ByteBuffer.wrap(message));
			channel.shutdownOutput();
			channel.read(ByteBuffer.allocate(1));
		}
		catch (SocketException ex) {
			// The answer to nonsense.
		}
	}

	// row 280
	@Test
	void startsAreHeardAlsoBeforeSomebodyListens() throws Exception {
		claim();
		send(StartMessage.write(START));
		this.instance.listen(this.heard::add);
		assertThat(this.heard.poll(20, TimeUnit.SECONDS)).isEqualTo(START);
		SecondInstanceEvent other = new SecondInstanceEvent(List.of(), "");
		send(StartMessage.write(other));
		assertThat(this.heard.poll(20, TimeUnit.SECONDS)).isEqualTo(other);
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void noMoreStartsWaitThanMay(CapturedOutput output) throws Exception {
		this.instance = SingleInstance.claim(List.of(directory()), START, 2);
		send(StartMessage.write(START));
		send(StartMessage.write(START));
		await().untilAsserted(() -> assertThat(this.instance).extracting("pending", LIST).hasSize(2));
		assertThat(output).doesNotContain("max-waiting");
		send(StartMessage.write(START));
		await().untilAsserted(() -> assertThat(output)
			.containsOnlyOnce("is not told of a second start: 2 wait already until it is ready "
					+ "(tauri.plugins.single-instance.max-waiting)"));
		assertThat(this.instance).extracting("pending", LIST).hasSize(2);
		this.instance.listen(this.heard::add);
		assertThat(this.heard.poll(20, TimeUnit.SECONDS)).isEqualTo(START);
		assertThat(this.heard.poll(20, TimeUnit.SECONDS)).isEqualTo(START);
		SecondInstanceEvent other = new SecondInstanceEvent(List.of(), "");
		send(StartMessage.write(other));
		assertThat(this.heard.poll(20, TimeUnit.SECONDS)).isEqualTo(other);
	}

	@Test
	void someStartMayWait() {
		assertThatIllegalArgumentException().isThrownBy(() -> SingleInstance.claim(List.of(directory()), START, 0))
			.withMessage("'maxWaiting' must be above 0");
	}

	@Test
	void thisProcessIsTheOneOnce() throws IOException {
		claim();
		assertThatIllegalStateException().isThrownBy(() -> SingleInstance.claim(List.of(directory()), START));
		this.instance.close();
		this.instance.close();
		claim();
	}

	// row 281
	@Test
	void socketThatNobodyServesIsRemoved() throws Exception {
		Files.createDirectories(directory());
		try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			dead.bind(UnixDomainSocketAddress.of(directory().resolve("socket")));
		}
		assertThat(directory().resolve("socket")).exists();
		claim();
		this.instance.listen(this.heard::add);
		send(StartMessage.write(START));
		assertThat(this.heard.poll(20, TimeUnit.SECONDS)).isEqualTo(START);
		this.instance.close();
		assertThat(directory().resolve("socket")).doesNotExist();
	}

	@Test
	void nonsenseIsNotHeard() throws Exception {
		claim();
		this.instance.listen(this.heard::add);
		send(new byte[0]);
		send("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		send(new byte[] { 0x54, 0x42, 0x4F, 0x31, 0x7F, 0, 0, 0 });
		send(new byte[] { 0x54, 0x42, 0x4F, 0x31, 0, 0, 0, 1, 0x7F, 0, 0, 0 });
		send(StartMessage.write(START));
		assertThat(this.heard.poll(20, TimeUnit.SECONDS)).isEqualTo(START);
		assertThat(this.heard).isEmpty();
		assertThatIOException()
			.isThrownBy(() -> StartMessage
				.read(new ByteArrayInputStream(new byte[] { 0x54, 0x42, 0x4F, 0x31, 0, 0, 0, 1, 0, 0, 0, 9, 1 })))
			.withMessage("the message broke off");
	}

	// row 282
	@ParameterizedTest
	@ValueSource(strings = { "rwxrwxrwx", "rwx------", "rwxr-xr-x" })
	void directoryIsOfThisUserAlone(String permissions) throws IOException {
		Files.createDirectory(directory());
		Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString(permissions));
		claim();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory()))).isEqualTo("rwx------");
	}

	// row 282; only root may become somebody else
	@Test
	@EnabledIf("isRoot")
	void otherUsersProcessCannotConnect() throws Exception {
		claim();
		this.instance.listen(this.heard::add);
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		assertThat(connectAsSomebodyElse()).isEqualTo("Permission denied\n");
		// Who may come that far is not heard either.
		Files.setPosixFilePermissions(directory(), PosixFilePermissions.fromString("rwxrwxrwx"));
		Files.setPosixFilePermissions(directory().resolve("socket"), PosixFilePermissions.fromString("rwxrwxrwx"));
		assertThat(connectAsSomebodyElse()).startsWith("connected\n").doesNotContain("\nheard");
		send(StartMessage.write(new SecondInstanceEvent(List.of("mine"), "")));
		assertThat(this.heard.poll(20, TimeUnit.SECONDS)).isEqualTo(new SecondInstanceEvent(List.of("mine"), ""));
		assertThat(this.heard).isEmpty();
	}

	static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private String connectAsSomebodyElse() throws Exception {
		String name = Stranger.class.getName().replace('.', '/') + ".class";
		Path program = this.folder.resolve(name);
		Files.createDirectories(program.getParent());
		try (InputStream content = Stranger.class.getClassLoader().getResourceAsStream(name)) {
			Files.copy(content, program, StandardCopyOption.REPLACE_EXISTING);
		}
		Path message = Files.write(this.folder.resolve("message"), StartMessage.write(START));
		Process process = new ProcessBuilder("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
				Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:TieredStopAtLevel=1", "-cp",
				this.folder.toString(), Stranger.class.getName(), directory().resolve("socket").toString(),
				message.toString())
			.redirectErrorStream(true)
			.start();
		try (InputStream output = process.getInputStream()) {
			return new String(output.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	@Test
	void newDirectoryIsOfThisUserAlone() throws IOException {
		claim();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory()))).isEqualTo("rwx------");
	}

	@Test
	void placeThatCannotBeUsedIsSkipped() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), Files.createDirectory(directory()));
		Path tooLong = this.folder.resolve("x".repeat(100));
		Path good = this.folder.resolve("good");
		this.instance = SingleInstance.claim(List.of(link, tooLong, good), START);
		assertThat(good.resolve("lock")).exists();
		assertThatIOException().isThrownBy(() -> SingleInstance.claim(List.of(link, tooLong), START))
			.withMessage("there is no place for the lock");
	}

}
