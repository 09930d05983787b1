package dev.tauriboot.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 186 to 192: the plugin clipboard-manager.
 */
class ClipboardPluginTests extends DesktopPluginTests {

	private static final String NOTHING = "The clipboard contents were not available in the requested format"
			+ " or the clipboard is empty.";

	// row 186
	@Test
	void textComesBack() throws Exception {
		assertThat(js(module("clipboard-manager") + """
				await plugin.writeText('żółw 🐢', { label: 'x' });
				return plugin.readText();
				""").asString()).isEqualTo("żółw 🐢");
	}

	// row 187
	@Test
	void imageIsNoText() throws Exception {
		assertThat(js(module("clipboard-manager") + """
				await plugin.writeImage({ rgba: [1, 2, 3, 255], width: 1, height: 1 });
				return rejection(plugin.readText());
				""").asString()).isEqualTo(NOTHING);
		assertThat(js(module("clipboard-manager") + """
				await plugin.writeText('x');
				return rejection(plugin.readImage());
				""").asString()).isEqualTo(NOTHING);
	}

	// row 188
	@Test
	void imageIsTakenInEveryForm(@TempDir Path folder) throws Exception {
		Path file = Files.write(folder.resolve("pixel.png"), CorePluginTests.PIXEL);
		assertThat(js(module("clipboard-manager") + """
				const { Image } = await import('@tauri-apps/api/image');
				const bytes = Uint8Array.from(atob('%s'), (char) => char.charCodeAt(0));
				const alphas = [];
				for (const image of ['%s', bytes, Array.from(bytes), bytes.buffer, await Image.fromBytes(bytes),
				  { rgba: new Uint8Array([1, 2, 3, 40]), width: 1, height: 1 }]) {
				  await plugin.clear();
				  await plugin.writeImage(image);
				  alphas.push((await (await plugin.readImage()).rgba())[3]);
				}
				return alphas;
				""".formatted(java.util.Base64.getEncoder().encodeToString(CorePluginTests.PIXEL), file)).toString())
			.isEqualTo("[40,40,40,40,40,40]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = {
					"'/no/such/file.png' | invalid image: failed to process image: there is no file /no/such/file.png",
					"[1, 2, 3]          | invalid image: failed to process image: it is neither a PNG nor an ICO file",
					"{ rgba: [], width: 0, height: 0 } | invalid image: it has no pixels",
					"99                 | The resource id 99 is invalid." })
	void whatIsNoImageIsRejected(String image, String rejection) throws Exception {
		assertThat(js("return rejection(invoke('plugin:clipboard-manager|write_image', { image: " + image + " }));")
			.asString()).isEqualTo(rejection);
	}

	// row 189
	@Test
	void imageComesBackWithItsAlpha() throws Exception {
		assertThat(js(module("clipboard-manager") + """
				await plugin.writeImage({ rgba: [255, 0, 0, 128, 0, 255, 255, 255], width: 2, height: 1 });
				const image = await plugin.readImage();
				const result = [Array.from(await image.rgba()), await image.size()];
				await image.close();
				return result;
				""").toString()).isEqualTo("[[255,0,0,128,0,255,255,255],{\"width\":2,\"height\":1}]");
	}

	// row 190
	@Test
	void htmlHasATextBesideIt() throws Exception {
		assertThat(js(module("clipboard-manager") + """
				await plugin.writeHtml('<b>x</b>', 'x');
				return plugin.readText();
				""").asString()).isEqualTo("x");
		assertThat(this.user.html().get(30, TimeUnit.SECONDS)).isEqualTo("<b>x</b>");
	}

	// row 191
	@Test
	void clearedIsEmpty() throws Exception {
		assertThat(js(module("clipboard-manager") + """
				await plugin.writeText('x');
				await plugin.clear();
				return rejection(plugin.readText());
				""").asString()).isEqualTo(NOTHING);
	}

	// row 192
	@Test
	void nothingIsGrantedByDefault() throws Exception {
		assertThat(jsIn("plain", module("clipboard-manager") + """
				const image = { rgba: [1, 2, 3, 4], width: 1, height: 1 };
				return Promise.all([plugin.writeText('x'), plugin.readText(), plugin.writeHtml('x'), plugin.clear(),
				  plugin.writeImage(image), plugin.readImage()].map(rejection));
				""").valueStream()).hasSize(6)
			.allSatisfy((text) -> assertThat(text.asString()).contains("not allowed"));
	}

}
