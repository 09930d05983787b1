const byId = (id) => document.getElementById(id);
let hiding;

/** The sentence in whatever a command was rejected with. */
export function sentence(error) {
	if (error?.errors?.length) {
		return error.errors.map(({ field, message }) => (/[.?!]$/.test(message) ? message : `${field} ${message}.`)).join(' ');
	}
	return typeof error === 'string' ? error : error?.message ?? String(error);
}

byId('toast').addEventListener('click', () => (byId('toast').hidden = true));

/** Tell of something that went wrong, or well. */
export function toast(error) {
	const node = byId('toast');
	node.textContent = sentence(error);
	node.hidden = false;
	clearTimeout(hiding);
	hiding = setTimeout(() => (node.hidden = true), 6000);
}

/** Ask for a text, or a yes without one; the dialog stays open while `act` fails. */
export function ask({ title, text = '', value, ok, act }) {
	const dialog = byId('ask');
	const input = byId('ask-input');
	byId('ask-title').textContent = title;
	byId('ask-text').textContent = text;
	byId('ask-error').textContent = '';
	byId('ask-ok').textContent = ok;
	input.hidden = value === undefined;
	input.value = value ?? '';
	dialog.querySelector('form').onsubmit = async (event) => {
		event.preventDefault();
		try {
			await act(input.value);
			dialog.close();
		}
		catch (error) {
			byId('ask-error').textContent = sentence(error);
		}
	};
	dialog.querySelector('[value=cancel]').onclick = () => dialog.close();
	dialog.showModal();
	(input.hidden ? byId('ask-ok') : input).focus();
	input.select();
}
