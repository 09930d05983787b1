// No script of a page deletes a note without the user's word: the page cannot answer for them, nor go past this hook.
// A map, since an object has names of its own, such as toString.
const questions = new Map([
	['delete_note', ({ path }) => `Delete the note “${path}” for good?`]
]);

window.__TAURI_ISOLATION_HOOK__ = (message) => {
	const question = questions.get(message.cmd)?.(message.payload);
	if (question && !confirm(question)) {
		throw new Error('the note is kept');
	}
	return message;
};
