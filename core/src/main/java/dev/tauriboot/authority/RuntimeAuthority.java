package dev.tauriboot.authority;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.tauriboot.CommandName;
import dev.tauriboot.acl.AclViolationsException;
import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.Manifest;
import dev.tauriboot.acl.Platform;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.acl.resolved.AclResolver;
import dev.tauriboot.acl.resolved.ExecutionContext;
import dev.tauriboot.acl.resolved.Manifests;
import dev.tauriboot.acl.resolved.ResolvedAcl;
import dev.tauriboot.acl.resolved.ResolvedCommand;
import dev.tauriboot.authority.AccessDecision.Granted;
import dev.tauriboot.url.WebUrl;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;
import org.springframework.util.ConcurrentLruCache;

/**
 * Decides by capabilities (acl 7): a denial anywhere beats every grant, and what nobody
 * granted is refused. The application's own commands are open to its own pages as long as
 * it has no manifest of its own (acl 8). Safe for use by several threads.
 * <p>
 * Decisions on known commands are kept for each caller, so that the number of
 * capabilities does not count.
 *
 * @since 0.1.0
 */
public final class RuntimeAuthority implements AccessPolicy {

	private static final String CHANNEL_FETCH = "plugin:__TAURI_CHANNEL__|fetch";

	private static final int MAX_KNOWN = 1024;

	private static final Mono<AccessDecision> LET_THROUGH = Mono.just(Granted.UNCHECKED);

	private final Manifests manifests;

	private final AclResolver resolver;

	private final DenialExplainer explainer;

	private volatile Decisions decisions;

	private final Map<String, Capability> capabilities = new ConcurrentHashMap<>();

	/**
	 * Create an authority.
	 * @param manifests what there is to grant
	 * @param capabilities what is granted
	 * @param platform the platform this program runs on
	 * @param detailed whether pages get to see why they were refused
	 * @throws AclViolationsException with everything that is wrong with the capabilities
	 */
	public RuntimeAuthority(Manifests manifests, Collection<Capability> capabilities, Platform platform,
			boolean detailed) {
		Assert.notNull(capabilities, "'capabilities' must not be null");
		this.manifests = manifests;
		this.resolver = new AclResolver(manifests, platform);
		this.explainer = new DenialExplainer(manifests, detailed);
		this.decisions = new Decisions(this.resolver.resolve(capabilities));
		capabilities.forEach((capability) -> this.capabilities.put(capability.identifier(), capability));
	}

	@Override
	public Mono<AccessDecision> decide(AccessRequest request) {
		Assert.notNull(request, "'request' must not be null");
		return isOpen(request) ? LET_THROUGH : this.decisions.find(request);
	}

	/**
	 * Whether a call needs no grant (acl 7.3).
	 * @param request the call
	 * @return {@code true} for what fetches the data of channels, and for commands of an
	 * application without a manifest of its own from its own pages
	 */
	public boolean isOpen(AccessRequest request) {
		String command = request.command();
		return command.startsWith(CommandName.PREFIX) ? command.equals(CHANNEL_FETCH)
				: request.caller().isLocal() && !this.manifests.hasApp();
	}

	/**
	 * Whether a page is granted anything, which its URL alone need not be: a document
	 * that may call nothing has no use for a way to call.
	 * @param caller the page's webview and URL
	 * @return {@code false} if every call would be refused
	 */
	public boolean grantsAny(Caller caller) {
		Assert.notNull(caller, "'caller' must not be null");
		return (caller.isLocal() && !this.manifests.hasApp()) || this.decisions.reach(caller);
	}

	/**
	 * Add capabilities to a running application (acl 6.6). Earlier grants stay as they
	 * are.
	 * @param added the capabilities
	 * @throws AclViolationsException with everything that is wrong with them, and nothing
	 * is added
	 */
	public synchronized void add(Collection<Capability> added) {
		Assert.notNull(added, "'added' must not be null");
		ResolvedAcl later = this.resolver.resolve(added, this.capabilities.keySet());
		this.decisions = new Decisions(this.decisions.acl.and(later));
		added.forEach((capability) -> this.capabilities.put(capability.identifier(), capability));
	}

