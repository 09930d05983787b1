package dev.tauriboot.event;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EventTarget}: the JSON of section 8.3.
 */
class EventTargetTests {

	private final JsonMapper mapper = JsonMapper.builder().build();

	@ParameterizedTest
	@ValueSource(strings = { "{\"kind\":\"Any\"}", "{\"kind\":\"AnyLabel\",\"label\":\"l\"}", "{\"kind\":\"App\"}",
			"{\"kind\":\"Window\",\"label\":\"l\"}", "{\"kind\":\"Webview\",\"label\":\"l\"}",
			"{\"kind\":\"WebviewWindow\",\"label\":\"l\"}" })
	void jsonIsReadAndWritten(String json) {
		EventTarget target = this.mapper.readValue(json, EventTarget.class);
		assertThat(json).contains("\"" + target.getClass().getSimpleName() + "\"");
		assertThat(this.mapper.writeValueAsString(target)).isEqualTo(json);
	}

	@Test
	void labelNoWindowCanHaveIsRead() {
		assertThat(this.mapper.readValue("{\"kind\":\"AnyLabel\",\"label\":\"a b\"}", EventTarget.class))
			.isEqualTo(EventTarget.anyLabel("a b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"kind\":\"Window\"}", "{\"kind\":\"Nothing\"}", "{\"label\":\"l\"}", "5" })
	void otherJsonIsRefused(String json) {
		assertThatExceptionOfType(DatabindException.class)
			.isThrownBy(() -> this.mapper.readValue(json, EventTarget.class));
	}

	@Test
	void kindsOfAnnotationsMakeTargets() {
		assertThat(EventTarget.Kind.ANY.target("")).isEqualTo(EventTarget.ANY);
		assertThat(EventTarget.Kind.ANY_LABEL.target("l")).isEqualTo(EventTarget.anyLabel("l"));
		assertThat(EventTarget.Kind.APP.target("")).isEqualTo(EventTarget.APP);
		assertThat(EventTarget.Kind.WINDOW.target("l")).isEqualTo(EventTarget.window("l"));
		assertThat(EventTarget.Kind.WEBVIEW.target("l")).isEqualTo(EventTarget.webview("l"));
		assertThat(EventTarget.Kind.WEBVIEW_WINDOW.target("l")).isEqualTo(EventTarget.webviewWindow("l"));
	}

}
