package dev.tauriboot.plugin.resources;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;

import org.springframework.util.Assert;

/**
 * The command of the plugin {@code resources}: section 10.4 of the wire contract.
 *
 * @since 0.1.0
 */
public class ResourcesCommands {

	private final ResourceTable resources;

	/**
	 * Create the command.
	 * @param resources what pages hold
	 */
	public ResourcesCommands(ResourceTable resources) {
		Assert.notNull(resources, "'resources' must not be null");
		this.resources = resources;
	}

	@TauriCommand("plugin:resources|close")
	void close(long rid, Page page) {
		this.resources.close(page, rid);
	}

}
