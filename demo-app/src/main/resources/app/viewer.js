import { invoke } from '@tauri-apps/api/core';
import { getCurrentWebviewWindow } from '@tauri-apps/api/webviewWindow';
import { render } from './markdown.js';
import { followTheme } from './theme.js';

const preview = document.getElementById('preview');

function show(note) {
	document.getElementById('nothing').hidden = Boolean(note);
	document.title = note?.title ?? 'Preview';
	preview.replaceChildren(render(note?.content ?? ''));
}

// This window only reads: its capability has no save_note, whatever its page tries.
addEventListener('keydown', async (event) => {
	if ((event.ctrlKey || event.metaKey) && event.key === 's') {
		event.preventDefault();
		const refused = document.getElementById('refused');
		const draft = { path: `${document.title}.md`, content: preview.innerText };
		refused.textContent = await invoke('save_note', { note: draft }).then(() => 'Saved', String);
		refused.hidden = false;
	}
});

followTheme();
// Listening comes first, so that no change is missed between the two.
await getCurrentWebviewWindow().listen('viewer://show', ({ payload }) => show(payload));
show(await invoke('shown_in_viewer'));
