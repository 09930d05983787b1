package dev.tauriboot.plugin.os;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * What the application runs on. A bean.
 *
 * @since 0.1.0
 */
public class Os {

	private final OsInfo info;

	private volatile @Nullable String hostname;

	/**
	 * Create the bean for the system this program runs on.
	 */
	public Os() {
		this(OsInfo.current());
	}

	/**
	 * Create the bean for a system.
	 * @param info the system
	 */
	public Os(OsInfo info) {
		Assert.notNull(info, "'info' must not be null");
		this.info = info;
	}

	/**
	 * The system.
	 * @return what is known of it
	 */
	public OsInfo info() {
		return this.info;
	}

	/**
	 * The user's language.
	 * @return a BCP 47 tag, or {@code null} if there is none
	 */
	public @Nullable String locale() {
		String tag = Locale.getDefault().toLanguageTag();
		return tag.equals("und") ? null : tag;
	}

	/**
	 * The name of this computer. May block for some time when it is asked first.
	 * @return the name, {@code localhost} if it has none
	 */
	public String hostname() {
		String known = this.hostname;
		if (known == null) {
			known = hostname(System.getenv(), Path.of("/"));
			this.hostname = known;
		}
		return known;
	}

	static String hostname(Map<String, String> environment, Path root) {
		// What the kernel says comes first: the variable may be that of another machine.
		for (String file : new String[] { "proc/sys/kernel/hostname", "etc/hostname" }) {
			try {
				String name = Files.readString(root.resolve(file), StandardCharsets.UTF_8).strip();
				if (!name.isEmpty()) {
					return name;
				}
			}
			catch (IOException ex) {
				// Not every system has it.
			}
		}
		for (String variable : new String[] { "HOSTNAME", "COMPUTERNAME" }) {
			String name = environment.get(variable);
			if (StringUtils.hasText(name)) {
				return name;
			}
		}
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "localhost";
		}
	}

}
