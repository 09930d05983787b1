package dev.tauriboot.command.annotation.support;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedObject;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;

/**
 * Looks at the classes of beans without creating a bean, and finds their annotated
 * methods, behind proxies of all kinds too.
 */
final class AnnotatedBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	AnnotatedBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	List<String> names() {
		List<String> names = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(Object.class, true, false)) {
			// The proxy in front of a scoped bean has the same methods.
			if (!ScopedProxyUtils.isScopedTarget(name)) {
				names.add(name);
			}
		}
		return names;
	}

	/**
	 * Visit the beans that have annotated methods.
	 * @throws IllegalStateException if a bean that exists already is a proxy that does
	 * not have one of them
	 */
	<A extends Annotation> void visit(Class<A> annotation, Visitor<A> visitor) {
		for (String name : names()) {
			Class<?> type = userClass(name);
			if (type == null || !AnnotationUtils.isCandidateClass(type, annotation)) {
				continue;
			}
			Map<Method, A> methods = MethodIntrospector.selectMethods(type,
					(MethodIntrospector.MetadataLookup<A>) (method) -> AnnotatedElementUtils
						.findMergedAnnotation(method, annotation));
			if (!methods.isEmpty()) {
				methods.keySet().forEach((method) -> checkInvocable(name, method));
				visitor.visit(name, type, methods);
			}
		}
	}

	/**
	 * The class the application wrote, behind proxies of all kinds.
	 */
	@Nullable Class<?> userClass(String name) {
		Object singleton = this.beanFactory.containsSingleton(name) ? this.beanFactory.getSingleton(name) : null;
		if (singleton != null && AopUtils.isAopProxy(singleton) && !(singleton instanceof ScopedObject)) {
			return ClassUtils.getUserClass(AopUtils.getTargetClass(singleton));
		}
		Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory, name);
		if (type != null && ScopedObject.class.isAssignableFrom(type)) {
			Class<?> target = AutoProxyUtils.determineTargetClass(this.beanFactory,
					ScopedProxyUtils.getTargetBeanName(name));
			type = (target != null) ? target : type;
		}
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

	private void checkInvocable(String name, Method method) {
		Object singleton = this.beanFactory.containsSingleton(name) ? this.beanFactory.getSingleton(name) : null;
		if (singleton != null && AopUtils.isAopProxy(singleton)) {
			AopUtils.selectInvocableMethod(method, singleton.getClass());
		}
	}

	Supplier<Object> supplier(String name) {
		return this.beanFactory.isSingleton(name) ? new Lazy(() -> this.beanFactory.getBean(name))
				: () -> this.beanFactory.getBean(name);
	}

	/**
	 * Sees the annotated methods of one bean.
	 *
	 * @param <A> the annotation
	 */
	@FunctionalInterface
	interface Visitor<A extends Annotation> {

		void visit(String bean, Class<?> type, Map<Method, A> methods);

	}

	/**
	 * Gets a singleton on the first call rather than at registration, so that lazy beans
	 * stay lazy.
	 */
	private static final class Lazy implements Supplier<Object> {

		private final Supplier<Object> source;

		private volatile @Nullable Object value;

		Lazy(Supplier<Object> source) {
			this.source = source;
		}

		@Override
		public Object get() {
			Object value = this.value;
			if (value == null) {
				value = this.source.get();
				this.value = value;
			}
			return value;
		}

	}

}
