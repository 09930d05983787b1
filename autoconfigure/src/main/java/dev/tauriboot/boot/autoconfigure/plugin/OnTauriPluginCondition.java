package dev.tauriboot.boot.autoconfigure.plugin;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Condition for {@link ConditionalOnTauriPlugin}.
 */
class OnTauriPluginCondition extends SpringBootCondition {

	@Override
	public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
		String name = metadata.getAnnotations().get(ConditionalOnTauriPlugin.class).getString("value");
		String key = "tauri.plugins." + name + ".enabled";
		ConditionMessage.Builder message = ConditionMessage.forCondition(ConditionalOnTauriPlugin.class, name);
		boolean enabled = context.getEnvironment().getProperty(key, Boolean.class, true);
		return enabled ? ConditionOutcome.match(message.because(key + " is not false"))
				: ConditionOutcome.noMatch(message.because(key + " is false"));
	}

}
