import { invoke } from '@tauri-apps/api/core';
import { writeText } from '@tauri-apps/plugin-clipboard-manager';
import { ask, toast } from './dialogs.js';
import { exportPage } from './export.js';
import { deleted, opened, renamed } from './history.js';
import { render } from './markdown.js';
import { prefer, preference } from './preferences.js';

const byId = (id) => document.getElementById(id);
const editor = byId('editor');
const panes = byId('panes');
const isolated = window.__TAURI_INTERNALS__.__TAURI_PATTERN__.pattern === 'isolation';
let note;
let saving;
let drawing;

const dirty = () => Boolean(note) && editor.value !== note.content;

function status() {
	byId('saved').textContent = note ? (dirty() ? 'Editing …' : 'Saved') : '';
	byId('saved').dataset.dirty = dirty();
	const words = note ? editor.value.match(/[\p{L}\p{N}]+/gu)?.length ?? 0 : 0;
	byId('counts').textContent = note ? `${words} ${words === 1 ? 'word' : 'words'}` : '';
}

function draw() {
	drawing = undefined;
	byId('preview').replaceChildren(render(editor.value));
	status();
	invoke('show_in_viewer', { note: { title: note?.title ?? '', content: editor.value } }).catch(toast);
}

function show(next, keepText = false) {
	note = next;
	byId('note').hidden = !note;
	byId('empty').hidden = Boolean(note);
	byId('conflict').hidden = true;
	byId('opened').textContent = '';
	byId('name').value = note ? note.path.replace(/^.*\//, '').replace(/\.md$/i, '') : '';
	if (!keepText) editor.value = note?.content ?? '';
	draw();
}

export async function save() {
	clearTimeout(saving);
	if (!dirty() || !byId('conflict').hidden) return;
	const saved = note;
	try {
		const written = await invoke('save_note', { note: { path: saved.path, content: editor.value } });
		// Another note may be open by now, and more may have been typed.
		if (note === saved) {
			note = written;
			status();
		}
	}
	catch (error) {
		toast(error);
	}
}

async function remember(path) {
	prefer('last', path).catch(toast);
	const times = await opened(path);
	if (note?.path === path) byId('opened').textContent = times ? `opened ${times === 1 ? 'once' : `${times} times`}` : '';
}

export async function open(path) {
	await save();
	try {
		show(await invoke('read_note', { path }));
		panes.querySelectorAll('*').forEach((node) => (node.scrollTop = 0));
		remember(path);
	}
	catch (error) {
		toast(error);
	}
	return note?.path;
}

/** Take over what another program did to the open note. */
export async function changed(paths) {
	if (!note || !paths.includes(note.path)) return;
	const { path } = note;
	try {
		const now = await invoke('read_note', { path });
		if (note?.path !== path || now.content === note.content) return;
		if (now.content === editor.value || !dirty()) {
			show(now);
		}
		else {
			byId('conflict').hidden = false;
		}
	}
	catch {
		// Deleted. What stands in the editor is all there is of it, so it stays, unsaved.
		if (note?.path === path && !dirty()) show(undefined);
	}
}

export const currentPath = () => note?.path;

export function createNote(onCreated) {
	const act = async (title) => {
		await save();
		show(await invoke('create_note', { title }));
		onCreated(note.path);
		editor.focus();
		editor.setSelectionRange(editor.value.length, editor.value.length);
	};
	ask({ title: 'New note', value: '', ok: 'Create', act });
}

export function deleteNote(onDeleted) {
	if (!note) return;
	const { path, title } = note;
	const act = async () => {
		await invoke('delete_note', { path });
		show(undefined);
		deleted(path);
		onDeleted();
		toast(`“${title}” was deleted.`);
	};
	if (isolated) {
		// The hook asks: once is enough.
		act().catch(toast);
	}
	else {
		ask({ title: 'Delete this note?', text: `“${title}” will be gone for good.`, ok: 'Delete', act });
	}
}

async function rename() {
	if (!note) return;
	const { path } = note;
	try {
		await save();
		const moved = await invoke('rename_note', { path, name: byId('name').value });
		await renamed(path, moved.path);
		if (note?.path === path) show(moved, true);
	}
	catch (error) {
		byId('name').value = path.replace(/^.*\//, '').replace(/\.md$/i, '');
		toast(error);
	}
}

export function exportNote(folder) {
	if (note) exportPage(folder, byId('name').value, render(editor.value)).catch(toast);
}

export function view(name) {
	panes.dataset.view = name;
	if (preference('view') !== name) prefer('view', name).catch(toast);
	for (const button of document.querySelectorAll('[data-view]:is(button)')) {
		button.setAttribute('aria-pressed', button.dataset.view === name);
	}
}

export function startEditor() {
	view(preference('view'));
	editor.addEventListener('input', () => {
		drawing ??= requestAnimationFrame(draw);
		clearTimeout(saving);
		saving = setTimeout(save, 1000);
	});
	editor.addEventListener('blur', save);
	byId('name').addEventListener('change', rename);
	byId('copy').addEventListener('click', () => writeText(editor.value).then(() => toast('Copied as Markdown.'), toast));
	byId('conflict-load').addEventListener('click', async () => show(await invoke('read_note', { path: note.path })));
	byId('conflict-keep').addEventListener('click', () => {
		byId('conflict').hidden = true;
		save();
	});
	document.querySelectorAll('button[data-view]').forEach((button) =>
		button.addEventListener('click', () => view(button.dataset.view)));
	addEventListener('pagehide', save);
}
