package dev.tauriboot.plugin.os;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OsInfo} and {@link Os}.
 */
class OsInfoTests {

	@TempDir
	private Path root;

	@ParameterizedTest
	@CsvSource({ "Linux, linux, linux, unix, ''", "Mac OS X, macos, macos, unix, ''", "Darwin, macos, macos, unix, ''",
			"Windows 11, windows, windows, windows, exe", "FreeBSD, freebsd, linux, unix, ''",
			"OpenBSD, openbsd, linux, unix, ''", "SunOS, solaris, linux, unix, ''" })
	void systemsAreNamedAsPagesKnowThem(String name, String platform, String type, String family, String extension) {
		OsInfo info = OsInfo.of(name, "1.2", "amd64", this.root);
		assertThat(info.platform()).isEqualTo(platform);
		assertThat(info.osType()).isEqualTo(type);
		assertThat(info.family()).isEqualTo(family);
		assertThat(info.exeExtension()).isEqualTo(extension);
		assertThat(info.eol()).isEqualTo(family.equals("windows") ? "\r\n" : "\n");
	}

	// row 181
	@ParameterizedTest
	@CsvSource({ "amd64, x86_64", "x86_64, x86_64", "i386, x86", "aarch64, aarch64", "ppc64le, powerpc64",
			"riscv64, riscv64", "s390x, s390x", "arm, arm" })
	void processorsAreNamedAsPagesKnowThem(String name, String arch) {
		assertThat(OsInfo.of("Linux", "6.1", name, this.root).arch()).isEqualTo(arch);
	}

	// row 182
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "VERSION_ID=\"12\" | 12", "VERSION_ID=24.04 | 24.04", "VERSION_ID='9' | 9",
			"ID=arch | Unknown", "VERSION_ID= | Unknown" })
	void versionOnLinuxIsThatOfTheDistribution(String line, String version) throws IOException {
		Files.createDirectories(this.root.resolve("etc"));
		Files.writeString(this.root.resolve("etc/os-release"), "NAME=x\n" + line + "\n");
		assertThat(OsInfo.of("Linux", "6.1.0-18-amd64", "amd64", this.root).version()).isEqualTo(version);
	}

	@ParameterizedTest
	@CsvSource({ "Mac OS X, 14.5, 14.5.0", "Mac OS X, 14.5.1, 14.5.1", "Windows 11, 10.0, 10.0.0",
			"FreeBSD, 14.1, 14.1", "Windows 11, '', Unknown", "Linux, 6.1, Unknown" })
	void versionElsewhereIsThatOfTheSystem(String name, String version, String expected) {
		assertThat(OsInfo.of(name, version, "amd64", this.root).version()).isEqualTo(expected);
	}

	@Test
	void hostnameIsThatOfTheKernel() throws IOException {
		Files.createDirectories(this.root.resolve("proc/sys/kernel"));
		Files.writeString(this.root.resolve("proc/sys/kernel/hostname"), "box\n");
		assertThat(Os.hostname(Map.of("HOSTNAME", "other"), this.root)).isEqualTo("box");
	}

	@Test
	void hostnameIsThatOfTheEnvironmentElsewhere() {
		assertThat(Os.hostname(Map.of("HOSTNAME", "", "COMPUTERNAME", "BOX"), this.root)).isEqualTo("BOX");
		assertThat(Os.hostname(Map.of(), this.root)).isNotEmpty();
	}

	@Test
	void scriptEscapesWhatItHolds() {
		Os os = new Os(new OsInfo("linux", "linux", "unix", "1\"</script>\n", "x86_64", "\n", ""));
		assertThat(new OsPlugin(os).initializationScript()).contains("\"version\":\"1\\\"</script>\\n\"")
			.contains("\"eol\":\"\\n\"")
			.doesNotContain("__VALUES__");
	}

}
