package dev.tauriboot.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import dev.tauriboot.acl.Capability;
import dev.tauriboot.acl.PermissionEntry;
import dev.tauriboot.acl.Scope;
import dev.tauriboot.command.annotation.TauriCommand;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.util.FileSystemUtils;

/**
 * Compares the plugin {@code fs} with plain NIO and the bare transfer of the same data,
 * in the page {@code bench/files.html}, and prints the figures as one line of JSON.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
public class FilesBenchmark {

	private static final int SIZE = 100_000_000;

	private static final int ENTRIES = 10_000;

	private static final CountDownLatch DONE = new CountDownLatch(1);

	private final Path folder;

	public FilesBenchmark() throws IOException {
		this.folder = Files.createTempDirectory("tauri-files").toRealPath();
	}

	public static void main(String[] args) throws Exception {
		SpringApplication application = new SpringApplication(FilesBenchmark.class);
		application.setBannerMode(Banner.Mode.OFF);
		application.setDefaultProperties(Map.of("tauri.app.windows[0].url", "files.html"));
		ConfigurableApplicationContext context = application.run(args);
		DONE.await();
		FileSystemUtils.deleteRecursively(context.getBean(FilesBenchmark.class).folder);
		System.exit(SpringApplication.exit(context));
	}

	@Bean
	Capability files() {
		Scope scope = new Scope(List.of(this.folder + "/**"), List.of());
		return Capability.withId("files")
			.windows("*")
			.permissions("core:default")
			.permission(new PermissionEntry("fs:read-all", scope))
			.permission(new PermissionEntry("fs:write-all", scope))
			.build();
	}

	@TauriCommand
	String prepare() throws IOException {
		byte[] bytes = new byte[SIZE];
		new Random(1).nextBytes(bytes);
		Files.write(this.folder.resolve("large"), bytes);
		Path many = Files.createDirectory(this.folder.resolve("many"));
		for (int i = 0; i < ENTRIES; i++) {
			Files.createFile(many.resolve("a file with the number " + i));
		}
		return this.folder.toString();
	}

	// As a call, so that it is alone in memory.
	@TauriCommand
	byte[] bareRead() {
		return new byte[SIZE];
	}

	@TauriCommand
	int bareWrite(byte[] bytes) {
		return bytes.length;
	}

	@TauriCommand
	double nioRead() throws IOException {
		long start = System.nanoTime();
		int length = Files.readAllBytes(this.folder.resolve("large")).length;
		return millis(start, length);
	}

	@TauriCommand
	double nioWrite(byte[] bytes) throws IOException {
		long start = System.nanoTime();
		Files.write(this.folder.resolve("written"), bytes);
		return millis(start, bytes.length);
	}

	@TauriCommand
	double nioList() throws IOException {
		long start = System.nanoTime();
		return millis(start, list().size());
	}

	@TauriCommand
	List<Item> bareList() throws IOException {
		List<Item> items = new ArrayList<>();
		for (int i = 0; i < ENTRIES; i++) {
			items.add(new Item("a file with the number " + i, true, false, false));
		}
		return items;
	}

	private List<Item> list() throws IOException {
		List<Item> items = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(this.folder.resolve("many"))) {
			for (Path entry : entries) {
				BasicFileAttributes found = Files.readAttributes(entry, BasicFileAttributes.class,
						LinkOption.NOFOLLOW_LINKS);
				items.add(new Item(entry.getFileName().toString(), found.isRegularFile(), found.isDirectory(),
						found.isSymbolicLink()));
			}
		}
		return items;
	}

	private static double millis(long start, int result) {
		return (result > 0) ? (System.nanoTime() - start) / 1e6 : Double.NaN;
	}

	@TauriCommand
	void done(Map<String, Object> figures) {
		System.out.println(JsonMapper.shared().writeValueAsString(figures));
		DONE.countDown();
	}

	record Item(String name, boolean isFile, boolean isDirectory, boolean isSymlink) {
	}

}
