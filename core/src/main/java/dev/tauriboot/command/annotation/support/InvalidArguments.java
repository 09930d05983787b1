package dev.tauriboot.command.annotation.support;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.tauriboot.ipc.InvokeException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * The texts for arguments that are missing or of the wrong kind, as section 6.6 of the
 * contract has them. They are made of what was found and what was wanted, since the
 * mapper's own words change with its version and show Java types to pages.
 */
final class InvalidArguments {

	private static final Map<Class<?>, String> SCALARS = Map.ofEntries(Map.entry(Integer.class, "i32"),
			Map.entry(Long.class, "i64"), Map.entry(Short.class, "i16"), Map.entry(Byte.class, "i8"),
			Map.entry(Float.class, "f32"), Map.entry(Double.class, "f64"), Map.entry(Boolean.class, "a boolean"),
			Map.entry(Character.class, "a character"), Map.entry(String.class, "a string"),
			Map.entry(BigInteger.class, "an integer"), Map.entry(BigDecimal.class, "a number"),
			Map.entry(Number.class, "a number"));

	private InvalidArguments() {
	}

	static InvokeException of(String key, String command, String detail) {
		return new InvokeException("invalid args `" + key + "` for command `" + command + "`: " + detail);
	}

	static InvokeException missing(String key, String command) {
		return of(key, command, "command " + command + " missing required key " + key);
	}

	static InvokeException bytes(String key, String command) {
		return of(key, command,
				"command " + command + " expected a value for key " + key + " but the IPC call used a bytes payload");
	}

	static String invalidType(JsonNode found, Class<?> wanted) {
		return "invalid type: " + found(found) + ", expected " + expected(wanted);
	}

	static String invalidValue(JsonNode found, String expected) {
		return "invalid value: " + found(found) + ", expected " + expected;
	}

	/**
	 * Say what is wrong with a value.
	 * @param ex what the mapper said
	 * @param value the value of the whole argument
	 * @param type the argument's type
	 * @param mapper knows the names of enum constants
	 */
	static String detail(JacksonException ex, JsonNode value, JavaType type, JsonMapper mapper) {
		if (ex instanceof UnrecognizedPropertyException unknown) {
			return "unknown field `" + unknown.getPropertyName() + "`, " + fields(unknown.getKnownPropertyIds());
		}
		JsonNode found = value;
		String name = null;
		for (JacksonException.Reference step : ex.getPath()) {
			name = step.getPropertyName();
			found = (name != null) ? found.path(name) : found.path(step.getIndex());
		}
		if (found.isMissingNode()) {
			return "missing field `" + name + "`";
		}
		if (ex instanceof ValueInstantiationException && ex.getCause() != null
				&& StringUtils.hasText(ex.getCause().getMessage())) {
			return ex.getCause().getMessage();
		}
		Class<?> wanted = wanted(ex, type);
		if (wanted == null || ex instanceof InvalidTypeIdException) {
			return ex.getOriginalMessage();
		}
		wanted = boxed(wanted);
		if (wanted.isEnum() && found.isString()) {
			return "unknown variant `" + found.stringValue() + "`, " + alternatives(variants(wanted, mapper));
		}
		return isOfKind(found, wanted) ? invalidValue(found, expected(wanted)) : invalidType(found, wanted);
	}

	private static @Nullable Class<?> wanted(JacksonException ex, JavaType type) {
		if (ex instanceof InvalidNullException mismatch) {
			return mismatch.getTargetType();
		}
		if (ex instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
			return mismatch.getTargetType();
		}
		if (ex instanceof InputCoercionException coercion && coercion.getTargetType() != null) {
			return coercion.getTargetType();
		}
		return ex.getPath().isEmpty() ? type.getRawClass() : null;
	}

	private static Class<?> boxed(Class<?> type) {
		if (type == OptionalInt.class) {
			return Integer.class;
		}
		if (type == OptionalLong.class) {
			return Long.class;
		}
		return (type == OptionalDouble.class) ? Double.class : ClassUtils.resolvePrimitiveIfNecessary(type);
	}

	private static List<String> variants(Class<?> type, JsonMapper mapper) {
		List<String> names = new ArrayList<>();
		for (Object constant : type.getEnumConstants()) {
			names.add(mapper.valueToTree(constant).asString(constant.toString()));
		}
		return names;
	}

	private static String fields(@Nullable Collection<Object> known) {
		if (known == null || known.isEmpty()) {
			return "there are no fields";
		}
		return alternatives(known.stream().map(String::valueOf).toList());
	}

	private static String alternatives(List<String> names) {
		List<String> quoted = names.stream().map((name) -> "`" + name + "`").toList();
		return switch (quoted.size()) {
			case 0 -> "there are no variants";
			case 1 -> "expected " + quoted.get(0);
			case 2 -> "expected " + quoted.get(0) + " or " + quoted.get(1);
			default -> "expected one of " + String.join(", ", quoted);
		};
	}

	static String found(JsonNode value) {
		if (value.isNull() || value.isMissingNode()) {
			return "null";
		}
		if (value.isBoolean()) {
			return "boolean `" + value.booleanValue() + "`";
		}
		if (value.isIntegralNumber()) {
			return "integer `" + value.asString() + "`";
		}
		if (value.isNumber()) {
			return "floating point `" + value.asString() + "`";
		}
		if (value.isString()) {
			return "string " + value;
		}
		return value.isArray() ? "sequence" : "map";
	}

	private static String expected(Class<?> type) {
		Class<?> wanted = boxed(type);
		String scalar = SCALARS.get(wanted);
		if (scalar != null) {
			return scalar;
		}
		if (CharSequence.class.isAssignableFrom(wanted) || wanted.isEnum()) {
			return "a string";
		}
		if (isSequence(wanted)) {
			return "a sequence";
		}
		if (Map.class.isAssignableFrom(wanted)) {
			return "a map";
		}
		return isText(wanted) ? wanted.getSimpleName() : "struct " + wanted.getSimpleName();
	}

	private static boolean isOfKind(JsonNode value, Class<?> type) {
		if (isSequence(type)) {
			return value.isArray();
		}
		if (type == Boolean.class) {
			return value.isBoolean();
		}
		if (type == Float.class || type == Double.class || type == BigDecimal.class || type == Number.class) {
			return value.isNumber();
		}
		if (Number.class.isAssignableFrom(type)) {
			return value.isIntegralNumber();
		}
		boolean text = CharSequence.class.isAssignableFrom(type) || type.isEnum() || isText(type);
		return text ? value.isString() : value.isObject();
	}

	private static boolean isSequence(Class<?> type) {
		return type.isArray() || Collection.class.isAssignableFrom(type);
	}

	// What the JDK brings along that is neither number nor container is written as text:
	// dates, UUIDs, URIs, locales.
	private static boolean isText(Class<?> type) {
		return type.getName().startsWith("java.") && type != Object.class && !Map.class.isAssignableFrom(type);
	}

}
