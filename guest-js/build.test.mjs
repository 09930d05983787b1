import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { exportedModules, globalName, packageNames } from './build.mjs';

const NAMESPACES = [ 'app', 'core', 'dpi', 'event', 'image', 'menu', 'mocks', 'path', 'tray', 'webview',
	'webviewWindow', 'window' ];

const root = dirname(fileURLToPath(import.meta.url));
const packed = join(root, 'target', 'classes', 'META-INF', 'tauri', 'guest-js');
const legacy = join(root, 'target', 'legacy-classes', 'META-INF', 'tauri', 'guest-js-legacy', '2.0.3');
const guards = join(root, 'target', 'classes', 'META-INF', 'tauri', 'loop-guards');
const importMap = JSON.parse(read(join(packed, 'import-map.json')));
const plugins = packageNames().filter((name) => name !== '@tauri-apps/api').map((name) => name.split('/plugin-')[1]);

function read(file) {
	return readFileSync(file, 'utf8');
}

function filesBelow(folder) {
	const paths = readdirSync(folder, { recursive: true }).map((path) => path.replaceAll('\\', '/'));
	return paths.filter((path) => statSync(join(folder, path)).isFile());
}

function assertSameBytes(actual, expected) {
	assert.ok(readFileSync(actual).equals(readFileSync(expected)), `${actual} differs from the npm package's file`);
}

/** Runs the scripts as a page would, and tells which names they left in the global scope. */
function runInPage(...scripts) {
	const page = createContext({});
	runInContext('var window = globalThis; window.location = { protocol: "app:" };', page);
	const before = runInContext('Reflect.ownKeys(globalThis)', page);
	for (const script of scripts) {
		runInContext(read(join(packed, 'global', script)), page);
	}
	const leaked = runInContext('Reflect.ownKeys(globalThis)', page).filter((key) => !before.includes(key));
	return { leaked: Array.from(leaked), page, tauri: page.__TAURI__ };
}

test('every import map entry leads to a packed file', () => {
	for (const [ specifier, path ] of Object.entries(importMap)) {
		assert.ok(existsSync(join(packed, path)), `${specifier} leads to ${path}`);
	}
});

test('the import map has every exported module of every package', () => {
	const expected = packageNames().flatMap((name) => Object.keys(exportedModules(name)));
	assert.deepEqual(Object.keys(importMap), expected.sort());
	for (const namespace of NAMESPACES) {
		assert.equal(importMap[`@tauri-apps/api/${namespace}`], `@tauri-apps/api/${namespace}.js`);
	}
	assert.equal(importMap['@tauri-apps/api/menu/submenu'], '@tauri-apps/api/menu/submenu.js');
	assert.equal(importMap['@tauri-apps/plugin-fs'], '@tauri-apps/plugin-fs/dist-js/index.js');
});

test('packed files are the bytes of the npm packages', () => {
	const paths = filesBelow(packed).filter((path) => path.startsWith('@'));
	assert.ok(paths.length > packageNames().length);
	for (const path of paths) {
		assertSameBytes(join(packed, path), join(root, 'node_modules', path));
	}
});

test('relative imports of packed modules are packed too', () => {
	for (const path of filesBelow(packed).filter((candidate) => candidate.startsWith('@') && candidate.endsWith('.js'))) {
		for (const [ , relative ] of read(join(packed, path)).matchAll(/^(?:import|export)\b[^;]*?from '(\.[^']+)';/gm)) {
			assert.ok(existsSync(join(packed, dirname(path), relative)), `${path} imports ${relative}`);
		}
	}
});

test('only modules, manifests and licences are packed', () => {
	const others = filesBelow(packed).filter((path) => path.startsWith('@') && !path.endsWith('.js'));
	for (const path of others) {
		assert.match(path.split('/').pop(), /^(package\.json|LICENSE.*)$/);
	}
	for (const name of packageNames()) {
		assert.ok(others.some((path) => path.startsWith(`${name}/LICENSE`)), `${name} has a licence file`);
	}
});

// row 9
test('the API script sets exactly the twelve namespaces of the npm index and leaks nothing else', () => {
	const { leaked, tauri } = runInPage('api.js');
	assert.deepEqual(leaked, [ '__TAURI__' ]);
	assert.deepEqual(Object.keys(tauri).sort(), NAMESPACES);
	assert.equal(typeof tauri.core.invoke, 'function');
});

