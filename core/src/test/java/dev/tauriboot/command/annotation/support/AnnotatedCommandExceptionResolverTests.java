package dev.tauriboot.command.annotation.support;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.CommandAdvice;
import dev.tauriboot.command.annotation.CommandExceptionHandler;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link AnnotatedCommandExceptionResolver}.
 */
class AnnotatedCommandExceptionResolverTests {

	@Test
	void closestTypeOnTheCommandsBeanWins() {
		try (CommandFixture fixture = CommandFixture.of(Files.class, LastAdvice.class)) {
			assertThat(fixture.invoke("read", "{\"kind\":\"missing\"}")).isEqualTo("rejected:\"missing: a.txt\"");
			assertThat(fixture.invoke("read", "{\"kind\":\"io\"}"))
				.isEqualTo("rejected:{\"io\":\"disk\",\"on\":\"read\"}");
		}
	}

	@Test
	void causeIsTriedWhenNobodyHandlesTheException() {
		try (CommandFixture fixture = CommandFixture.of(Files.class)) {
			assertThat(fixture.invoke("read", "{\"kind\":\"wrapped\"}")).isEqualTo("rejected:\"missing: b.txt\"");
			assertThat(fixture.invoke("read_later", "{}")).isEqualTo("rejected:\"missing: c.txt\"");
			assertThat(fixture.invoke("read_mono", "{}")).isEqualTo("rejected:\"missing: d.txt\"");
		}
	}

	@Test
	void handlersOfOtherBeansAreNotAsked() {
		try (CommandFixture fixture = CommandFixture.of(Files.class, Other.class)) {
			assertThat(fixture.rejection("other", "{}")).startsWith("internal error (id ");
		}
	}

	@Test
	void advicesAreAskedInTheirOrder() {
		try (CommandFixture fixture = CommandFixture.of(LastAdvice.class, FirstAdvice.class, Other.class)) {
			assertThat(fixture.rejection("other", "{}")).isEqualTo("first other");
			assertThat(fixture.rejection("more", "{}")).isEqualTo("last");
		}
	}

	@Test
	void handlersSeeWhatIsMeantForThePageToo() {
		try (CommandFixture fixture = CommandFixture.of(Files.class, LastAdvice.class)) {
			assertThat(fixture.rejection("read", "{}")).isEqualTo("last");
		}
		try (CommandFixture fixture = CommandFixture.of(Files.class)) {
			assertThat(fixture.rejection("read", "{}"))
				.isEqualTo("invalid args `kind` for command `read`: command read missing required key kind");
		}
	}

	@Test
	void handlerMayReturnNothing() {
		try (CommandFixture fixture = CommandFixture.of(Quiet.class)) {
			assertThat(fixture.invoke("quiet", "{}")).isEqualTo("rejected:null");
		}
	}

	@Test
	void handlerThatThrowsRejectsAsUnexpectedOrWithTheNewException() {
		try (CommandFixture fixture = CommandFixture.of(Throwing.class)) {
			assertThat(fixture.rejection("throwing", "{}")).startsWith("internal error (id ");
		}
	}

	@Test
	void handlersOfAProxiedBeanAreFound() {
		try (CommandFixture fixture = CommandFixture.of(Proxied.class, Files.class)) {
			assertThat(fixture.context().getBean(Files.class).getClass()).isNotEqualTo(Files.class);
			assertThat(fixture.invoke("read", "{\"kind\":\"missing\"}")).isEqualTo("rejected:\"missing: a.txt\"");
		}
	}

	@Test
	void lazyAdviceIsCreatedWhenItIsNeeded() {
		try (CommandFixture fixture = CommandFixture.of(LazyAdvice.class, Other.class)) {
			assertThat(fixture.context().getBeanFactory().getSingletonNames())
				.noneMatch((name) -> name.contains("lazyAdvice") || name.contains("LazyAdvice"));
			assertThat(fixture.rejection("other", "{}")).isEqualTo("lazy");
		}
	}

