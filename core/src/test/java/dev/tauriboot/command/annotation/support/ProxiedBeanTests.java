package dev.tauriboot.command.annotation.support;

import java.util.ArrayList;
import java.util.List;

import dev.tauriboot.app.AppHandle;
import dev.tauriboot.app.PackageInfo;
import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.command.annotation.TauriEventListener;
import dev.tauriboot.event.Events;
import dev.tauriboot.runtime.DesktopRuntime;
import org.aopalliance.intercept.MethodInterceptor;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.EnableAspectJAutoProxy;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.context.annotation.ScopedProxyMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for commands and event listeners of beans behind proxies.
 */
class ProxiedBeanTests {

	@ParameterizedTest
	@ValueSource(classes = { AspectsOnInterfaces.class, AspectsOnClasses.class })
	void aspectRunsAroundAnEventListener(Class<?> aspects) {
		List<String> seen = emit(List.of("a", "b"), aspects, ServiceBean.class);
		assertThat(seen).containsExactly("around", "heard a", "around", "heard b");
	}

	@ParameterizedTest
	@ValueSource(classes = { AspectsOnInterfaces.class, AspectsOnClasses.class })
	void aspectRunsAroundACommand(Class<?> aspects) {
		try (CommandFixture fixture = CommandFixture.of(Seen.class, aspects, ServiceBean.class)) {
			Object bean = fixture.context().getBean(Service.class);
			assertThat(AopUtils.isJdkDynamicProxy(bean)).isEqualTo(aspects == AspectsOnInterfaces.class);
			assertThat(AopUtils.isCglibProxy(bean)).isEqualTo(aspects == AspectsOnClasses.class);
			assertThat(fixture.invoke("serve", "{\"name\":\"a\"}")).isEqualTo("\"served a\"");
			assertThat(fixture.context().getBean(Seen.class).texts).containsExactly("around");
		}
	}

	@Test
	void aspectRunsAroundAListenerOfAClassWithoutInterfaces() {
		assertThat(emit(List.of("a"), AspectsOnInterfaces.class, ClassBean.class)).containsExactly("around",
				"state heard a");
	}

	@ParameterizedTest
	@ValueSource(classes = { HandMadeJdkProxy.class, HandMadeCglibProxy.class })
	void listenerOfAProxyMadeByHandIsFound(Class<?> configuration) {
		assertThat(emit(List.of("a"), configuration)).containsExactly("by hand", "heard a");
	}

	@Test
	void listenerOfAScopedBeanIsFoundOnceAndLooksTheBeanUpForEachEvent() {
		List<String> seen = emit(List.of("a", "b"), Scoped.class);
		assertThat(seen).hasSize(2);
		assertThat(seen.get(0)).startsWith("scoped a ");
		assertThat(seen.get(1)).startsWith("scoped b ");
		assertThat(seen.get(0).substring(9)).isNotEqualTo(seen.get(1).substring(9));
	}

	@Test
	void lazyBeanThatBecomesAProxyHearsItsFirstEvent() {
		assertThat(emit(List.of("a"), AspectsOnInterfaces.class, LazyConfiguration.class)).containsExactly("created",
				"around", "heard a");
	}

	@Test
	void listenerThatAJdkProxyHidesFailsAtOnce() {
		assertThatIllegalStateException().isThrownBy(() -> emit(List.of(), AspectsOnInterfaces.class, Hidden.class))
			.withMessageContaining("'hidden'")
			.withMessageContaining("proxy");
	}

	private static List<String> emit(List<String> payloads, Class<?>... beans) {
		Events events = new Events(JsonMapper.builder().build(), Runnable::run);
		AppHandle app = new AppHandle(events, Mockito.mock(DesktopRuntime.class), (code) -> {
		}, new PackageInfo("test", "1.0", "dev.tauriboot.test"));
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(Seen.class);
			context.register(beans);
			context.registerBean(AnnotatedEventListenerRegistrar.class,
					() -> new AnnotatedEventListenerRegistrar(context.getBeanFactory(), events, () -> app));
			context.refresh();
			payloads.forEach((payload) -> events.emit("thing", payload));
			return context.getBean(Seen.class).texts;
		}
	}

	static class Seen {

		private final List<String> texts = new ArrayList<>();

	}

	interface Service {

		void hear(String text);

		String serve(String name);

	}

	static class ServiceBean implements Service {

		private final Seen seen;

		ServiceBean(Seen seen) {
			this.seen = seen;
		}

		@Override
		@TauriEventListener("thing")
		public void hear(String text) {
			this.seen.texts.add("heard " + text);
		}

		@Override
		@TauriCommand
		public String serve(String name) {
			return "served " + name;
		}

	}

	static class ClassBean {

		private final Seen seen;

		private final String state = "state";

		ClassBean(Seen seen) {
			this.seen = seen;
		}

		@TauriEventListener("thing")
		void hear(String text) {
			this.seen.texts.add(this.state + " heard " + text);
		}

	}

	static class Hidden implements Runnable {

		@Override
		public void run() {
		}

		@TauriEventListener("thing")
		public void hidden() {
		}

	}

	@Aspect
	static class AroundEverything {

		private final Seen seen;

		AroundEverything(Seen seen) {
			this.seen = seen;
		}

		@Around("@annotation(dev.tauriboot.command.annotation.TauriEventListener)"
				+ " || @annotation(dev.tauriboot.command.annotation.TauriCommand)")
		Object around(ProceedingJoinPoint call) throws Throwable {
			this.seen.texts.add("around");
			return call.proceed();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAspectJAutoProxy
	static class AspectsOnInterfaces {

		@Bean
		AroundEverything aspect(Seen seen) {
			return new AroundEverything(seen);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAspectJAutoProxy(proxyTargetClass = true)
	static class AspectsOnClasses {

		@Bean
		AroundEverything aspect(Seen seen) {
			return new AroundEverything(seen);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandMadeJdkProxy {

		@Bean
		Service service(Seen seen) {
			return byHand(seen, false);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandMadeCglibProxy {

		@Bean
		Service service(Seen seen) {
			return byHand(seen, true);
		}

	}

	private static Service byHand(Seen seen, boolean ofClass) {
		ProxyFactory factory = new ProxyFactory(new ServiceBean(seen));
		factory.setProxyTargetClass(ofClass);
		factory.addAdvice((MethodInterceptor) (invocation) -> {
			seen.texts.add("by hand");
			return invocation.proceed();
		});
		return (Service) factory.getProxy();
	}

	@Configuration(proxyBeanMethods = false)
	static class LazyConfiguration {

		@Bean
		@Lazy
		ServiceBean lazyService(Seen seen) {
			seen.texts.add("created");
			return new ServiceBean(seen);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Scoped {

		@Bean
		@Scope(scopeName = "prototype", proxyMode = ScopedProxyMode.TARGET_CLASS)
		ScopedBean scopedBean(Seen seen) {
			return new ScopedBean(seen);
		}

	}

	static class ScopedBean {

		private final Seen seen;

		ScopedBean(Seen seen) {
			this.seen = seen;
		}

		@TauriEventListener("thing")
		void hear(String text) {
			this.seen.texts.add("scoped " + text + " " + System.identityHashCode(this));
		}

	}

}