	/**
	 * What is granted and denied now.
	 * @return the tables, which do not change
	 */
	public ResolvedAcl acl() {
		return this.decisions.acl;
	}

	/**
	 * The capabilities, those added later among them.
	 * @return the capabilities by identifier
	 */
	public Map<String, Capability> capabilities() {
		return Map.copyOf(this.capabilities);
	}

	/**
	 * What there is to grant.
	 * @return the manifests
	 */
	public Manifests manifests() {
		return this.manifests;
	}

	/**
	 * The decisions that one state of the tables leads to.
	 */
	private final class Decisions {

		private final ResolvedAcl acl;

		private final ConcurrentLruCache<AccessRequest, Mono<AccessDecision>> known = new ConcurrentLruCache<>(
				MAX_KNOWN, (request) -> Mono.just(make(request)));

		// One grant for each place where commands are granted.
		private volatile @Nullable List<ResolvedCommand> places;

		Decisions(ResolvedAcl acl) {
			this.acl = acl;
		}

		boolean reach(Caller caller) {
			List<ResolvedCommand> places = this.places;
			if (places == null) {
				places = places();
				this.places = places;
			}
			return !matching(places, caller).isEmpty();
		}

		private List<ResolvedCommand> places() {
			Map<List<Object>, ResolvedCommand> places = new LinkedHashMap<>();
			this.acl.allowed().forEach((command, grants) -> {
				if (!this.acl.denied().containsKey(command)) {
					grants.forEach((grant) -> places
						.putIfAbsent(List.of(grant.context(), grant.windows(), grant.webviews()), grant));
				}
			});
			return List.copyOf(places.values());
		}

		Mono<AccessDecision> find(AccessRequest request) {
			// Names that pages make up must not drive out the others.
			return isKnown(request.command()) ? this.known.get(request) : Mono.just(make(request));
		}

		private boolean isKnown(String command) {
			return this.acl.allowed().containsKey(command) || this.acl.denied().containsKey(command)
					|| RuntimeAuthority.this.explainer.knows(command);
		}

		private AccessDecision make(AccessRequest request) {
			List<ResolvedCommand> denials = this.acl.denied().getOrDefault(request.command(), List.of());
			List<ResolvedCommand> grants = this.acl.allowed().getOrDefault(request.command(), List.of());
			List<ResolvedCommand> matching = denials.isEmpty() ? matching(grants, request.caller()) : List.of();
			if (matching.isEmpty()) {
				return RuntimeAuthority.this.explainer.explain(request, grants, denials);
			}
			return new Granted(matching, commandScope(matching), globalScope(request.command()));
		}

		private static Scope commandScope(List<ResolvedCommand> grants) {
			List<Scope> scopes = new ArrayList<>();
			for (ResolvedCommand grant : grants) {
				if (grant.scope() != null) {
					scopes.add(grant.scope());
				}
			}
			return (scopes.size() == 1) ? scopes.get(0) : Scope.join(scopes);
		}

		private Scope globalScope(String command) {
			String owner = command.startsWith(CommandName.PREFIX)
					? command.substring(CommandName.PREFIX.length(), command.indexOf('|')) : Manifest.APP_KEY;
			return this.acl.globalScopes().getOrDefault(owner, Scope.EMPTY);
		}

		private static List<ResolvedCommand> matching(List<ResolvedCommand> grants, Caller caller) {
			List<ResolvedCommand> matching = new ArrayList<>();
			WebUrl url = (caller.remoteUrl() != null) ? WebUrl.parse(caller.remoteUrl()) : null;
			for (ResolvedCommand grant : grants) {
				if (grant.covers(caller.window().value(), caller.webview().value())
						&& matches(grant.context(), caller, url)) {
					matching.add(grant);
				}
			}
			return matching;
		}

		// A page of the application's own never matches a remote context, even where its
		// URL would.
		private static boolean matches(ExecutionContext context, Caller caller, @Nullable WebUrl url) {
			if (context instanceof ExecutionContext.Remote remote) {
				return url != null && remote.pattern().matches(url);
			}
			return caller.isLocal();
		}

	}

}
