package dev.tauriboot.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.tauriboot.page.BootstrapScript;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Serves the application's pages: guest scripts below {@link GuestScripts#PATH},
 * everything else from the assets, HTML with our scripts and the policy (ipc-protocol
 * 11.3, 12.3). Files are read on the calling thread.
 *
 * @since 0.1.0
 */
public final class AppWebHandler implements WebHandler {

	private static final Log logger = LogFactory.getLog(AppWebHandler.class);

	private static final String BOOTSTRAP = "bootstrap.js";

	private static final MediaType JAVASCRIPT = new MediaType("text", "javascript");

	private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

	private final AppAssets assets;

	private final GuestScripts guests;

	private final HtmlInjector injector;

	private final CspOptions csp;

	private final AssetHeaders headers;

	private final HtmlPages pages;

	private byte @Nullable [] externalBootstrap;

	private volatile @Nullable List<String> scriptHashes;

	/**
	 * Create the handler.
	 * @param assets the front end's files
	 * @param guests the guest packages
	 * @param bootstrap the script put first into every document
	 * @param csp the policy
	 * @param headers headers of every response: text, a list, or a map of
	 * {@code key value}
	 */
	public AppWebHandler(AppAssets assets, GuestScripts guests, BootstrapScript bootstrap, CspOptions csp,
			Map<String, ?> headers) {
		this(assets, guests, new HtmlInjector(bootstrap.text(), guests.importMap()), csp, AssetHeaders.of(headers));
	}

	AppWebHandler(AppAssets assets, GuestScripts guests, HtmlInjector injector, CspOptions csp, AssetHeaders headers) {
		Assert.notNull(assets, "'assets' must not be null");
		Assert.notNull(guests, "'guests' must not be null");
		Assert.notNull(csp, "'csp' must not be null");
		this.assets = assets;
		this.guests = guests;
		this.csp = csp;
		this.headers = headers;
		this.pages = new HtmlPages(csp);
		ContentSecurityPolicy policy = csp.policy();
		if (policy != null && !csp.modifies("script-src") && !policy.allowsPlainInlineScripts()) {
			if (policy.allowsOwnScripts()) {
				this.externalBootstrap = injector.bootstrap().getBytes(StandardCharsets.UTF_8);
				injector = injector.byAddress(GuestScripts.PATH_PREFIX + BOOTSTRAP);
				logger.info("The content security policy forbids inline scripts and may not be modified: "
						+ "pages load the bootstrap script by its address, and have no import map");
			}
			else {
				logger.warn("The content security policy forbids inline scripts and those of 'self', and may not be "
						+ "modified: pages stay without the bootstrap script, and so without IPC");
			}
		}
		this.injector = injector;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		HttpHeaders response = exchange.getResponse().getHeaders();
		HttpMethod method = exchange.getRequest().getMethod();
		if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
			exchange.getResponse().setStatusCode(HttpStatus.METHOD_NOT_ALLOWED);
			response.setAllow(Set.of(HttpMethod.GET, HttpMethod.HEAD));
			return exchange.getResponse().setComplete();
		}
		this.headers.addTo(response);
		response.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin(exchange));
		String path = AssetPath.decode(exchange.getRequest().getURI().getRawPath());
		if (path.startsWith(GuestScripts.PATH_PREFIX)) {
			return guest(exchange, path.substring(GuestScripts.PATH_PREFIX.length()));
		}
		try {
			return asset(exchange, path);
		}
		catch (IOException | UncheckedIOException ex) {
			return AssetResponse.text(exchange, HttpStatus.INTERNAL_SERVER_ERROR, String.valueOf(ex.getMessage()));
		}
	}

	private static String origin(ServerWebExchange exchange) {
		URI uri = exchange.getRequest().getURI();
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

	private Mono<Void> guest(ServerWebExchange exchange, String path) {
		byte[] bootstrap = this.externalBootstrap;
		if (bootstrap != null && path.equals(BOOTSTRAP)) {
			exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
			return AssetResponse.bytes(exchange, bootstrap, new MediaType(JAVASCRIPT, StandardCharsets.UTF_8));
		}
		Resource file = this.guests.find(path);
		if (file == null) {
			return AssetResponse.text(exchange, HttpStatus.NOT_FOUND, "asset not found: " + path);
		}
		exchange.getResponse().getHeaders().setCacheControl(CacheControl.maxAge(Duration.ofMinutes(10)));
		return AssetResponse.whole(exchange, file, JAVASCRIPT);
	}

	private Mono<Void> asset(ServerWebExchange exchange, String path) throws IOException {
		AppAssets.Asset asset = this.assets.find(path);
		if (asset == null) {
			return AssetResponse.text(exchange, HttpStatus.INTERNAL_SERVER_ERROR,
					"asset not found: " + AppAssets.name(path));
		}
		if (asset.isHtml()) {
			return page(exchange, this.pages.page(asset));
		}
		MediaType type = asset.mediaType();
		exchange.getResponse().getHeaders().set(HttpHeaders.ACCEPT_RANGES, "bytes");
		if (exchange.getRequest().getHeaders().containsHeader(HttpHeaders.RANGE)) {
			return AssetResponse.ranges(exchange, asset.resource(), type, Long.MAX_VALUE);
		}
		return AssetResponse.whole(exchange, asset.resource(), type);
	}

	private Mono<Void> page(ServerWebExchange exchange, HtmlPage page) {
		HttpHeaders response = exchange.getResponse().getHeaders();
		// Nonces are for one response, and the bootstrap may hold what is for one page
		// load.
		response.setCacheControl(CacheControl.noStore());
		if (this.csp.policy() == null) {
			return html(exchange, page.render(this.injector));
		}
		boolean scripts = this.csp.modifies("script-src");
		HtmlPage.Rendered rendered = page.render(this.injector, scripts, this.csp.modifies("style-src"));
		List<String> hashes = new ArrayList<>();
		if (scripts) {
			hashes.addAll(scriptHashes());
			hashes.addAll(page.scriptHashes());
		}
		response.set("Content-Security-Policy",
				String.valueOf(this.csp.policy(rendered.scriptNonces(), hashes, rendered.styleNonces())));
		return html(exchange, rendered.html());
	}

	private static Mono<Void> html(ServerWebExchange exchange, String html) {
		return AssetResponse.bytes(exchange, html.getBytes(StandardCharsets.UTF_8), HTML);
	}

	private List<String> scriptHashes() {
		List<String> hashes = this.scriptHashes;
		if (hashes == null) {
			hashes = this.assets.scriptHashes();
			this.scriptHashes = hashes;
		}
		return hashes;
	}

}
