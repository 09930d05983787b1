import { sep } from '@tauri-apps/api/path';
import { mkdir, writeTextFile } from '@tauri-apps/plugin-fs';
import { revealItemInDir } from '@tauri-apps/plugin-opener';
import { toast } from './dialogs.js';
import { note as log } from './journal.js';

const STYLE = 'body{max-width:42em;margin:3em auto;padding:0 1em;font:17px/1.6 system-ui,sans-serif}'
	+ 'pre,code{background:#f0ede7;border-radius:5px}pre{padding:1em;overflow:auto}img{max-width:100%}';

function page(title, article) {
	const doc = document.implementation.createHTMLDocument(title);
	const [charset, style] = [doc.createElement('meta'), doc.createElement('style')];
	charset.setAttribute('charset', 'utf-8');
	style.textContent = STYLE;
	doc.head.prepend(charset);
	doc.head.append(style);
	doc.body.append(...[...article.childNodes].map((node) => doc.importNode(node, true)));
	return `<!DOCTYPE html>\n${doc.documentElement.outerHTML}\n`;
}

/** Write a note as a page of its own, and show where it lies. */
export async function exportPage(folder, title, article) {
	const exported = folder + sep() + 'Exported';
	const target = `${exported}${sep()}${title}.html`;
	await mkdir(exported, { recursive: true });
	await writeTextFile(target, page(title, article));
	log(`Exported ${target}`);
	toast(`Exported to ${target}`);
	await revealItemInDir(target);
}
