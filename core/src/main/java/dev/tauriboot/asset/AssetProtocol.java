package dev.tauriboot.asset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import reactor.core.publisher.Mono;

import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;
import org.springframework.web.server.ServerWebExchange;

/**
 * Serves local files by asset URL, as far as a scope reaches (ipc-protocol 11.2). Files
 * are streamed.
 *
 * @since 0.1.0
 */
public final class AssetProtocol {

	/**
	 * Most bytes in the answer to one range.
	 */
	public static final long RANGE_LIMIT = 1_024_000;

	private static final int SNIFFED = 8192;

	private final AssetScope scope;

	/**
	 * Create a protocol.
	 * @param scope which files may be read
	 */
	public AssetProtocol(AssetScope scope) {
		Assert.notNull(scope, "'scope' must not be null");
		this.scope = scope;
	}

	/**
	 * Answer a request for a file.
	 * @param exchange the exchange
	 * @param encodedPath the path of the file, percent-encoded, without the slash that
	 * begins the URL's path
	 * @param windowOrigin origin of the asking window
	 * @return completion of the answer
	 */
	public Mono<Void> handle(ServerWebExchange exchange, String encodedPath, String windowOrigin) {
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, windowOrigin);
		Path file = this.scope.resolve(AssetPath.decode(encodedPath));
		if (file == null) {
			exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
			headers.setContentLength(0);
			return exchange.getResponse().setComplete();
		}
		try {
			return answer(exchange, file);
		}
		catch (IOException ex) {
			return AssetResponse.text(exchange, HttpStatus.INTERNAL_SERVER_ERROR, message(ex));
		}
	}

	private static Mono<Void> answer(ServerWebExchange exchange, Path file) throws IOException {
		if (Files.isDirectory(file)) {
			throw new IOException(file + ": is a directory");
		}
		// A device may have no end, and a pipe would keep the thread waiting.
		if (Files.exists(file) && !Files.isRegularFile(file)) {
			throw new IOException(file + ": is not a regular file");
		}
		MediaType type = mediaType(file);
		FileSystemResource resource = new FileSystemResource(file);
		if (!exchange.getRequest().getHeaders().containsHeader(HttpHeaders.RANGE)) {
			return AssetResponse.whole(exchange, resource, type);
		}
		HttpHeaders headers = exchange.getResponse().getHeaders();
		headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
		headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "content-range");
		return AssetResponse.ranges(exchange, resource, type, RANGE_LIMIT);
	}

	// A file that cannot be opened fails here, before anything was answered.
	private static MediaType mediaType(Path file) throws IOException {
		MediaType type;
		try (InputStream in = Files.newInputStream(file)) {
			type = MediaTypes.ofContent(in.readNBytes(SNIFFED));
		}
		type = (type != null) ? type : MediaTypes.ofName(file.getFileName().toString());
		return (type != null) ? type : MediaType.APPLICATION_OCTET_STREAM;
	}

	// The file system's exceptions have only the path as message.
	private static String message(IOException ex) {
		return ex.getClass().getSimpleName().replace("Exception", "") + ": " + ex.getMessage();
	}

}
