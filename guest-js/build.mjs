// Packs the npm packages, unmodified, as class path resources, and bundles them as classic scripts, as it does what
// guards loops.
// Usage: node build.mjs <classes folder> <classes folder of the legacy jar>
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const API = '@tauri-apps/api';
const PLUGIN = '@tauri-apps/plugin-';
const LEGACY = 'tauri-api-2-0';
const PARSER = 'acorn';
const LEGAL = /^(licen[cs]e|notice|copying)/i;
// Every engine that can run the modules of the newest client can run this.
const TARGET = 'es2021';

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const manifest = (name) => json(join(modules, name, 'package.json'));

/** Names of the packages that pages may import: all installed ones that are not for development. */
export function packageNames() {
	const entries = Object.entries(json(join(root, 'package-lock.json')).packages);
	const paths = entries.filter(([ path, entry ]) => path !== '' && !entry.dev).map(([ path ]) => path);
	const nested = paths.filter((path) => path.lastIndexOf('node_modules/') !== 0);
	if (nested.length > 0) {
		throw new Error(`An import map knows one version per package, but npm installed a second one: ${nested}`);
	}
	return paths.map((path) => path.substring('node_modules/'.length)).sort();
}

/** The file an ES module import gets for one value of an exports map, or null. */
function target(value) {
	if (value === null || typeof value === 'string') {
		return value;
	}
	for (const [ condition, nested ] of Object.entries(value)) {
		if ([ 'browser', 'import', 'module', 'default' ].includes(condition)) {
			return target(nested);
		}
	}
	return null;
}

/** Specifier to module file (relative to the package) of everything a package exports. */
export function exportedModules(name, folder = join(modules, name)) {
	const { exports: value } = json(join(folder, 'package.json'));
	const subpaths = typeof value === 'object' && Object.keys(value).some((key) => key.startsWith('.'));
	const result = {};
	for (const [ subpath, entry ] of Object.entries(subpaths ? value : { '.': value })) {
		const file = target(entry)?.substring('./'.length);
		if (!file?.endsWith('.js')) {
			continue;
		}
		if (!file.includes('*')) {
			result[name + subpath.substring(1)] = file;
			continue;
		}
		const [ before, after ] = file.split('*');
		for (const found of files(folder)) {
			if (found.startsWith(before) && found.endsWith(after)) {
				const match = found.substring(before.length, found.length - after.length);
				result[name + subpath.substring(1).replace('*', match)] ??= found;
			}
		}
	}
	if (Object.keys(result).length === 0) {
		throw new Error(`${name} exports no ES module`);
	}
	return result;
}

function files(folder) {
	return readdirSync(folder, { recursive: true }).map((file) => file.replaceAll('\\', '/')).sort();
}

/** The given modules of a package and all they import by a relative path, with export names and bare specifiers met. */
async function reachable(name, exported) {
	const { metafile } = await build({
		absWorkingDir: join(modules, name),
		entryPoints: [ ...new Set(Object.values(exported)) ],
		bundle: true,
		format: 'esm',
		metafile: true,
		outdir: 'unused',
		packages: 'external',
		write: false
	});
	const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
	return {
		names: Object.values(metafile.outputs).flatMap((output) => output.exports),
		modules: Object.keys(metafile.inputs).sort(),
		specifiers: imports.filter((entry) => entry.external).map((entry) => entry.path)
	};
}

function copy(name, paths, folder) {
	const legal = readdirSync(join(modules, name)).filter((file) => LEGAL.test(file));
	for (const path of [ 'package.json', ...legal, ...paths ]) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		copyFileSync(join(modules, name, path), join(folder, path));
	}
}

function write(file, text) {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([ a ], [ b ]) => (a < b ? -1 : 1)));

async function pack(out) {
	const imports = {};
	const specifiers = new Set();
	for (const name of packageNames()) {
		const exported = exportedModules(name);
		const found = await reachable(name, exported);
		found.specifiers.forEach((specifier) => specifiers.add(specifier));
		copy(name, found.modules, join(out, name));
		for (const [ specifier, file ] of Object.entries(exported)) {
			imports[specifier] = `${name}/${file}`;
		}
	}
	const unknown = [ ...specifiers ].filter((specifier) => !(specifier in imports));
	if (unknown.length > 0) {
		throw new Error(`Imported by a package, but not in the import map: ${unknown}`);
	}
	write(join(out, 'import-map.json'), `${JSON.stringify(sorted(imports), null, '\t')}\n`);
}

