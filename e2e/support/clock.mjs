// Clocks that stand still. Each is a script that the test server puts into the page, so it works in every engine.

/** The instant at which a clock in Portland, Oregon, shows that day and time in the colder half of the year. */
export const portland = (day, time) => new Date(`${day}T${time}:00-08:00`);

/** A script that stops the page's clock at an instant; `setClock` in the page moves it. */
export function stoppedClock(instant) {
  return `(${stop})(${instant.getTime()})`;
}

function stop(start) {
  let now = start;
  const Real = Date;
  window.Date = class extends Real {
    constructor(...given) {
      super(...(given.length > 0 ? given : [now]));
    }
    static now() {
      return now;
    }
  };
  window.setClock = (instant) => (now = instant);
}

/**
 * A script that stops the page's clock as well, and with it every timer of more than half a minute: `passTime` in the page
 * moves the clock to an instant, and lets the timers go off that are due by then. WebKit's driver has timers of just half a
 * minute in the page, which are none of the page's business.
 */
export function drivenClock(instant) {
  return `${stoppedClock(instant)};(${holdTimers})()`;
}

function holdTimers() {
  const { setTimeout } = window;
  let held = [];
  window.setTimeout = (work, wait = 0, ...given) => {
    if (wait <= 30_000) return setTimeout.call(window, work, wait, ...given);
    held.push({ work, due: Date.now() + wait });
    // No timer has this number: nobody takes another one off by it.
    return -1;
  };
  window.passTime = (instant) => {
    window.setClock(instant);
    const due = held.filter((timer) => timer.due <= instant);
    held = held.filter((timer) => timer.due > instant);
    for (const { work } of due) work();
    return due.length;
  };
}
