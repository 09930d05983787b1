package dev.tauriboot.plugin.shell;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.springframework.util.Assert;

/**
 * What a program has written, and how it ended.
 *
 * @param status how it ended
 * @param stdout what it wrote to its standard output
 * @param stderr what it wrote to its standard error
 * @since 0.1.0
 */
public record ShellOutput(ExitStatus status, byte[] stdout, byte[] stderr) {

	public ShellOutput {
		Assert.notNull(status, "'status' must not be null");
		Assert.notNull(stdout, "'stdout' must not be null");
		Assert.notNull(stderr, "'stderr' must not be null");
	}

	/**
	 * The standard output as text in UTF-8.
	 * @return the text, with replacement characters for what is none
	 */
	public String text() {
		return text(StandardCharsets.UTF_8);
	}

	/**
	 * The standard output as text.
	 * @param charset its encoding
	 * @return the text, with replacement characters for what is none
	 */
	public String text(Charset charset) {
		return new String(this.stdout, charset);
	}

	@Override
	public String toString() {
		return "ShellOutput[%s, %d and %d bytes]".formatted(this.status, this.stdout.length, this.stderr.length);
	}

}
