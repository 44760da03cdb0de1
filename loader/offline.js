/* The page's side of the offline copy: asks for it once nothing else is left to do, and says in the page's own words how it
   stands. It works without the app. What it shows is marked `data-when` with the states in which it holds, what a person
   can do is marked `data-do`, and what has a place for a value `data-text`. */
async function offline(started) {
  const loader = document.getElementById('start');
  const root = document.documentElement;
  const main = document.querySelector('main');
  const note = document.getElementById('refresh');
  const container = navigator.serviceWorker;
  const address = loader.dataset.worker;
  const prefix = `porchlight-${root.dataset.base}-`;
  const installed = navigator.standalone || matchMedia('(display-mode: standalone)').matches;
  const values = {
    done: 0,
    all: 0,
    looked: '',
    /** Only on the page that has a place for it: to write a date takes a slow phone 70 ms the first time. */
    get time() {
      return new Date(this.looked).toLocaleString(root.getAttribute('data-language'), { dateStyle: 'long', timeStyle: 'short' });
    },
  };
  let state = '';
  let why = '';
  let prompt = null;
  let leaving = 0;
  let silent = 0;
  let registration = null;
  const chosen = settings(`${prefix}look`, show);

  function show() {
    const holds = [...chosen.states(), state, installed ? 'installed' : prompt ? 'prompt' : 'steps', values.looked ? 'looked' : ''];
    for (const element of document.querySelectorAll('[data-when]')) {
      const hidden = !element.dataset.when.split(' ').some((when) => holds.includes(when));
      if (element.hidden !== hidden) element.hidden = hidden;
    }
    for (const element of document.querySelectorAll('[data-text]')) {
      const text = element.dataset.text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
      if (element.textContent !== text) element.textContent = text;
    }
    chosen.show();
  }
  function set(next) {
    state = next;
    show();
  }

  /** Asks a worker; nothing where it does not answer within so many milliseconds, or has ended: WebKit ends it when its
      install fails. */
  function ask(worker, question, patience = 2000) {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      worker.addEventListener('statechange', () => worker.state === 'redundant' && resolve());
      worker.postMessage(question, [port2]);
      setTimeout(resolve, patience);
    });
  }

  const watched = new Set();
  async function look() {
    const { installing, waiting, active } = registration;
    for (const worker of [installing, waiting, active]) {
      if (!worker || watched.has(worker)) continue;
      watched.add(worker);
      worker.addEventListener('statechange', look);
    }
    const answer = active && (await ask(active, 'state'));
    // A busy phone may take longer than it was waited for.
    if (active && !answer && (silent += 1) < 5) setTimeout(look, 2000);
    const { whole, looked } = answer || {};
    if (state.startsWith('removed') || state === 'off') return;
    values.looked = looked;
    if (registration.waiting) set('ready');
    else if (whole) set('saved');
    else if (registration.installing) set('saving');
    else set(why ? `failed-${why}` : 'none');
    return answer;
  }

  async function save() {
    try {
      if (!address || !container || !window.caches) return set('none');
      if (await caches.has(`${prefix}off`)) return set('off');
      state = 'saving';
      registration = await container.register(loader.trusted(address), { updateViaCache: 'none' });
      // Meanwhile the person may have taken away what had not come yet.
      if (state !== 'saving') {
        const never = state === 'off';
        await remove();
        return never && set('off');
      }
      registration.addEventListener('updatefound', look);
      // The browser looks for a new version by itself, but each in its own time. Without a network it finds none.
      const { active } = registration;
      if (active) registration.update().catch(() => {});
      const answer = await look();
      if (active && answer && !answer.whole && !registration.waiting) await ask(active, 'save').then(look);
      // An icon on the home screen says that the copy is wanted: the browser should not throw it away.
      if (installed) await navigator.storage?.persist?.();
    } catch (error) {
      set(error.name === 'SecurityError' ? 'none' : 'failed-network');
    }
  }

  /** Takes away everything that this app keeps, and looks whether it is gone. */
  async function remove() {
    let rest = false;
    const attempt = async (work) => {
      try {
        await work();
      } catch {
        rest = true;
      }
    };
    const names = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));
    state = 'removed';
    values.looked = '';
    // It may never have come so far.
    if (registration) await attempt(async () => {
      const { installing, waiting, active } = registration;
      // A worker that is ended while it keeps something may leave it: each has time to let go, also on a busy phone.
      await Promise.all([installing, waiting, active].map((worker) => worker && ask(worker, 'remove', 10_000)));
      await registration.unregister();
    });
    await attempt(async () => {
      for (const name of await names()) await caches.delete(name);
      if ((await names()).length > 0) rest = true;
    });
    chosen.forget();
    set(rest ? 'removed-partly' : 'removed');
  }

  const actions = {
    back(event) {
      if (history.length < 2) return;
      event.preventDefault();
      history.back();
    },
    forget() {
      chosen.forget();
      show();
    },
    remove,
    async never() {
      await caches.open(`${prefix}off`);
      set('off');
    },
    async save() {
      await caches.delete(`${prefix}off`);
      await save();
    },
    update() {
      const { waiting } = registration;
      waiting?.addEventListener('statechange', () => {
        if (waiting.state === 'activated') location.reload();
      });
      waiting?.postMessage('take-over');
    },
    async install() {
      await prompt.prompt();
      prompt = null;
      show();
    },
  };
  document.addEventListener('click', (event) => {
    const name = event.target.closest('[data-do]')?.dataset.do;
    // From an installed app a link to another site leads out of it; Exit has a way of its own.
    const link = event.target.closest('a[href^="http"]:not(#bar-exit)');
    if (installed && link && link.origin !== location.origin) link.target = '_blank';
    // Nothing here may trouble the person: what cannot be done leaves the page as it is.
    Promise.resolve(actions[name]?.(event)).catch(show);
  }, true);
  document.addEventListener('change', (event) => chosen.change(event) && show(), true);
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    prompt = event;
    show();
  });
  container?.addEventListener('message', ({ data, source, ports }) => {
    if (source.scriptURL !== new URL(address, location).href) return;
    // Not every page that is about to go does go: a link may call a number.
    if (data === 'staying?') return ports[0].postMessage(Date.now() - leaving > 3000);
    if (data.failed) why = data.failed;
    else Object.assign(values, data);
    if (registration) look();
  });
  container?.startMessages();
  addEventListener('beforeunload', () => (leaving = Date.now()));

  /** The app has the page, or it does not come. */
  const settled = new Promise((resolve) => {
    // It has found the content good; or not: then it asks once more, and is given what was good before.
    new PerformanceObserver((list) => {
      if (list.getEntriesByName('app-interactive').length === 0) return;
      container?.controller?.postMessage('accepted');
      const { tapped } = loader;
      loader.tapped = null;
      if (tapped && !tapped.dataset.do) tapped.click();
      resolve();
    }).observe({ type: 'mark', buffered: true });
    let refused = false;
    new MutationObserver(async () => {
      if (note.hidden) return;
      resolve();
      if (refused || !container?.controller) return;
      refused = true;
      await ask(container.controller, 'refused');
      document.getElementById('refresh-retry').click();
    }).observe(note, { attributeFilter: ['hidden'] });
    started.then(() => root.hasAttribute('data-app') || resolve());
    setTimeout(resolve, 10_000);
  });
  // The app has put another page here, or has taken this one over.
  const changed = new MutationObserver(show);
  changed.observe(main, { childList: true, attributeFilter: ['aria-busy'] });
  changed.observe(root, { attributeFilter: ['data-app'] });
  if (navigator.standalone) root.dataset.back = '';

  // The copy comes after everything else.
  await started;
  if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  await settled;
  await save();
}
