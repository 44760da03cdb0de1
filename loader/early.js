/* What must not wait for the app: Exit, and a page that stays whole when the app cannot run or breaks. It stands in
   every page, in plain old JavaScript, so that old browsers read it too. Its place is behind the bar: in front of it, the
   bar would be drawn later. Until it has run, the style keeps the page from being drawn (base.css). */
(function () {
  'use strict';
  // The app looks for its own nodes there.
  var own = document.currentScript;
  if (own) own.parentNode.removeChild(own);

  var root = document.documentElement;
  var loader = null;
  var broken = false;

  /* Exit waits for nothing: not for the app, not for the content. Without this script the link is still a link.

     It leaves a mark in the tab: the history still has entries of this app, before and behind the other page, and each of
     them stays blank as long as the mark is there. Whoever opens the app anew, by its address or its icon, takes it away. */
  var MARK = 'closed';
  var left = false;
  function marked() {
    try {
      return sessionStorage.getItem(MARK) === '';
    } catch (error) {
      return false;
    }
  }
  function mark(set) {
    try {
      if (set) sessionStorage.setItem(MARK, '');
      else sessionStorage.removeItem(MARK);
    } catch (error) {
      // Where nothing can be kept, Exit blanks this document and no other.
    }
  }

  function blank() {
    left = true;
    document.title = '';
    if (document.body) document.body.textContent = '';
    // An installed app has no address to type: it opens again when the person says so.
    if (!standalone()) return;
    var open = document.createElement('button');
    open.textContent = root.getAttribute('data-open');
    open.onclick = function () {
      mark(false);
      location.reload();
    };
    document.body.appendChild(open);
  }
  function standalone() {
    return navigator.standalone || (window.matchMedia && matchMedia('(display-mode: standalone)').matches);
  }
  function leave(away) {
    mark(true);
    // First nothing is left to read, then the browser leaves; the place in the history is taken by the other page. Without a
    // network the blank page stays, in place of the browser's page about an error.
    blank();
    if (navigator.onLine !== false) location.replace(away);
  }
  var EXIT = 'bar-exit';
  function exit() {
    return document.getElementById(EXIT);
  }

  document.addEventListener('click', function (event) {
    var link = event.target;
    while (link && link.id !== EXIT) link = link.parentNode;
    if (!link || event.button !== 0) return;
    event.preventDefault();
    if (tabs) tabs.postMessage('');
    leave(link.href);
  }, true);

  /* Shift three times within five seconds is Exit too, but not while a person types in a field. Escape is not: it closes other
     things. A press counts when the key is let go, and only as a press of its own: of a real key, with no other key or button
     held, and with no key, click or wheel since the one before. Screen keyboards, input methods and layouts use it otherwise. */
  var presses = [];
  var shift = '';
  var button = false;
  function isField(element) {
    if (element.localName === 'input') return !/^(button|checkbox|color|file|image|radio|range|reset|submit)$/.test(element.type);
    var role = element.getAttribute && element.getAttribute('role');
    return element.localName === 'textarea' || element.isContentEditable || /^(combobox|searchbox|spinbutton|textbox)$/.test(role);
  }
  function counts(event) {
    if (event.key !== 'Shift' || !/^Shift/.test(event.code) || event.isComposing || button) return false;
    return !event.altKey && !event.ctrlKey && !event.metaKey && !event.getModifierState('AltGraph') && !isField(event.target);
  }
  function interrupt() {
    presses = [];
    shift = '';
  }
  document.addEventListener('keydown', function (event) {
    // Exit is a link so that it leads away without this script; to a person it is a button, and Space presses it.
    if (event.key === ' ' && event.target.id === EXIT) {
      event.preventDefault();
      if (!event.repeat) exit().click();
    }
    if (event.repeat) return;
    if (!shift && counts(event)) shift = event.code;
    else interrupt();
  }, true);
  document.addEventListener('keyup', function (event) {
    if (event.code !== shift || !counts(event)) {
      interrupt();
      return;
    }
    shift = '';
    presses = presses.slice(-2).concat(Date.now());
    if (presses.length === 3 && presses[2] - presses[0] < 5000 && exit()) exit().click();
  }, true);
  function point(event) {
    button = event.buttons > 0;
    if (event.type !== 'mousemove') interrupt();
  }
  ['mousedown', 'mouseup', 'mousemove', 'dragend', 'wheel', 'touchstart'].forEach(function (name) {
    document.addEventListener(name, point, { capture: true, passive: true });
  });
  window.addEventListener('blur', point);

  /* Other tabs with this app leave as well. */
  var tabs = window.BroadcastChannel && new BroadcastChannel(MARK + root.getAttribute('data-base'));
  if (tabs) {
    tabs.onmessage = function () {
      if (!left && exit()) leave(exit().href);
    };
  }

  /* A page that the browser has kept as it was shows nothing until it has looked for the mark. */
  var gone = false;
  window.addEventListener('pagehide', function () {
    gone = true;
    open();
    root.style.visibility = 'hidden';
  });
  window.addEventListener('pageshow', function () {
    if (gone && marked()) blank();
    gone = false;
    root.style.visibility = '';
  });

  /* The list of open apps shows a picture of the page: of a blank one, if the person has asked for that. */
  document.addEventListener('visibilitychange', function () {
    if (!left && !gone) root.style.visibility = document.hidden && /cover/.test(root.getAttribute('data-look')) ? 'hidden' : '';
  });

  var visit = window.performance && performance.getEntriesByType && performance.getEntriesByType('navigation')[0];
  var opened = visit ? visit.type === 'navigate' : !window.performance || !performance.navigation || performance.navigation.type === 0;
  /* Opened anew, it is shown whether there is a mark or not: a mark is taken away once the page can be seen, since the first
     look into the tab's storage waits for the browser. */
  function open() {
    if (opened && !left) mark(false);
    // A mark that comes later is of another Exit, also where this page is not told of it.
    opened = false;
  }
  /* Does something once the page can be seen; at once where it is not shown. */
  function afterFrame(work) {
    if (document.hidden) work();
    else requestAnimationFrame(function () {
      setTimeout(work, 0);
    });
  }
  if (opened) afterFrame(open);
  /* A page that the browser has made ahead, while an address was typed, had a mark of its own to take away. */
  document.addEventListener('prerenderingchange', function () {
    mark(false);
  });

  /* How the page looks is as the person has chosen on About, before anything is drawn (loader/settings.js). A page that is
     opened and that no worker has brought is a first visit, as a rule: nothing has been chosen. As the first look into what
     is kept waits for the browser, it comes after the first frame there. */
  function look(waits) {
    var chosen = '';
    try {
      waits = waits && opened && navigator.serviceWorker && !navigator.serviceWorker.controller;
      if (!waits) chosen = localStorage.getItem('porchlight-' + root.getAttribute('data-base') + '-look') || '';
    } catch (error) {
      // Where nothing can be kept, the page looks as the phone has it.
    }
    root.setAttribute('data-look', chosen);
    return waits;
  }
  if (look(true)) afterFrame(function () {
    look();
    // The app may be there already: it shows what was chosen, and colours the browser's frame.
    window.dispatchEvent(new Event('storage'));
  });

  if (!opened && marked()) {
    left = true;
    root.style.visibility = 'hidden';
    document.title = '';
    // Once, when everything has been read; "DOMContentLoaded" waits for the app's script.
    document.addEventListener('readystatechange', function () {
      if (document.readyState !== 'interactive') return;
      blank();
      root.style.visibility = '';
    });
    return;
  }

  /* The app did not start, or it broke. What needs it is hidden, and the page goes on without it. */
  function failed() {
    if (broken || left) return;
    broken = true;
    root.removeAttribute('data-app');
    // The page's own search goes on (search.js).
    document.dispatchEvent(new Event('porchlight-failed'));
    renew();
    // It broke while it put another page here, so that page has to be loaded. This happens once: a page that has been
    // loaded is not marked.
    if (document.querySelector('main[aria-busy]')) location.reload();
  }

  /* The page may be older than what the server has: something on the way has kept it, and the files of its app are gone.
     If the server has a page now that names another script, that page is loaded, once. */
  function renew() {
    if (!visit || visit.type === 'reload' || performance.getEntriesByName('app-interactive').length > 0) return;
    fetch(location.href, { cache: 'reload' })
      .then(function (response) {
        return response.ok ? response.text() : '';
      })
      .then(function (text) {
        var isOurs = text.indexOf(' data-content=') > 0;
        if (isOurs && text.indexOf(loader.getAttribute('src')) < 0) location.reload();
      })
      .then(null, function () {});
  }

  /* An error is ours only if it comes from one of the app's two files: extensions run scripts and WebAssembly of their own in
     the page, and their errors are not for us. */
  function isOfApp(error) {
    return Boolean(loader) && ['src', 'data-wasm'].some(function (file) {
      return String(error && error.stack).indexOf(loader.getAttribute(file)) >= 0;
    });
  }

  window.addEventListener('error', function (event) {
    var ofLoader = loader && (event.target === loader || event.filename === loader.src);
    if (ofLoader || isOfApp(event.error)) failed();
  }, true);
  window.addEventListener('unhandledrejection', function (event) {
    if (isOfApp(event.reason)) failed();
  });

  // A broken app must not hear of anything: its links are plain links again.
  function keepFromApp(event) {
    if (broken) event.stopPropagation();
  }
  ['click', 'input', 'change'].forEach(function (name) {
    document.addEventListener(name, keepFromApp, true);
  });
  window.addEventListener('popstate', function (event) {
    if (!broken && !left) return;
    event.stopImmediatePropagation();
    if (!left) location.reload();
  });

  function takenOver() {
    return performance.getEntriesByName('app-taken-over').length > 0;
  }

  // The app takes the page over while nothing is pressed: a tap ends on what it began on.
  function held(event) {
    if (event.button === 0 && !takenOver()) root.setAttribute('data-held', '');
  }
  function released() {
    if (!root.hasAttribute('data-held')) return;
    // After the click that follows.
    setTimeout(function () {
      root.removeAttribute('data-held');
      document.dispatchEvent(new Event('porchlight-released'));
    }, 0);
  }
  document.addEventListener('pointerdown', held, true);
  ['pointerup', 'pointercancel', 'contextmenu', 'dragend'].forEach(function (name) {
    document.addEventListener(name, released, true);
  });

  // A person's tap on what needs the app, before it is there, counts once it is (offline.js).
  document.addEventListener('click', function (event) {
    var button = event.target;
    while (button && button.localName !== 'button') button = button.parentNode;
    // Outside of the page's own part it is the note's "Try again", which is heard at once.
    var main = document.querySelector('main');
    var inPage = button && main && main.contains(button);
    if (inPage && loader && event.isTrusted && !takenOver()) loader.tapped = button;
  }, true);

  // The app is asked for once the page itself is there: on a slow connection it would come in the way of the words and
  // of the bar. It is asked for by its digest (Subresource Integrity, W3C): one wrong byte and it does not start. A digest
  // on a preload would be ignored.
  if (!window.fetch || !('noModule' in HTMLScriptElement.prototype)) return;
  if (window.WebAssembly) root.setAttribute('data-app', '');
  // Its script stands behind everything else of the page, and the browser takes its last step on the page only when it has
  // come: nothing here waits for that step. A tap comes first.
  new MutationObserver(function () {
    if (loader || left) return;
    loader = document.getElementById('start');
    if (!loader) return;
    loader.failed = failed;
    loader.trusted = trusted;
    if (window.WebAssembly) {
      loader.wasm = new Promise(function (resolve) {
        setTimeout(function () {
          resolve(fetch(loader.getAttribute('data-wasm'), { integrity: loader.getAttribute('data-integrity') }));
        }, 0);
      });
      // Whoever starts the app hears of a failure; nobody else has to.
      loader.wasm.then(null, function () {});
    }
  }).observe(document.body, { childList: true });

  /* The page's policy takes a script's address from here and from nowhere else (Trusted Types, W3C): that of the offline
     copy's worker, as the build has written it into the page. */
  var policy = window.trustedTypes && trustedTypes.createPolicy('porchlight', {
    createScriptURL: function (address) {
      if (address !== loader.getAttribute('data-worker')) throw new TypeError(address);
      return address;
    }
  });
  function trusted(address) {
    return policy ? policy.createScriptURL(address) : address;
  }
})();
