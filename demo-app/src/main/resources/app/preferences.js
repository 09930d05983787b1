import { load } from '@tauri-apps/plugin-store';

const defaults = { view: 'split', sort: 'modified' };
// All windows share one store; the back end writes the file after the last of several changes.
const store = await load('preferences.json', { defaults, autoSave: 200 });
const known = new Map(await store.entries());
const listeners = [];

await store.onChange((key, value) => {
	known.set(key, value);
	for (const listener of listeners) listener(key, value);
});

/** What was chosen, in any window and in former ones. */
export const preference = (key) => known.get(key);

export function prefer(key, value) {
	known.set(key, value);
	return store.set(key, value);
}

/** Hear of a choice, whichever window it was made in. */
export function onPreference(key, act) {
	listeners.push((changed, value) => changed === key && act(value));
}
