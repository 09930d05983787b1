// Runs `npm ci`, unless node_modules already holds exactly what package-lock.json asks for.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// The POM turns this exit code into the sentence about a missing npm.
const NPM_MISSING = 3;

const root = dirname(fileURLToPath(import.meta.url));
const stamp = join(root, 'node_modules', '.installed');

function wanted() {
	const hash = createHash('sha256');
	hash.update(readFileSync(join(root, 'package-lock.json')));
	hash.update(`${process.platform}-${process.arch}`);
	return hash.digest('hex');
}

// On Windows npm is a .cmd file, which only a shell can start. All arguments are constants.
function npm(output, ...args) {
	return spawnSync('npm', args, {
		cwd: root,
		stdio: [ 'ignore', output, output ],
		shell: process.platform === 'win32'
	});
}

const hash = wanted();
if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) {
	process.exit(0);
}
if (npm('ignore', '--version').status !== 0) {
	process.exit(NPM_MISSING);
}
// No package needs its install script: esbuild's only swaps a launcher for the binary.
const result = npm('inherit', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline',
		'--loglevel=error');
if (result.status !== 0) {
	process.exit(1);
}
writeFileSync(stamp, hash);
