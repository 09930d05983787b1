// Puts a call at the start of the body of each loop and each function of a script, so that only what is not script can
// run for long without making it. No line is added: errors are told where they are.
import { parse } from 'acorn';

const LOOPS = new Set([ 'DoWhileStatement', 'ForInStatement', 'ForOfStatement', 'ForStatement', 'WhileStatement' ]);
const FUNCTIONS = new Set([ 'ArrowFunctionExpression', 'FunctionDeclaration', 'FunctionExpression' ]);

/** The script with the calls. Throws a SyntaxError that names the place if the script cannot be read. */
export function guardLoops(script, module, call) {
	const openings = new Map();
	const closings = new Map();

	// Of what begins or ends at the same place the inner is known first.
	const open = (place, text) => openings.set(place, text + (openings.get(place) ?? ''));
	const close = (place, text) => closings.set(place, (closings.get(place) ?? '') + text);

	function guard({ body, expression }) {
		if (body.type === 'BlockStatement') {
			const directive = body.body.filter((statement) => statement.directive).pop();
			open(directive?.end ?? body.start + 1, directive ? `;${call};` : `${call};`);
		} else {
			open(body.start, expression ? `(${call},` : `{${call};`);
			close(body.end, expression ? ')' : '}');
		}
	}

	function visit(node) {
		for (const child of Object.values(node).flat()) {
			if (typeof child?.type === 'string') {
				visit(child);
			}
		}
		if (LOOPS.has(node.type) || FUNCTIONS.has(node.type)) {
			guard(node);
		}
	}

	visit(parse(script, { ecmaVersion: 'latest', sourceType: module ? 'module' : 'script' }));
	let guarded = '';
	let from = 0;
	for (const place of [ ...new Set([ ...openings.keys(), ...closings.keys() ]) ].sort((a, b) => a - b)) {
		guarded += script.substring(from, place) + (closings.get(place) ?? '') + (openings.get(place) ?? '');
		from = place;
	}
	return guarded + script.substring(from);
}
