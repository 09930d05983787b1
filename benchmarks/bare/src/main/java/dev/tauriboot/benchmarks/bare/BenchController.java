package dev.tauriboot.benchmarks.bare;

import reactor.core.publisher.Flux;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the page {@code bench.html} asks by {@code fetch} and {@code EventSource}: the
 * same as the commands of {@code WindowBenchmark}.
 */
@RestController
class BenchController {

	@PostMapping(path = "/echo", produces = MediaType.APPLICATION_JSON_VALUE)
	String echo(@RequestBody String json) {
		return json;
	}

	@PostMapping("/echo-typed")
	Text echoTyped(@RequestBody Text text) {
		return text;
	}

	@PostMapping(path = "/echo-bytes", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	byte[] echoBytes(@RequestBody byte[] bytes) {
		return bytes;
	}

	@GetMapping(path = "/flood", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<Integer> flood(@RequestParam int count) {
		return Flux.range(0, count);
	}

	@PostMapping("/done")
	void done(@RequestBody String figures) {
		System.out.println(figures);
		new Thread(() -> System.exit(0)).start();
	}

	record Text(String s) {
	}

}
