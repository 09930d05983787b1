package dev.tauriboot.docs;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles the classes of a document together, against the class path of the tests.
 */
final class JavaExamples {

	private JavaExamples() {
	}

	/**
	 * Compile.
	 * @param document has the classes
	 * @param output where the class files go
	 * @return what the compiler has to say, nothing if all is well
	 */
	static List<String> compile(Markdown document, Path output) {
		return compile(document.blocks("java"), output).stream().map((problem) -> document + ": " + problem).toList();
	}

	static List<String> compile(Markdown.Block block, Path output) {
		return compile(List.of(block), output);
	}

	private static List<String> compile(List<Markdown.Block> blocks, Path output) {
		List<Source> sources = blocks.stream().map(Source::new).toList();
		if (sources.isEmpty()) {
			return List.of();
		}
		DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<String> options = List.of("-parameters", "-proc:none", "-Xlint:deprecation,rawtypes,removal,unchecked",
				"-d", output.toString(), "-classpath", System.getProperty("java.class.path"));
		compiler.getTask(null, null, problems, options, null, sources).call();
		return problems.getDiagnostics().stream().map(Object::toString).toList();
	}

	/**
	 * A class in a document.
	 */
	private static final class Source extends SimpleJavaFileObject {

		private final String code;

		Source(Markdown.Block block) {
			super(URI.create("string:///" + block.title() + Kind.SOURCE.extension), Kind.SOURCE);
			this.code = block.code();
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.code;
		}

	}

}
