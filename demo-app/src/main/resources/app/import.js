import { Channel, invoke } from '@tauri-apps/api/core';
import { open } from '@tauri-apps/plugin-dialog';
import { sentence, toast } from './dialogs.js';

const byId = (id) => document.getElementById(id);
const dialog = byId('import');
let running;

function busy(controller) {
	running = controller;
	for (const id of ['import-start', 'import-source', 'import-choose']) byId(id).disabled = Boolean(controller);
	byId('import-cancel').textContent = controller ? 'Cancel' : 'Close';
}

async function start(event) {
	event.preventDefault();
	const controller = new AbortController();
	let last = { done: 0, total: 0, copied: 0 };
	// Progress made before the cancellation reached the back end may arrive after it.
	const tell = () => (byId('import-text').textContent = controller.signal.aborted
		? `Cancelled after ${last.done} of ${last.total}; ${last.copied} notes were copied.`
		: `${last.done} of ${last.total} – ${last.path}`);
	byId('import-error').textContent = '';
	busy(controller);
	const progress = new Channel((step) => {
		last = step;
		byId('import-running').hidden = false;
		byId('import-bar').max = step.total;
		byId('import-bar').value = step.done;
		tell();
	});
	try {
		const args = { source: byId('import-source').value, onProgress: progress };
		const { copied, total } = await invoke('import_folder', args, { signal: controller.signal });
		dialog.close();
		toast(total ? `Imported ${copied} of ${total} notes.` : 'There are no Markdown files in that folder.');
	}
	catch (error) {
		if (controller.signal.aborted) {
			tell();
		}
		else {
			byId('import-error').textContent = sentence(error);
		}
	}
	busy(undefined);
}

export function openImport() {
	byId('import-error').textContent = '';
	byId('import-running').hidden = true;
	dialog.showModal();
	byId('import-source').focus();
}

async function choose() {
	try {
		byId('import-source').value = await open({ directory: true, title: 'Import a folder' }) ?? byId('import-source').value;
	}
	catch (error) {
		// A browser has no such dialog: the folder can be typed.
		byId('import-error').textContent = sentence(error);
	}
}

const leave = () => (running ? running.abort() : dialog.close());

dialog.querySelector('form').addEventListener('submit', start);
dialog.addEventListener('cancel', (event) => {
	event.preventDefault();
	leave();
});
byId('import-choose').addEventListener('click', choose);
byId('import-cancel').addEventListener('click', leave);
