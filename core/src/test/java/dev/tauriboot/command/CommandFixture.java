package dev.tauriboot.command;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.command.annotation.support.AnnotatedCommandDetector;
import dev.tauriboot.command.annotation.support.AnnotatedCommandExceptionResolver;
import dev.tauriboot.command.annotation.support.CommandArgumentResolvers;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.window.Outbound;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpHeaders;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * A context with beans that have commands, and a page that calls them.
 */
public final class CommandFixture implements AutoCloseable {

	public static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final AnnotationConfigApplicationContext context;

	private final DefaultInvokeService service;

	private final Page page = page();

	private CommandFixture(AnnotationConfigApplicationContext context, DefaultInvokeService service) {
		this.context = context;
		this.service = service;
	}

	public static CommandFixture of(Class<?>... beans) {
		return of((builder) -> {
		}, beans);
	}

	public static CommandFixture of(Consumer<DefaultInvokeService.Builder> options, Class<?>... beans) {
		return of(MAPPER, options, beans);
	}

	public static CommandFixture of(JsonMapper mapper, Consumer<DefaultInvokeService.Builder> options,
			Class<?>... beans) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		Arrays.stream(beans).forEach(context::register);
		context.refresh();
		return of(context, mapper, options);
	}

	public static CommandFixture of(AnnotationConfigApplicationContext context, JsonMapper mapper,
			Consumer<DefaultInvokeService.Builder> options) {
		CommandRegistry registry = new CommandRegistry(
				new AnnotatedCommandDetector(context.getBeanFactory(), CommandArgumentResolvers.with(mapper, List.of()))
					.detect());
		DefaultInvokeService.Builder builder = DefaultInvokeService.builder(registry, mapper)
			.exceptionResolvers(List.of(new AnnotatedCommandExceptionResolver(context.getBeanFactory())));
		options.accept(builder);
		return new CommandFixture(context, builder.build());
	}

	public static Page page() {
		Window window = mock(Window.class);
		given(window.label()).willReturn(Label.of("main"));
		Webview webview = mock(Webview.class);
		given(webview.label()).willReturn(Label.of("view"));
		given(webview.window()).willReturn(window);
		return new Page(webview, new Origin("http", "tauri.localhost", 80), true, mock(Outbound.class));
	}

	public AnnotationConfigApplicationContext context() {
		return this.context;
	}

	public DefaultInvokeService service() {
		return this.service;
	}

	public Page callingPage() {
		return this.page;
	}

	public InvokeRequest request(String command, String json) {
		return new InvokeRequest(command, new InvokeBody.Json(MAPPER.readTree(json)), new HttpHeaders(), this.page);
	}

	public InvokeRequest request(String command, byte[] bytes) {
		return new InvokeRequest(command, new InvokeBody.Raw(bytes), new HttpHeaders(), this.page);
	}

	public InvokeResponse answer(String command, String json) {
		return this.service.invoke(request(command, json)).block(LIMIT);
	}

	public InvokeResponse answer(String command, byte[] bytes) {
		return this.service.invoke(request(command, bytes)).block(LIMIT);
	}

	/**
	 * The JSON a call resolves with, or {@code bytes:[…]}, or {@code rejected:…}.
	 */
	public String invoke(String command, String json) {
		return text(answer(command, json));
	}

	public String invoke(String command, byte[] bytes) {
		return text(answer(command, bytes));
	}

	/**
	 * The text a call rejects with.
	 */
	public String rejection(String command, String json) {
		InvokeResponse response = answer(command, json);
		if (response instanceof InvokeResponse.Error error) {
			return MAPPER.readValue(error.text(), String.class);
		}
		throw new AssertionError("not rejected but " + response);
	}

	public static String text(InvokeResponse response) {
		if (response instanceof InvokeResponse.Json json) {
			return json.text();
		}
		if (response instanceof InvokeResponse.Raw raw) {
			return "bytes:" + Arrays.toString(raw.bytes());
		}
		return "rejected:" + ((InvokeResponse.Error) response).text();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
