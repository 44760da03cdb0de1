// A clock that stands still. It is a script that the test server puts into the page, so it works in every engine.

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
