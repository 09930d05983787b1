package dev.tauriboot.command.annotation.support;

import java.lang.reflect.Executable;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;

/**
 * Makes the mapper that reads arguments: the application's own, but as strict as a page
 * may rely on. A text is no number, a fraction no integer, and nothing is made up for a
 * value that is missing where none may be. Only the texts {@code NaN}, {@code Infinity}
 * and {@code -Infinity} still pass for floating point numbers, which JSON has no other
 * way to write.
 */
final class ArgumentMapper {

	private ArgumentMapper() {
	}

	static JsonMapper of(JsonMapper mapper) {
		return mapper.rebuild()
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.withCoercionConfig(LogicalType.Integer,
					(config) -> config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Float,
					(config) -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Boolean,
					(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Textual,
					(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Enum,
					(config) -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
			.annotationIntrospector(AnnotationIntrospector
				.pair(mapper.deserializationConfig().getAnnotationIntrospector(), new RequiredComponents()))
			.build();
	}

	/**
	 * Requires the constructor parameters, so the components of records, that can have no
	 * {@code null}: primitives, and what JSpecify says is not null.
	 */
	private static final class RequiredComponents extends NopAnnotationIntrospector {

		@Override
		public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
			return isRequired(member) ? Boolean.TRUE : null;
		}

		@Override
		public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
			return isRequired(annotated) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
		}

		private static boolean isRequired(Annotated annotated) {
			if (!(annotated instanceof AnnotatedParameter parameter)
					|| !(parameter.getOwner().getAnnotated() instanceof Executable executable)) {
				return false;
			}
			Class<?> type = parameter.getRawType();
			return type.isPrimitive() || (type != Optional.class && Nullness.forMethodParameter(
					MethodParameter.forExecutable(executable, parameter.getIndex())) == Nullness.NON_NULL);
		}

	}

}
