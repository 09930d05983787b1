package dev.tauriboot.plugin.os;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.tauriboot.plugin.ScriptPlugin;
import tools.jackson.core.io.JsonStringEncoder;

import org.springframework.util.Assert;

/**
 * The plugin {@code os}: tells every page what the application runs on.
 *
 * @since 0.1.0
 */
public class OsPlugin extends ScriptPlugin {

	private final Os os;

	/**
	 * Create the plugin.
	 * @param os the system
	 */
	public OsPlugin(Os os) {
		super("os", () -> true);
		Assert.notNull(os, "'os' must not be null");
		this.os = os;
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
		String script = super.initializationScript();
		Assert.state(script != null, "there is no script");
		return script.replace("__VALUES__", json.append('}'));
	}

}
