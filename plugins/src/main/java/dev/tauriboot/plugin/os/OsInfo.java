package dev.tauriboot.plugin.os;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.springframework.util.Assert;

/**
 * What the application runs on, in the words that pages know: section 3.6 of the plugins'
 * contract.
 *
 * @param platform the system: {@code linux}, {@code macos}, {@code windows}, or one of
 * the BSDs and {@code solaris}
 * @param osType its kind: {@code linux}, {@code macos} or {@code windows}
 * @param family {@code unix} or {@code windows}
 * @param version the version of the system, on Linux that of the distribution,
 * {@code Unknown} if it does not tell
 * @param arch the processor, such as {@code x86_64} or {@code aarch64}
 * @param eol how lines end
 * @param exeExtension what names of programs end with, without a dot, may be empty
 * @since 0.1.0
 */
public record OsInfo(String platform, String osType, String family, String version, String arch, String eol,
		String exeExtension) {

	private static final String UNKNOWN = "Unknown";

	private static final Map<String, String> ARCHITECTURES = Map.ofEntries(Map.entry("amd64", "x86_64"),
			Map.entry("x86_64", "x86_64"), Map.entry("x64", "x86_64"), Map.entry("i386", "x86"),
			Map.entry("i486", "x86"), Map.entry("i586", "x86"), Map.entry("i686", "x86"), Map.entry("x86", "x86"),
			Map.entry("arm64", "aarch64"), Map.entry("arm32", "arm"), Map.entry("ppc", "powerpc"),
			Map.entry("ppc64", "powerpc64"), Map.entry("ppc64le", "powerpc64"), Map.entry("mips64el", "mips64"),
			Map.entry("mipsel", "mips"), Map.entry("sparcv9", "sparc64"));

	public OsInfo {
		Assert.notNull(platform, "'platform' must not be null");
		Assert.notNull(osType, "'osType' must not be null");
		Assert.notNull(family, "'family' must not be null");
		Assert.notNull(version, "'version' must not be null");
		Assert.notNull(arch, "'arch' must not be null");
		Assert.notNull(eol, "'eol' must not be null");
		Assert.notNull(exeExtension, "'exeExtension' must not be null");
	}

	/**
	 * The system this program runs on.
	 * @return the system
	 */
	public static OsInfo current() {
		return of(System.getProperty("os.name", ""), System.getProperty("os.version", ""),
				System.getProperty("os.arch", ""), Path.of("/"));
	}

	static OsInfo of(String name, String version, String arch, Path root) {
		String platform = platform(name.toLowerCase(Locale.ROOT));
		boolean windows = platform.equals("windows");
		String type = (windows || platform.equals("macos")) ? platform : "linux";
		String processor = arch.toLowerCase(Locale.ROOT);
		return new OsInfo(platform, type, windows ? "windows" : "unix", version(platform, version, root),
				ARCHITECTURES.getOrDefault(processor, processor), windows ? "\r\n" : "\n", windows ? "exe" : "");
	}

	private static String platform(String name) {
		if (name.startsWith("windows")) {
			return "windows";
		}
		if (name.startsWith("mac") || name.startsWith("darwin")) {
			return "macos";
		}
		for (String bsd : new String[] { "freebsd", "dragonfly", "netbsd", "openbsd" }) {
			if (name.startsWith(bsd)) {
				return bsd;
			}
		}
		return (name.startsWith("sunos") || name.startsWith("solaris")) ? "solaris" : "linux";
	}

	private static String version(String platform, String version, Path root) {
		if (platform.equals("linux")) {
			return distribution(root);
		}
		if (version.isEmpty()) {
			return UNKNOWN;
		}
		// 14.5 and 10.0: the third number counts for pages that compare versions.
		long dots = version.chars().filter((c) -> c == '.').count();
		return (dots == 1 && (platform.equals("macos") || platform.equals("windows"))) ? version + ".0" : version;
	}

	private static String distribution(Path root) {
		for (String file : new String[] { "etc/os-release", "usr/lib/os-release" }) {
			try {
				for (String line : Files.readAllLines(root.resolve(file), StandardCharsets.UTF_8)) {
					if (line.startsWith("VERSION_ID=")) {
						String value = line.substring("VERSION_ID=".length()).strip().replaceAll("^[\"']|[\"']$", "");
						return value.isEmpty() ? UNKNOWN : value;
					}
				}
				return UNKNOWN;
			}
			catch (IOException ex) {
				// The other place, then.
			}
		}
		return UNKNOWN;
	}

}