async function packLegacy(out) {
	const exported = exportedModules(LEGACY);
	const folder = join(out, manifest(LEGACY).version);
	copy(LEGACY, (await reachable(LEGACY, exported)).modules, folder);
	const imports = Object.entries(exported).map(([ specifier, file ]) => [ specifier.replace(LEGACY, API), file ]);
	write(join(folder, 'import-map.json'), `${JSON.stringify(sorted(Object.fromEntries(imports)), null, '\t')}\n`);
}

export function globalName(plugin) {
	return plugin.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

/** Lets plugin bundles share the classes of the API bundle instead of each carrying a copy. */
const sharedApi = {
	name: 'shared-api',
	setup({ onLoad, onResolve }) {
		onResolve({ filter: /^@tauri-apps\/api\/\w+$/ }, ({ path }) => ({ path, namespace: 'shared-api' }));
		onLoad({ filter: /./, namespace: 'shared-api' }, ({ path }) => ({
			contents: `module.exports = window.__TAURI__.${path.substring(API.length + 1)};`
		}));
	}
};

async function bundle(name, contents, outfile, { before = '', after = '', plugins = [] }) {
	const { version, license } = manifest(name);
	await build({
		banner: { js: `/* ${name} ${version}, ${license} */${before}` },
		bundle: true,
		charset: 'ascii',
		footer: after ? { js: after } : {},
		format: 'iife',
		legalComments: 'none',
		minify: true,
		outfile,
		plugins,
		stdin: { contents, resolveDir: root },
		target: TARGET
	});
}

async function bundleAll(out) {
	await bundle(API, `import * as api from '${API}'; window.__TAURI__ = { ...api };`, join(out, 'api.js'), {});
	for (const name of packageNames().filter((candidate) => candidate.startsWith(PLUGIN))) {
		const plugin = name.substring(PLUGIN.length);
		// A module whose only export is its default is that default, as in upstream's own bundles.
		const { names } = await reachable(name, { [name]: exportedModules(name)[name] });
		const value = (names.length === 1 && names[0] === 'default') ? 'plugin.default' : 'plugin';
		await bundle(name, `import * as plugin from '${name}'; window.__TAURI__.${globalName(plugin)} = ${value};`,
				join(out, `plugin-${plugin}.js`),
				{ before: 'if("__TAURI__"in window){', after: '}', plugins: [ sharedApi ] });
	}
}

async function bundleLoopGuards(out) {
	copy(PARSER, [], join(out, PARSER));
	await bundle(PARSER, "import { guardLoops } from './loop-guards.mjs'; window.guardLoops = guardLoops;",
			join(out, 'loop-guards.js'), {});
}

/** Writes a CycloneDX document that names the given packages, beside the one that Maven makes. */
function writeSbom(classes, file, names) {
	const locked = json(join(root, 'package-lock.json')).packages;
	const components = names.map((name) => {
		const { name: fullName = name, version, license, integrity } = locked[`node_modules/${name}`];
		const purl = `pkg:npm/${fullName.replace('@', '%40')}@${version}`;
		const content = Buffer.from(integrity.substring('sha512-'.length), 'base64').toString('hex');
		return {
			type: 'library',
			'bom-ref': purl,
			name: fullName,
			version,
			hashes: [ { alg: 'SHA-512', content } ],
			licenses: [ { expression: license } ],
			purl
		};
	});
	const sbom = { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, components };
	write(join(resolve(classes), 'META-INF', 'sbom', file), `${JSON.stringify(sbom, null, '\t')}\n`);
}

async function main(classes, legacyClasses) {
	const out = join(resolve(classes), 'META-INF', 'tauri', 'guest-js');
	const legacyOut = join(resolve(legacyClasses), 'META-INF', 'tauri', 'guest-js-legacy');
	const guardsOut = join(resolve(classes), 'META-INF', 'tauri', 'loop-guards');
	for (const folder of [ out, guardsOut, legacyOut ].filter(existsSync)) {
		rmSync(folder, { recursive: true });
	}
	await pack(out);
	await bundleAll(join(out, 'global'));
	await bundleLoopGuards(guardsOut);
	await packLegacy(legacyOut);
	writeSbom(classes, 'tauri-guest-js.npm.cdx.json', [ ...packageNames(), PARSER ]);
	writeSbom(legacyClasses, 'tauri-guest-js-legacy.npm.cdx.json', [ LEGACY ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await main(...process.argv.slice(2));
}
