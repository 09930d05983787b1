package dev.tauriboot.conformance;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.tauriboot.image.Image;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Sections 10.3 and 10.4, clauses 117 and 125: the client's module {@code image}, and its
 * class {@code Resource}.
 */
class ImagePluginTests extends CorePluginTests {

	private static final String NUMBERS = IntStream.range(0, PIXEL.length)
		.mapToObj((i) -> String.valueOf(PIXEL[i] & 0xff))
		.collect(Collectors.joining(",", "[", "]"));

	private JsonNode image(String client, String body) throws Exception {
		return js("""
				const image = await import('%s');
				const { Resource } = await import('%s');
				const { Image } = image;
				%s
				""".formatted(module(client, "image"), module(client, "core"), body));
	}

	@ParameterizedTest
	@MethodSource("clients")
	void exportsAreKnown(String client) throws Exception {
		assertThat(image(client, """
				return [Object.keys(image).sort(), Object.getOwnPropertyNames(Image).filter((name) =>
				  typeof Image[name] === 'function' && name !== 'prototype').sort(),
				  Object.getOwnPropertyNames(Image.prototype).sort(),
				  Object.getPrototypeOf(Image) === Resource];
				""").toString()).isEqualTo("[[\"Image\",\"transformImage\"],[\"fromBytes\",\"fromPath\",\"new\"],"
				+ "[\"constructor\",\"rgba\",\"size\"],true]");
	}

	// row 125
	@ParameterizedTest
	@MethodSource("clients")
	void pixelsComeBack(String client) throws Exception {
		assertThat(image(client, """
				const pixels = Uint8Array.from({ length: 64 * 48 * 4 }, (_, i) => i * 7);
				const outcomes = [];
				for (const rgba of [pixels, pixels.buffer, Array.from(pixels)]) {
				  const made = await Image.new(rgba, 64, 48);
				  const back = await made.rgba();
				  const { width, height } = await made.size();
				  outcomes.push(back instanceof Uint8Array && back.length === pixels.length
				    && back.every((value, i) => value === pixels[i]) && width === 64 && height === 48
				    && Number.isInteger(made.rid) && made.rid > 0);
				  await made.close();
				}
				const empty = await Image.new([], 0, 0);
				return [...outcomes, (await empty.rgba()).length];
				""").toString()).isEqualTo("[true,true,true,0]");
	}

