package dev.tauriboot.test;

import java.io.IOException;
import java.util.Set;

import dev.tauriboot.command.CommandArgumentResolver;
import dev.tauriboot.command.annotation.CommandAdvice;
import dev.tauriboot.command.annotation.CommandExceptionHandler;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.command.annotation.TauriEventListener;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Leaves all but the beans of commands and event listeners out of a {@link TauriTest}.
 */
final class TauriTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<TauriTest> {

	private static final String[] METHOD_ANNOTATIONS = { TauriCommand.class.getName(),
			TauriEventListener.class.getName(), CommandExceptionHandler.class.getName() };

	private final Class<?>[] components;

	TauriTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
		this.components = getAnnotation().getValue("components", Class[].class).orElse(new Class<?>[0]);
	}

	@Override
	protected boolean defaultInclude(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
		if (super.defaultInclude(reader, factory)) {
			return true;
		}
		AnnotationMetadata metadata = reader.getAnnotationMetadata();
		if (metadata.isAnnotated(CommandAdvice.class.getName())) {
			return true;
		}
		if (this.components.length > 0) {
			return false;
		}
		for (String annotation : METHOD_ANNOTATIONS) {
			if (metadata.hasAnnotatedMethods(annotation)) {
				return true;
			}
		}
		return false;
	}

	@Override
	protected Set<Class<?>> getKnownIncludes() {
		return Set.of(CommandArgumentResolver.class);
	}

	@Override
	protected Set<Class<?>> getComponentIncludes() {
		return Set.of(this.components);
	}

}
