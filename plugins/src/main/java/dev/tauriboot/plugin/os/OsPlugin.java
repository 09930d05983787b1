package dev.tauriboot.plugin.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.tauriboot.plugin.TauriPlugin;
import tools.jackson.core.io.JsonStringEncoder;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.Assert;

/**
 * The plugin {@code os}: tells every page what the application runs on.
 *
 * @since 0.1.0
 */
public class OsPlugin implements TauriPlugin {

	private final Os os;

	/**
	 * Create the plugin.
	 * @param os the system
	 */
	public OsPlugin(Os os) {
		Assert.notNull(os, "'os' must not be null");
		this.os = os;
	}

	@Override
	public String name() {
		return "os";
	}

	@Override
	public String initializationScript() {
		OsInfo info = this.os.info();
		Map<String, String> values = new LinkedHashMap<>();
		values.put("eol", info.eol());
		values.put("os_type", info.osType());
		values.put("platform", info.platform());
		values.put("family", info.family());
		values.put("version", info.version());
		values.put("arch", info.arch());
		values.put("exe_extension", info.exeExtension());
		StringBuilder json = new StringBuilder("{");
		values.forEach((key, value) -> {
			json.append((json.length() > 1) ? "," : "").append('"').append(key).append("\":\"");
			json.append(JsonStringEncoder.getInstance().quoteAsCharArray(value)).append('"');
		});
		return script().replace("__VALUES__", json.append('}'));
	}

	private static String script() {
		try {
			return new ClassPathResource("init.js", OsPlugin.class).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
