import Database from '@tauri-apps/plugin-sql';
import { caution } from './journal.js';

const TABLE = 'create table if not exists opened (path varchar(1000) primary key, times int not null)';
let database;

// Opened once it is needed, so that no window waits for it.
const open = () => database ??= Database.load('h2:history').then(async (db) => {
	await db.execute(TABLE);
	return db;
});

// A history is nice to have: without one everything else works, and the log tells why there is none.
const run = async (act, otherwise) => {
	try {
		return await act(await open());
	}
	catch (error) {
		caution(`No history: ${error}`);
		return otherwise;
	}
};

/** Count that a note was opened; how often it was by now. */
export const opened = (path) => run(async (db) => {
	const { rowsAffected } = await db.execute('update opened set times = times + 1 where path = $1', [path]);
	if (!rowsAffected) await db.execute('insert into opened (path, times) values ($1, 1)', [path]);
	return (await db.select('select times as "times" from opened where path = $1', [path]))[0].times;
}, 0);

/** How often each note was opened, by its path. */
export const timesOpened = () => run(async (db) => {
	const rows = await db.select('select path as "path", times as "times" from opened');
	return new Map(rows.map(({ path, times }) => [path, times]));
}, new Map());

export const renamed = (from, to) => run((db) => db.execute('update opened set path = $2 where path = $1', [from, to]));

export const deleted = (path) => run((db) => db.execute('delete from opened where path = $1', [path]));
