package dev.tauriboot.plugin.upload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.tauriboot.authority.Caller;
import dev.tauriboot.channel.Channel;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.plugin.net.HttpHeader;
import dev.tauriboot.url.WebUrl;
import dev.tauriboot.window.Page;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code upload}: section 3.16 of the plugins' contract.
 *
 * @since 0.1.0
 */
public class UploadCommands {

	private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");

	private final Transfers transfers;

	private final TransferScopes scopes;

	/**
	 * Create the commands.
	 * @param transfers sends and fetches files
	 * @param scopes what pages may
	 */
	public UploadCommands(Transfers transfers, TransferScopes scopes) {
		Assert.notNull(transfers, "'transfers' must not be null");
		Assert.notNull(scopes, "'scopes' must not be null");
		this.transfers = transfers;
		this.scopes = scopes;
	}

	@TauriCommand(name = "plugin:upload|upload", timeout = "0")
	Mono<String> upload(String url, String filePath, Map<String, String> headers, @Nullable String method,
			Channel<TransferProgress> onProgress, Page page) {
		String asked = (method != null) ? method : "POST";
		if (!METHODS.contains(asked)) {
			throw new InvokeException(("invalid args `method` for command `upload`: unknown variant `%s`, "
					+ "expected one of `POST`, `PUT`, `PATCH`")
				.formatted(asked));
		}
		return transfer(url, filePath, headers, "read_file", page)
			.flatMap((transfer) -> this.transfers.upload(transfer, asked, onProgress::send));
	}

	@TauriCommand(name = "plugin:upload|download", timeout = "0")
	Mono<Void> download(String url, String filePath, Map<String, String> headers, Channel<TransferProgress> onProgress,
			@Nullable String body, Page page) {
		return transfer(url, filePath, headers, "write_file", page)
			.flatMap((transfer) -> this.transfers.download(transfer, body, onProgress::send));
	}

	private Mono<Transfer> transfer(String url, String path, Map<String, String> headers, String command, Page page) {
		WebUrl parsed = WebUrl.parse(url);
		if (parsed == null) {
			throw new InvokeException("invalid URL: " + url);
		}
		List<HttpHeader> all = new ArrayList<>();
		headers.forEach((name, value) -> all.add(new HttpHeader(name, value)));
		Caller caller = Caller.of(page);
		Mono<Path> file = this.scopes.file(path, command, caller);
		Mono<Consumer<WebUrl>> check = this.scopes.urls(caller).doOnNext((urls) -> urls.accept(parsed));
		return check.zipWith(file, (urls, found) -> new Transfer(parsed.toString(), found, all, urls));
	}

}
