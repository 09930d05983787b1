package dev.tauriboot.demo.search;

import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import jakarta.validation.constraints.Size;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

/**
 * Search as the user types: hits go over a channel as they are found, and a call that is
 * cancelled stops the query.
 */
@Component
class SearchCommands {

	private final SearchIndex index;

	SearchCommands(SearchIndex index) {
		this.index = index;
	}

	@TauriCommand
	Mono<Void> search(@Size(max = 200) String query, Channel<SearchHit> onHit) {
		Flux<SearchHit> hits = Flux.using(() -> this.index.search(query), Flux::fromStream);
		return onHit.sendAll(hits.subscribeOn(Schedulers.boundedElastic()));
	}

}
