// Keys as the page hears of them. Drivers press real keys; what input methods, screen keyboards and other layouts send is played.

/** Runs in the page: plays events, one after another, on what has focus. Each is a type and what it says. */
function play(events) {
  for (const [type, about] of events) {
    const target = document.activeElement ?? document.body;
    const Kind = /^key/.test(type) ? KeyboardEvent : type === 'wheel' ? WheelEvent : MouseEvent;
    target?.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, ...about }));
  }
}

export const playEvents = (visitor, events) => visitor.evaluate(play, events);

const LEFT = { key: 'Shift', code: 'ShiftLeft' };
export const down = (about) => ['keydown', { ...LEFT, ...about }];
export const up = (about) => ['keyup', { ...LEFT, ...about }];
/** Shift pressed and let go. */
export const shift = (about) => [down(about), up(about)];
/** Another key, pressed and let go. */
export const key = (name, about) => shift({ key: name, code: name, ...about });
