package dev.tauriboot.asset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HtmlInjector}.
 */
class HtmlInjectorTests {

	private static final String BOOT = "<script>B</script>";

	private static final String MAP = "{\"imports\":{}}";

	private final HtmlInjector injector = new HtmlInjector("B", null);

	// The bar is where our script must go.
	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE html><html><head>|<title>x</title></head></html>", "\uFEFF<!doctype html>|<p>x",
			"|", "|Hello<head>", "<!-- <head> --><HTML lang='>'><HEAD data-x=\"a>b\">|<meta charset=utf-8>",
			"<!--><head>|<!-- -->", "<html>|<script>'<head>'</script><head>", "<html>\n |<body><head></body>",
			"<?xml version='1.0'?><!DOCTYPE html [\n<!ENTITY a>|]><head>", "|<script><!--<script></script><head>",
			"<head/>|x", "|</head><p>", "|&nbsp;<head>", "<html>|<header><head>", "<![CDATA[x>|y<head>",
			"<html a=<head>|<p>", "|<", "<!--|", "</>|<p>", "<head\n>|<base href=x>" })
	void scriptComesFirstInHead(String marked) {
		String html = marked.replace("|", "");
		String expected = marked.equals("<!--|") ? "<!--" + BOOT : marked.replace("|", BOOT);
		assertThat(this.injector.inject(html, null)).isEqualTo(expected);
	}

	@Test
	void nonceStandsOnOurScripts() {
		HtmlInjector withMap = new HtmlInjector("B", MAP);
		assertThat(withMap.inject("<head></head>", "7"))
			.isEqualTo("<head><script nonce=\"7\">B</script><script type=\"importmap\" nonce=\"7\">" + MAP
					+ "</script></head>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script type=importmap>{}</script>", "<SCRIPT TYPE=' ImportMap '>{}</SCRIPT>" })
	void pageWithImportMapKeepsItsOwnOnly(String own) {
		HtmlInjector withMap = new HtmlInjector("B", MAP);
		assertThat(withMap.inject("<head>" + own, null)).isEqualTo("<head>" + BOOT + own);
	}

	@Test
	void importMapInCommentOrScriptIsNone() {
		HtmlInjector withMap = new HtmlInjector("B", MAP);
		String html = "<head><!--<script type=importmap>--><script>'<script type=importmap>'</script>";
		assertThat(withMap.inject(html, null)).contains("<script type=\"importmap\">");
	}

	@Test
	void bootstrapCannotEndItsElement() {
		HtmlInjector hostile = new HtmlInjector("x = '</SCRIPT><!--$1\u2028'", null);
		assertThat(hostile.inject("", null)).isEqualTo("<script>x = '\\u003c/SCRIPT>\\u003c!--$1\u2028'</script>");
	}

}
