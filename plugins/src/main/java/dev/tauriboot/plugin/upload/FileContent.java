package dev.tauriboot.plugin.upload;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

import dev.tauriboot.plugin.net.HttpPayload;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/**
 * Reads a file as it is sent, block by block.
 */
final class FileContent {

	private static final int BLOCK = 1 << 15;

	private FileContent() {
	}

	/**
	 * The file as what a request sends.
	 * @throws IOException if it cannot be read
	 */
	static HttpPayload open(Path file, Scheduler scheduler, Consumer<? super TransferProgress> progress)
			throws IOException {
		if (Files.isDirectory(file)) {
			throw new FileSystemException(file.toString(), null, "Is a directory");
		}
		// A pipe would keep the thread waiting.
		if (Files.exists(file) && !Files.isRegularFile(file)) {
			throw new FileSystemException(file.toString(), null, "Operation not supported");
		}
		long size;
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			size = channel.size();
		}
		return new HttpPayload(size,
				() -> blocks(file, size, new ProgressMeter(size, progress)).subscribeOn(scheduler, true));
	}

	private static Flux<ByteBuf> blocks(Path file, long size, ProgressMeter meter) {
		return Flux.using(
				() -> FileChannel.open(file, StandardOpenOption.READ), (channel) -> Flux
					.<ByteBuf, Long>generate(() -> 0L, (position, sink) -> read(channel, position, size, meter, sink)),
				FileContent::close);
	}

	private static Long read(FileChannel channel, long position, long size, ProgressMeter meter,
			SynchronousSink<ByteBuf> sink) {
		if (position == size) {
			sink.complete();
			return position;
		}
		ByteBuffer block = ByteBuffer.allocate((int) Math.min(BLOCK, size - position));
		try {
			while (block.hasRemaining()) {
				if (channel.read(block) < 0) {
					throw new EOFException("the file has become shorter");
				}
			}
		}
		catch (IOException ex) {
			sink.error(ex);
			return position;
		}
		meter.add(block.flip().remaining());
		sink.next(Unpooled.wrappedBuffer(block));
		return position + block.capacity();
	}

	private static void close(FileChannel channel) {
		try {
			channel.close();
		}
		catch (IOException ex) {
			// Nothing was written to it.
		}
	}

}
