package dev.tauriboot.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.Assert;

/**
 * The script that runs in every local document before any of its own: the globals of the
 * wire contract and the way to the back end. It is put together once from one file per
 * concern; all share one closure, so that nothing but the globals can be reached from
 * outside. It holds no secret: the document's key and labels come when it connects.
 *
 * @since 0.1.0
 */
public final class BootstrapScript {

	private static final String FOLDER = "dev/tauriboot/bootstrap/";

	private static final List<String> DATE_INPUTS = List.of("date-values.js", "date-picker.js", "date-inputs.js");

	private final String text;

	private BootstrapScript(String text) {
		this.text = text;
	}

	/**
	 * The script as text that may stand in a script element.
	 * @return the text
	 */
	public String text() {
		return this.text;
	}

	/**
	 * A script that stands on its own.
	 * @param file the file's name
	 * @return the text
	 */
	public static String file(String file) {
		return onOneLine(Builder.read(file));
	}

	// The line separator ends lines and comments of scripts, but no lines of the document
	// in which they stand: those of the page keep their numbers. In a template it would
	// not mean the same; ours have no line breaks.
	private static String onOneLine(String script) {
		return script.replace("\r\n", "\n").replace('\n', '\u2028');
	}

	/**
	 * Start to put a script together.
	 * @param transport how the document reaches the back end
	 * @return a builder
	 */
	public static Builder builder(Transport transport) {
		return new Builder(transport);
	}

	/**
	 * How a document reaches the back end.
	 */
	public enum Transport {

		/** By an object of the back end in the page. */
		BRIDGE(null, "bridge.js", "console.js", "drag.js", "downloads.js", "drops.js", "clipboard.js"),

		/** By HTTP alone. */
		HTTP("connect.js", "stream.js", "clear.js");

		private final @Nullable String first;

		private final String file;

		private final List<String> last;

		Transport(@Nullable String first, String file, String... last) {
			this.first = first;
			this.file = file;
			this.last = List.of(last);
		}

	}

	/**
	 * Puts a script together.
	 */
	public static final class Builder {

		private final Transport transport;

		private boolean freezePrototype;

		private boolean isolation;

		private boolean mocks;

		private boolean subtleCrypto;

		private boolean printing;

		private boolean dateInputs;

		private boolean keyNames;

		private final List<String> scripts = new ArrayList<>();

		private Builder(Transport transport) {
			Assert.notNull(transport, "'transport' must not be null");
			this.transport = transport;
		}

		/**
		 * Freeze {@code Object.prototype} before anything else. The default is not to.
		 * @param freezePrototype whether to
		 * @return this builder
		 */
		public Builder freezePrototype(boolean freezePrototype) {
			this.freezePrototype = freezePrototype;
			return this;
		}

		/**
		 * Send every message through the isolation frame. The default is not to.
		 * @param isolation whether to
		 * @return this builder
		 */
		public Builder isolation(boolean isolation) {
			this.isolation = isolation;
			return this;
		}

		/**
		 * Let the page replace the globals, as the client's module {@code mocks} does.
		 * The default is not to: a script that got into the page could then see every
		 * call.
		 * @param mocks whether to
		 * @return this builder
		 */
		public Builder mocks(boolean mocks) {
			this.mocks = mocks;
			return this;
		}

		/**
		 * Give the document a {@code crypto.subtle} made by the back end, if its engine
		 * lacks it. The default is not to. Has no effect without a bridge.
		 * @param subtleCrypto whether to
		 * @return this builder
		 */
		public Builder subtleCrypto(boolean subtleCrypto) {
			this.subtleCrypto = subtleCrypto;
			return this;
		}

		/**
		 * Let the back end print when the document asks for it. The default is not to.
		 * Has no effect without a bridge.
		 * @param printing whether to
		 * @return this builder
		 */
		public Builder printing(boolean printing) {
			this.printing = printing;
			return this;
		}

		/**
		 * Give the document inputs for dates, times and colours, if its engine lacks
		 * them. The default is not to. Has no effect without a bridge.
		 * @param dateInputs whether to
		 * @return this builder
		 */
		public Builder dateInputs(boolean dateInputs) {
			this.dateInputs = dateInputs;
			return this;
		}

		/**
		 * Name the keys of keyboard events, where a bridge is the transport. The default
		 * is not to.
		 * @param keyNames whether to
		 * @return this builder
		 */
		public Builder keyNames(boolean keyNames) {
			this.keyNames = keyNames;
			return this;
		}

		/**
		 * Add a script that runs after the globals are there, outside their closure.
		 * @param script the script's text
		 * @return this builder
		 */
		public Builder script(String script) {
			this.scripts.add(script);
			return this;
		}

		/**
		 * Put it together.
		 * @return the script
		 */
		public BootstrapScript build() {
			StringBuilder text = new StringBuilder();
			text.append("if(window===window.top&&!('__TAURI_INTERNALS__' in window)){(()=>{'use strict';\n");
			text.append("document.currentScript?.remove();\n");
			if (this.freezePrototype) {
				text.append("Object.freeze(Object.prototype);\n");
			}
			if (this.transport.first != null) {
				text.append(read(this.transport.first)).append('\n');
			}
			text.append("const MOCKS=").append(this.mocks).append(";\n");
			for (String file : files()) {
				text.append(read(file)).append('\n');
			}
			for (String file : this.transport.last) {
				text.append(read(file)).append('\n');
			}
			if (this.subtleCrypto && this.transport == Transport.BRIDGE) {
				text.append(read("subtle.js")).append('\n');
			}
			if (this.printing && this.transport == Transport.BRIDGE) {
				text.append(read("print.js")).append('\n');
			}
			if (this.keyNames && this.transport == Transport.BRIDGE) {
				text.append(read("key-names.js")).append('\n');
			}
			if (this.dateInputs && this.transport == Transport.BRIDGE) {
				for (String file : DATE_INPUTS) {
					text.append(read(file)).append('\n');
				}
			}
			text.append("})();\n");
			// A document that was not let in has no globals, and what builds on them must
			// not run.
			text.append("if('__TAURI_INTERNALS__' in window){\n");
			for (String script : this.scripts) {
				text.append(script).append("\n;");
			}
			text.append("}}");
			String all = this.scripts.stream().noneMatch((script) -> script.contains("`")) ? onOneLine(text.toString())
					: text.toString();
			// A script element ends at the first "</script", wherever it stands.
			return new BootstrapScript(all.replace("</script", "<\\/script").replace("<!--", "<\\!--"));
		}

		private List<String> files() {
			List<String> files = new ArrayList<>(
					List.of("globals.js", this.isolation ? "isolation.js" : "brownfield.js", "serialize.js",
							"callbacks.js", "frames.js", "http.js", this.transport.file, "ipc.js"));
			if (this.isolation && this.transport == Transport.HTTP) {
				files.add(files.indexOf(this.transport.file), "hooked.js");
			}
			return files;
		}

		private static String read(String file) {
			try {
				return new ClassPathResource(FOLDER + file, BootstrapScript.class.getClassLoader())
					.getContentAsString(StandardCharsets.UTF_8);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Cannot read the bootstrap script " + file, ex);
			}
		}

	}

}
