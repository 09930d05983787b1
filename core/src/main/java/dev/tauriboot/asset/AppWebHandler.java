package dev.tauriboot.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.page.BootstrapScript;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Serves the front end: HTML with the bootstrap and the policy, everything else as it is,
 * and the guest packages below {@link GuestScripts#PATH_PREFIX}.
 *
 * @since 0.1.0
 */
public final class AppWebHandler implements WebHandler {

	private static final int BUFFER = 64 * 1024;

	private final AppAssets assets;

	private final GuestScripts guests;

	private final BootstrapScript bootstrap;

	private final CspOptions csp;

	private final Map<String, String> headers;

	private final Map<String, Prepared> pages = new ConcurrentHashMap<>();

	private volatile @Nullable List<String> scriptHashes;

	/**
	 * Create the handler.
	 * @param assets the front end's files
	 * @param guests the guest packages
	 * @param bootstrap the script put first into every document
	 * @param csp the policy
	 * @param headers headers of every response
	 */
	public AppWebHandler(AppAssets assets, GuestScripts guests, BootstrapScript bootstrap, CspOptions csp,
			Map<String, String> headers) {
		Assert.notNull(assets, "'assets' must not be null");
		Assert.notNull(guests, "'guests' must not be null");
		Assert.notNull(bootstrap, "'bootstrap' must not be null");
		Assert.notNull(csp, "'csp' must not be null");
		this.assets = assets;
		this.guests = guests;
		this.bootstrap = bootstrap;
		this.csp = csp;
		this.headers = Map.copyOf(headers);
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		HttpMethod method = exchange.getRequest().getMethod();
		if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
			return text(response, HttpStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are allowed");
		}
		String path = StringUtils.uriDecode(exchange.getRequest().getURI().getRawPath(), StandardCharsets.UTF_8);
		boolean guest = path.startsWith(GuestScripts.PATH_PREFIX);
		Resource file = guest ? this.guests.find(path.substring(GuestScripts.PATH_PREFIX.length()))
				: this.assets.find(path);
		if (file == null) {
			return text(response, guest ? HttpStatus.NOT_FOUND : HttpStatus.INTERNAL_SERVER_ERROR,
					"asset not found: " + StringUtils.trimLeadingCharacter(path, '/'));
		}
		this.headers.forEach(response.getHeaders()::set);
		String origin = origin(exchange);
		response.getHeaders().set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
		MediaType type = type(file);
		response.getHeaders().setContentType(type);
		if (type.equalsTypeAndSubtype(MediaType.TEXT_HTML)) {
			return html(response, file, method);
		}
		return file(response, file, method);
	}

	private static String origin(ServerWebExchange exchange) {
		URI uri = exchange.getRequest().getURI();
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

	private static MediaType type(Resource file) {
		String name = String.valueOf(file.getFilename()).toLowerCase(Locale.ROOT);
		String extension = name.substring(name.lastIndexOf('.') + 1);
		return switch (extension) {
			case "js", "mjs" -> new MediaType("text", "javascript");
			case "css", "less", "sass", "styl" -> new MediaType("text", "css");
			case "html", "htm" -> MediaType.TEXT_HTML;
			case "ico" -> new MediaType("image", "vnd.microsoft.icon");
			case "map" -> MediaType.APPLICATION_JSON;
			default -> MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
		};
	}

	private Mono<Void> html(ServerHttpResponse response, Resource file, HttpMethod method) {
		HtmlPage.Response page = prepared(file).respond(this.csp, scriptHashes());
		if (page.policy() != null) {
			response.getHeaders().set("Content-Security-Policy", page.policy());
		}
		byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
		response.getHeaders().setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		response.getHeaders().setContentLength(body.length);
		// nonces must not come from a cache
		response.getHeaders().setCacheControl("no-store");
		return method.equals(HttpMethod.HEAD) ? response.setComplete()
				: response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	private HtmlPage prepared(Resource file) {
		try {
			long modified = file.lastModified();
			Prepared known = this.pages.get(file.getDescription());
			if (known == null || known.modified() != modified) {
				known = new Prepared(modified, HtmlPage.prepare(file.getContentAsString(StandardCharsets.UTF_8),
						this.bootstrap.text(), this.guests.importMap(), this.csp));
				this.pages.put(file.getDescription(), known);
			}
			return known.page();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file.getDescription(), ex);
		}
	}

	private List<String> scriptHashes() {
		List<String> hashes = this.scriptHashes;
		if (hashes == null) {
			hashes = new ArrayList<>();
			if (this.csp.modifies("script-src")) {
				for (Resource script : this.assets.scripts()) {
					try {
						hashes.add(HtmlPage.hash(script.getContentAsString(StandardCharsets.UTF_8)));
					}
					catch (IOException ex) {
						throw new UncheckedIOException("Cannot read " + script.getDescription(), ex);
					}
				}
			}
			this.scriptHashes = hashes;
		}
		return hashes;
	}

	private static Mono<Void> file(ServerHttpResponse response, Resource file, HttpMethod method) {
		try {
			response.getHeaders().setContentLength(file.contentLength());
		}
		catch (IOException ex) {
			return text(response, HttpStatus.INTERNAL_SERVER_ERROR, String.valueOf(ex.getMessage()));
		}
		return method.equals(HttpMethod.HEAD) ? response.setComplete()
				: response.writeWith(Flux.defer(() -> DataBufferUtils.read(file, response.bufferFactory(), BUFFER)));
	}

	private static Mono<Void> text(ServerHttpResponse response, HttpStatus status, String text) {
		response.setStatusCode(status);
		response.getHeaders().setContentType(MediaType.TEXT_PLAIN);
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
	}

	private record Prepared(long modified, HtmlPage page) {
	}

}
