import { error, info, warn } from '@tauri-apps/plugin-log';

// Nobody waits for the log, and a line that is lost must not become an error to be logged.
const quietly = (log) => (...args) => void log(...args).catch(() => {});

export const note = quietly(info);
export const caution = quietly(warn);
const failure = quietly(error);

/** Take what nobody has caught to the application's log. */
export function logErrors() {
	addEventListener('error', ({ message, filename, lineno }) =>
		failure(message, filename ? { file: filename, line: lineno } : {}));
	addEventListener('unhandledrejection', ({ reason }) => failure(`Unhandled: ${reason?.stack ?? reason}`));
}
