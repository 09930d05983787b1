package dev.tauriboot.plugin.fs;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file. Every key is sent, since a page takes one that is missing for
 * a time that is no time; their names do not follow the application's mapper.
 *
 * @param file whether it is a regular file
 * @param directory whether it is a directory
 * @param symlink whether it is a link
 * @param size how many bytes it has
 * @param mtime when its content was changed, in milliseconds
 * @param atime when it was read
 * @param birthtime when it was made
 * @param readonly whether nobody may write it
 * @param fileAttributes the attributes of Windows, {@code null} elsewhere
 * @param dev its device, {@code null} on Windows as all below
 * @param ino its number
 * @param mode its type and permissions
 * @param nlink how many names it has
 * @param uid who owns it
 * @param gid its group
 * @param rdev the device that it is
 * @param blksize unknown in Java
 * @param blocks unknown in Java
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record FileInfo(@JsonProperty("isFile") boolean file, @JsonProperty("isDirectory") boolean directory,
		@JsonProperty("isSymlink") boolean symlink, long size, @Nullable Long mtime, @Nullable Long atime,
		@Nullable Long birthtime, boolean readonly, @JsonProperty("fileAttributes") @Nullable Integer fileAttributes,
		@Nullable Long dev, @Nullable Long ino, @Nullable Integer mode, @Nullable Integer nlink, @Nullable Integer uid,
		@Nullable Integer gid, @Nullable Long rdev, @Nullable Long blksize, @Nullable Long blocks) {

	private static final boolean UNIX = FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

	private static final int ANY_WRITE = 0222;

	static FileInfo of(Path path, LinkOption... options) throws IOException {
		return UNIX ? ofUnix(Files.readAttributes(path, "unix:*", options)) : ofWindows(path, options);
	}

	private static FileInfo ofUnix(Map<String, Object> found) {
		int mode = number(found, "mode").intValue();
		return new FileInfo(is(found, "isRegularFile"), is(found, "isDirectory"), is(found, "isSymbolicLink"),
				number(found, "size").longValue(), millis(found.get("lastModifiedTime")),
				millis(found.get("lastAccessTime")), millis(found.get("creationTime")), (mode & ANY_WRITE) == 0, null,
				number(found, "dev").longValue(), number(found, "ino").longValue(), mode,
				number(found, "nlink").intValue(), number(found, "uid").intValue(), number(found, "gid").intValue(),
				number(found, "rdev").longValue(), null, null);
	}

	private static FileInfo ofWindows(Path path, LinkOption... options) throws IOException {
		DosFileAttributes found = Files.readAttributes(path, DosFileAttributes.class, options);
		Integer attributes = (Integer) Files.getAttribute(path, "dos:attributes", options);
		return new FileInfo(found.isRegularFile(), found.isDirectory(), found.isSymbolicLink(), found.size(),
				found.lastModifiedTime().toMillis(), found.lastAccessTime().toMillis(), found.creationTime().toMillis(),
				found.isReadOnly(), attributes, null, null, null, null, null, null, null, null, null);
	}

	private static boolean is(Map<String, Object> found, String name) {
		return Boolean.TRUE.equals(found.get(name));
	}

	private static Number number(Map<String, Object> found, String name) {
		return (found.get(name) instanceof Number number) ? number : 0;
	}

	private static @Nullable Long millis(@Nullable Object time) {
		return (time instanceof FileTime known) ? known.toMillis() : null;
	}

	boolean isSameFile(FileInfo other) {
		return this.ino != null && this.ino.equals(other.ino) && this.dev != null && this.dev.equals(other.dev);
	}

	FileInfo withSize(long size) {
		return new FileInfo(this.file, this.directory, this.symlink, size, this.mtime, this.atime, this.birthtime,
				this.readonly, this.fileAttributes, this.dev, this.ino, this.mode, this.nlink, this.uid, this.gid,
				this.rdev, this.blksize, this.blocks);
	}

}
