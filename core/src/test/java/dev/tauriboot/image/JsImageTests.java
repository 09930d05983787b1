package dev.tauriboot.image;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.tauriboot.command.CommandTester;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.TestPage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static dev.tauriboot.image.ImageFiles.bytes;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsImage} as an argument.
 */
class JsImageTests {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final ResourceTable resources = new ResourceTable();

	private final TestPage page = TestPage.of("main");

	private final CommandTester tester = new CommandTester(new Commands(this.resources));

	@Test
	void pathNamesAFile(@TempDir Path folder) throws Exception {
		Path file = Files.write(folder.resolve("icon.png"), ImageFiles.pixel(1, 2, 3, 4));
		assertThat(show(MAPPER.writeValueAsString(file.toString()))).isEqualTo(bytes(1, 2, 3, 4));
	}

	@Test
	void bytesAreThoseOfAFile() {
		StringBuilder numbers = new StringBuilder();
		for (byte value : ImageFiles.pixel(1, 2, 3, 4)) {
			numbers.append((numbers.length() > 0) ? "," : "").append(value & 0xff);
		}
		assertThat(show("[" + numbers + "]")).isEqualTo(bytes(1, 2, 3, 4));
	}

	@Test
	void numberIsThatOfAnImageOfThePage() {
		long rid = this.resources.add(this.page.page(), new Image(bytes(5, 6, 7, 8), 1, 1));
		assertThat(show(String.valueOf(rid))).isEqualTo(bytes(5, 6, 7, 8));
		assertThat(rejection("0")).isEqualTo("\"The resource id 0 is invalid.\"");
	}

	@Test
	void objectHoldsPixels() {
		assertThat(show("{\"rgba\":[1,2,3,255],\"width\":1,\"height\":1}")).isEqualTo(bytes(1, 2, 3, 255));
		assertThat(rejection("{\"rgba\":[1,2,3],\"width\":1,\"height\":1}"))
			.isEqualTo("\"failed to process image: 1 by 1 pixels take 4 bytes of RGBA data, not 3\"");
	}

	@Test
	void absentImageIsNone() {
		assertThat(this.tester.invoke(this.page.page(), "show", "{\"image\":null}")).isEqualTo(InvokeResponse.NOTHING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "1.5", "-1", "4294967296", "[256]", "[\"a\"]", "{}",
			"{\"rgba\":[],\"width\":-1,\"height\":1}", "{\"rgba\":\"a\",\"width\":1,\"height\":1}" })
	void otherValuesAreInvalid(String image) {
		assertThat(rejection(image)).isEqualTo("\"invalid args `image` for command `show`: data did not match any "
				+ "variant of untagged enum JsImage\"");
	}

	private byte[] show(String image) {
		return ((InvokeResponse.Raw) invoke(image)).bytes();
	}

	private String rejection(String image) {
		return ((InvokeResponse.Error) invoke(image)).text();
	}

	private InvokeResponse invoke(String image) {
		return this.tester.invoke(this.page.page(), "show", "{\"image\":" + image + "}");
	}

	/**
	 * A command that takes an image.
	 *
	 * @param resources where loaded ones are
	 */
	record Commands(ResourceTable resources) {

		@TauriCommand
		byte @Nullable [] show(@Nullable JsImage image, Page page) {
			return (image != null) ? image.toImage((rid) -> this.resources.get(page, rid, Image.class)).rgba() : null;
		}

	}

}