// row 9
test('each plugin script adds one key in camel case and leaks nothing else', () => {
	for (const plugin of plugins) {
		const { leaked, tauri } = runInPage('api.js', `plugin-${plugin}.js`);
		assert.deepEqual(leaked, [ '__TAURI__' ], plugin);
		assert.deepEqual(Object.keys(tauri).filter((key) => !NAMESPACES.includes(key)), [ globalName(plugin) ]);
	}
	assert.equal(globalName('clipboard-manager'), 'clipboardManager');
});

test('a plugin script without the API script does nothing', () => {
	for (const plugin of plugins) {
		assert.deepEqual(runInPage(`plugin-${plugin}.js`).leaked, []);
	}
});

test('all scripts work as one combined script', () => {
	const { page } = runInPage();
	const scripts = [ 'api.js', ...plugins.map((plugin) => `plugin-${plugin}.js`) ];
	runInContext(scripts.map((script) => read(join(packed, 'global', script))).join(''), page);
	assert.equal(Object.keys(page.__TAURI__).length, NAMESPACES.length + plugins.length);
});

test('plugin scripts use the classes of the API script', () => {
	const { tauri } = runInPage('api.js', 'plugin-fs.js');
	assert.ok(tauri.fs.FileHandle.prototype instanceof tauri.core.Resource);
});

test('a plugin whose only export is its default is that default', () => {
	const { tauri } = runInPage('api.js', 'plugin-sql.js', 'plugin-websocket.js', 'plugin-fs.js');
	assert.equal(typeof tauri.sql.load, 'function');
	assert.equal(typeof tauri.websocket.connect, 'function');
	assert.equal(typeof tauri.fs.readTextFile, 'function');
});

test('invoke of the API script reaches the internals of the page', async () => {
	const { page } = runInPage('api.js');
	runInContext('window.__TAURI_INTERNALS__ = { invoke: async (...call) => JSON.stringify(call) };', page);
	assert.equal(await runInContext('__TAURI__.core.invoke("greet", { name: "Ada" })', page), '["greet",{"name":"Ada"},null]');
});

test('the old client is packed for the legacy jar only', () => {
	const map = JSON.parse(read(join(legacy, 'import-map.json')));
	assert.equal(map['@tauri-apps/api/core'], 'core.js');
	assert.equal(map['@tauri-apps/api'], 'index.js');
	assert.equal(JSON.parse(read(join(legacy, 'package.json'))).version, '2.0.3');
	for (const path of filesBelow(legacy).filter((candidate) => candidate !== 'import-map.json')) {
		assertSameBytes(join(legacy, path), join(root, 'node_modules', 'tauri-api-2-0', path));
	}
	assert.deepEqual(filesBelow(packed).filter((path) => path.includes('legacy') || path.includes('tauri-api-2-0')), []);
});

test('the parser comes with what uses it, and with its licence', () => {
	const page = createContext({});
	runInContext('var window = globalThis;', page);
	runInContext(read(join(guards, 'loop-guards.js')), page);
	assert.equal(page.guardLoops('for (;;) x();', false, 'guard()'), 'for (;;) {guard();x();}');
	assert.deepEqual(filesBelow(guards).sort(), [ 'acorn/LICENSE', 'acorn/package.json', 'loop-guards.js' ]);
});

test('the packed packages are named, with their versions and digests, beside what Maven packs', () => {
	const sbom = (classes, file) => JSON.parse(read(join(root, 'target', classes, 'META-INF', 'sbom', file))).components;
	const components = sbom('classes', 'tauri-guest-js.npm.cdx.json');
	assert.deepEqual(components.map(({ name }) => name), [ ...packageNames(), 'acorn' ]);
	for (const { name, version, hashes } of components) {
		assert.equal(version, JSON.parse(read(join(name === 'acorn' ? guards : packed, name, 'package.json'))).version);
		assert.match(hashes[0].content, /^[0-9a-f]{128}$/);
	}
	assert.deepEqual(sbom('legacy-classes', 'tauri-guest-js-legacy.npm.cdx.json').map(({ purl }) => purl),
			[ 'pkg:npm/%40tauri-apps/api@2.0.3' ]);
});
