package dev.tauriboot.plugin.sql;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import org.springframework.core.io.ClassPathResource;

/**
 * A PostgreSQL server.
 */
final class PostgresServer extends DatabaseServer {

	private static final String ARCHIVE = "postgres-linux-x86_64.txz";

	// It refuses to run as root, who may become somebody else.
	private static final int NOBODY = 65534;

	private final Path data;

	PostgresServer() throws IOException, InterruptedException {
		Path home = unpack();
		Path password = Files.writeString(folder().resolve("password"), PASSWORD);
		this.data = Files.createDirectory(folder().resolve("data"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		Files.createFile(log());
		if (isRoot()) {
			Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
			for (Path own : List.of(password, this.data)) {
				Files.setAttribute(own, "unix:uid", NOBODY);
			}
		}
		run(null, command(home, "initdb", "-D", this.data.toString(), "-U", USER, "--pwfile=" + password, "-A",
				"scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync"));
		serve(command(home, "postgres", "-D", this.data.toString(), "-F", "-c", "listen_addresses=", "-c",
				"unix_socket_directories=" + this.data, "-c", "timezone=UTC"));
	}

	@Override
	SocketAddress address() {
		return UnixDomainSocketAddress.of(this.data.resolve(".s.PGSQL.5432"));
	}

	private Path unpack() throws IOException {
		Path home = Files.createDirectory(folder().resolve("home"));
		try (InputStream archive = new ClassPathResource(ARCHIVE).getInputStream();
				TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
			for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null;) {
				Path target = home.resolve(entry.getName());
				Files.createDirectories(entry.isDirectory() ? target : target.getParent());
				if (entry.isSymbolicLink()) {
					Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
				}
				else if (entry.isFile()) {
					Files.copy(tar, target);
					Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
				}
			}
		}
		return home;
	}

	private List<String> command(Path home, String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
		}
		command.add(home.resolve("bin").resolve(program).toString());
		command.addAll(List.of(arguments));
		return command;
	}

}
