package dev.tauriboot.boot.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.tauriboot.Origin;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.WindowOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Properties of a Tauri application. The tree is that of {@code tauri.conf.json}, so that
 * an existing file's content can be pasted below the prefix; keys it has and this does
 * not are ignored.
 *
 * @param identifier reverse-domain identifier of the application, which names its data
 * directories
 * @param productName name of the application as users see it; spring.application.name by
 * default, else the last part of the identifier
 * @param version version of the application; that of the main class's package by default,
 * else 0.1.0
 * @param runtime what shows the windows
 * @param development whether error texts explain themselves to the page; on by default
 * when a dev-url is set
 * @param build where the front end comes from
 * @param app windows and security
 * @param ipc limits of the message passing
 * @param javafx settings of the JavaFX runtime
 * @param browser settings of the browser runtime
 * @param webview settings of the pages' engine
 * @param bundle the application as it is packed
 * @since 0.1.0
 */
@ConfigurationProperties("tauri")
public record TauriProperties(@DefaultValue("dev.tauriboot.app") String identifier, @Nullable String productName,
		@Nullable String version, @DefaultValue("auto") RuntimeType runtime, @Nullable Boolean development,
		@DefaultValue Build build, @DefaultValue App app, @DefaultValue Ipc ipc, @DefaultValue Javafx javafx,
		@DefaultValue Browser browser, @DefaultValue Webview webview, @DefaultValue Bundle bundle) {

	/**
	 * Whether error texts explain themselves to the page.
	 * @return {@code true} in development
	 */
	public boolean isDevelopment() {
		return (this.development != null) ? this.development : this.build.devUrl() != null;
	}

	// Boot has the version from the manifest beside the main class.
	PackageInfo packageInfo(Environment environment) {
		String name = this.productName;
		if (!StringUtils.hasText(name)) {
			name = environment.getProperty("spring.application.name");
		}
		if (!StringUtils.hasText(name)) {
			name = this.identifier.substring(this.identifier.lastIndexOf('.') + 1);
		}
		String version = this.version;
		if (!StringUtils.hasText(version)) {
			version = environment.getProperty("spring.application.version");
		}
		return new PackageInfo(name, StringUtils.hasText(version) ? version : "0.1.0", this.identifier);
	}

	/**
	 * Whether pages get to know why a call was refused.
	 * @return {@code true} if so configured, or else in development
	 */
	public boolean isAclDetailed() {
		AclErrors errors = this.app.security().aclErrors();
		return (errors != null) ? errors == AclErrors.DETAILED : isDevelopment();
	}

	/**
	 * What shows the windows.
	 */
	public enum RuntimeType {

		/** JavaFX where a display is there, else a browser. */
		AUTO,

		/** JavaFX WebViews. */
		JAVAFX,

		/** The user's browser, served on the loopback interface. */
		BROWSER,

		/** Nothing: windows exist in memory only. */
		NONE

	}

	/**
	 * Where the front end comes from.
	 *
	 * @param frontendDist location of the front end's files
	 * @param devUrl URL of a development server to show instead
	 * @param maxDevSize how large a request to it or a message of its web sockets may be,
	 * and all of those that wait for a page
	 * @param maxDevSockets how many web sockets to it pages may have open
	 */
	public record Build(@DefaultValue("classpath:/app") String frontendDist, @Nullable String devUrl,
			@DefaultValue("64MB") DataSize maxDevSize, @DefaultValue("256") int maxDevSockets) {

		/**
		 * The origin of the development server.
		 * @return the origin, or {@code null} if none is configured
		 * @throws IllegalArgumentException if the URL is none of HTTP
		 */
		public @Nullable Origin devOrigin() {
			if (this.devUrl == null) {
				return null;
			}
			Origin origin = Origin.of(this.devUrl);
			Assert.isTrue(origin != null && origin.scheme().equals("http"),
					() -> "'tauri.build.dev-url' must be an http URL: " + this.devUrl);
			return origin;
		}

	}

	/**
	 * Windows and security.
	 *
	 * @param windows windows to open at start; one labelled main if none is given
	 * @param withGlobalTauri whether pages get the API as window.__TAURI__
	 * @param exitOnLastWindowClosed whether the application ends when its last window
	 * closes
	 * @param exitJvm whether the JVM ends with the application
	 * @param mocks whether pages can replace what reaches the back end by the mocks of
	 * the API; for tests
	 * @param maxWindows how many windows, and webviews, there may be for a page to open
	 * another
	 * @param maxQueuedDialogs how many dialogs of a window may wait for the one it shows
	 * @param security hardening of the pages
	 */
	public record App(@DefaultValue List<WindowProperties> windows, @DefaultValue("false") boolean withGlobalTauri,
			@DefaultValue("true") boolean exitOnLastWindowClosed, @DefaultValue("true") boolean exitJvm,
			@DefaultValue("false") boolean mocks, @DefaultValue("256") int maxWindows,
			@DefaultValue("16") int maxQueuedDialogs, @DefaultValue Security security) {

		/**
		 * The windows to open at start.
		 * @return their options
		 */
		public List<WindowOptions> windowOptions() {
			return this.windows.isEmpty() ? List.of(WindowOptions.of("main"))
					: this.windows.stream().filter(WindowProperties::create).map(WindowProperties::toOptions).toList();
		}

		/**
		 * One of the windows of the configuration, whether it opens at start or not.
		 * @param label its label
		 * @return its options
		 * @throws IllegalArgumentException if there is none of that label
		 */
		public WindowOptions windowOptions(String label) {
			return this.windows.stream()
				.filter((window) -> window.label().equals(label))
				.findFirst()
				.map(WindowProperties::toOptions)
				.orElseThrow(() -> new IllegalArgumentException("no window '" + label + "' is configured"));
		}

	}

	/**
	 * Hardening of the pages.
	 *
	 * @param freezePrototype whether Object.prototype is frozen before any script
	 * @param dangerousDisableAssetCspModification true, or names of directives to leave
	 * as configured
	 * @param headers headers added to responses with the front end's files
	 * @param assetProtocol files that pages may load by convertFileSrc
	 * @param navigation origins other than the application's own to which a page may lead
	 * its window
	 * @param capabilityFiles folder with capability files of Tauri's own, or one such
	 * file
	 * @param appPermissions file with the permissions of the application's own commands
	 * @param restrictAppCommands whether the application's own commands need grants even
	 * while no capability names one of them
	 * @param aclErrors how much pages get to know about refused calls; detailed in
	 * development, terse otherwise
	 * @param pattern how messages of pages reach the commands
	 * @param audit which decisions on calls are written down
	 */
	public record Security(@DefaultValue("false") boolean freezePrototype,
			@DefaultValue List<String> dangerousDisableAssetCspModification, @DefaultValue Map<String, Object> headers,
			@DefaultValue AssetProtocol assetProtocol, @DefaultValue List<String> navigation,
			@Nullable String capabilityFiles, @Nullable String appPermissions,
			@DefaultValue("false") boolean restrictAppCommands, @Nullable AclErrors aclErrors,
			@DefaultValue Pattern pattern, @DefaultValue Audit audit) {
	}

	/**
	 * Which decisions on calls are written down.
	 *
	 * @param commands full names of commands, in which * is for any text
	 */
	public record Audit(@DefaultValue List<String> commands) {
	}

	/**
	 * How much pages get to know about refused calls.
	 */
	public enum AclErrors {

		/** Why, and what would allow it. */
		DETAILED,

		/** That the call was refused. */
		TERSE

	}

	/**
	 * How messages of pages reach the commands.
	 *
	 * @param use the pattern
	 * @param options options of the isolation pattern
	 */
	public record Pattern(@DefaultValue("brownfield") PatternType use, @Nullable PatternOptions options) {
	}

	/**
	 * A pattern.
	 */
	public enum PatternType {

		/** Messages go straight to the commands. */
		BROWNFIELD,

		/** The hook of an isolation application sees every message. */
		ISOLATION

	}

	/**
	 * Options of the isolation pattern.
	 *
	 * @param dir location of the isolation application
	 * @param timeout how long its hook may take to register, and for one message
	 * @param dialect shapes of messages its hook is written for, auto to tell by its code
	 */
	public record PatternOptions(@Nullable String dir, @DefaultValue("10s") Duration timeout,
			@DefaultValue("auto") List<String> dialect) {
	}

	/**
	 * Files that pages may load by convertFileSrc.
	 *
	 * @param enable whether any can be loaded
	 * @param scope globs of files that can be loaded
	 */
	public record AssetProtocol(@DefaultValue("false") boolean enable, @DefaultValue List<String> scope) {
	}

	/**
	 * Limits of the message passing.
	 *
	 * @param timeout how long a command may take, zero for any time
	 * @param maxInFlight calls of one page that may wait for their answers
	 * @param maxBodySize size of a request's body
	 * @param maxQueuedChars characters that may wait for a page before senders have to
	 * @param requestBytesFrom size from which on raw bytes take a request of their own
	 * rather than be a text between Java and a page, zero for all
	 * @param maxHeldSize size of the data that may wait for a page to fetch it before
	 * senders have to; four times as much for the answers of calls
	 * @param maxQueuedEvents events that may wait for a listener in Java before emitters
	 * have to
	 * @param maxListeners event listeners of one page
	 * @param maxChannels open channels of one page
	 * @param maxResources objects of the back end that one page may hold
	 * @param maxLogLines lines that one page may print to the log in a second
	 * @param maxThreads threads for commands that block
	 * @param warmUp whether calls are tried out once the first page is there
	 */
	public record Ipc(@DefaultValue("0") Duration timeout, @DefaultValue("100000") int maxInFlight,
			@DefaultValue("1GB") DataSize maxBodySize, @DefaultValue("8388608") long maxQueuedChars,
			@DefaultValue("256KB") DataSize requestBytesFrom, @DefaultValue("64MB") DataSize maxHeldSize,
			@DefaultValue("16384") int maxQueuedEvents, @DefaultValue("10000") int maxListeners,
			@DefaultValue("100000") int maxChannels, @DefaultValue("100000") int maxResources,
			@DefaultValue("200") int maxLogLines, @DefaultValue("256") int maxThreads,
			@DefaultValue("true") boolean warmUp) {

		/**
		 * The bounds of what waits for a page.
		 * @return the bounds
		 */
		public Outbound.Limits outboundLimits() {
			return Outbound.Limits.DEFAULT.withMaxChars(this.maxQueuedChars)
				.withMaxHeldBytes(this.maxHeldSize.toBytes())
				.withRequestBytesFrom(this.requestBytesFrom.toBytes());
		}

	}

	/**
	 * Settings of the JavaFX runtime.
	 *
	 * @param headless whether to run without a display
	 * @param userDataDirectory where the engine keeps its data
	 * @param keepWindows whether windows stay when DevTools restart the application
	 * @param desktopFile name of the file that tells a Linux desktop of the application;
	 * its name and .desktop by default
	 */
	public record Javafx(@DefaultValue("false") boolean headless, @Nullable Path userDataDirectory,
			@DefaultValue("true") boolean keepWindows, @Nullable String desktopFile) {
	}

	/**
	 * Settings of the browser runtime.
	 *
	 * @param maxMessageSize size of a message of window.ipc.postMessage, the older way to
	 * call
	 */
	public record Browser(@DefaultValue("64MB") DataSize maxMessageSize) {
	}

	/**
	 * Settings of the pages' engine.
	 *
	 * @param repair what pages get that their engine lacks
	 * @param maxDownloads how many files may be saved at a time
	 * @param maxKnownDownloads of how many URLs that may become downloads it is known
	 * which webview has asked for them
	 * @param maxUndecidedPopups how many windows that a page has opened may be without a
	 * URL
	 */
	public record Webview(@DefaultValue Repair repair, @DefaultValue("16") int maxDownloads,
			@DefaultValue("64") int maxKnownDownloads, @DefaultValue("8") int maxUndecidedPopups) {
	}

	/**
	 * What pages get that their engine lacks.
	 *
	 * @param subtleCrypto whether they get crypto.subtle
	 * @param printing whether window.print() prints
	 * @param keyNames whether keyboard events tell the names of their keys
	 * @param dateInputs whether inputs for dates, times and colours check what is typed
	 * and open a picker
	 * @param downloads whether files are saved where the user wants
	 * @param fileInputs whether file inputs ask the dialogs of the application, and pages
	 * get files that are dropped
	 * @param clipboard whether they can write to the clipboard after a click or a key
	 * @param clipboardRead whether the application's own pages can read text from it
	 * @param errorPages whether a page that cannot be loaded is replaced by the reason
	 * @param slowScriptAfter how long a script may keep the windows standing still before
	 * it is reported, zero for any time
	 * @param console whether what they print is written to the log
	 * @param windowOpen whether they can open windows of origins they may navigate to
	 * @param zoomKeys whether keys and the wheel zoom those whose window wants it
	 */
	public record Repair(@DefaultValue("true") boolean subtleCrypto, @DefaultValue("true") boolean printing,
			@DefaultValue("true") boolean keyNames, @DefaultValue("true") boolean dateInputs,
			@DefaultValue("true") boolean downloads, @DefaultValue("true") boolean fileInputs,
			@DefaultValue("true") boolean clipboard, @DefaultValue("false") boolean clipboardRead,
			@DefaultValue("true") boolean errorPages, @DefaultValue("10s") Duration slowScriptAfter,
			@DefaultValue("true") boolean console, @DefaultValue("true") boolean windowOpen,
			@DefaultValue("true") boolean zoomKeys) {
	}

	/**
	 * The application as it is packed.
	 *
	 * @param icon locations of the application's icon in several formats and sizes
	 * @param externalBin programs shipped beside the application that pages may run
	 */
	public record Bundle(@DefaultValue List<String> icon, @DefaultValue List<String> externalBin) {
	}

}
