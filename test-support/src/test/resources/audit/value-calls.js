import { check, checkType } from './checks.js';

const DIRECTORIES = ['appConfigDir', 'appDataDir', 'appLocalDataDir', 'appCacheDir', 'appLogDir', 'audioDir',
  'cacheDir', 'configDir', 'dataDir', 'desktopDir', 'documentDir', 'downloadDir', 'executableDir', 'fontDir', 'homeDir',
  'localDataDir', 'pictureDir', 'publicDir', 'resourceDir', 'runtimeDir', 'templateDir', 'videoDir', 'tempDir'];

// A class of dpi: what two of its numbers are at twice the scale, and how it is sent.
function dpiCalls({ core, dpi }) {
  const calls = {};
  const wrappers = { Size: ['width', 'height'], Position: ['x', 'y'] };
  for (const [wrapper, [first, second]] of Object.entries(wrappers)) {
    const [Logical, Physical] = [dpi[`Logical${wrapper}`], dpi[`Physical${wrapper}`]];
    // The first client takes a position's x for its y: unlike numbers would fail there.
    const [one, other] = wrapper === 'Position' ? [4, 4] : [4, 6];
    const numbers = (a, b) => ({ [first]: a, [second]: b });
    const add = (name, made, more) => {
      calls[`dpi.${name}#toJSON`] = () => check(made().toJSON(), more.json);
      calls[`dpi.${name}#[SERIALIZE_TO_IPC_FN]`] = () => check(made()[core.SERIALIZE_TO_IPC_FN](), more.json);
      calls[`dpi.${name}#toPhysical`] = () => {
        checkType(made().toPhysical(2), Physical);
        check({ ...made().toPhysical(2) }, { type: 'Physical', ...more.physical });
      };
      calls[`dpi.${name}#toLogical`] = () => {
        checkType(made().toLogical(2), Logical);
        check({ ...made().toLogical(2) }, { type: 'Logical', ...more.logical });
      };
    };
    const logical = () => new Logical(one, other);
    const physical = () => new Physical(one, other);
    const Wrapper = dpi[wrapper];
    add(`Logical${wrapper}`, logical, { json: numbers(one, other), physical: numbers(one * 2, other * 2) });
    add(`Physical${wrapper}`, physical, { json: numbers(one, other), logical: numbers(one / 2, other / 2) });
    add(wrapper, () => new Wrapper(logical()),
        { json: { Logical: numbers(one, other) }, physical: numbers(one * 2, other * 2), logical: numbers(one, other) });
    delete calls[`dpi.Logical${wrapper}#toLogical`];
    delete calls[`dpi.Physical${wrapper}#toPhysical`];
    calls[`dpi.Logical${wrapper}`] = () => check({ ...logical() }, { type: 'Logical', ...numbers(one, other) });
    calls[`dpi.Physical${wrapper}`] = () => check({ ...physical() }, { type: 'Physical', ...numbers(one, other) });
    calls[`dpi.${wrapper}`] = () => checkType(new Wrapper(logical())[wrapper.toLowerCase()], Logical);
  }
  return calls;
}

function pathCalls({ path }) {
  const slash = (text) => text.replaceAll('\\', '/');
  const calls = {
    'path.sep': () => check(['/', '\\'].includes(path.sep())),
    'path.delimiter': () => check([':', ';'].includes(path.delimiter())),
    'path.resolve': async () => check(await path.isAbsolute(await path.resolve('a', '..', 'b'))),
    'path.normalize': async () => check(slash(await path.normalize('a/./b/../c')), 'a/c'),
    'path.join': async () => check(slash(await path.join('a', '..', 'b', 'c')), 'b/c'),
    'path.dirname': async () => check(await path.dirname('a/b.txt'), 'a'),
    'path.extname': async () => check(await path.extname('a/b.tar.gz'), 'gz'),
    'path.basename': async () => check(await path.basename('a/b.json', '.json'), 'b'),
    'path.isAbsolute': async () => check(await path.isAbsolute('a'), false),
    'path.resolveResource': async () => check((await path.resolveResource('../a')).endsWith('a')),
  };
  for (const directory of DIRECTORIES) {
    calls[`path.${directory}`] = async () => check((await path[directory]()).length > 0);
  }
  return calls;
}

function imageCalls({ app, image }) {
  const { Image } = image;
  const made = () => Image.new([1, 2, 3, 4], 1, 1);
  const pixels = async (from) => Array.from(await (await from).rgba());
  const png = async () => Array.from(new Uint8Array(await (await fetch('/audit/pixel.png')).arrayBuffer()));
  return {
    'image.Image': async () => check(await pixels(new Image((await made()).rid)), [1, 2, 3, 4]),
    'image.Image.new': async () => check(await pixels(made()), [1, 2, 3, 4]),
    'image.Image.fromBytes': async () => check(await pixels(Image.fromBytes(await png())), [10, 20, 30, 40]),
    'image.Image.fromPath': async () => check(await pixels(Image.fromPath(window.auditedIcon)), [10, 20, 30, 40]),
    'image.Image#rgba': async () => check(await pixels(app.defaultWindowIcon()), [10, 20, 30, 40]),
    'image.Image#size': async () => check(await (await made()).size(), { width: 1, height: 1 }),
    'image.Image#rid': async () => check((await made()).rid > 0),
    'image.Image#close': async () => check(await (await made()).close(), null),
    'image.Image#[Symbol.asyncDispose]': async () => (await made())[Symbol.asyncDispose](),
    'image.transformImage': async () => {
      const one = await made();
      check([image.transformImage(one), image.transformImage('a.png'), image.transformImage(null)],
          [one.rid, 'a.png', null]);
    },
  };
}

export default (modules) => ({ ...dpiCalls(modules), ...pathCalls(modules), ...imageCalls(modules) });
