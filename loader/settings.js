/* How the page looks, as the person has chosen on About. The choices are words in one attribute of the root element, where
   the styles find them; they are kept on the phone only once one is made, and taken away with the last one. It works without
   the app. `key` is the name under which they are kept; the page's early script reads it too. `changed` is called when
   another page has made a choice: what this one says must not undo it. */
function settings(key, changed) {
  const root = document.documentElement;
  const controls = () => [...document.querySelectorAll('[data-set]')];
  let kept = true;

  /** The colour round the page, in the browser's own frame. */
  function frame() {
    const paper = getComputedStyle(root).getPropertyValue('--paper');
    for (const colour of document.querySelectorAll('[name=theme-color]')) colour.content = paper;
  }
  function keep(look) {
    root.dataset.look = look;
    frame();
    try {
      if (look) localStorage.setItem(key, look);
      else localStorage.removeItem(key);
      kept = true;
    } catch {
      kept = false;
    }
  }
  if (root.dataset.look) frame();
  // The sun goes down while the page is open.
  matchMedia('(prefers-color-scheme: dark)').onchange = frame;
  // Another tab, or a page after this one, which the browser now has put back.
  for (const moment of ['storage', 'pageshow']) {
    addEventListener(moment, ({ persisted }) => {
      if (persisted === false) return;
      try {
        if (kept) root.dataset.look = localStorage.getItem(key) ?? '';
      } catch {
        return;
      }
      frame();
      changed();
    });
  }

  return {
    /** Which of the marks `data-when` hold. */
    states: () => ['settings', root.dataset.look ? 'chosen' : '', kept ? '' : 'unkept'],
    /** Has the controls say what was chosen. */
    show() {
      const words = root.dataset.look.split(' ');
      for (const control of controls()) {
        if (control.options) control.value = [...control.options].map(({ value }) => value).find((value) => words.includes(value)) ?? '';
        else control.checked = words.includes(control.value);
      }
    },
    /** Takes over what a control now says, and says whether it is one of these. */
    change({ target }) {
      if (!('set' in target.dataset)) return false;
      keep(controls().map((control) => (control.options || control.checked) && control.value).filter(Boolean).join(' '));
      return true;
    },
    forget: () => keep(''),
  };
}
