// Exit by the keyboard: Shift three times and Space are Exit, and what only looks like it is not.
import { portland, stoppedClock } from '../support/clock.mjs';
import { down, key, playEvents, shift, up } from '../support/keys.mjs';
import { site, ui } from '../support/site.mjs';
import { expect, test } from '../support/test.mjs';

test.use({ leaves: true });

const left = (visitor) => expect.poll(() => visitor.title()).toBe('Elsewhere');
/** What was written is there: nobody has left. */
const stays = async (visitor) => expect(await visitor.evaluate(() => document.getElementById('noted')?.value)).toBe('a note');

/** What can have focus: an id, an element, and its attributes. Nobody types in a list to choose from. */
const FIELDS = [
  ['noted', 'textarea'],
  ['input', 'input'],
  ['number', 'input', { type: 'number' }],
  ['date', 'input', { type: 'date' }],
  ['looked-for', 'input', { type: 'search' }],
  ['password', 'input', { type: 'password' }],
  ['unknown', 'input', { type: 'unheard-of' }],
  ['rich', 'div', { contenteditable: 'true' }],
  ['plain', 'div', { contenteditable: 'plaintext-only' }],
  ['role-textbox', 'div', { role: 'textbox', tabindex: '0' }],
  ['role-searchbox', 'div', { role: 'searchbox', tabindex: '0' }],
];
const OTHERS = [
  ['box', 'input', { type: 'checkbox' }],
  ['slider', 'input', { type: 'range' }],
  ['push', 'button'],
  ['link', 'a', { href: '/' }],
  ['list', 'select'],
];

/** Runs in the page: puts them in, with a note that Exit would lose. */
function furnish(all) {
  for (const [id, name, attributes] of all) {
    const element = document.querySelector('main').appendChild(document.createElement(name));
    for (const [name, value] of Object.entries({ id, ...attributes })) element.setAttribute(name, value);
  }
  document.getElementById('noted').value = 'a note';
}

async function openHelp(visitor) {
  await visitor.open('/help/');
  await visitor.standIn(site.exit);
  await visitor.evaluate(furnish, [...FIELDS, ...OTHERS]);
}

const focus = (visitor, id) => visitor.evaluate((id) => document.getElementById(id).focus(), id);

/** Keys as a person presses them, on the page itself. */
const PRESSED = [
  { name: 'Shift three times', keys: ['Shift', 'Shift', 'Shift'], exit: true },
  { name: 'Shift twice', keys: ['Shift', 'Shift'] },
  { name: 'Escape three times', keys: ['Escape', 'Escape', 'Escape'] },
  { name: 'another key between', keys: ['Shift', 'Shift', 'Escape', 'Shift', 'Shift'] },
  { name: 'another key between, and then three times', keys: ['Shift', 'Shift', 'Escape', 'Shift', 'Shift', 'Shift'], exit: true },
];
for (const { name, keys, exit = false } of PRESSED) {
  test(`real keys: ${name} is ${exit ? '' : 'not '}Exit`, async ({ visitor }) => {
    await openHelp(visitor);
    for (const pressed of keys) await visitor.press(pressed);
    await (exit ? left : stays)(visitor);
  });
}

for (const id of [...OTHERS.map(([id]) => id), 'bar-call', 'bar-exit']) {
  test(`Shift three times is Exit while this has focus: ${id}`, async ({ visitor }) => {
    await openHelp(visitor);
    await focus(visitor, id);
    for (let times = 0; times < 3; times += 1) await visitor.press('Shift');
    await left(visitor);
  });
}

test('Shift three times is not Exit in a field', async ({ visitor }) => {
  await openHelp(visitor);
  for (const [id] of FIELDS) {
    await test.step(id, async () => {
      await focus(visitor, id);
      for (let times = 0; times < 3; times += 1) await visitor.press('Shift');
      await stays(visitor);
    });
  }
});

test('presses in a field and outside of it do not add up', async ({ visitor }) => {
  await openHelp(visitor);
  await focus(visitor, 'noted');
  for (let times = 0; times < 2; times += 1) await visitor.press('Shift');
  await focus(visitor, 'link');
  for (let times = 0; times < 2; times += 1) await visitor.press('Shift');
  await stays(visitor);
});

const three = (press) => [press, press, press].flat();
const rightShift = shift({ code: 'ShiftRight' });
const hold = (name, about, inner) => [down({ key: name, code: name, ...about }), ...inner, up({ key: name, code: name })];
const CLICK = [['mousedown', { buttons: 1 }], ['mouseup', {}], ['click', {}]];

