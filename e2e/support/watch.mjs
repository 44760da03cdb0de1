// A script for every page under test, before any other: it tells the host what the page does against its policy, and
// keeps errors for engines that do not report them.

/** Where pages tell what they did against their policy. */
export const VIOLATION = '/policy-violation';

/** The script. */
export const WATCH = `(${watch})(${JSON.stringify(VIOLATION)})`;

function watch(violation) {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    // It waits for the answer, so that nothing is lost with the page.
    const request = new XMLHttpRequest();
    request.open('POST', violation, false);
    request.send(`${location.pathname}: ${effectiveDirective} forbids ${blockedURI} ${sample}`);
  });
  window.faultsSeen = [];
  const keep = (text) => window.faultsSeen.push(String(text));
  window.addEventListener('error', (event) => keep(event.message ?? `${event.target.src ?? event.target.href} failed`), true);
  window.addEventListener('unhandledrejection', (event) => keep(event.reason));
  const { error } = console;
  console.error = (...given) => {
    keep(given.join(' '));
    error.apply(console, given);
  };
}