	@Test
	void wrongHandlersFailAtOnce() {
		assertThatIllegalStateException().isThrownBy(() -> CommandFixture.of(Ambiguous.class))
			.withMessageContaining("Ambiguous.one")
			.withMessageContaining("Ambiguous.two");
		assertThatIllegalStateException().isThrownBy(() -> CommandFixture.of(StrangeParameter.class))
			.withMessageContaining("not java.lang.String");
		assertThatIllegalStateException().isThrownBy(() -> CommandFixture.of(Nameless.class))
			.withMessageContaining("No exception is named");
		assertThatIllegalStateException().isThrownBy(() -> CommandFixture.of(Promising.class))
			.withMessageContaining("not a promise of it");
	}

	static class Files {

		@TauriCommand
		void read(String kind) throws IOException {
			switch (kind) {
				case "missing" -> throw new FileNotFoundException("a.txt");
				case "wrapped" ->
					throw new IllegalStateException(new UncheckedIOException(new FileNotFoundException("b.txt")));
				default -> throw new IOException("disk");
			}
		}

		@TauriCommand
		CompletionStage<String> readLater() {
			return CompletableFuture.supplyAsync(() -> {
				throw new UncheckedIOException(new FileNotFoundException("c.txt"));
			});
		}

		@TauriCommand
		Mono<String> readMono() {
			return Mono.error(new FileNotFoundException("d.txt"));
		}

		@CommandExceptionHandler
		Map<String, String> io(InvokeRequest request, IOException ex) {
			return new TreeMap<>(Map.of("io", ex.getMessage(), "on", request.command()));
		}

		@CommandExceptionHandler(FileNotFoundException.class)
		String missing(Exception ex) {
			return "missing: " + ((ex instanceof FileNotFoundException) ? ex.getMessage() : root(ex));
		}

		private static String root(Throwable ex) {
			return (ex.getCause() != null) ? root(ex.getCause()) : ex.getMessage();
		}

	}

	static class Other {

		@TauriCommand
		void other() throws IOException {
			throw new IOException("disk");
		}

		@TauriCommand
		void more() {
			throw new InvokeException("more");
		}

	}

	@CommandAdvice
	@Order(2)
	static class LastAdvice {

		@CommandExceptionHandler(Throwable.class)
		String all() {
			return "last";
		}

	}

	@CommandAdvice
	@Order(1)
	static class FirstAdvice {

		@CommandExceptionHandler(IOException.class)
		String io(InvokeRequest request) {
			return "first " + request.command();
		}

	}

	@CommandAdvice
	@Lazy
	static class LazyAdvice {

		@CommandExceptionHandler(IOException.class)
		String io() {
			return "lazy";
		}

	}

	static class Quiet {

		@TauriCommand
		void quiet() {
			throw new IllegalStateException("quiet");
		}

		@CommandExceptionHandler(IllegalStateException.class)
		void handle() {
		}

	}

	static class Throwing {

		@TauriCommand
		void throwing() {
			throw new IllegalStateException("first");
		}

		@CommandExceptionHandler
		String handle(IllegalStateException ex) throws IOException {
			throw new IOException("second", ex);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Proxied {

		@Bean
		static DefaultAdvisorAutoProxyCreator proxies() {
			return new DefaultAdvisorAutoProxyCreator();
		}

		@Bean
		static DefaultPointcutAdvisor advisor() {
			return new DefaultPointcutAdvisor((MethodInterceptor) (invocation) -> invocation.proceed());
		}

	}

	static class Ambiguous {

		@TauriCommand
		void ambiguous() {
		}

		@CommandExceptionHandler
		@Nullable String one(IOException ex) {
			return null;
		}

		@CommandExceptionHandler
		@Nullable String two(IOException ex) {
			return null;
		}

	}

	static class StrangeParameter {

		@TauriCommand
		void strange() {
		}

		@CommandExceptionHandler
		void handle(IOException ex, String text) {
		}

	}

	static class Nameless {

		@TauriCommand
		void nameless() {
		}

		@CommandExceptionHandler
		List<String> handle() {
			return List.of();
		}

	}

	@CommandAdvice
	static class Promising {

		@CommandExceptionHandler
		Mono<String> handle(IOException ex) {
			return Mono.just("");
		}

	}

}