/** What keyboards, input methods and pointers send, on the page itself. */
const SENT = [
  { name: 'three presses', events: three(shift()), exit: true },
  { name: 'the left and the right key by turns', events: [shift(), rightShift, shift()].flat(), exit: true },
  { name: 'a fourth press after a click', events: [...shift(), ...CLICK, ...three(shift())], exit: true },
  { name: 'the mouse moves between', events: [...shift(), ['mousemove', {}], ...shift(), ['mousemove', {}], ...shift()], exit: true },
  { name: 'a press whose key repeats', events: [down(), ...three([down({ repeat: true })]), up(), ...shift(), ...shift()], exit: true },
  { name: 'held down', events: [down(), ...three([down({ repeat: true })]), ...three([down({ repeat: true })])] },
  { name: 'pressed thrice and let go once', events: [...three([down()]), up()] },
  { name: 'let go thrice and pressed once', events: [down(), ...three([up()])] },
  { name: 'both keys at once', events: three([down(), down({ code: 'ShiftRight' }), up({ code: 'ShiftRight' }), up()]) },
  { name: 'a screen keyboard, which names no key', events: three(shift({ code: '' })) },
  { name: 'a screen keyboard, which does not know the key', events: three(shift({ code: 'Unidentified' })) },
  { name: 'an input method that is composing', events: three(shift({ isComposing: true })) },
  { name: 'an input method that takes the key', events: three(shift({ key: 'Process' })) },
  { name: 'with Alt', events: three(shift({ altKey: true })) },
  { name: 'with Ctrl', events: three(shift({ ctrlKey: true })) },
  { name: 'with Meta', events: three(shift({ metaKey: true })) },
  { name: 'with AltGr', events: three(shift({ modifierAltGraph: true })), unknownTo: 'webkit' },
  { name: 'Alt pressed while it is held', events: three([down(), ...key('Alt', { altKey: true }), up()]) },
  { name: 'Shift and Space, as some languages are switched', events: three([down(), ...key(' ', { shiftKey: true }), up()]) },
  { name: 'Shift and Ctrl, as some layouts are switched', events: three([down(), ...key('Control', { ctrlKey: true, shiftKey: true }), up()]) },
  { name: 'Ctrl and Shift', events: three(hold('Control', { ctrlKey: true }, shift({ ctrlKey: true }))) },
  { name: 'Shift and Tab', events: three([down(), ...key('Tab', { shiftKey: true }), up()]) },
  { name: 'two presses, then Shift and Tab', events: [...shift(), ...shift(), down(), ...key('Tab', { shiftKey: true }), up()] },
  { name: 'Shift and an arrow', events: three([down(), ...key('ArrowDown', { shiftKey: true }), up()]) },
  { name: 'letters that overlap with it', events: three([down(), down({ key: 'A', code: 'KeyA' }), up(), up({ key: 'a', code: 'KeyA' })]) },
  { name: 'CapsLock between', events: [...shift(), ...key('CapsLock'), ...shift(), ...shift()] },
  { name: 'clicks between', events: three([...shift(), ...CLICK]) },
  { name: 'clicks while it is held, as to select text', events: three([down(), ...CLICK, up()]) },
  { name: 'the wheel between', events: three([...shift(), ['wheel', { deltaY: 9 }]]) },
  { name: 'the wheel while it is held, as to scroll sideways', events: three([down(), ['wheel', { deltaY: 9 }], up()]) },
  { name: 'while a button of the mouse is held', events: [['mousedown', { buttons: 1 }], ...three(shift())] },
];
for (const { name, events } of SENT.filter(({ exit }) => exit)) {
  test(`Shift, ${name}: Exit`, async ({ visitor }) => {
    await openHelp(visitor);
    await playEvents(visitor, events);
    await left(visitor);
  });
}

test('Shift that is not Exit', async ({ visitor, browserName }) => {
  await openHelp(visitor);
  for (const { name, events } of SENT.filter(({ exit, unknownTo }) => !exit && unknownTo !== browserName)) {
    await test.step(name, async () => {
      await playEvents(visitor, events);
      await stays(visitor);
      // Each counts by itself.
      await playEvents(visitor, CLICK);
    });
  }
});

test('a button of the mouse that was let go elsewhere does not keep Shift from being Exit', async ({ visitor }) => {
  await openHelp(visitor);
  await playEvents(visitor, [['mousedown', { buttons: 2 }], ['mousemove', { buttons: 0 }], ...three(shift())]);
  await left(visitor);
});

test('what calls itself a key and names none, as forms that are filled in send it, does no harm', async ({ visitor }) => {
  await openHelp(visitor);
  await visitor.evaluate(() => {
    for (const target of [document.body, document]) for (const type of ['keydown', 'keyup']) target.dispatchEvent(new Event(type, { bubbles: true }));
  });
  await stays(visitor);
});

test('three presses are Exit within five seconds and no longer', async ({ visitor, server }) => {
  server.inject(stoppedClock(portland('2026-11-25', '12:00')));
  await openHelp(visitor);
  const after = async (wait) => {
    await visitor.evaluate((wait) => void window.setClock(Date.now() + wait), wait);
    await playEvents(visitor, shift());
  };
  for (const wait of [0, 2000, 3000]) await after(wait);
  await stays(visitor);
  // The last two of those and this one are within five seconds.
  await after(1999);
  await left(visitor);
});

test.describe('Exit has focus', () => {
  test('Space leaves, as by a button, and does not scroll', async ({ visitor }) => {
    await openHelp(visitor);
    await focus(visitor, 'bar-exit');
    expect(await visitor.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', code: 'Space', cancelable: true, repeat: true })))).toBe(false);
    await stays(visitor);
    await visitor.press('Space');
    await left(visitor);
  });

  test('Enter leaves', async ({ visitor }) => {
    await openHelp(visitor);
    await focus(visitor, 'bar-exit');
    await visitor.press('Enter');
    await left(visitor);
  });
});

test('Space anywhere else does what it always does', async ({ visitor }) => {
  await openHelp(visitor);
  for (const id of ['bar-call', 'link', 'push', 'box']) {
    await focus(visitor, id);
    expect(await visitor.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', code: 'Space', bubbles: true, cancelable: true })))).toBe(true);
  }
  await stays(visitor);
});

test('Exit says of itself, and About says, that Shift is not Exit while a person types', async ({ visitor }) => {
  await visitor.open('/about/');
  const said = await visitor.evaluate(() => {
    const described = document.getElementById('bar-exit').getAttribute('aria-describedby');
    return [document.getElementById(described).textContent, document.querySelector('main').innerText];
  });
  for (const text of said) expect(text).toContain('not while you type in a field');
  expect(said[0]).toBe(ui('bar.exit_about'));
});
