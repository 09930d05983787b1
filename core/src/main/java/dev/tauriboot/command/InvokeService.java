package dev.tauriboot.command;

import dev.tauriboot.ipc.InvokeResponse;
import reactor.core.publisher.Mono;

/**
 * Answers invokes, whatever door they came through: decides whether the call is allowed,
 * finds the command, resolves its arguments, runs it and turns its outcome into a
 * response. Every failure of a call ends as an {@link InvokeResponse.Error}; the returned
 * {@code Mono} fails only for defects of the framework itself.
 * <p>
 * Rejections are texts, unless an exception of the application says otherwise. Arguments
 * that violate constraints reject with an object:
 * <code>{"message": "…", "errors": [{"field": "job.name", "message": "must not be blank"}]}</code>
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface InvokeService {

	/**
	 * Answer a call. Cancelling the subscription cancels the command.
	 * @param request the call
	 * @return its one response
	 */
	Mono<InvokeResponse> invoke(InvokeRequest request);

}
