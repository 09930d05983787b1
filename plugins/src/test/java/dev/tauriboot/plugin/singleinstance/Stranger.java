package dev.tauriboot.plugin.singleinstance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that sends the content of its second argument, a file, to the socket that is
 * its first, and tells what came of it. It needs no other class.
 */
final class Stranger {

	private Stranger() {
	}

	public static void main(String[] args) {
		try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
			channel.connect(UnixDomainSocketAddress.of(args[0]));
			System.out.println("connected");
			channel.write(ByteBuffer.wrap(Files.readAllBytes(Path.of(args[1]))));
			System.out.println((channel.read(ByteBuffer.allocate(1)) == 1) ? "heard" : "not heard");
		}
		catch (IOException ex) {
			System.out.println(ex.getMessage());
		}
	}

}
