import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { guardLoops } from './loop-guards.mjs';

const awkward = (file) => readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'test', file), 'utf8');

/** What a script gives, and how often it called its guard. */
async function run(script, setup = 'function guard() { calls++; }') {
	const context = createContext({});
	runInContext(`var calls = 0; ${setup}`, context);
	const result = await runInContext(script, context, { filename: 'awkward.js', timeout: 5000 });
	return { result: JSON.stringify(result), calls: runInContext('calls', context) };
}

for (const [ source, guarded ] of [
	[ 'while (a) b', 'while (a) {g();b}' ],
	[ 'while (a) { b }', 'while (a) {g(); b }' ],
	[ 'while (a);', 'while (a){g();;}' ],
	[ 'do b; while (a)', 'do {g();b;} while (a)' ],
	[ 'do b\nwhile (a)', 'do {g();b}\nwhile (a)' ],
	[ 'do { } while (a)', 'do {g(); } while (a)' ],
	[ 'for (;;) a: for (;;) continue a', 'for (;;) {g();a: for (;;) {g();continue a}}' ],
	[ 'for (let i in a) if (i) b; else c; d', 'for (let i in a) {g();if (i) b; else c;} d' ],
	[ 'for (const i of a) b(() => c)', 'for (const i of a) {g();b(() => (g(),c))}' ],
	[ 'async () => { for await (const i of a) b }', 'async () => {g(); for await (const i of a) {g();b} }' ],
	[ '(a) => ({ b })', '(a) => ((g(),{ b }))' ],
	[ 'a => b => c', 'a => (g(),b => (g(),c))' ],
	[ 'async a => await b', 'async a => (g(),await b)' ],
	[ '(a = () => b) => {}', '(a = () => (g(),b)) => {g();}' ],
	[ 'function a() { "use strict"; "b"; c }', 'function a() { "use strict"; "b";;g(); c }' ],
	[ 'function a() { "use strict" }', 'function a() { "use strict";g(); }' ],
	[ 'function* a() { yield () => b }', 'function* a() {g(); yield () => (g(),b) }' ],
	[ '({ get a() { return 1 }, b() {}, async *c() {} })', '({ get a() {g(); return 1 }, b() {g();}, async *c() {g();} })' ],
	[ 'class A extends B { constructor() { super() } static { while (a) b } c = () => d }',
		'class A extends B { constructor() {g(); super() } static { while (a) {g();b} } c = () => (g(),d) }' ],
	[ '`${() => `${a => b}`}`', '`${() => (g(),`${a => (g(),b)}`)}`' ],
	[ '// while (a) b\n"() => c"; /=> {/', '// while (a) b\n"() => c"; /=> {/' ]
]) {
	test(`guards ${JSON.stringify(source)}`, () => { assert.equal(guardLoops(source, false, 'g()'), guarded); });
}

for (const file of [ 'awkward.js', 'awkward-sloppy.js' ]) {
	test(`${file} does the same with guards`, async () => {
		const script = awkward(file);
		const guarded = guardLoops(script, false, 'guard()');
		const before = await run(script);
		const after = await run(guarded);
		assert.ok(before.result.length > 30);
		assert.equal(after.result, before.result);
		assert.ok(after.calls > 10 && before.calls === 0);
		assert.equal(guarded.split('\n').length, script.split('\n').length);
	});
}

test('modules are read as such', () => {
	const module = "import a, { b as c } from './d.js'; export * from './e.js'; import f from './g.json' with { type: 'json' };\n"
		+ "export default async () => import.meta.url; export const h = () => import('./i.js'); for (const i of await j) k(i);";
	assert.equal(guardLoops(module, true, 'g()'), module.replace('import.meta.url', '(g(),import.meta.url)')
		.replace("import('./i.js')", "(g(),import('./i.js'))").replace('k(i);', '{g();k(i);}'));
	assert.throws(() => guardLoops(module, false, 'g()'), SyntaxError);
});

test('a script that cannot be read is said to be so, with the place', () => {
	assert.throws(() => guardLoops('a();\nwhile (', false, 'g()'), { name: 'SyntaxError', message: 'Unexpected token (2:7)' });
});

// What ends by itself without guards, by memory or by the stack, is not in here.
for (const endless of [ 'while (true);', 'do {} while (true)', 'for (;;) {}', 'for (;;) try { for (;;); } catch {}',
	'for (const a of { *[Symbol.iterator]() { for (;;) yield } });', 'a: for (;;) { for (;;) continue a }',
	'const f = () => { try { f() } finally { f() } }; f()', 'const f = (n) => n ? f(n - 1) + f(n - 1) : 0; f(60)',
	'[ ...(function* () { try { for (;;) yield } finally { for (;;); } })() ]', 'new (class { a = (() => { for (;;); })() })',
	'const a = { get b() { for (;;); } }; a.b', '`${{ toString() { for (;;); } }}`', 'Array.from({ length: 1e9 }, () => 0)',
	'class A { static { for (;;); } }', '(async () => { for (;;) await null })()', 'const f = () => Promise.resolve().then(f); f()' ]) {
	test(`ends ${endless}`, async () => {
		const setup = 'function guard() { if (calls++ > 1000) throw new RangeError("enough"); }';
		await assert.rejects(run(guardLoops(endless, false, 'guard()'), setup), { message: 'enough' });
	});
}
