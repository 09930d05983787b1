package dev.tauriboot.conformance;

import java.util.UUID;

import dev.tauriboot.plugin.sql.Databases;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rows 235 to 249 of the plugins' contract: the unmodified package
 * {@code @tauri-apps/plugin-sql}.
 */
class SqlPluginTests extends DataPluginTests {

	private static final String MODULE = """
			const { default: Database } = await import('@tauri-apps/plugin-sql');
			const url = 'sqlite:%s.db';
			const open = async () => {
			  const db = await Database.load(url);
			  await db.execute('CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, a, b)');
			  return db;
			};
			%s
			""";

	@Autowired
	private Databases databases;

	private final String name = UUID.randomUUID().toString();

	private JsonNode sql(String body) throws Exception {
		return sqlIn("main", body);
	}

	private JsonNode sqlIn(String label, String body) throws Exception {
		return jsIn(label, MODULE.formatted(this.name, body));
	}

	// row 235
	@Test
	void databaseIsBelowTheConfiguration() throws Exception {
		assertThat(sql("return [(await Database.load(url)).path, await invoke('plugin:sql|load', { db: url })];")
			.toString()).isEqualTo("[\"sqlite:%1$s.db\",\"sqlite:%1$s.db\"]".formatted(this.name));
		assertThat(config(this.name + ".db")).exists();
	}

	// rows 236 to 239
	@Test
	void valuesGoWhereTheyBelong() throws Exception {
		assertThat(
				sql("""
						const db = await open();
						const first = await db.execute('INSERT INTO t (a, b) VALUES ($2, $1)', ['one', 'two']);
						const wire = await invoke('plugin:sql|execute', { db: url, query: 'INSERT INTO t (a, b) VALUES ($1, $1)',
						  values: [7] });
						await db.execute("INSERT INTO t (a, b) VALUES ('$1', $1)", [true]);
						return [first, wire, await db.select('SELECT * FROM t WHERE id > $1 ORDER BY id', [0])];
						""")
					.toString())
			.isEqualTo("[{\"lastInsertId\":1,\"rowsAffected\":1},[1,2],["
					+ "{\"id\":1,\"a\":\"two\",\"b\":\"one\"},{\"id\":2,\"a\":7,\"b\":7},{\"id\":3,\"a\":\"$1\",\"b\":1}]]");
	}

	// rows 240 and 241
	@Test
	void rowsHaveTheirShapes() throws Exception {
		assertThat(sql("""
				const db = await open();
				const [row] = await db.select("SELECT 1 AS i, 1.5 AS r, 'ü' AS t, x'00ff' AS blob, NULL AS n, 2 AS i");
				return [Object.keys(row), row, Array.isArray(row.blob), await db.select('SELECT * FROM t')];
				""").toString()).isEqualTo("[[\"i\",\"r\",\"t\",\"blob\",\"n\"],{\"i\":2,\"r\":1.5,\"t\":\"ü\","
				+ "\"blob\":[0,255],\"n\":null},true,[]]");
	}

	@Test
	void valuesKeepTheirKind() throws Exception {
		assertThat(sql("""
				const db = await open();
				const kinds = [];
				for (const value of [null, 'x', 3, -1.5, 9007199254740991, 1e300, true, { a: [1] }, [1, 2]]) {
				  const [row] = await db.select('SELECT $1 AS v, typeof($1) AS t', [value]);
				  kinds.push([row.v, row.t]);
				}
				return kinds;
				""").toString()).isEqualTo("[[null,\"null\"],[\"x\",\"text\"],[3,\"integer\"],[-1.5,\"real\"],"
				+ "[9007199254740991,\"integer\"],[1.0E300,\"real\"],[1,\"integer\"],[\"{\\\"a\\\":[1]}\",\"text\"],"
				+ "[\"[1,2]\",\"text\"]]");
	}

	// rows 6, 242 and 243
	@Test
	void failuresAreTexts() throws Exception {
		assertThat(
				sql("""
						return Promise.all([Database.get(url).select('SELECT 1'), Database.load('foo'), Database.load('oracle:x'),
						  Database.load(''), Database.get(url).close(url), Database.load('datasource:dataSource'),
						  Database.load('sqlite:a?enable_load_extension=true')].map(rejection));
						""")
					.toString())
			.isEqualTo(("[\"database sqlite:%1$s.db not loaded\",\"invalid connection url: foo\","
					+ "\"invalid connection url: oracle:x\",\"invalid connection url: \","
					+ "\"database sqlite:%1$s.db not loaded\",\"invalid connection url: datasource:dataSource\","
					+ "\"invalid connection url: sqlite:a?enable_load_extension=true\"]")
				.formatted(this.name));
	}

