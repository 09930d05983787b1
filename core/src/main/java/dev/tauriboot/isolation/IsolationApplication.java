package dev.tauriboot.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.tauriboot.asset.AppAssets;
import dev.tauriboot.asset.InlinedPage;
import dev.tauriboot.asset.InlinedPageException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.log.LogMessage;
import org.springframework.util.Assert;

/**
 * The application that the isolation frame shows: one document, read at the start, with
 * the script before it that runs its hook.
 *
 * @since 0.1.0
 */
public final class IsolationApplication {

	/** The global that is the hook. */
	public static final String HOOK = "__TAURI_ISOLATION_HOOK__";

	private static final String SETUP = "__TAURI_SETUP__";

	private static final String LIMIT = "__TAURI_LIMIT__";

	private static final String GUARD = "__TAURI_GUARD__()";

	private static final Log logger = LogFactory.getLog(IsolationApplication.class);

	private final String location;

	private final InlinedPage page;

	private final String script;

	private final String browserScript;

	private volatile InlinedPage guarded;

	private IsolationApplication(String location, InlinedPage page, List<HookDialect> dialects) {
		this.location = location;
		this.page = page;
		this.guarded = page;
		this.script = script(dialects, "native.js");
		this.browserScript = script(dialects, "webcrypto.js");
	}

	/**
	 * Read an application.
	 * @param loader loader of resources
	 * @param location its folder, such as {@code classpath:/isolation} or
	 * {@code file:isolation}
	 * @param dialects the dialects of its hook, none to tell by its code
	 * @return the application
	 * @throws IsolationApplicationException if it is missing or cannot work
	 */
	public static IsolationApplication load(ResourceLoader loader, String location, List<HookDialect> dialects) {
		Assert.notNull(loader, "'loader' must not be null");
		Assert.notNull(dialects, "'dialects' must not be null");
		InlinedPage page;
		try {
			page = InlinedPage.load(new AppAssets(loader, location));
		}
		catch (InlinedPageException ex) {
			throw new IsolationApplicationException(location, String.valueOf(ex.getMessage()));
		}
		String code = page.code();
		if (!code.contains(HOOK)) {
			throw new IsolationApplicationException(location, "none of its scripts sets window." + HOOK);
		}
		List<HookDialect> own = dialects.isEmpty() ? HookDialect.detect(code) : dialects;
		if (own.isEmpty()) {
			throw new IsolationApplicationException(location, "its hook is written for the messages of Tauri 1, "
					+ "which are not shown to it; if it is not, set 'tauri.app.security.pattern.options.dialect'");
		}
		logger.info(LogMessage.format("The isolation hook of '%s' sees messages in the dialect %s", location,
				own.stream().map(HookDialect::toString).collect(Collectors.joining(", "))));
		return new IsolationApplication(location, page, own);
	}

	private static String script(List<HookDialect> dialects, String transport) {
		String list = dialects.stream().map((dialect) -> "'" + dialect + "'").collect(Collectors.joining(", "));
		StringBuilder text = new StringBuilder("(() => { 'use strict';\ndocument.currentScript.remove();\n");
		text.append("const DIALECTS = [").append(list).append("];\n");
		List<String> files = new ArrayList<>(List.of("isolation/globals.js", "bootstrap/serialize.js",
				"isolation/dialects.js", "isolation/windows.js", "isolation/hook.js"));
		if (dialects.contains(HookDialect.INVOKE)) {
			files.add("isolation/edits.js");
		}
		files.add("isolation/" + transport);
		for (String file : files) {
			text.append(read(file)).append('\n');
		}
		return text.append("})();\n").toString();
	}

	private static String read(String file) {
		try {
			return new ClassPathResource("dev/tauriboot/" + file, IsolationApplication.class.getClassLoader())
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read the script " + file, ex);
		}
	}

	void guard(LoopGuard guard) {
		this.guarded = this.page.edit((name, module, script) -> {
			try {
				return guard.guard(script, module, GUARD);
			}
			catch (IllegalArgumentException ex) {
				logger.warn(LogMessage.format(
						"%s of the isolation application at '%s' cannot be read (%s): "
								+ "should it run on for ever, it cannot be ended",
						name, this.location, ex.getMessage()));
				return script;
			}
		});
	}

	/**
	 * The document for a window.
	 * @param nonce nonce of every script and style in it
	 * @param limit how long its guarded scripts may run on
	 */
	String render(String nonce, Duration limit) {
		return this.guarded.render(this.script.replace(LIMIT, String.valueOf(limit.toMillis())), nonce);
	}

	/**
	 * The document for a browser, which is told what it needs within it.
	 * @param nonce nonce of every script and style in it
	 * @param setup a script's expression, in UTF-8; as bytes because it holds the key
	 */
	byte[] render(String nonce, byte[] setup) {
		String mark = SETUP + nonce;
		String html = this.page.render(this.browserScript.replace(SETUP, mark), nonce);
		int at = html.indexOf(mark);
		byte[] before = html.substring(0, at).getBytes(StandardCharsets.UTF_8);
		byte[] after = html.substring(at + mark.length()).getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(before.length + setup.length + after.length)
			.put(before)
			.put(setup)
			.put(after)
			.array();
	}

	@Override
	public String toString() {
		return this.location;
	}

}
