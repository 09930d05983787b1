package dev.tauriboot.boot.autoconfigure.actuate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.resolved.ResolvedAcl;
import dev.tauriboot.acl.resolved.ResolvedCommand;
import dev.tauriboot.authority.AccessRequest;
import dev.tauriboot.authority.Caller;
import dev.tauriboot.authority.RecentDenials;
import dev.tauriboot.authority.RuntimeAuthority;
import dev.tauriboot.authority.report.AclFinding;
import dev.tauriboot.authority.report.AclReport;
import dev.tauriboot.command.CommandHandlerMethod;
import dev.tauriboot.command.CommandRegistry;
import dev.tauriboot.runtime.DesktopRuntime;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * {@link Endpoint @Endpoint} that tells about windows, commands, capabilities and recent
 * denials. It holds no keys and no payloads.
 *
 * @since 0.1.0
 */
@Endpoint(id = "tauri")
public class TauriEndpoint {

	private static final Caller LOCAL = Caller.local("main");

	private final DesktopRuntime runtime;

	private final CommandRegistry commands;

	private final RuntimeAuthority authority;

	private final AclReport report;

	private final RecentDenials denials;

	/**
	 * Create the endpoint.
	 * @param runtime has the windows
	 * @param commands the commands
	 * @param authority has the capabilities
	 * @param report what was odd about them at start-up
	 * @param denials the latest denials
	 */
	public TauriEndpoint(DesktopRuntime runtime, CommandRegistry commands, RuntimeAuthority authority, AclReport report,
			RecentDenials denials) {
		this.runtime = runtime;
		this.commands = commands;
		this.authority = authority;
		this.report = report;
		this.denials = denials;
	}

	/**
	 * Tell all.
	 * @return the description
	 */
	@ReadOperation
	public TauriDescriptor tauri() {
		return new TauriDescriptor(this.runtime.windows().stream().map(WindowDescriptor::of).toList(), commands(),
				this.authority.capabilities()
					.values()
					.stream()
					.sorted(Comparator.comparing(Capability::identifier))
					.map(CapabilityDescriptor::of)
					.toList(),
				this.report.findings(), this.denials.entries());
	}

	private List<CommandDescriptor> commands() {
		ResolvedAcl acl = this.authority.acl();
		List<CommandDescriptor> descriptors = new ArrayList<>();
		for (CommandHandlerMethod command : this.commands.all()) {
			String name = command.mapping().name().value();
			boolean open = this.authority.isOpen(new AccessRequest(name, LOCAL));
			descriptors.add(new CommandDescriptor(name, command.getMethod().toGenericString(), open,
					references(acl.allowed().get(name)), references(acl.denied().get(name))));
		}
		descriptors.sort(Comparator.comparing(CommandDescriptor::name));
		return descriptors;
	}

	private static List<String> references(@Nullable List<ResolvedCommand> commands) {
		return (commands == null) ? List.of() : commands.stream()
			.map((command) -> command.capability() + ": " + command.permission() + " (" + command.context() + ")")
			.distinct()
			.toList();
	}

	/**
	 * Description of an application.
	 *
	 * @param windows its windows
	 * @param commands its commands
	 * @param capabilities its capabilities, those added at run time among them
	 * @param findings what was odd about them at start-up
	 * @param denials the latest denials, the last one first
	 */
	public record TauriDescriptor(List<WindowDescriptor> windows, List<CommandDescriptor> commands,
			List<CapabilityDescriptor> capabilities, List<AclFinding> findings, List<RecentDenials.Entry> denials) {
	}

	/**
	 * Description of a window.
	 *
	 * @param label its label
	 * @param webviews its webviews
	 */
	public record WindowDescriptor(String label, List<WebviewDescriptor> webviews) {

		static WindowDescriptor of(Window window) {
			return new WindowDescriptor(window.label().value(),
					window.webviews().stream().map(WebviewDescriptor::of).toList());
		}

	}

	/**
	 * Description of a webview.
	 *
	 * @param label its label
	 * @param url where it is, without query and fragment
	 * @param origin the origin of the document that is connected, {@code null} for none
	 * @param callsInFlight how many calls of that document have no answer yet
	 */
	public record WebviewDescriptor(String label, String url, @Nullable String origin, int callsInFlight) {

		static WebviewDescriptor of(Webview webview) {
			Page page = webview.page();
			String url = webview.url();
			return new WebviewDescriptor(webview.label().value(), url.split("[?#]", 2)[0],
					(page != null) ? page.origin().toString() : null, (page != null) ? page.callsInFlight() : 0);
		}

	}

	/**
	 * Description of a command.
	 *
	 * @param name its full name
	 * @param method the method behind it
	 * @param open whether the application's own pages may call it without a grant
	 * @param grants who grants it
	 * @param denials who denies it
	 */
	public record CommandDescriptor(String name, String method, boolean open, List<String> grants,
			List<String> denials) {
	}

	/**
	 * Description of a capability.
	 *
	 * @param identifier its name
	 * @param description what it is for
	 * @param windows globs of window labels
	 * @param webviews globs of webview labels
	 * @param local whether the application's own pages get it
	 * @param remoteUrls patterns of other pages that get it
	 * @param permissions what it grants
	 * @param source where it was written
	 */
	public record CapabilityDescriptor(String identifier, String description, List<String> windows,
			List<String> webviews, boolean local, List<String> remoteUrls, List<String> permissions,
			@Nullable String source) {

		static CapabilityDescriptor of(Capability capability) {
			return new CapabilityDescriptor(capability.identifier(), capability.description(), capability.windows(),
					capability.webviews(), capability.local(), capability.remoteUrls(),
					capability.permissions().stream().map(PermissionEntry::identifier).toList(), capability.source());
		}

	}

}
