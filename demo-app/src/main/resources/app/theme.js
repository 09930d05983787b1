import { emit, listen } from '@tauri-apps/api/event';

const system = matchMedia('(prefers-color-scheme: dark)');
const stored = () => localStorage.getItem('theme');

export const theme = () => stored() ?? (system.matches ? 'dark' : 'light');

function apply(name) {
	document.documentElement.dataset.theme = name;
}

/** Show the theme chosen in any window, or the system's while none is. */
export function followTheme(onChange = () => {}) {
	const update = (name) => {
		apply(name);
		onChange(name);
	};
	update(theme());
	system.addEventListener('change', () => update(theme()));
	listen('theme-chosen', ({ payload }) => update(payload));
}

export function toggleTheme() {
	const name = theme() === 'dark' ? 'light' : 'dark';
	localStorage.setItem('theme', name);
	emit('theme-chosen', name);
}
