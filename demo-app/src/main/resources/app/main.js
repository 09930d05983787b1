import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { openPath } from '@tauri-apps/plugin-opener';
import { toast } from './dialogs.js';
import { changed, createNote, deleteNote, exportNote, open, save, startEditor, view } from './editor.js';
import { openImport } from './import.js';
import { logErrors, note } from './journal.js';
import { refresh, select, startList } from './list.js';
import { preference } from './preferences.js';
import { followTheme, toggleTheme } from './theme.js';

const byId = (id) => document.getElementById(id);
const folder = await invoke('notes_folder');
let refreshing;

async function openNote(path) {
	select(path);
	select(await open(path));
}

function created(path) {
	byId('search').value = '';
	select(path);
	refresh();
}

const newNote = () => createNote(created);
const exportOpen = () => exportNote(folder);
const openFolder = () => openPath(folder).catch(toast);
const openViewer = () => invoke('open_viewer').catch(toast);

function focusSearch() {
	byId('search').focus();
	byId('search').select();
}

function shortcut(event) {
	if (event.key === 'F2') {
		byId('name').select();
		return;
	}
	if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]')) return;
	const action = {
		n: newNote, s: save, k: focusSearch, f: focusSearch, i: openImport, p: openViewer, e: exportOpen, d: toggleTheme,
		1: () => view('edit'), 2: () => view('split'), 3: () => view('read')
	}[event.key.toLowerCase()];
	if (action) {
		event.preventDefault();
		action();
	}
}

logErrors();
followTheme((name) => (byId('theme').textContent = name === 'dark' ? 'Light' : 'Dark'));
startEditor();
addEventListener('keydown', shortcut);
const clicks = {
	'new-note': newNote, 'empty-new': newNote, 'import-open': openImport, 'empty-import': openImport,
	viewer: openViewer, export: exportOpen, folder: openFolder, theme: toggleTheme,
	delete: () => deleteNote(() => select(undefined))
};
for (const [id, action] of Object.entries(clicks)) {
	byId(id).addEventListener('click', action);
}

await listen('notes://changed', ({ payload }) => {
	changed(payload.paths);
	// An import tells of many changes: the list is drawn again a few times a second at most.
	refreshing ??= setTimeout(() => {
		refreshing = undefined;
		refresh();
	}, 150);
});
byId('folder').textContent = folder;
await startList(openNote);
if (!byId('list').childElementCount) {
	byId('empty-title').textContent = 'Your first note';
	byId('empty-text').textContent = 'The folder is empty. Write something, or bring your Markdown files along.';
}
const last = [...byId('list').children].find((item) => item.dataset.path === preference('last'));
if (last) await openNote(last.dataset.path);
note(`${byId('list-info').textContent} in ${folder}`);
document.documentElement.dataset.ready = '';
