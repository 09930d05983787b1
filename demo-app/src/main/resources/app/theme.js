import { onPreference, prefer, preference } from './preferences.js';

const system = matchMedia('(prefers-color-scheme: dark)');

export const theme = () => preference('theme') ?? (system.matches ? 'dark' : 'light');

/** Show the theme chosen in any window, or the system's while none is. */
export function followTheme(onChange = () => {}) {
	const update = () => {
		document.documentElement.dataset.theme = theme();
		onChange(theme());
	};
	update();
	system.addEventListener('change', update);
	onPreference('theme', update);
}

export const toggleTheme = () => prefer('theme', theme() === 'dark' ? 'light' : 'dark');
