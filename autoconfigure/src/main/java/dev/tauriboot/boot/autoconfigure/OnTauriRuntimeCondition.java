package dev.tauriboot.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;

import dev.tauriboot.boot.autoconfigure.TauriProperties.RuntimeType;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition for {@link ConditionalOnTauriRuntime}.
 */
class OnTauriRuntimeCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		RuntimeType[] wanted = metadata.getAnnotations()
			.get(ConditionalOnTauriRuntime.class)
			.getEnumArray("value", RuntimeType.class);
		RuntimeType inUse = RuntimeSelection.select(context.getEnvironment(), context.getClassLoader());
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnTauriRuntime.class);
		List<RuntimeType> list = Arrays.asList(wanted);
		return list.contains(inUse) ? ConditionOutcome.match(message.because("the runtime is " + inUse))
				: ConditionOutcome.noMatch(message.because("the runtime is " + inUse + ", not one of " + list));
	}

}
