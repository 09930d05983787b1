package dev.tauriboot.test;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tauriboot.Label;
import dev.tauriboot.Origin;
import dev.tauriboot.authority.AccessDecision;
import dev.tauriboot.authority.AccessPolicy;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.command.CommandHandlerMethod;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.security.WebviewAuthentication;
import dev.tauriboot.security.WebviewPrincipal;
import dev.tauriboot.window.Window;
import org.assertj.core.api.AssertProvider;
import reactor.util.context.Context;

import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.util.Assert;

/**
 * All decisions on all calls that some windows and origins can make: every command of the
 * program from every window and every origin. <pre class="code">
 * assertThat(AccessMatrix.of(context).origins("local", "https://evil.example/")).grantsExactly("""
 * 		main   local greet
 * 		viewer local list_notes
 * 		""");
 * </pre>
 * <p>
 * A window stands for itself and for a webview of the same label. Rules of the
 * application get the authentication of such a webview.
 *
 * @since 0.1.0
 */
public final class AccessMatrix implements AssertProvider<AccessMatrixAssert> {

	/**
	 * How a matrix writes the application's own pages.
	 */
	public static final String LOCAL = "local";

	private final AccessPolicy policy;

	private final List<String> windows;

	private final List<String> origins;

	private final List<String> commands;

	private AccessMatrix(AccessPolicy policy, Collection<String> windows, Collection<String> origins,
			Collection<String> commands) {
		this.policy = policy;
		this.windows = List.copyOf(windows);
		this.origins = List.copyOf(origins);
		this.commands = List.copyOf(commands);
	}

	/**
	 * The matrix of a policy, with no windows and no commands yet, and local pages.
	 * @param policy what decides
	 * @return the matrix
	 */
	public static AccessMatrix of(AccessPolicy policy) {
		Assert.notNull(policy, "'policy' must not be null");
		return new AccessMatrix(policy, List.of(), List.of(LOCAL), List.of());
	}

	/**
	 * The matrix of an application: its windows as they are now, its commands, and local
	 * pages.
	 * @param context the application's context
	 * @return the matrix
	 */
	public static AccessMatrix of(ApplicationContext context) {
		List<String> windows = context.getBean(DesktopRuntime.class)
			.windows()
			.stream()
			.map(Window::label)
			.map(Label::value)
			.sorted()
			.toList();
		List<String> commands = context.getBean(CommandRegistry.class)
			.all()
			.stream()
			.map(CommandHandlerMethod::mapping)
			.map((mapping) -> mapping.name().value())
			.toList();
		return new AccessMatrix(context.getBean(AccessPolicy.class), windows, List.of(LOCAL), new TreeSet<>(commands));
	}

	/**
	 * The same for other windows.
	 * @param labels labels of windows, existing or not
	 * @return the matrix
	 */
	public AccessMatrix windows(String... labels) {
		return new AccessMatrix(this.policy, List.of(labels), this.origins, this.commands);
	}

	/**
	 * The same for other origins.
	 * @param origins URLs of pages, {@value #LOCAL} for the application's own
	 * @return the matrix
	 */
	public AccessMatrix origins(String... origins) {
		return new AccessMatrix(this.policy, this.windows, List.of(origins), this.commands);
	}

	/**
	 * The same for other commands.
	 * @param names full names of commands, existing or not
	 * @return the matrix
	 */
	public AccessMatrix commands(String... names) {
		return new AccessMatrix(this.policy, this.windows, this.origins, List.of(names));
	}

	/**
	 * The same without the commands of some plugins.
	 * @param plugins names of plugins, without {@code core:}
	 * @return the matrix
	 */
	public AccessMatrix withoutPlugins(String... plugins) {
		List<String> left = new ArrayList<>(this.commands);
		for (String plugin : plugins) {
			left.removeIf((command) -> command.startsWith("plugin:" + plugin + '|'));
		}
		return new AccessMatrix(this.policy, this.windows, this.origins, left);
	}

	/**
	 * All decisions.
	 * @return the decisions by call, written as window, origin and command with blanks
	 * between, sorted
	 */
	public Map<String, AccessDecision> decisions() {
		Map<String, AccessDecision> decisions = new TreeMap<>();
		for (String window : this.windows) {
			for (String origin : this.origins) {
				Caller caller = new Caller(Label.of(window), Label.of(window), origin.equals(LOCAL) ? null : origin);
				for (String command : this.commands) {
					decisions.put(window + ' ' + origin + ' ' + command, decide(new AccessRequest(command, caller)));
				}
			}
		}
		return decisions;
	}

	private AccessDecision decide(AccessRequest request) {
		AccessDecision decision = this.policy.decide(request)
			.contextWrite(authentication(request.caller()))
			.block(IpcTester.DEFAULT_LIMIT);
		return (decision != null) ? decision
				: new AccessDecision.Denied(AccessDecision.Reason.RULE, "no decision", "no decision", null);
	}

	// As the IPC security chain does, for rules that ask who calls. A page without an
	// origin has no authentication, and no connection either.
	private static Context authentication(Caller caller) {
		Origin origin = caller.isLocal() ? IpcTester.LOCAL : Origin.of(caller.remoteUrl());
		return (origin == null) ? Context.empty() : ReactiveSecurityContextHolder.withAuthentication(
				new WebviewAuthentication(new WebviewPrincipal(caller.window(), caller.webview(), origin)));
	}

	@Override
	public AccessMatrixAssert assertThat() {
		return new AccessMatrixAssert(this);
	}

}
