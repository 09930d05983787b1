package dev.tauriboot.demo.search;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tauriboot.demo.notes.Note;
import dev.tauriboot.demo.notes.NoteException;
import dev.tauriboot.demo.notes.NoteStore;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An inverted index of the notes: a row for each word of each note. A note is found when
 * it has a word beginning with each of the words searched for. Searches may run at any
 * time, updates one at a time: the watch of the folder makes them.
 *
 * @since 0.1.0
 */
@Component
public class SearchIndex {

	private static final int MOST_HITS = 200;

	private static final int MOST_WORDS = 8;

	// Words in full count twice as much as mere beginnings.
	private static final String WORD_QUERY = " join (select document_id, "
			+ "sum(case when word = :w%1$d then 2 * weight else weight end) as score from term "
			+ "where word >= :w%1$d and word < :e%1$d group by document_id) s%1$d on s%1$d.document_id = d.id";

	private final NoteStore store;

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	SearchIndex(NoteStore store, JdbcClient jdbc, JdbcTemplate batch) {
		this.store = store;
		this.jdbc = jdbc;
		this.batch = batch;
	}

	/**
	 * Bring the index up to date with the whole folder.
	 * @throws IOException if the folder cannot be read
	 */
	@Transactional
	public void synchronise() throws IOException {
		Map<String, Instant> known = new HashMap<>();
		this.jdbc.sql("select path, modified from document").query((row) -> {
			known.put(row.getString(1), row.getObject(2, Instant.class));
		});
		for (String path : this.store.paths()) {
			update(path, known.remove(path));
		}
		known.keySet().forEach(this::remove);
	}

	/**
	 * Bring some notes up to date.
	 * @param paths their paths
	 * @throws IOException if one cannot be read
	 */
	@Transactional
	public void update(Iterable<String> paths) throws IOException {
		for (String path : paths) {
			update(path, null);
		}
	}

	private void update(String path, @Nullable Instant known) throws IOException {
		try {
			Note note = this.store.read(path);
			if (!note.modified().equals(known)) {
				remove(path);
				add(note);
			}
		}
		catch (NoteException ex) {
			remove(path);
		}
	}

	private void add(Note note) {
		this.jdbc.sql("insert into document (path, title, content, modified) values (?, ?, ?, ?)")
			.params(note.path(), note.title(), note.content(), note.modified().atOffset(ZoneOffset.UTC))
			.update();
		Long id = this.jdbc.sql("select id from document where path = ?").param(note.path()).query(Long.class).single();
		List<Object[]> rows = Words.weights(note.title(), note.content())
			.entrySet()
			.stream()
			.map((word) -> new Object[] { word.getKey(), id, word.getValue() })
			.toList();
		this.batch.batchUpdate("insert into term (word, document_id, weight) values (?, ?, ?)", rows);
	}

	private void remove(String path) {
		this.jdbc.sql("delete from document where path = ?").param(path).update();
	}

	/**
	 * Search the notes.
	 * @param query words or their beginnings
	 * @return the hits, best first; to be closed
	 */
	public Stream<SearchHit> search(String query) {
		List<String> words = Words.of(query).stream().distinct().limit(MOST_WORDS).toList();
		if (words.isEmpty()) {
			return Stream.empty();
		}
		Map<String, Object> parameters = new HashMap<>();
		StringBuilder joins = new StringBuilder();
		StringBuilder score = new StringBuilder("0");
		for (int i = 0; i < words.size(); i++) {
			joins.append(WORD_QUERY.formatted(i));
			score.append(" + s").append(i).append(".score");
			parameters.put("w" + i, words.get(i));
			parameters.put("e" + i, words.get(i) + '\uffff');
		}
		return this.jdbc
			.sql("select d.path, d.title, d.content from document d" + joins + " order by " + score
					+ " desc, d.path limit " + MOST_HITS)
			.params(parameters)
			.query((row, number) -> Words.hit(row.getString(1), row.getString(2), row.getString(3), words))
			.stream();
	}

}
