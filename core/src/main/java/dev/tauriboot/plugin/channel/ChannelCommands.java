package dev.tauriboot.plugin.channel;

import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.ipc.InvokeResponse;

/**
 * The command of the channel plugin: section 7.4 of the wire contract. It gives data that
 * waits for a page to that page, once. It needs no permission, since the id of the data
 * is known to that page alone.
 *
 * @since 0.1.0
 */
public class ChannelCommands {

	private static final String HEADER = "Tauri-Channel-Id";

	@TauriCommand("plugin:__TAURI_CHANNEL__|fetch")
	InvokeResponse fetch(InvokeRequest request) {
		InvokeResponse data = request.page().outbound().takeHeld(id(request));
		if (data == null) {
			throw new InvokeException("data not found");
		}
		return data;
	}

	private static int id(InvokeRequest request) {
		String id = request.headers().getFirst(HEADER);
		try {
			return Integer.parseUnsignedInt((id != null) ? id : "");
		}
		catch (NumberFormatException ex) {
			throw new InvokeException("missing channel id header");
		}
	}

}
