'use strict' // a directive without a semicolon, and a comment behind it
// Does the same with and without guards. The result is what the last expression gives: a promise.
const said = [];
const say = (...values) => { said.push(values.map((value) => JSON.stringify(value) ?? typeof value).join(' ')) };
const strict = function () {
	"use strict"
	return this === undefined
};
const sloppy = Function('return this !== undefined');
say('strict', strict(), sloppy());
function directives() { 'one'; "use strict"; 'two' /* three */
	return this }
say('directives', directives());

// bodies of one statement, and those without any
let n = 0;
while (n < 3) n++
do n++; while (n < 6)
do n++
while (n < 9)
do if (n > 10) n += 1; else n += 2; while (n < 12)
for (; n < 20; n++);
for (const i of [ 1, 2 ]) for (const k in { a: 1, b: 2 }) say(i, k);
for (const i of [ 1, 2 ]) if (i > 1) say('more'); else if (i > 0) say('one'); else while (true) break;
if (n) for (let i = 0; i < 2; i++) say(i); else say('dangling');
if (!n) while (n) n--; else say('else of the if')
for (var hoisted of [ 7 ]) var inner = hoisted;
say(n, hoisted, inner);
for (let i = 0, text = ''; i < 2; i++) text += i, say(text)
var f = () => 1
for (f = () => 2; f() < 3; f = () => 3) say(f())
while (n > 18) try { n-- } catch {} finally { say(n) }
while (n > 17) switch (n) { case 18: n--; continue; default: say('never') }
while (n > 16) { n-- }/\d/.test('1') && say('a regular expression behind a block')

// labels
outer: for (let i = 0; i < 3; i++) {
	inner: for (const k of [ 0, 1, 2 ]) {
		if (k === 1) continue outer;
		if (i === 2) break outer;
		say('label', i, k);
		continue inner
	}
}
let turns = 0;
one: two: while (true) { if (turns++) break two; do continue one; while (false) }
block: { for (;;) break block }
while (turns-- > 0) single: for (;;) break single
say(turns);

// arrow functions
const object = () => ({ a: 1 }), nested = (a) => (b) => c => ({ sum: a + b + c }), comma = () => (1, 2);
const either = (a) => a ? () => 'yes' : () => 'no', list = () => [ 1 ], regex = () => /[/}]/g, text = () => `}${(() => '{')()}`;
const line = () =>
	// a comment in between, and {
	/* another => */ 'line'
const named = { method: () => {}, 'quoted name': (x) => x };
say(object(), nested(1)(2)(3), comma(), either(1)(), either(0)(), list(), `${regex()}`, text(), line());
say(named.method.name, named['quoted name'].name, nested.name, nested.length, (() => class {})().name);
say([ 3, 1, 2 ].sort((a, b) => a - b).map(x => x * 2).filter(x => x > 2).reduce((a, x) => a + x));
say((() => { 'use strict'; return this === undefined })(), (({ a = () => 'default' } = {}) => a())());
say((function (a = () => 'first', b = (x) => x ?? a(), ...rest) { return [ a(), b(), rest.length ] })(undefined, undefined, 1, 2));
const { p = () => 'pattern', ...others } = { q: 1 };
say(p(), others, ((...all) => all.length)(1, 2), (() => void 0)(), (() => delete named.method)(), (_ => typeof missing)());
say(`a ${[ 1, 2 ].map((x) => `b ${(() => { for (const y of [ x ]) return `c ${y}`; })()}`)} d`, `\${() => 1}`, String.raw`\u${(() => 1)()}`);
say(((tag, ...values) => tag.raw.join() + values.map((v) => v()))`x${() => 1}y${() => 2}\n`);

// methods, accessors, classes
const key = 'computed';
class Base {
	static #count = (() => 0)();
	#hidden = () => this.own;
	own = [ 1, 2 ].map((x) => x + 1);
	'quoted' = () => ({});
	static { for (let i = 0; i < 3; i++) Base.#count++; while (Base.#count > 2) Base.#count--; }
	static get count() { return Base.#count }
	get hidden() { return this.#hidden() }
	set hidden(value) { do this.own = value; while (false) }
	[key + 1]() { return key }
	static async *[`${key}2`]() { yield* [ 1, 2 ] }
	*get() { yield 'get' }
	async() { return 'async' }
	static static() { return new.target === undefined }
	constructor(...values) { this.values = values }
}
class Derived extends Base {
	constructor(value) { const get = () => this.value; super(...[ value ].map((x) => x)); this.value = value; say(get()) }
	get hidden() { return super.hidden.concat(this.values) }
	method() { return (() => super.get().next().value)() }
}
class Bare extends (class { constructor() { this.bare = () => new.target.name } }) {}
const derived = new Derived('v');
say(Base.count, new Base().hidden, derived.hidden, derived.computed1(), derived.method(), derived.async(), Base.static());
derived.hidden === (new Base().hidden = 1) || say(new Bare().bare());
const literal = { get a() { return 1 }, set a(x) { say('set', x) }, b() { return super.toString === {}.toString }, async c() {}, *d() {},
	async *e() {}, [`f`]: function g(i) { return i ? g(i - 1) : 'g' }, get: 1, set: 2, async: 3, of: 4, let: 5 };
literal.a = literal.f(3);
say(literal.a, literal.b(), literal.get + literal.set + literal.async + literal.of + literal.let);

// generators and promises
function* numbers() { let i = 0; while (true) { const back = yield i++; if (back) return back } }
const taken = []; for (const i of numbers()) { if (i > 3) break; taken.push(i) }
const [ first, second ] = numbers();
const back = numbers(); back.next();
say(taken, first, second, back.next('back'), [ ...function* () { for (const i of [ 1, 2 ]) yield* [ i, i ] }() ]);
const thrown = (() => { for (;;) try { throw new Error('inside') } catch ({ message }) { return message } finally { say('finally') } })();
say(thrown, (() => { try { null.x } catch { return 'no binding' } })());
const trapped = new Proxy({}, { get: (_, name) => name, has() { return true } });
say(trapped.any, 'x' in trapped, 0b11_0 + 0o7, 10n ** 20n > 5n, null ?? 'nullish', literal?.x?.y?.(), (a => a ||= 4)(0));
const waited = async () => {
	const out = [];
	for await (const i of Base.computed2()) out.push(i);
	for await (const i of [ Promise.resolve(3), 4 ]) out.push(i)
	while (await (async () => out.length < 6)()) out.push(await (async x => await x)(5));
	await Promise.all([ 1, 2 ].map(async (x) => { await null; out.push(`${x}`) }));
	for (async of => {}; out.length < 9;) out.push(0);
	await Promise.reject(new Error('rejected')).catch(({ message }) => out.push(message)).finally(() => {});
	return out;
};
function hoistedBelow() { return typeof below; function below() {} }
say(hoistedBelow(), eval('let e = 0; while (e < 2) e++; e'), (() => eval('this === undefined'))());
say(new Error('line').stack.split('\n').find((entry) => /awkward/.test(entry))?.match(/:(\d+)/)?.[1]);
waited().then((out) => say(out)).then(() => said)
