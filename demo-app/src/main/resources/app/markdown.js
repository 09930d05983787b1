// A small Markdown renderer. It makes DOM nodes, never HTML text, so notes cannot bring scripts along.

const INLINE = /(`+)(.+?)\1|!\[([^\]]*)\]\(([^)\s]+)[^)]*\)|\[([^\]]+)\]\(([^)\s]+)[^)]*\)|<(https?:[^>\s]+)>|(\*\*|__)(?=\S)(.+?)\8|(\*|_)(?=\S)(.+?)\10(?!\w)|~~(.+?)~~|\\([^\w\s])|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])/;
const FENCE = /^ {0,3}(```+|~~~+)\s*([\w+-]*)/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const RULE = /^ {0,3}([-*_])(\s*\1){2,}\s*$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/;
const TABLE_RULE = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;

function element(name, ...children) {
	const node = document.createElement(name);
	node.append(...children);
	return node;
}

function link(text, address) {
	const node = element('a', ...text);
	if (/^(https?:|mailto:)/i.test(address)) {
		node.href = address;
		node.target = '_blank';
		node.title = address;
	}
	return node;
}

function image(text, address) {
	if (!/^(data:image\/|asset:|http:\/\/asset\.localhost\/)/i.test(address)) {
		return element('em', text || address);
	}
	const node = element('img');
	node.src = address;
	node.alt = text;
	return node;
}

function inline(text) {
	const nodes = [];
	for (let match; (match = INLINE.exec(text));) {
		nodes.push(text.slice(0, match.index));
		const [all, , code, alt, source, label, address, auto, , strong, , em, gone, escaped, bare] = match;
		if (code !== undefined) nodes.push(element('code', code));
		else if (source !== undefined) nodes.push(image(alt, source));
		else if (address !== undefined) nodes.push(link(inline(label), address));
		else if (auto ?? bare) nodes.push(link([auto ?? bare], auto ?? bare));
		else if (strong !== undefined) nodes.push(element('strong', ...inline(strong)));
		else if (em !== undefined) {
			// An underscore within a word is no emphasis: snake_case.
			const within = all[0] === '_' && /\w$/.test(text.slice(0, match.index));
			nodes.push(...(within ? [all] : [element('em', ...inline(em))]));
		}
		else if (gone !== undefined) nodes.push(element('del', ...inline(gone)));
		else nodes.push(escaped);
		text = text.slice(match.index + all.length);
	}
	return [...nodes, text];
}

const cells = (line) => line.trim().replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\\|/g, '|'));

function table(head, rows) {
	const row = (line, name) => element('tr', ...cells(line).map((cell) => element(name, ...inline(cell))));
	return element('table', element('thead', row(head, 'th')), element('tbody', ...rows.map((line) => row(line, 'td'))));
}

function list(lines) {
	const [, indent, marker] = ITEM.exec(lines[0]);
	const node = element(/\d/.test(marker) ? 'ol' : 'ul');
	if (/\d/.test(marker)) node.start = parseInt(marker, 10);
	let item = [];
	const finish = () => {
		if (item.length) node.append(listItem(item));
	};
	for (const line of lines) {
		const match = ITEM.exec(line);
		if (match && match[1].length <= indent.length + 1) {
			finish();
			item = [match[3]];
		}
		else {
			item.push(line.replace(new RegExp(`^\\s{0,${indent.length + marker.length + 1}}`), ''));
		}
	}
	finish();
	return node;
}

function listItem(lines) {
	const node = element('li');
	const task = /^\[([ xX])\]\s+/.exec(lines[0]);
	if (task) {
		const box = element('input');
		box.type = 'checkbox';
		box.disabled = true;
		box.checked = task[1] !== ' ';
		node.className = 'task';
		node.append(box);
		lines[0] = lines[0].slice(task[0].length);
	}
	const content = blocks(lines);
	const first = content.firstElementChild;
	if (first?.localName === 'p') first.replaceWith(...first.childNodes);
	node.append(content);
	return node;
}

function blocks(lines) {
	const root = document.createDocumentFragment();
	let i = 0;
	const take = (accepts) => {
		const start = i;
		while (i < lines.length && accepts(lines[i], i - start)) i++;
		return lines.slice(start, i);
	};
	const starts = (line) => !line.trim() || FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line);
	while (i < lines.length) {
		const line = lines[i];
		const fence = FENCE.exec(line);
		const heading = HEADING.exec(line);
		if (!line.trim()) {
			i++;
		}
		else if (fence) {
			i++;
			const code = element('code', take((text) => !text.trim().startsWith(fence[1])).join('\n'));
			i++;
			root.append(element('pre', code));
		}
		else if (heading) {
			i++;
			root.append(element(`h${heading[1].length}`, ...inline(heading[2])));
		}
		else if (RULE.test(line)) {
			i++;
			root.append(element('hr'));
		}
		else if (QUOTE.test(line)) {
			root.append(element('blockquote', blocks(take((text) => QUOTE.test(text)).map((text) => text.replace(QUOTE, '')))));
		}
		else if (ITEM.test(line)) {
			const more = (text, at) => at === 0 || ITEM.test(text) || /^\s+\S/.test(text)
				|| (!text.trim() ? /^\s+\S|^\s*([-*+]|\d+[.)])\s/.test(lines[i + 1] ?? '') : !starts(text) && lines[i - 1].trim());
			root.append(list(take(more)));
		}
		else if (line.includes('|') && TABLE_RULE.test(lines[i + 1] ?? '')) {
			i += 2;
			root.append(table(line, take((text) => text.includes('|'))));
		}
		else {
			root.append(element('p', ...inline(take((text, at) => at === 0 || !(starts(text) || ITEM.test(text))).join(' '))));
		}
	}
	return root;
}

/** Make nodes of Markdown. */
export function render(markdown) {
	return blocks(markdown.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n'));
}
