package dev.tauriboot.plugin.singleinstance;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

import jdk.net.ExtendedSocketOptions;

/**
 * Knows who is at the other end of a socket. The directory keeps other users out already;
 * only those who may change that get here.
 */
final class Peers {

	private Peers() {
	}

	static boolean isTrusted(SocketChannel channel, Path socket) throws IOException {
		if (!channel.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)) {
			return true;
		}
		String user = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
		return user.equals(Files.getOwner(socket).getName());
	}

}
