package dev.tauriboot.scope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import dev.tauriboot.path.BaseDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PathScope}.
 */
class PathScopeTests {

	@TempDir
	Path folder;

	Path d;

	Path outside;

	@BeforeEach
	void makeFolders() throws IOException {
		this.folder = this.folder.toRealPath();
		this.d = Files.createDirectory(this.folder.resolve("d"));
		this.outside = Files.createDirectory(this.folder.resolve("o"));
		Files.writeString(this.outside.resolve("existing"), "secret");
	}

	// acl rows 109 to 116
	@ParameterizedTest(name = "row {0}: {1} and {2}")
	@CsvSource({ "109, /d/**, /d, false", "110, /d/**, /d/x/y, true", "111, /d/*, /d/x/y, false",
			"112, /d/**, /d/.git/config, false", "113, /d/.*, /d/.env, true", "114, /d/[.]env, /d/.env, false",
			"116, /d/*.TXT, /d/a.txt, true" })
	void matchesAsSpecified(int row, String allow, String path, boolean expected) {
		PathScope scope = scope(this.folder + allow).build();
		assertThat(scope.isAllowed(Path.of(this.folder + path))).as("row " + row).isEqualTo(expected);
	}

	@Test
	void leadingDotNeedNotBeLiteralIfConfigured() { // acl row 112
		PathScope scope = scope(this.d + "/**").literalLeadingDot(false).build();
		assertThat(scope.isAllowed(this.d.resolve(".git/config"))).isTrue();
		assertThat(scope(this.d + "/**").literalLeadingDot(null).build().isAllowed(this.d.resolve(".x"))).isFalse();
	}

	@Test
	void denialBeatsGrant() { // acl row 115
		PathScope scope = scope(this.d + "/**").deny(List.of(this.d + "/**")).build();
		assertRefused(scope, this.d + "/x");
	}

	@Test
	void denialDoesNotCoverDotFiles() {
		PathScope scope = scope(this.d + "/**").allow(List.of(this.d + "/.ssh/*"))
			.deny(List.of(this.d + "/**"))
			.build();
		assertThat(scope.isAllowed(this.d.resolve(".ssh/id"))).isTrue();
	}

	@Test
	void linkToTheOutsideIsRefused() throws IOException { // acl row 117
		Path link = Files.createSymbolicLink(this.d.resolve("l"), this.outside.resolve("existing"));
		Path relative = Files.createSymbolicLink(this.d.resolve("r"), Path.of("../o/existing"));
		assertRefused(scope(this.d + "/**").build(), link.toString());
		assertRefused(scope(this.d + "/**").build(), relative.toString());
	}

	@Test
	void linkIntoTheScopeIsAllowed() throws IOException { // acl row 118
		Path file = Files.writeString(this.d.resolve("f"), "x");
		Path link = Files.createSymbolicLink(this.outside.resolve("in"), file);
		Path relative = Files.createSymbolicLink(this.outside.resolve("r"), Path.of("../d/f"));
		assertThat(scope(this.d + "/**").build().check(link.toString(), null)).isEqualTo(file);
		assertThat(scope(this.d + "/**").build().check(relative.toString(), null)).isEqualTo(file);
	}

	@Test
	void filesBelowLinkedFolderAreRefused() throws IOException { // acl row 119
		Path link = Files.createSymbolicLink(this.d.resolve("dl"), this.outside);
		assertRefused(scope(this.d + "/**").build(), link + "/existing");
		assertRefused(scope(this.d + "/**").build(), link + "/new");
		assertRefused(scope(this.d + "/**").build(), link + "/new/below");
	}

	@Test
	void danglingLinkIsWhereItLeads() throws IOException {
		Path out = Files.createSymbolicLink(this.d.resolve("out"), this.outside.resolve("new"));
		Path relative = Files.createSymbolicLink(this.d.resolve("rel"), Path.of("../o/new"));
		Path in = Files.createSymbolicLink(this.outside.resolve("in"), Path.of("../d/new"));
		Path twice = Files.createSymbolicLink(this.d.resolve("twice"), relative);
		Path loop = Files.createSymbolicLink(this.d.resolve("loop"), this.d.resolve("loop"));
		PathScope scope = scope(this.d + "/**").build();
		for (Path path : List.of(out, relative, twice, loop, relative.resolve("below"), loop.resolve("below"))) {
			assertRefused(scope, path.toString());
		}
		assertThat(scope.check(in.toString(), null)).isEqualTo(this.d.resolve("new"));
		assertThat(scope.check(in + "/below", null)).isEqualTo(this.d.resolve("new/below"));
	}

