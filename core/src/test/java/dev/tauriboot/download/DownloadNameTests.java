package dev.tauriboot.download;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DownloadNameTests {

	private static final String URL = "https://example.com/files/report.csv?token=secret#part";

	@Test
	void proposalComesBeforeTheUrl() {
		assertThat(DownloadName.of("mine.txt", URL)).isEqualTo("mine.txt");
		assertThat(DownloadName.of(null, URL)).isEqualTo("report.csv");
		assertThat(DownloadName.of("", URL)).isEqualTo("report.csv");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com/", "https://example.com", "https://example.com/a/",
			"data:text/plain,a/b", "blob:http://tauri.localhost/0b", "https://example.com/..",
			"https://example.com/%2e%2e", "https://example.com/%" })
	void somethingIsAlwaysProposed(String url) {
		assertThat(DownloadName.of(null, url)).isIn("download", "%");
	}

	@Test
	void urlIsDecoded() {
		assertThat(DownloadName.of(null, "https://example.com/a%20b+c%C3%BC.txt")).isEqualTo("a b+cü.txt");
		assertThat(DownloadName.of(null, "https://example.com/x%2F..%2Fy%5Cz.txt")).isEqualTo("z.txt");
	}

	@ParameterizedTest
	@CsvSource({ "../../etc/passwd,passwd", "'C:\\Windows\\evil.exe',evil.exe", ".bashrc,bashrc", "' . .hidden',hidden",
			"'name. . ',name", "a:b*c?.txt,a_b_c_.txt", "CON,_CON", "nul.txt,_nul.txt", "'Aux .h',_Aux .h",
			"COM1.tar.gz,_COM1.tar.gz", "console,console", "com10,com10", "a/,report.csv", "...,report.csv" })
	void nameIsThatOfAPlainFile(String proposed, String name) {
		assertThat(DownloadName.of(proposed, URL)).isEqualTo(name);
	}

	@Test
	void whatCannotBeSeenIsLeftOut() {
		assertThat(DownloadName.of("a\u0000\r\n\u202egnp\u200b.e\u2066xe\ud800", URL)).isEqualTo("agnp.exe");
	}

	@Test
	void longNameKeepsItsExtension() {
		String name = DownloadName.of("ü".repeat(500) + ".tar.gz", URL);
		assertThat(name).endsWith("ü.gz");
		assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(190, 200);
		assertThat(DownloadName.of("\ud83d\ude00".repeat(300), URL)).doesNotContain("?").hasSize(100);
	}

}
