import { invoke } from '@tauri-apps/api/core';
import { text } from './text.js';

// Tells one load of the page from another.
const load = crypto.randomUUID();
const report = (how, what) => invoke('report', { text: `${how} ${load} ${what}` });

report('loaded', text);
import.meta.hot.accept('./text.js', (module) => report('hot', module.text));