	@Test
	void patternThroughLinkFitsCanonicalPaths() throws IOException {
		Path alias = Files.createSymbolicLink(this.folder.resolve("alias"), this.d);
		assertThat(scope(alias + "/*").build().isAllowed(this.d.resolve("f"))).isTrue();
		assertThat(scope(this.d + "/*").deny(List.of(alias + "/*")).build().isAllowed(this.d.resolve("f"))).isFalse();
	}

	// acl row 120
	@ParameterizedTest
	@CsvSource({ "$HOME/../x/*, d/x/f, true", "$HOME/*, d/f, true", "$HOME//x/, d/x, true", "$HOME, d, true",
			"$HOME/./x, d/x, true", "x/$HOME/*, d/f, false", "$HOMEX/*, d/f, false", "/$HOME/*, d/f, false",
			"HOME/*, d/f, false", "$APP/*, d/f, false", "$FONT/**, d/f, false", "$FONT, d, false", "**, d/f, false",
			".., d/f, false", "., d/f, false", "/**, d/f, true", "///**, d/f, true" })
	void variableIsTheFirstComponent(String allow, String path, boolean expected) {
		PathScope scope = PathScope.builder(this::directory).allow(List.of(allow)).build();
		assertThat(scope.isAllowed(this.folder.resolve(path))).isEqualTo(expected);
	}

	@Test
	void logIsNoVariable() { // acl row 121
		assertRefused(PathScope.builder(this::directory).allow(List.of("$LOG/*")).build(), this.d + "/f");
	}

	@Test
	void emptyScopeAllowsNothing() { // acl row 122
		assertRefused(PathScope.builder(this::directory).build(), this.d + "/f");
		assertRefused(PathScope.builder(this::directory).build(), "/");
		assertRefused(PathScope.builder(this::directory).allow(List.of("..")).build(), "/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/d/../etc/passwd", "..", "../x", "x/..", "x\\..\\y", "file:///d/%2E%2E%2Fetc/passwd",
			"file:///d/a%2F..%2Fetc", "/d/\0" })
	void traversalIsRefused(String path) { // acl row 123
		assertThatExceptionOfType(ScopeException.class)
			.isThrownBy(() -> scope("/**").build().check(path, this.d, "read_file"))
			.withMessage("cannot traverse directory, rewrite the path without the use of `../`");
	}

	@Test
	void pathsAddedAtRunTimeAreLiteral() throws IOException { // acl row 124
		Path odd = Files.createDirectories(this.d.resolve("[x]"));
		GrantedPaths granted = new GrantedPaths();
		PathScope scope = PathScope.builder(this::directory).granted(granted).build();
		granted.allowDirectory(odd, false);
		assertThat(scope.isAllowed(odd)).isTrue();
		assertThat(scope.isAllowed(odd.resolve("f"))).isTrue();
		assertThat(scope.isAllowed(odd.resolve("sub/f"))).isFalse();
		assertThat(scope.isAllowed(this.d.resolve("x/f"))).isFalse();
		granted.allowDirectory(odd, true);
		assertThat(scope.isAllowed(odd.resolve("sub/f"))).isTrue();
		granted.allowFile(this.d.resolve("*"));
		assertThat(scope.isAllowed(this.d.resolve("*"))).isTrue();
		assertThat(scope.isAllowed(this.d.resolve("y"))).isFalse();
	}

	@Test
	void denialBeatsWhatIsAddedAtRunTime() {
		GrantedPaths granted = new GrantedPaths();
		PathScope scope = PathScope.builder(this::directory).deny(List.of(this.d + "/f")).granted(granted).build();
		granted.allowFile(this.d.resolve("f"));
		assertThat(scope.isAllowed(this.d.resolve("f"))).isFalse();
	}

	@Test
	void entryIsTheLinkItself() throws IOException {
		Path file = Files.writeString(this.d.resolve("f"), "x");
		Path link = Files.createSymbolicLink(this.d.resolve("l"), file);
		Path alias = Files.createSymbolicLink(this.folder.resolve("alias"), this.d);
		PathScope scope = scope(this.d + "/**").build();
		assertThat(scope.locateEntry(link.toString(), null, null)).isEqualTo(new ScopedPath(link, link));
		assertThat(scope.locateEntry("l", alias, null)).isEqualTo(new ScopedPath(alias.resolve("l"), link));
		assertThat(scope.locate("l", alias, null)).isEqualTo(new ScopedPath(alias.resolve("l"), file));
	}

