package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Permission bits for what is created. The system takes those of the process's mask away.
 */
final class Permissions {

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	private static final FileAttribute<?>[] NONE = {};

	private static final PosixFilePermission[] BITS = { PosixFilePermission.OTHERS_EXECUTE,
			PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.GROUP_EXECUTE,
			PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_READ, PosixFilePermission.OWNER_EXECUTE,
			PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_READ };

	private Permissions() {
	}

	static FileAttribute<?>[] of(@Nullable Integer mode) {
		return (POSIX && mode != null) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(set(mode)) }
				: NONE;
	}

	static void copy(Path from, Path to) throws IOException {
		if (POSIX) {
			Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
		}
	}

	private static Set<PosixFilePermission> set(int mode) {
		Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
		for (int i = 0; i < BITS.length; i++) {
			if ((mode >> i & 1) != 0) {
				permissions.add(BITS[i]);
			}
		}
		return permissions;
	}

}
