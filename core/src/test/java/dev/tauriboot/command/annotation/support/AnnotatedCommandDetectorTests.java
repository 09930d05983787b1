package dev.tauriboot.command.annotation.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.command.CommandHandlerMethod;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.command.DuplicateCommandException;
import dev.tauriboot.command.annotation.TauriCommand;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.framework.autoproxy.DefaultAdvisorAutoProxyCreator;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;
import org.springframework.core.annotation.AliasFor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.ResponseEntity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link AnnotatedCommandDetector}.
 */
class AnnotatedCommandDetectorTests {

	@ParameterizedTest
	@CsvSource({ "greet, greet", "processData, process_data", "parseURLNow, parse_url_now", "readHTTP, read_http",
			"already_snake, already_snake", "id2Name, id2_name", "X, x" })
	void defaultNameIsTheMethodsInSnakeCase(String method, String command) {
		assertThat(SnakeCase.of(method)).isEqualTo(command);
	}

	// row 71
	@Test
	void namesAreComparedLiterally() {
		try (CommandFixture fixture = CommandFixture.of(Plain.class)) {
			assertThat(fixture.invoke("say_hello", "{}")).isEqualTo("\"hello\"");
			assertThat(fixture.invoke("Exact-Name", "{}")).isEqualTo("1");
			for (String other : List.of("Say_hello", "sayHello", "say_hello ", "exact-name", "exact_name")) {
				assertThat(fixture.rejection(other, "{}")).isEqualTo("Command " + other + " not found");
			}
		}
	}