	@Test
	void entryIsRefusedUnlessTheLinkAndItsTargetAreInScope() throws IOException {
		Path file = Files.writeString(this.d.resolve("f"), "x");
		Path in = Files.createSymbolicLink(this.outside.resolve("in"), file);
		Path out = Files.createSymbolicLink(this.d.resolve("out"), this.outside.resolve("existing"));
		PathScope scope = scope(this.d + "/**").build();
		for (Path link : List.of(in, out)) {
			assertThatExceptionOfType(ScopeException.class)
				.isThrownBy(() -> scope.locateEntry(link.toString(), null, null))
				.withMessage("forbidden path: " + link);
		}
	}

	@Test
	void refusalNamesTheCommand() {
		PathScope scope = PathScope.builder(this::directory).build();
		assertThatExceptionOfType(ScopeException.class)
			.isThrownBy(() -> scope.check("f.txt", this.d, "write_text_file"))
			.withMessage("forbidden path: " + this.d + "/f.txt, maybe it is not allowed on the scope for "
					+ "`allow-write-text-file` permission in your capability file");
		assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> scope.check("f.txt", this.d))
			.withMessage("forbidden path: " + this.d + "/f.txt");
	}

	@Test
	void fileUrlsArePaths() {
		PathScope scope = scope(this.d + "/**").build();
		Path file = this.d.resolve("a b");
		assertThat(scope.check("file://" + this.d + "/a%20b", null)).isEqualTo(file);
		assertThat(scope.check("FILE://localhost" + this.d + "/a b", null)).isEqualTo(file);
		assertThat(scope.check("b", this.d)).isEqualTo(this.d.resolve("b"));
		assertRefused(scope, "file://" + this.d + "/../o/existing");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://x.example/", "file://host/d/x", "data:text/plain,x", "notes:today",
			"https://%zz/", "file://fa%C3%9F/x", "file:///d/%FF%2" })
	void otherUrlsAreNoPaths(String url) {
		assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> scope("/**").build().check(url, this.d))
			.withMessage("URL is not a valid path");
	}

	@Test
	void overlongPathIsRefused() {
		assertRefused(scope("/**").build(), "/d/" + "a/".repeat(20_000));
	}

	@Test
	@Timeout(60)
	void longPathTakesNoLongTime() {
		PathScope scope = scope("/**/*a*a*a*/**/*a*a/**/b").build();
		assertRefused(scope, "/" + "a".repeat(100) + "/a".repeat(1000));
	}

	@Test
	void entriesAreTextsOrMaps() {
		PathScope scope = PathScope.builder(this::directory)
			.allow(List.of(Map.of("path", this.d + "/a"), this.d + "/b"))
			.build();
		assertThat(scope.isAllowed(this.d.resolve("a"))).isTrue();
		assertThat(scope.isAllowed(this.d.resolve("b"))).isTrue();
	}

	@Test
	void malformedEntrySaysWhy() {
		for (Object entry : Arrays.asList(null, 1, true, "", List.of("/x"), Map.of(), Map.of("path", 1),
				Map.of("path", ""), Map.of("paths", "/x"), Collections.singletonMap("path", null))) {
			assertMalformed(entry, "expected a text or {path: <text>}, found ");
		}
		assertMalformed("/a/[b", "Pattern syntax error near position 3: invalid range pattern");
		assertMalformed("/a***",
				"Pattern syntax error near position 4: wildcards are either regular `*` or recursive `**`");
		assertMalformed("/a/b**",
				"Pattern syntax error near position 3: recursive wildcards must form a single path component");
	}

	private void assertMalformed(@Nullable Object entry, String message) {
		List<?> entries = Collections.singletonList(entry);
		assertThatIllegalArgumentException().isThrownBy(() -> PathScope.builder(this::directory).allow(entries))
			.withMessageStartingWith("error deserializing scope: " + message);
		assertThatIllegalArgumentException().isThrownBy(() -> PathScope.builder(this::directory).deny(entries))
			.withMessageStartingWith("error deserializing scope: " + message);
	}

	private void assertRefused(PathScope scope, String path) {
		assertThatExceptionOfType(ScopeException.class).isThrownBy(() -> scope.check(path, null))
			.withMessageStartingWith("forbidden path: ");
	}

	private PathScope.Builder scope(String allow) {
		return PathScope.builder(this::directory).allow(List.of(allow));
	}

	private @Nullable Path directory(BaseDirectory directory) {
		return (directory == BaseDirectory.HOME) ? this.d : null;
	}

}
