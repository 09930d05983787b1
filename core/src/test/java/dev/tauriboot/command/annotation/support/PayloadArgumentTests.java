package dev.tauriboot.command.annotation.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;

import dev.tauriboot.command.CommandFixture;
import dev.tauriboot.command.InvokeRequest;
import dev.tauriboot.command.annotation.Payload;
import dev.tauriboot.command.annotation.TauriCommand;
import dev.tauriboot.ipc.InvokeBody;
import dev.tauriboot.ipc.InvokeResponse;
import dev.tauriboot.security.WebviewAuthentication;
import dev.tauriboot.security.WebviewPrincipal;
import dev.tauriboot.window.Page;
import dev.tauriboot.window.Webview;
import dev.tauriboot.window.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.Resource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for parameters that take the payload as a whole, bytes, or parts of the call.
 */
class PayloadArgumentTests {

	private static final CommandFixture fixture = CommandFixture.of(Commands.class);

	@AfterAll
	static void close() {
		fixture.close();
	}

	@Test
	void payloadParameterTakesTheWholeJson() {
		assertThat(fixture.invoke("whole", "{\"x\":1,\"y\":2}")).isEqualTo("\"Point[x=1, y=2]\"");
		assertThat(fixture.invoke("whole_list", "[1,2]")).isEqualTo("[1,2]");
		assertThat(fixture.rejection("whole", "{\"x\":1}"))
			.isEqualTo("invalid args `point` for command `whole`: missing field `y`");
		assertThat(fixture.invoke("whole", new byte[0]))
			.isEqualTo("rejected:\"invalid args `point` for command `whole`: command whole expected a value for key "
					+ "point but the IPC call used a bytes payload\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "array", "byte_buffer", "data_buffer", "resource", "marked" })
	void rawPayloadGoesToTheParameterOfBytes(String command) {
		assertThat(fixture.invoke("take_" + command, new byte[] { 1, -1 })).isEqualTo("\"[1, -1]\"");
		assertThat(fixture.invoke("take_" + command, new byte[0])).isEqualTo("\"[]\"");
	}

	@Test
	void rawPayloadIsNotCopied() {
		byte[] bytes = { 1 };
		assertThat(fixture.answer("same", bytes)).isInstanceOfSatisfying(InvokeResponse.Raw.class,
				(raw) -> assertThat(raw.bytes()).isSameAs(bytes));
	}

	@ParameterizedTest
	@ValueSource(strings = { "array", "byte_buffer", "data_buffer", "resource" })
	void bytesInJsonAreNumbersOrBase64(String command) {
		assertThat(fixture.invoke("take_" + command, "{\"bytes\":[1,255]}")).isEqualTo("\"[1, -1]\"");
		assertThat(fixture.invoke("take_" + command, "{\"bytes\":\"Af8=\"}")).isEqualTo("\"[1, -1]\"");
	}

	@Test
	void wholeJsonPayloadCanBeBytes() {
		assertThat(fixture.invoke("take_marked", "[1,255]")).isEqualTo("\"[1, -1]\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "[256] | invalid value: integer `256`, expected u8",
					"[-1] | invalid value: integer `-1`, expected u8",
					"[1.5] | invalid type: floating point `1.5`, expected u8",
					"[\"1\"] | invalid type: string \"1\", expected u8",
					"{} | invalid type: map, expected a sequence of bytes or a Base64 string",
					"null | invalid type: null, expected a sequence of bytes or a Base64 string",
					"\"*\" | invalid value: string \"*\", expected a sequence of bytes or a Base64 string" })
	void bytesThatAreNone(String value, String detail) {
		assertThat(fixture.rejection("take_array", "{\"bytes\":" + value + "}"))
			.isEqualTo("invalid args `bytes` for command `take_array`: " + detail);
	}

	@Test
	void missingBytes() {
		assertThat(fixture.rejection("take_array", "{}"))
			.isEqualTo("invalid args `bytes` for command `take_array`: command take_array missing required key bytes");
		assertThat(fixture.invoke("maybe", "{}")).isEqualTo("null");
	}

	// row 69
	@Test
	void rawPayloadOfTwoByteParametersNeedsAMark() {
		assertThat(fixture.invoke("two", new byte[] { 1 }))
			.isEqualTo("rejected:\"invalid args `a` for command `two`: command two expected a value for key a but the "
					+ "IPC call used a bytes payload\"");
	}

	// row 70
	@Test
	void requestParameterSeesRawBytesAndHeaders() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("X-Custom", "value");
		InvokeRequest request = new InvokeRequest("inspect", new InvokeBody.Raw(new byte[] { 7 }), headers,
				fixture.callingPage());
		assertThat(CommandFixture.text(fixture.service().invoke(request).block())).isEqualTo("\"7 value value\"");
	}

	@Test
	void parametersOfTheCallerComeFromThePage() {
		assertThat(fixture.invoke("who", "{}"))
			.isEqualTo("\"main view view view true main http://tauri.localhost true\"");
	}

	record Point(int x, int y) {
	}

	static class Commands {

		@TauriCommand
		String whole(@Payload Point point) {
			return point.toString();
		}

		@TauriCommand
		List<Integer> wholeList(@Payload List<Integer> list) {
			return list;
		}

		@TauriCommand
		String takeArray(byte[] bytes) {
			return Arrays.toString(bytes);
		}

		@TauriCommand
		String takeByteBuffer(ByteBuffer bytes) {
			byte[] copy = new byte[bytes.remaining()];
			bytes.get(copy);
			return Arrays.toString(copy);
		}

		@TauriCommand
		String takeDataBuffer(DataBuffer bytes) {
			byte[] copy = new byte[bytes.readableByteCount()];
			bytes.read(copy);
			return Arrays.toString(copy);
		}

		@TauriCommand
		String takeResource(Resource bytes) throws IOException {
			return Arrays.toString(bytes.getContentAsByteArray());
		}

		@TauriCommand
		String takeMarked(@Payload byte[] bytes, byte @Nullable [] other) {
			return Arrays.toString(bytes);
		}

		@TauriCommand
		byte[] same(byte[] bytes) {
			return bytes;
		}

		@TauriCommand
		byte @Nullable [] maybe(byte @Nullable [] bytes) {
			return bytes;
		}

		@TauriCommand
		int two(byte[] a, byte[] b) {
			return a.length + b.length;
		}

		@TauriCommand
		String inspect(InvokeRequest request, HttpHeaders headers) {
			return ((InvokeBody.Raw) request.body()).bytes()[0] + " " + request.headers().getFirst("x-custom") + " "
					+ headers.getFirst("X-CUSTOM");
		}

		@TauriCommand
		String who(Window window, Webview webview, Page page, Principal principal, Authentication authentication,
				WebviewPrincipal caller, WebviewAuthentication own) {
			return window.label() + " " + webview.label() + " " + page.webview().label() + " " + principal.getName()
					+ " " + authentication.isAuthenticated() + " " + caller.window() + " " + caller.origin() + " "
					+ own.getPrincipal().equals(caller);
		}

	}

}
