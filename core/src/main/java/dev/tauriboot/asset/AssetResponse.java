package dev.tauriboot.asset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ResolvableType;
import org.springframework.core.codec.ResourceRegionEncoder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.support.ResourceRegion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers with a resource, whole or in ranges, without holding it in memory.
 */
final class AssetResponse {

	private static final int BUFFER_SIZE = 64 * 1024;

	private static final ResourceRegionEncoder REGIONS = new ResourceRegionEncoder(BUFFER_SIZE);

	private AssetResponse() {
	}

	static Mono<Void> text(ServerWebExchange exchange, HttpStatus status, String text) {
		exchange.getResponse().setStatusCode(status);
		return bytes(exchange, text.getBytes(StandardCharsets.UTF_8), MediaType.TEXT_PLAIN);
	}

	static Mono<Void> bytes(ServerWebExchange exchange, byte[] bytes, MediaType type) {
		ServerHttpResponse response = exchange.getResponse();
		response.getHeaders().setContentType(type);
		response.getHeaders().setContentLength(bytes.length);
		if (isHead(exchange)) {
			return response.setComplete();
		}
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
	}

	static Mono<Void> whole(ServerWebExchange exchange, Resource resource, MediaType type) {
		ServerHttpResponse response = exchange.getResponse();
		try {
			response.getHeaders().setContentType(type);
			response.getHeaders().setContentLength(resource.contentLength());
		}
		catch (IOException ex) {
			return Mono.error(ex);
		}
		if (isHead(exchange)) {
			return response.setComplete();
		}
		return response.writeWith(DataBufferUtils.read(resource, response.bufferFactory(), BUFFER_SIZE));
	}

	/**
	 * Answer with the ranges asked for, each clipped to {@code limit} bytes.
	 * @return completion of the answer, which has status 416 if no range can be satisfied
	 */
	static Mono<Void> ranges(ServerWebExchange exchange, Resource resource, MediaType type, long limit) {
		ServerHttpResponse response = exchange.getResponse();
		long length;
		try {
			length = resource.contentLength();
		}
		catch (IOException ex) {
			return Mono.error(ex);
		}
		List<ResourceRegion> regions = regions(exchange, resource, length, limit);
		if (regions.isEmpty()) {
			response.setStatusCode(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
			response.getHeaders().remove(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
			response.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes */" + length);
			return response.setComplete();
		}
		response.setStatusCode(HttpStatus.PARTIAL_CONTENT);
		Flux<DataBuffer> body;
		if (regions.size() == 1) {
			ResourceRegion region = regions.get(0);
			long end = region.getPosition() + region.getCount() - 1;
			response.getHeaders().setContentType(type);
			response.getHeaders().setContentLength(region.getCount());
			response.getHeaders()
				.set(HttpHeaders.CONTENT_RANGE, "bytes " + region.getPosition() + "-" + end + "/" + length);
			body = encode(response, Mono.just(region), type, Map.of());
		}
		else {
			String boundary = MimeTypeUtils.generateMultipartBoundaryString();
			response.getHeaders().set(HttpHeaders.CONTENT_TYPE, "multipart/byteranges; boundary=" + boundary);
			body = encode(response, Flux.fromIterable(regions), type,
					Map.of(ResourceRegionEncoder.BOUNDARY_STRING_HINT, boundary));
		}
		return isHead(exchange) ? response.setComplete() : response.writeWith(body);
	}

	private static List<ResourceRegion> regions(ServerWebExchange exchange, Resource resource, long length,
			long limit) {
		List<ResourceRegion> regions = new ArrayList<>();
		long total = 0;
		try {
			for (HttpRange range : exchange.getRequest().getHeaders().getRange()) {
				long start = range.getRangeStart(length);
				long end = Math.min(range.getRangeEnd(length), (limit < length) ? start + limit - 1 : length - 1);
				if (start < length && end >= start) {
					regions.add(new ResourceRegion(resource, start, end - start + 1));
					total += end - start + 1;
				}
			}
		}
		catch (IllegalArgumentException ex) {
			return List.of();
		}
		// Overlapping ranges would make a small file a large answer.
		return (total <= length) ? regions : List.of();
	}

	private static Flux<DataBuffer> encode(ServerHttpResponse response, Publisher<ResourceRegion> regions,
			MediaType type, Map<String, Object> hints) {
		return REGIONS.encode(regions, response.bufferFactory(), ResolvableType.forClass(ResourceRegion.class), type,
				hints);
	}

	static boolean isHead(ServerWebExchange exchange) {
		return exchange.getRequest().getMethod() == HttpMethod.HEAD;
	}

}
