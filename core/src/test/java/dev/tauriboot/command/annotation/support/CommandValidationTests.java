package dev.tauriboot.command.annotation.support;

import java.util.List;

import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.command.annotation.Arg;
import dev.tauriboot.command.annotation.CommandAdvice;
import dev.tauriboot.command.annotation.CommandExceptionHandler;
import dev.tauriboot.command.annotation.Payload;
import dev.tauriboot.command.annotation.TauriCommand;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.validation.beanvalidation.MethodValidationPostProcessor;
import org.springframework.validation.method.MethodValidationException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the validation of arguments.
 */
class CommandValidationTests {

	@Test
	void violationsRejectWithTheNamesOfTheFields() {
		try (CommandFixture fixture = CommandFixture.of(Validation.class, Commands.class)) {
			assertThat(fixture.invoke("process", "{\"job\":{\"name\":\" \",\"steps\":[{\"cost\":1}]},\"times\":2}"))
				.isEqualTo(rejection("process", "job.name", "must not be blank"));
			assertThat(fixture.invoke("process", "{\"job\":{\"name\":\"a\",\"steps\":[{\"cost\":-1}]},\"times\":2}"))
				.isEqualTo(rejection("process", "job.steps[0].cost", "must be greater than or equal to 0"));
			assertThat(fixture.invoke("process", "{\"job\":{\"name\":\"a\",\"steps\":[]},\"times\":9}"))
				.isEqualTo(rejection("process", "times", "must be less than or equal to 3"));
			assertThat(fixture.invoke("process", "{\"job\":{\"name\":\"a\",\"steps\":[]},\"times\":3}"))
				.isEqualTo("\"a\"");
		}
	}

	@Test
	void severalViolationsAreAllReported() {
		try (CommandFixture fixture = CommandFixture.of(Validation.class, Commands.class)) {
			assertThat(fixture.invoke("process", "{\"job\":{\"name\":\"\",\"steps\":[]},\"times\":9}"))
				.contains("\"field\":\"job.name\"")
				.contains("\"field\":\"times\"");
		}
	}

	@Test
	void fieldsAreNamedAsThePageNamesThem() {
		try (CommandFixture fixture = CommandFixture.of(Validation.class, Commands.class)) {
			assertThat(fixture.invoke("renamed", "{\"the-name\":\"\"}"))
				.isEqualTo(rejection("renamed", "the-name", "must not be blank"));
			assertThat(fixture.invoke("whole", "{\"cost\":-1}"))
				.isEqualTo(rejection("whole", "cost", "must be greater than or equal to 0"));
			assertThat(fixture.invoke("each", "{\"steps\":[{\"cost\":0},{\"cost\":-1}]}"))
				.isEqualTo(rejection("each", "steps[1].cost", "must be greater than or equal to 0"));
			assertThat(fixture.invoke("texts", "{\"texts\":[\"a\",\"\"]}"))
				.isEqualTo(rejection("texts", "texts[1]", "must not be blank"));
		}
	}

	@Test
	void groupsOfTheMethodCount() {
		try (CommandFixture fixture = CommandFixture.of(Validation.class, Commands.class)) {
			assertThat(fixture.invoke("grouped", "{\"name\":\"\"}"))
				.isEqualTo(rejection("grouped", "name", "must not be blank"));
		}
	}

	@Test
	void proxyThatValidatesIsUnderstood() {
		try (CommandFixture fixture = CommandFixture.of(Validation.class, Proxying.class, ValidatedCommands.class)) {
			assertThat(fixture.invoke("by_proxy", "{\"name\":\"\"}"))
				.isEqualTo(rejection("by_proxy", "name", "must not be blank"));
		}
	}

	@Test
	void handlerMayAnswerViolations() {
		try (CommandFixture fixture = CommandFixture.of(Validation.class, Commands.class, Advice.class)) {
			assertThat(fixture.rejection("renamed", "{\"the-name\":\"\"}")).isEqualTo("1 wrong");
		}
	}

	@Test
	void withoutAValidatorNothingIsValidated() {
		try (CommandFixture fixture = CommandFixture.of(Commands.class)) {
			assertThat(fixture.invoke("renamed", "{\"the-name\":\"\"}")).isEqualTo("\"\"");
		}
	}

	private static String rejection(String command, String field, String message) {
		return "rejected:{\"message\":\"invalid args for command `" + command + "`\",\"errors\":[{\"field\":\"" + field
				+ "\",\"message\":\"" + message + "\"}]}";
	}

	@Configuration(proxyBeanMethods = false)
	static class Validation {

		@Bean
		static LocalValidatorFactoryBean validator() {
			LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
			validator.setMessageInterpolator(new ParameterMessageInterpolator());
			return validator;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Proxying {

		@Bean
		static MethodValidationPostProcessor methodValidation(Validator validator) {
			MethodValidationPostProcessor processor = new MethodValidationPostProcessor();
			processor.setValidator(validator);
			return processor;
		}

	}

	interface Strict {

	}

	record Job(@NotBlank String name, List<@Valid Step> steps) {
	}

	record Step(@Min(0) int cost) {
	}

	static class Commands {

		@TauriCommand
		String process(@Valid Job job, @Max(3) int times) {
			return job.name();
		}

		@TauriCommand
		String renamed(@Arg("the-name") @NotBlank String name) {
			return name;
		}

		@TauriCommand
		int whole(@Payload @Valid Step step) {
			return step.cost();
		}

		@TauriCommand
		int each(List<@Valid Step> steps) {
			return steps.size();
		}

		@TauriCommand
		int texts(List<@NotBlank String> texts) {
			return texts.size();
		}

		@TauriCommand
		@Validated(Strict.class)
		String grouped(@NotBlank(groups = Strict.class) String name) {
			return name;
		}

	}

	@Validated
	static class ValidatedCommands {

		@TauriCommand
		String byProxy(@NotBlank String name) {
			return name;
		}

	}

	@CommandAdvice
	static class Advice {

		@CommandExceptionHandler
		String invalid(MethodValidationException ex) {
			return ex.getAllErrors().size() + " wrong";
		}

	}

}
