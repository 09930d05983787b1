package dev.tauriboot.plugin.net;

import dev.tauriboot.ipc.InvokeException;
import dev.tauriboot.url.WebUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link NoProxy} and {@link ProxyRule}.
 */
class NoProxyTests {

	// row 147
	@ParameterizedTest
	@CsvSource({ "example.com, true", "a.example.com, true", "badexample.com, false", "b.dotted.org, true",
			"dotted.org, true", "127.0.0.1, true", "127.0.0.2, false", "10.1.2.3, true", "11.1.2.3, false",
			"[fe80::1], true", "[fe81::1], false", "other.net, false" })
	void hostsAreExceptions(String host, boolean direct) {
		ProxyRule rule = ProxyRule.of("http://p:8080", null, null,
				"Example.com , .dotted.org,127.0.0.1,10.0.0.0/8,fe80::/16,10.0.0.0/99,1.2.3.4/x,,");
		assertThat(rule.appliesTo(WebUrl.parse("http://" + host + "/"))).isEqualTo(!direct);
	}

	@Test
	void starIsEverything() {
		WebUrl url = WebUrl.parse("https://x.y/");
		assertThat(ProxyRule.of("p", null, null, "*").appliesTo(url)).isFalse();
		assertThat(ProxyRule.of("p", null, null, "").appliesTo(url)).isTrue();
		assertThat(ProxyRule.of("p", null, null, null).appliesTo(url)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "http://p:8080, http://p:8080", "p, http://p:80", "socks5h://p, socks5://p:1080",
			"http://[::1]:81, http://::1:81" })
	void proxiesAreRead(String url, String rule) {
		assertThat(ProxyRule.of(url, null, null, null)).hasToString(rule);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://p", "http://", "://", "mailto:x" })
	void othersAreNot(String url) {
		assertThatThrownBy(() -> ProxyRule.of(url, null, null, null)).isInstanceOf(InvokeException.class)
			.hasMessageContaining("proxy");
	}

}