	// row 244
	@Test
	void closedDatabaseRejects() throws Exception {
		assertThat(sql("""
				const db = await open();
				const one = await db.close(url);
				const gone = await rejection(db.select('SELECT 1'));
				await open();
				return [one, gone, await db.close(), await rejection(db.select('SELECT 1'))];
				""").toString())
			.isEqualTo("[true,\"database sqlite:%1$s.db not loaded\",true,\"database sqlite:%1$s.db not loaded\"]"
				.formatted(this.name));
	}

	// row 245
	@Test
	void transactionSpansCalls() throws Exception {
		assertThat(sql("""
				const db = await open();
				await db.execute('BEGIN');
				await db.execute('INSERT INTO t (a) VALUES ($1)', [1]);
				const within = await db.select('SELECT count(*) AS n FROM t');
				await db.execute('ROLLBACK');
				return [within, await db.select('SELECT count(*) AS n FROM t')];
				""").toString()).isEqualTo("[[{\"n\":1}],[{\"n\":0}]]");
	}

	@Test
	void transactionEndsWithItsPage() throws Exception {
		sqlIn("other", """
				const db = await open();
				await db.execute('BEGIN');
				await db.execute('INSERT INTO t (a) VALUES (1)');
				""");
		sql("await Database.load(url).then((db) => db.select('SELECT * FROM t'));");
		assertThat(this.databases.get("sqlite:" + this.name + ".db").select("SELECT * FROM t")).hasSize(1);
		reload(webview("other"));
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.databases.get("sqlite:" + this.name + ".db").select("SELECT * FROM t"))
				.isEmpty());
		assertThat(sql("""
				const db = await open();
				await db.execute('BEGIN');
				await db.execute('INSERT INTO t (a) VALUES (1)');
				await db.execute('COMMIT');
				return (await db.select('SELECT * FROM t')).length;
				""").asInt()).isEqualTo(1);
		reload(webview("main"));
		assertThat(sql("return (await (await open()).select('SELECT * FROM t')).length;").asInt()).isEqualTo(1);
	}

	// rows 246 and 248
	@Test
	void errorsOfTheDriverAreSeen() throws Exception {
		JsonNode errors = sql(
				"""
						const db = await open();
						return Promise.all([db.execute('INSRT'), db.select('SELECT * FROM nope'), db.select('SELECT $1, $2', [1]),
						  db.execute('INSERT INTO t (a) VALUES ($1)'), db.execute('SELECT 1', 'x'), db.select('DELETE FROM t'),
						  invoke('plugin:sql|select', { db: url, query: 'SELECT 1' })].map(rejection));
						""");
		assertThat(errors.values().stream().map(JsonNode::asString)).satisfiesExactly(
				(text) -> assertThat(text).contains("near \"INSRT\": syntax error"),
				(text) -> assertThat(text).contains("no such table: nope"),
				(text) -> assertThat(text).isEqualTo("the statement has 2 placeholders, but there are 1 values"),
				(text) -> assertThat(text).isEqualTo("the statement has 1 placeholders, but there are 0 values"),
				(text) -> assertThat(text).startsWith("invalid args `values` for command `execute`: "),
				(text) -> assertThat(text).isEqualTo("the statement returns no rows"),
				(text) -> assertThat(text).startsWith("invalid args `values` for command `select`: "));
	}

	// row 247
	@Test
	void executeHasToBeGranted() throws Exception {
		sql("await (await open()).execute('INSERT INTO t (a) VALUES (1)');");
		assertThat(sqlIn("reader", """
				const db = await Database.load(url);
				return [await db.select('SELECT a FROM t'), await rejection(db.execute('DELETE FROM t'))];
				""").toString()).startsWith("[[{\"a\":1}],\"").contains("not allowed");
	}

	// row 249
	@Test
	void migrationsAreApplied() throws Exception {
		assertThat(sql("""
				const db = await Database.load('sqlite:migrated.db');
				await db.close('sqlite:migrated.db');
				await Database.load('sqlite:migrated.db');
				return db.select('SELECT title FROM notes');
				""").toString()).isEqualTo("[{\"title\":\"first\"}]");
	}

	@Test
	void preloadedDatabaseNeedsNoLoad() throws Exception {
		assertThat(sql("return Database.get('h2:preloaded').select('SELECT 1 AS one');").toString())
			.isEqualTo("[{\"ONE\":1}]");
	}

}