	@Test
	void metaAnnotationsAndPlaceholdersWork() {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("command.name", "configured", "time", "3s")));
		context.register(Meta.class);
		context.refresh();
		try (CommandFixture fixture = CommandFixture.of(context, CommandFixture.MAPPER, (builder) -> {
		})) {
			assertThat(fixture.invoke("configured", "{}")).isEqualTo("1");
			assertThat(fixture.invoke("plugin:demo|named", "{}")).isEqualTo("2");
			assertThat(detect(context)).extracting((handler) -> handler.mapping().timeout())
				.containsExactlyInAnyOrder(Duration.ofSeconds(3), null);
		}
	}

	@Test
	void twoMethodsWithOneNameFailNamingBoth() {
		assertThatExceptionOfType(DuplicateCommandException.class).isThrownBy(() -> CommandFixture.of(Twice.class))
			.withMessageContaining("'same'")
			.withMessageContaining("Twice.first()")
			.withMessageContaining("Twice.second()");
	}

	@Test
	void adviceRunsAroundACommandOfACglibProxy() {
		try (CommandFixture fixture = CommandFixture.of(Advising.class, Advised.class)) {
			assertThat(fixture.context().getBean(Advised.class).getClass()).isNotEqualTo(Advised.class);
			assertThat(fixture.invoke("advised", "{\"name\":\"a\"}")).isEqualTo("\"around state a\"");
		}
	}

	@Test
	void adviceRunsAroundACommandOfAJdkProxy() {
		try (CommandFixture fixture = CommandFixture.of(Advising.class, AdvisedByInterface.class)) {
			assertThat(fixture.context().getBean(Service.class)).isNotInstanceOf(AdvisedByInterface.class);
			assertThat(fixture.invoke("serve", "{\"name\":\"a\"}")).isEqualTo("\"around served a\"");
			assertThat(fixture.invoke("by_interface", "{}")).isEqualTo("\"around by interface\"");
		}
	}

	@Test
	void lazyBeanThatBecomesAJdkProxyWorks() {
		try (CommandFixture fixture = CommandFixture.of(Advising.class, LazyConfiguration.class)) {
			assertThat(fixture.context().getBeanFactory().containsSingleton("lazyService")).isFalse();
			assertThat(fixture.invoke("serve", "{\"name\":\"a\"}")).isEqualTo("\"around served a\"");
		}
	}

	@Test
	void proxyMadeByHandWorks() {
		try (CommandFixture fixture = CommandFixture.of(HandMade.class)) {
			assertThat(fixture.invoke("serve", "{\"name\":\"a\"}")).isEqualTo("\"by hand served a\"");
		}
	}

	@Test
	void methodThatAJdkProxyHidesFailsAtOnce() {
		assertThatIllegalStateException().isThrownBy(() -> CommandFixture.of(Advising.class, Hidden.class))
			.withMessageContaining("'hidden'")
			.withMessageContaining("proxy");
	}

	@Test
	void lazyBeanStaysLazyUntilItsCommandIsCalled() {
		LazyBean.created.set(0);
		try (CommandFixture fixture = CommandFixture.of(LazyBean.class)) {
			assertThat(LazyBean.created).hasValue(0);
			assertThat(fixture.invoke("lazy", "{}")).isEqualTo("1");
			assertThat(fixture.invoke("lazy", "{}")).isEqualTo("1");
		}
	}

	@Test
	void scopedAndPrototypeBeansAreLookedUpAtEachCall() {
		try (CommandFixture fixture = CommandFixture.of(Scoped.class)) {
			assertThat(fixture.invoke("scoped", "{}")).isNotEqualTo(fixture.invoke("scoped", "{}"));
			assertThat(fixture.invoke("prototype", "{}")).isNotEqualTo(fixture.invoke("prototype", "{}"));
		}
	}

	@Test
	void commandsOfSuperclassesAndInterfacesAreFoundOnce() {
		try (CommandFixture fixture = CommandFixture.of(Child.class)) {
			assertThat(detect(fixture.context())).extracting((handler) -> handler.mapping().name().value())
				.containsExactlyInAnyOrder("inherited", "declared");
			assertThat(fixture.invoke("inherited", "{}")).isEqualTo("\"child\"");
			assertThat(fixture.invoke("declared", "{}")).isEqualTo("\"default\"");
		}
	}

	@Test
	void streamsCannotBeResults() {
		assertThatIllegalStateException().isThrownBy(() -> CommandFixture.of(Streaming.class))
			.withMessageContaining("'numbers'")
			.withMessageContaining("Streaming.numbers()")
			.withMessageContaining("declare a parameter of type Channel");
	}

	@Test
	void httpResponsesCannotBeResults() {
		assertThatIllegalStateException().isThrownBy(() -> CommandFixture.of(Http.class))
			.withMessageContaining("Http.answer()")
			.withMessageContaining("return its body");
	}

	@Test
	void mainThreadNeedsOne() {
		assertThatIllegalStateException().isThrownBy(() -> CommandFixture.of(OnMainThread.class))
			.withMessageContaining("set 'mainThread'");
	}

	private static List<CommandHandlerMethod> detect(AnnotationConfigApplicationContext context) {
		List<CommandHandlerMethod> handlers = new AnnotatedCommandDetector(context.getBeanFactory(),
				CommandArgumentResolvers.with(CommandFixture.MAPPER, List.of()))
			.detect();
		assertThat(new CommandRegistry(handlers).all()).hasSameSizeAs(handlers);
		return handlers;
	}

	static class Plain {

		@TauriCommand
		private String sayHello() {
			return "hello";
		}

		@TauriCommand("Exact-Name")
		int exact() {
			return 1;
		}

	}

	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@TauriCommand(timeout = "${time:}")
	@interface Slow {

		@AliasFor(annotation = TauriCommand.class, attribute = "name")
		String value();

	}

	static class Meta {

		@Slow("${command.name}")
		int configured() {
			return 1;
		}

		@TauriCommand(name = "plugin:demo|named")
		int named() {
			return 2;
		}

	}

	static class Twice {

		@TauriCommand("same")
		void first() {
		}

		@TauriCommand("same")
		void second() {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Advising {

		@Bean
		static DefaultAdvisorAutoProxyCreator proxies() {
			return new DefaultAdvisorAutoProxyCreator();
		}

		@Bean
		static DefaultPointcutAdvisor advisor() {
			return new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(null, TauriCommand.class, true),
					(MethodInterceptor) (invocation) -> "around " + invocation.proceed());
		}

	}

	static class Advised {

		private final String state = "state";

		@TauriCommand
		String advised(String name) {
			return this.state + " " + name;
		}

	}

	interface Service {

		String serve(String name);

		@TauriCommand
		String byInterface();

	}

	static class AdvisedByInterface implements Service {

		@Override
		@TauriCommand
		public String serve(String name) {
			return "served " + name;
		}

		@Override
		public String byInterface() {
			return "by interface";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyConfiguration {

		@Bean
		@Lazy
		AdvisedByInterface lazyService() {
			return new AdvisedByInterface();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandMade {

		@Bean
		Service service() {
			ProxyFactory factory = new ProxyFactory(new AdvisedByInterface());
			factory.addAdvice((MethodInterceptor) (invocation) -> "by hand " + invocation.proceed());
			return (Service) factory.getProxy();
		}

	}

	static class Hidden implements Runnable {

		@Override
		public void run() {
		}

		@TauriCommand
		public String hidden() {
			return "hidden";
		}

	}

	@Lazy
	static class LazyBean {

		static final AtomicInteger created = new AtomicInteger();

		private final int number = created.incrementAndGet();

		@TauriCommand
		int lazy() {
			return this.number;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Scoped {

		@Bean
		@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
		ScopedBean scopedBean() {
			return new ScopedBean();
		}

		@Bean
		@Scope("prototype")
		PrototypeBean prototypeBean() {
			return new PrototypeBean();
		}

	}

	static class ScopedBean {

		@TauriCommand
		String scoped() {
			return Integer.toHexString(System.identityHashCode(this));
		}

	}

	static class PrototypeBean {

		@TauriCommand
		String prototype() {
			return Integer.toHexString(System.identityHashCode(this));
		}

	}

	abstract static class Parent {

		@TauriCommand
		abstract String inherited();

	}

	interface Declared {

		@TauriCommand
		default String declared() {
			return "default";
		}

	}

	static class Child extends Parent implements Declared {

		@Override
		String inherited() {
			return "child";
		}

	}

	static class Streaming {

		@TauriCommand
		Flux<Integer> numbers() {
			return Flux.just(1);
		}

	}

	static class Http {

		@TauriCommand
		ResponseEntity<String> answer() {
			return ResponseEntity.ok("");
		}

	}

	static class OnMainThread {

		@TauriCommand(mainThread = true)
		void paint() {
		}

	}

}
