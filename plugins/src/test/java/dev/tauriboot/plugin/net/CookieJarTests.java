package dev.tauriboot.plugin.net;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import dev.tauriboot.url.WebUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CookieJar}.
 */
class CookieJarTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	@TempDir
	private Path folder;

	private final CookieJar jar = new CookieJar(null, 3000, Clock.fixed(NOW, ZoneOffset.UTC));

	private static WebUrl url(String url) {
		WebUrl parsed = WebUrl.parse(url);
		assertThat(parsed).isNotNull();
		return parsed;
	}

	@ParameterizedTest
	@CsvSource({ "https://a.example.com/x/y, a=1, https://a.example.com/x/z, a=1",
			"https://a.example.com/x/y, a=1, https://a.example.com/x, a=1",
			"https://a.example.com/x/y, a=1, https://a.example.com/xy,",
			"https://a.example.com/x/y, a=1; Path=/, https://a.example.com/, a=1",
			"https://a.example.com/, a=1, https://b.example.com/,",
			"https://a.example.com/, a=1, https://x.a.example.com/,",
			"https://a.example.com/, a=1; Domain=example.com, https://b.example.com/, a=1",
			"https://a.example.com/, a=1; Domain=.example.com, https://example.com/, a=1",
			"https://a.example.com/, a=1; Domain=example.com, https://badexample.com/,",
			"https://a.example.com/, a=1; Domain=other.com, https://other.com/,",
			"https://a.example.com/, a=1; Domain=com, https://b.com/,",
			"https://a.example.com/, a=1; Secure, http://a.example.com/,",
			"https://a.example.com/, a=1; Secure, https://a.example.com/, a=1",
			"http://a.example.com/, a=1; Secure, https://a.example.com/,",
			"http://1.2.3.4/, a=1; Domain=3.4, http://1.2.3.4/,",
			"http://localhost:81/, a=1, http://localhost:82/, a=1",
			"https://a.example.com/, __Secure-a=1, https://a.example.com/,",
			"https://a.example.com/, __Host-a=1; Secure; Path=/, https://a.example.com/x, __Host-a=1",
			"https://a.example.com/, __Host-a=1; Secure; Path=/; Domain=example.com, https://a.example.com/x,",
			"https://a.example.com/, a=1; Max-Age=0, https://a.example.com/,",
			"https://a.example.com/, a=1; Max-Age=10, https://a.example.com/, a=1",
			"https://a.example.com/, 'a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', https://a.example.com/,",
			"https://a.example.com/, =, https://a.example.com/,",
			"https://a.example.com/, '', https://a.example.com/," })
	void cookiesGoWhereTheyMay(String from, String cookie, String to, String sent) {
		this.jar.set(url(from), cookie);
		assertThat(this.jar.header(url(to))).isEqualTo(sent);
	}

	@Test
	void newerValueTakesThePlace() {
		WebUrl url = url("http://x.example.com/a/b");
		this.jar.set(url, "a=1; Path=/");
		this.jar.set(url, "b=2");
		this.jar.set(url, "a=3; Path=/");
		assertThat(this.jar.header(url)).isEqualTo("b=2; a=3");
		this.jar.set(url, "b=; Max-Age=-1");
		assertThat(this.jar.header(url)).isEqualTo("a=3");
		this.jar.clear();
		assertThat(this.jar.header(url)).isNull();
	}

	@Test
	void floodLeavesRoomForOthers() {
		this.jar.set(url("http://kept.example.com/"), "kept=1");
		for (int i = 0; i < 1000; i++) {
			this.jar.set(url("http://flood.example.com/"), "c" + i + "=1");
		}
		this.jar.set(url("http://flood.example.com/"), "long=" + "x".repeat(5000));
		assertThat(this.jar.header(url("http://flood.example.com/")).split("; ")).hasSize(180);
		assertThat(this.jar.header(url("http://kept.example.com/"))).isEqualTo("kept=1");
	}

	@Test
	void oldestIsForgottenForANewOne() {
		CookieJar small = new CookieJar(null, 3);
		for (String host : List.of("a", "b", "c")) {
			small.set(url("http://" + host + ".example.com/"), "x=1");
		}
		assertThat(small.header(url("http://a.example.com/"))).isEqualTo("x=1");
		small.set(url("http://d.example.com/"), "x=1");
		assertThat(small.header(url("http://a.example.com/"))).isNull();
		for (String host : List.of("b", "c", "d")) {
			assertThat(small.header(url("http://" + host + ".example.com/"))).isEqualTo("x=1");
		}
	}

	@Test
	void cookiesWithADateAreKept() throws Exception {
		Path file = this.folder.resolve("cache/.cookies");
		WebUrl url = url("https://example.com/");
		try (CookieJar first = new CookieJar(file)) {
			first.set(url, "kept=1; Max-Age=1000; Secure; HttpOnly");
			first.set(url, "session=1");
		}
		try (CookieJar second = new CookieJar(file)) {
			assertThat(second.header(url)).isEqualTo("kept=1");
			assertThat(second.header(url("http://example.com/"))).isNull();
		}
		try (Stream<Path> files = Files.list(file.getParent())) {
			assertThat(files).containsExactly(file);
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void onlyTheUserReadsThem() throws Exception {
		Path file = this.folder.resolve(".cookies");
		try (CookieJar jar = new CookieJar(file)) {
			jar.set(url("https://example.com/"), "kept=1; Max-Age=1000");
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "{}", "[null]", "[{}]", "[{\"name\":1}]" })
	void fileThatCannotBeReadIsForgotten(String content) throws Exception {
		Path file = Files.writeString(this.folder.resolve(".cookies"), content);
		try (CookieJar jar = new CookieJar(file)) {
			WebUrl url = url("https://example.com/");
			assertThat(jar.header(url)).isNull();
			jar.set(url, "kept=1; Max-Age=1000");
			assertThat(jar.header(url)).isEqualTo("kept=1");
		}
		assertThat(file).content().contains("kept");
	}

}
