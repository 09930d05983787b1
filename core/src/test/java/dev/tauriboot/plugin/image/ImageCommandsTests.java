package dev.tauriboot.plugin.image;

import dev.tauriboot.command.CommandTester;
import dev.tauriboot.image.ImageFiles;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.plugin.resources.ResourcesCommands;
import dev.tauriboot.resource.ResourceTable;
import dev.tauriboot.window.TestPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ImageCommands} and {@link ResourcesCommands}.
 */
class ImageCommandsTests {

	private final ResourceTable resources = new ResourceTable();

	private final CommandTester tester = new CommandTester(new ImageCommands(this.resources),
			new ResourcesCommands(this.resources));

	private final TestPage page = TestPage.of("main");

	// row 125
	@Test
	void pixelsComeBackAsBytes() {
		String rid = create();
		assertThat(((InvokeResponse.Raw) invoke(this.page, "image|rgba", "{\"rid\":" + rid + "}")).bytes())
			.isEqualTo(ImageFiles.bytes(1, 2, 3, 255, 0, 0, 0, 0));
		assertThat(invoke(this.page, "image|size", "{\"rid\":" + rid + "}"))
			.isEqualTo(new InvokeResponse.Json("{\"width\":1,\"height\":2}"));
	}

	// row 117
	@Test
	void closedImageIsGone() {
		String rid = create();
		assertThat(invoke(TestPage.of("other"), "resources|close", "{\"rid\":" + rid + "}")).isEqualTo(invalid(rid));
		assertThat(invoke(this.page, "resources|close", "{\"rid\":" + rid + "}")).isEqualTo(InvokeResponse.NOTHING);
		for (String command : new String[] { "resources|close", "image|rgba", "image|size" }) {
			assertThat(invoke(this.page, command, "{\"rid\":" + rid + "}")).isEqualTo(invalid(rid));
		}
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\'', delimiter = '|', value = {
			"-1|1|invalid args `width` for command `new`: invalid value: integer `-1`, expected u32",
			"1|4294967296|invalid args `height` for command `new`: invalid value: integer `4294967296`, expected u32",
			"1|2|failed to process image: 1 by 2 pixels take 8 bytes of RGBA data, not 4" })
	void sizeMustBeThatOfThePixels(String width, String height, String text) {
		assertThat(invoke(this.page, "image|new",
				"{\"rgba\":[1,2,3,4],\"width\":%s,\"height\":%s}".formatted(width, height)))
			.isEqualTo(new InvokeResponse.Error("\"" + text + "\""));
	}

	@Test
	void whatIsNoImageIsRefused() {
		assertThat(invoke(this.page, "image|from_bytes", "{\"bytes\":[1,2,3]}"))
			.isEqualTo(new InvokeResponse.Error("\"failed to process image: it is neither a PNG nor an ICO file\""));
		assertThat(invoke(this.page, "image|from_path", "{\"path\":\"no-such-file.png\"}"))
			.isEqualTo(new InvokeResponse.Error("\"failed to process image: there is no file no-such-file.png\""));
		assertThat(this.resources.count(this.page.page())).isZero();
	}

	private String create() {
		return ((InvokeResponse.Json) invoke(this.page, "image|new",
				"{\"rgba\":[1,2,3,255,0,0,0,0],\"width\":1,\"height\":2}"))
			.text();
	}

	private static InvokeResponse invalid(String rid) {
		return new InvokeResponse.Error("\"The resource id " + rid + " is invalid.\"");
	}

	private InvokeResponse invoke(TestPage page, String command, String args) {
		return this.tester.invoke(page.page(), "plugin:" + command, args);
	}

}
