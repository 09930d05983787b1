import { check, checkType } from './checks.js';

// What every item has, by how one of its class is made.
function resourceCalls(name, kind, made) {
  return {
    [`${name}#id`]: async () => check((await made()).id.length > 0),
    [`${name}#kind`]: async () => check((await made()).kind, kind),
    [`${name}#rid`]: async () => check((await made()).rid > 0),
    [`${name}#close`]: async () => check(await (await made()).close(), null),
    [`${name}#[Symbol.asyncDispose]`]: async () => (await made())[Symbol.asyncDispose](),
  };
}

function itemCalls(name, made) {
  return {
    [`${name}#text`]: async () => check(await (await made()).text(), 'Text'),
    [`${name}#setText`]: async () => {
      const item = await made();
      await item.setText('Other');
      check(await item.text(), 'Other');
    },
    [`${name}#isEnabled`]: async () => check(await (await made()).isEnabled()),
    [`${name}#setEnabled`]: async () => {
      const item = await made();
      await item.setEnabled(false);
      check(await item.isEnabled(), false);
    },
    [`${name}#setAccelerator`]: async () => check(await (await made()).setAccelerator('CmdOrCtrl+K'), null),
    [`${name}#setIcon`]: async () => check(await (await made()).setIcon('Folder'), null),
  };
}

function listCalls(name, made, { MenuItem }) {
  const ids = async (list) => (await list.items()).map(({ id }) => id).join('');
  const filled = async () => {
    const list = await made();
    await list.append([{ id: 'a', text: 'A' }, { id: 'b', text: 'B' }]);
    return list;
  };
  const changed = (change, expected) => async () => {
    const list = await filled();
    await change(list);
    check(await ids(list), expected);
  };
  return {
    [`${name}#append`]: changed((list) => list.append({ id: 'c', text: 'C' }), 'abc'),
    [`${name}#prepend`]: changed((list) => list.prepend({ id: 'c', text: 'C' }), 'cab'),
    [`${name}#insert`]: changed((list) => list.insert({ id: 'c', text: 'C' }, 1), 'acb'),
    [`${name}#remove`]: changed(async (list) => list.remove(await list.get('a')), 'b'),
    [`${name}#removeAt`]: changed(async (list) => checkType(await list.removeAt(1), MenuItem), 'a'),
    [`${name}#items`]: changed(() => {}, 'ab'),
    [`${name}#get`]: async () => {
      const list = await filled();
      checkType(await list.get('b'), MenuItem);
      check(await list.get('nothing'), null);
    },
    [`${name}#popup`]: async () => check(await (await filled()).popup(), null),
  };
}

export default function menuCalls({ menu }) {
  const { Menu, Submenu, MenuItem, CheckMenuItem, IconMenuItem, PredefinedMenuItem } = menu;
  const kinds = { Menu: 'Menu', Submenu: 'Submenu', MenuItem: 'MenuItem', CheckMenuItem: 'Check', IconMenuItem: 'Icon',
    PredefinedMenuItem: 'Predefined' };
  const calls = {};
  for (const [type, kind] of Object.entries(kinds)) {
    const name = `menu.${type}`;
    const made = () => menu[type].new(type === 'PredefinedMenuItem' ? { item: 'Copy', text: 'Text' }
      : type === 'Menu' ? undefined : { text: 'Text' });
    Object.assign(calls, resourceCalls(name, kind, made));
    calls[`${name}.new`] = async () => checkType(await made(), menu[type]);
    if (type !== 'Menu') {
      Object.assign(calls, itemCalls(name, made));
    }
    if (type === 'Menu' || type === 'Submenu') {
      Object.assign(calls, listCalls(name, made, menu));
    }
  }
  for (const unknown of ['MenuItem#setIcon', 'CheckMenuItem#setIcon', 'Submenu#setAccelerator',
    'PredefinedMenuItem#isEnabled', 'PredefinedMenuItem#setEnabled', 'PredefinedMenuItem#setAccelerator',
    'PredefinedMenuItem#setIcon']) {
    delete calls[`menu.${unknown}`];
  }
  const replaced = async (set) => {
    const [first, second] = [await Menu.new({ id: 'first' }), await Menu.new({ id: 'second' })];
    await set(first);
    const before = await set(second);
    checkType(before, Menu);
    check(before.id, 'first');
  };
  return Object.assign(calls, {
    'menu.Menu.default': async () => checkType(await Menu.default(), Menu),
    'menu.Menu#setAsAppMenu': () => replaced((made) => made.setAsAppMenu()),
    'menu.Menu#setAsWindowMenu': () => replaced((made) => made.setAsWindowMenu()),
    'menu.Submenu#setAsWindowsMenuForNSApp': async () =>
      check(await (await Submenu.new({ text: 'Text' })).setAsWindowsMenuForNSApp(), null),
    'menu.Submenu#setAsHelpMenuForNSApp': async () =>
      check(await (await Submenu.new({ text: 'Text' })).setAsHelpMenuForNSApp(), null),
    'menu.CheckMenuItem#isChecked': async () =>
      check(await (await CheckMenuItem.new({ text: 'Text', checked: true })).isChecked()),
    'menu.CheckMenuItem#setChecked': async () => {
      const item = await CheckMenuItem.new({ text: 'Text', checked: true });
      await item.setChecked(false);
      check(await item.isChecked(), false);
    },
    'menu.itemFromKind': async () => {
      const { rid } = await MenuItem.new({ text: 'Text' });
      checkType(menu.itemFromKind([rid, 'id', 'MenuItem']), MenuItem);
      check(await menu.itemFromKind([rid, 'id', 'MenuItem']).text(), 'Text');
      checkType(menu.itemFromKind([rid, 'id', 'Icon']), IconMenuItem);
      checkType(menu.itemFromKind([rid, 'id', 'Predefined']), PredefinedMenuItem);
    },
  });
}
