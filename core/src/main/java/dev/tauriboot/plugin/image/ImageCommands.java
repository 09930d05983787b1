package dev.tauriboot.plugin.image;

import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.image.Image;
import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;

import org.springframework.util.Assert;

/**
 * Commands of the plugin {@code image}: section 10.3 of the wire contract. The pixels of
 * an image go to a page as raw bytes; those that come from one are an array of numbers,
 * as arguments beside others always are.
 *
 * @since 0.1.0
 */
public class ImageCommands {

	private static final long MAX_U32 = (1L << 32) - 1;

	private final ResourceTable resources;

	/**
	 * Create the commands.
	 * @param resources what pages hold
	 */
	public ImageCommands(ResourceTable resources) {
		Assert.notNull(resources, "'resources' must not be null");
		this.resources = resources;
	}

	@TauriCommand("plugin:image|new")
	long create(byte[] rgba, long width, long height, Page page) {
		return this.resources.add(page, new Image(rgba, size("width", width), size("height", height)));
	}

	// An image of more pixels than an int holds cannot have matching data.
	private static int size(String key, long value) {
		if (value < 0 || value > MAX_U32) {
			throw new InvokeException("invalid args `" + key + "` for command `new`: invalid value: integer `" + value
					+ "`, expected u32");
		}
		return (int) Math.min(value, Integer.MAX_VALUE);
	}

	@TauriCommand("plugin:image|from_bytes")
	long fromBytes(byte[] bytes, Page page) {
		return this.resources.add(page, Image.decode(bytes));
	}

	@TauriCommand("plugin:image|from_path")
	long fromPath(String path, Page page) {
		return this.resources.add(page, Image.read(path));
	}

	@TauriCommand("plugin:image|rgba")
	byte[] rgba(long rid, Page page) {
		return image(page, rid).rgba();
	}

	@TauriCommand("plugin:image|size")
	Size size(long rid, Page page) {
		Image image = image(page, rid);
		return new Size(image.width(), image.height());
	}

	private Image image(Page page, long rid) {
		return this.resources.get(page, rid, Image.class);
	}

	/**
	 * How large an image is.
	 *
	 * @param width how many pixels a row has
	 * @param height how many rows there are
	 */
	record Size(int width, int height) {
	}

}