	@Test
	void pixelsComeAsRawBytes() throws Exception {
		assertThat(image("@tauri-apps/api/", """
				const { rid } = await Image.new([1, 2, 3, 4], 1, 1);
				return await invoke('plugin:image|rgba', { rid }) instanceof ArrayBuffer;
				""").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("clients")
	void filesAreDecoded(String client) throws Exception {
		String path = iconFile().toString().replace("\\", "\\\\");
		assertThat(image(client, """
				const numbers = %s;
				const bytes = Uint8Array.from(numbers);
				const all = [await Image.fromBytes(numbers), await Image.fromBytes(bytes),
				  await Image.fromBytes(bytes.buffer), await Image.fromPath('%s')];
				const outcomes = [];
				for (const found of all) {
				  outcomes.push(Array.from(await found.rgba()), await found.size());
				}
				return outcomes.map((outcome) => JSON.stringify(outcome)).join(' ');
				""".formatted(NUMBERS, path)).asString())
			.isEqualTo(String.join(" ", Collections.nCopies(4, "[10,20,30,40] {\"width\":1,\"height\":1}")));
	}

	@ParameterizedTest
	@MethodSource("clients")
	void whatIsNoImageRejects(String client) throws Exception {
		assertThat(image(client, """
				return [await rejection(Image.fromBytes([1, 2, 3])), await rejection(Image.fromPath('nowhere.png')),
				  await rejection(Image.new([1, 2, 3], 1, 1))];
				""").toString()).isEqualTo("[\"failed to process image: it is neither a PNG nor an ICO file\","
				+ "\"failed to process image: there is no file nowhere.png\","
				+ "\"failed to process image: 1 by 1 pixels take 4 bytes of RGBA data, not 3\"]");
	}

	@ParameterizedTest
	@MethodSource("clients")
	void imagesArePassedInAllForms(String client) throws Exception {
		assertThat(image(client, """
				const made = await Image.new([1, 2, 3, 4], 1, 1);
				const bytes = new Uint8Array(1);
				return [image.transformImage(null), image.transformImage('a.png'),
				  image.transformImage(made) === made.rid, image.transformImage(bytes) === bytes];
				""").toString()).isEqualTo("[null,\"a.png\",true,true]");
	}

	// row 117
	@ParameterizedTest
	@MethodSource("clients")
	void closedResourceIsInvalid(String client) throws Exception {
		assertThat(image(client, """
				const made = await Image.new([1, 2, 3, 4], 1, 1);
				const closed = await made.close();
				const text = `The resource id ${made.rid} is invalid.`;
				const again = await rejection(made.close());
				const stranger = await rejection(new Resource(0).close());
				return [made instanceof Resource, closed, again === text, await rejection(made.rgba()) === text,
				  await rejection(made.size()) === text, stranger];
				""").toString()).isEqualTo("[true,null,true,true,true,\"The resource id 0 is invalid.\"]");
	}

	@Test
	void disposedResourceIsInvalid() throws Exception {
		assertThat(image("@tauri-apps/api/", """
				const made = await Image.new([1, 2, 3, 4], 1, 1);
				await made[Symbol.asyncDispose]();
				return await rejection(made.size()) === `The resource id ${made.rid} is invalid.`;
				""").asBoolean()).isTrue();
	}

	@Test
	void otherWebviewDoesNotReachAResource() throws Exception {
		long rid = image("@tauri-apps/api/", "return (await Image.new([1, 2, 3, 4], 1, 1)).rid;").asLong();
		JsonNode reasons = jsIn("second", """
				const { Image } = await import('@tauri-apps/api/image');
				await Image.new([0, 0, 0, 0], 1, 1);
				const foreign = new Image(%d);
				return [await rejection(foreign.rgba()), await rejection(foreign.size()),
				  await rejection(foreign.close())];
				""".formatted(rid));
		assertThat(reasons)
			.allSatisfy((reason) -> assertThat(reason.asString()).isEqualTo("The resource id " + rid + " is invalid."));
		assertThat(this.resources.get(page("main"), rid, Image.class).rgba()).containsExactly(1, 2, 3, 4);
	}

	@Test
	void resourcesEndWithTheirDocument() throws Exception {
		long rid = image("@tauri-apps/api/", "return (await Image.new([1, 2, 3, 4], 1, 1)).rid;").asLong();
		Page before = page("main");
		assertThat(this.resources.count(before)).isEqualTo(1);
		reload(webview("main"));
		assertThat(this.resources.count(before)).isZero();
		assertThatThrownBy(() -> this.resources.get(before, rid, Image.class))
			.hasMessage("The resource id " + rid + " is invalid.");
		assertThat(image("@tauri-apps/api/", "return rejection(new Image(%d).size());".formatted(rid)).asString())
			.isEqualTo("The resource id " + rid + " is invalid.");
	}

	@Test
	void resourcesEndWithTheirWindow() throws Exception {
		Webview third = webview("third");
		jsIn("third", "await invoke('plugin:image|new', { rgba: [1, 2, 3, 4], width: 1, height: 1 });");
		Page page = page("third");
		assertThat(this.resources.count(page)).isEqualTo(1);
		third.window().destroy();
		Awaitility.await().until(() -> this.resources.count(page) == 0);
		assertThat(page.isOpen()).isFalse();
	}

	private Page page(String label) {
		return awaitPage(webview(label), null);
	}

}
