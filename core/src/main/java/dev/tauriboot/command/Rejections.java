package dev.tauriboot.command;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import dev.tauriboot.ipc.CommandException;
import dev.tauriboot.ipc.InvokeException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

import org.springframework.core.log.LogMessage;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;

/**
 * Finds what a failed call is rejected with: the resolvers first, then the exceptions
 * that carry what the page is to see. All others are for the log.
 */
final class Rejections {

	private static final Log logger = LogFactory.getLog(DefaultInvokeService.class);

	private final List<CommandExceptionResolver> resolvers;

	private final boolean development;

	private final IdGenerator ids = new AlternativeJdkIdGenerator();

	Rejections(List<CommandExceptionResolver> resolvers, boolean development) {
		this.resolvers = List.copyOf(resolvers);
		this.development = development;
	}

	@Nullable Object payload(Throwable failure, CommandHandlerMethod command, InvokeRequest request) {
		Throwable error = unwrap(failure);
		for (CommandExceptionResolver resolver : this.resolvers) {
			try {
				CommandRejection rejection = resolver.resolve(error, command, request);
				if (rejection != null) {
					return rejection.payload();
				}
			}
			catch (Throwable ex) {
				ex.addSuppressed(error);
				return unexpected(ex, command);
			}
		}
		if (error instanceof CommandException expected) {
			return expected.getPayload();
		}
		if (error instanceof InvokeException expected) {
			if (expected.getCause() != null) {
				logger.debug(LogMessage.format("Command '%s' was rejected", command.mapping().name()), expected);
			}
			return expected.text();
		}
		if (error instanceof AccessDeniedException) {
			String name = command.mapping().name().value();
			logger.debug(LogMessage.format("Command '%s' was rejected", name), error);
			return "Command " + name + " not allowed: access denied";
		}
		ValidationErrors invalid = ValidationErrors.of(error, command);
		return (invalid != null) ? invalid : unexpected(error, command);
	}

	private String unexpected(Throwable error, CommandHandlerMethod command) {
		String id = this.ids.generateId().toString();
		logger.error(LogMessage.format("Command '%s' failed (id %s)", command.mapping().name(), id), error);
		if (!this.development) {
			return "internal error (id " + id + ")";
		}
		String name = error.getClass().getSimpleName();
		return ((error.getMessage() != null) ? name + ": " + error.getMessage() : name) + " (id " + id + ")";
	}

	private static Throwable unwrap(Throwable failure) {
		Throwable error = Exceptions.unwrap(failure);
		while (error.getCause() != null && (error instanceof CompletionException || error instanceof ExecutionException
				|| error instanceof UndeclaredThrowableException)) {
			error = error.getCause();
		}
		return error;
	}

}
