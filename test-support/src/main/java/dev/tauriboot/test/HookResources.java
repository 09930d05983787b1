package dev.tauriboot.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * The files of an isolation application, with a script at the head of its document that
 * tells the tester what is written to the console. The script before it is that of the
 * frame itself.
 */
final class HookResources implements ResourceLoader {

	/** What texts of the console begin with. */
	static final String CONSOLE = "\u0001console\u0001";

	private static final Pattern HEAD = Pattern
		.compile("(?is)^\\s*(<!doctype[^>]*>)?\\s*(<html[^>]*>)?\\s*(<head[^>]*>)?");

	private static final String PREFIX = "hook:";

	private final ResourceLoader loader;

	private final String location;

	HookResources(ResourceLoader loader, String location) {
		this.loader = loader;
		// Folders of the file system would be read past this loader.
		this.location = location.startsWith("classpath:") ? location
				: PREFIX + (location.startsWith("file:") ? location : "file:" + location);
	}

	String location() {
		return this.location;
	}

	@Override
	public Resource getResource(String name) {
		Resource resource = this.loader.getResource(name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name);
		return (name.endsWith("/index.html") && resource.isReadable()) ? withConsole(resource) : resource;
	}

	private static Resource withConsole(Resource page) {
		try {
			String html = page.getContentAsString(StandardCharsets.UTF_8);
			String script = new ClassPathResource("hook/console.js", HookResources.class)
				.getContentAsString(StandardCharsets.UTF_8);
			Matcher head = HEAD.matcher(html);
			int at = head.lookingAt() ? head.end() : 0;
			return new ByteArrayResource(
					(html.substring(0, at) + "<script>" + script + "</script>" + html.substring(at))
						.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public @Nullable ClassLoader getClassLoader() {
		return this.loader.getClassLoader();
	}

}
