package dev.tauriboot.plugin.http;

import java.util.Set;

import dev.tauriboot.authority.CommandScope;
import dev.tauriboot.authority.GlobalScope;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.HttpCall;
import dev.tauriboot.plugin.net.HttpHeader;
import dev.tauriboot.plugin.net.HttpPayload;
import dev.tauriboot.plugin.net.HttpReply;
import dev.tauriboot.plugin.net.ReplyBody;
import dev.tauriboot.plugin.net.UrlScopes;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.scope.ScopeException;
import dev.tauriboot.scope.UrlScope;
import dev.tauriboot.url.WebUrl;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code http}: section 3.3 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class HttpCommands {

	private static final byte[] END = { 1 };

	private static final Set<Integer> WITHOUT_BODY = Set.of(101, 103, 204, 205, 304);

	private final Fetcher fetcher;

	private final ResourceTable resources;

	private final UrlScopes scopes = new UrlScopes();

	/**
	 * Create the commands.
	 * @param fetcher makes requests
	 * @param resources what pages hold
	 */
	public HttpCommands(Fetcher fetcher, ResourceTable resources) {
		Assert.notNull(fetcher, "'fetcher' must not be null");
		Assert.notNull(resources, "'resources' must not be null");
		this.fetcher = fetcher;
		this.resources = resources;
	}

	@TauriCommand("plugin:http|fetch")
	long fetch(ClientConfig clientConfig, CommandScope<@Nullable Object> scope, GlobalScope<@Nullable Object> global,
			Page page) {
		return this.resources.add(page, prepare(clientConfig, this.scopes.of(scope, global), page));
	}

	private FetchRequest prepare(ClientConfig config, UrlScope scope, Page page) {
		FetchOptions options = this.fetcher.options();
		WebUrl url = check(scope, config.url());
		if (config.danger() != null && !options.dangerousSettings()) {
			throw new InvokeException("dangerous settings used but are not enabled");
		}
		if (url.protocol().equals("data")) {
			return new FetchRequest(Mono.fromCallable(() -> DataUrl.open(config.url())));
		}
		HttpCall.Builder call = this.fetcher.call(config.method(), url);
		for (HttpHeader header : RequestHeaders.of(config, page.origin().toString(), options)) {
			call.header(header.name(), header.value());
		}
		if (config.data() != null && config.data().length > 0) {
			call.payload(HttpPayload.of(config.data()));
		}
		Long redirections = config.redirections();
		if (redirections != null) {
			call.redirections(redirections);
		}
		if (config.proxy() != null) {
			call.proxy(config.proxy().read()::find);
		}
		if (config.danger() != null) {
			call.tls(config.danger().mode());
		}
		if (options.scopeRedirects()) {
			call.redirectCheck((target) -> check(scope, target.toString()));
		}
		return new FetchRequest(this.fetcher.fetch(call.connectTimeout(config.timeout()).build()));
	}

	private static WebUrl check(UrlScope scope, String url) {
		try {
			return scope.check(url);
		}
		catch (ScopeException ex) {
			throw new InvokeException(String.valueOf(ex.getMessage()));
		}
	}

	@TauriCommand(name = "plugin:http|fetch_send", timeout = "0")
	Mono<FetchAnswer> fetchSend(long rid, Page page) {
		Mono<HttpReply> reply = this.resources.get(page, rid, FetchRequest.class).send();
		if (reply == null) {
			throw new InvokeException("The resource id " + rid + " is invalid.");
		}
		return reply.map((received) -> {
			release(page, rid);
			return answer(received, page);
		}).doOnError((ex) -> release(page, rid)).doOnCancel(() -> release(page, rid));
	}

	private FetchAnswer answer(HttpReply reply, Page page) {
		long body = this.resources.add(page, reply.body());
		if (WITHOUT_BODY.contains(reply.status())) {
			release(page, body);
		}
		return FetchAnswer.of(reply, body);
	}

	@TauriCommand("plugin:http|fetch_cancel")
	void fetchCancel(long rid, Page page) {
		if (has(page, rid, FetchRequest.class)) {
			release(page, rid);
		}
	}

	@TauriCommand(name = "plugin:http|fetch_read_body", timeout = "0")
	Mono<byte[]> fetchReadBody(long rid, Page page) {
		return this.resources.get(page, rid, ReplyBody.class).read(1).map((chunk) -> {
			if (chunk.length > 0) {
				return chunk;
			}
			release(page, rid);
			return END;
		}).doOnError((ex) -> release(page, rid));
	}

	@TauriCommand("plugin:http|fetch_cancel_body")
	void fetchCancelBody(long rid, Page page) {
		if (has(page, rid, ReplyBody.class)) {
			release(page, rid);
		}
	}

	private boolean has(Page page, long rid, Class<?> type) {
		try {
			this.resources.get(page, rid, type);
			return true;
		}
		catch (InvokeException ex) {
			return false;
		}
	}

	// Whoever comes second finds nothing left to do.
	private void release(Page page, long rid) {
		try {
			this.resources.close(page, rid);
		}
		catch (InvokeException ex) {
			// It is gone already.
		}
	}

}
