import { Channel, invoke } from '@tauri-apps/api/core';
import { toast } from './dialogs.js';
import { timesOpened } from './history.js';
import { prefer, preference } from './preferences.js';

const byId = (id) => document.getElementById(id);
const list = byId('list');
const info = byId('list-info');
const search = byId('search');
const dates = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const times = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
let searching = new AbortController();
let current;
let open = () => {};

function line(path, title, detail, date = '') {
	const item = document.createElement('li');
	const [heading, time, text] = ['strong', 'time', 'span'].map((name) => document.createElement(name));
	heading.textContent = title;
	time.textContent = date;
	text.append(...detail);
	item.append(heading, time, text);
	item.dataset.path = path;
	item.title = path;
	item.setAttribute('role', 'option');
	item.setAttribute('aria-selected', path === current);
	return item;
}

function date(instant) {
	const time = new Date(instant);
	return (new Date().toDateString() === time.toDateString() ? times : dates).format(time);
}

function marked(text, ranges) {
	const nodes = [];
	let end = 0;
	for (const range of ranges) {
		const mark = document.createElement('mark');
		mark.textContent = text.slice(range.start, range.end);
		nodes.push(text.slice(end, range.start), mark);
		end = range.end;
	}
	return [...nodes, text.slice(end)];
}

const count = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

async function find(query, signal) {
	let hits = 0;
	const onHit = new Channel((hit) => {
		if (signal.aborted) return;
		// The former hits stay until the first new one is here: no flicker.
		if (hits++ === 0) list.replaceChildren();
		list.append(line(hit.path, hit.title, marked(hit.snippet, hit.ranges)));
		info.textContent = count(hits, 'match').replace('matchs', 'matches');
	});
	await invoke('search', { query, onHit }, { signal });
	if (!signal.aborted && hits === 0) {
		list.replaceChildren();
		info.textContent = 'Nothing found';
	}
}

// The back end lists the notes last changed first, which remains so among equals.
async function sorted(notes) {
	const order = preference('sort');
	if (order === 'title') return notes.sort((one, other) => one.title.localeCompare(other.title));
	if (order !== 'opened') return notes;
	const times = await timesOpened();
	return notes.sort((one, other) => (times.get(other.path) ?? 0) - (times.get(one.path) ?? 0));
}

async function all(signal) {
	const notes = await sorted(await invoke('list_notes', {}, { signal }));
	if (signal.aborted) return;
	list.replaceChildren(...notes.map((note) => line(note.path, note.title, [note.excerpt || 'Empty'], date(note.modified))));
	info.textContent = notes.length ? count(notes.length, 'note') : 'No notes yet';
}

/** Show the notes, or what the search finds. What came before is cancelled. */
export async function refresh() {
	searching.abort();
	searching = new AbortController();
	const { signal } = searching;
	// What is found comes best match first.
	byId('sort').parentElement.hidden = Boolean(search.value.trim());
	try {
		await (search.value.trim() ? find(search.value, signal) : all(signal));
	}
	catch (error) {
		if (!signal.aborted) toast(error);
	}
}

export function select(path) {
	current = path;
	for (const item of list.children) {
		item.setAttribute('aria-selected', item.dataset.path === path);
	}
}

function step(by) {
	const items = [...list.children];
	const at = items.findIndex((item) => item.dataset.path === current);
	const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
	next?.scrollIntoView({ block: 'nearest' });
	if (next) open(next.dataset.path);
}

export function startList(onOpen) {
	open = onOpen;
	list.addEventListener('click', (event) => {
		const item = event.target.closest('li');
		if (item) open(item.dataset.path);
	});
	for (const node of [list, search]) {
		node.addEventListener('keydown', (event) => {
			const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
			if (by) {
				event.preventDefault();
				step(by);
			}
			else if (event.key === 'Enter' && node === search && list.firstElementChild) {
				open(list.firstElementChild.dataset.path);
			}
			else if (event.key === 'Escape' && search.value) {
				search.value = '';
				refresh();
			}
		});
	}
	search.addEventListener('input', refresh);
	byId('sort').value = preference('sort');
	byId('sort').addEventListener('change', async () => {
		await prefer('sort', byId('sort').value);
		refresh();
	});
	return refresh();
}
