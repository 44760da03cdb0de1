/* The search of the signs before the app is there, and without it: a sign fits if each word typed begins one of its own.
   It reads the words in the page, so it works on a translated page too. The app ranks, and forgives slips; where it finds
   nothing, or where the page's words are no longer the content's, it asks for this answer (platform/page.rs).

   Plain old JavaScript, like early.js. It is in every page, since the app may lead from any page to one with signs. */
(function () {
  'use strict';

  /** The words of a text, without case, accents and apostrophes. The app splits texts at the same marks (search/spelling.rs). */
  function wordsOf(text) {
    if (text.normalize) text = text.normalize('NFD');
    text = text.toLowerCase().replace(/['’\u0300-\u036f]/g, '');
    return text.split(/[\s\0-\/:-@\[-`{-\u00bf\u2000-\u206f]+/).filter(Boolean);
  }

  function rows() {
    return [].slice.call(document.querySelectorAll('main section:not(#found) > .signs > li'));
  }

  /** For each sign listed in the page whether it fits what was typed. */
  function fits(typed) {
    var skipped = wordsOf(document.getElementById('search').getAttribute('data-skip'));
    var all = wordsOf(typed);
    var telling = all.filter(function (word) {
      return skipped.indexOf(word) < 0;
    });
    var asked = telling.length > 0 ? telling : all;
    return rows().map(function (row) {
      var own = wordsOf(row.querySelector('label').textContent);
      return asked.every(function (word) {
        return own.some(function (other) {
          return other.indexOf(word) === 0;
        });
      });
    });
  }

  function show(field) {
    var fitting = fits(field.value);
    var count = 0;
    rows().forEach(function (row, index) {
      row.hidden = !fitting[index];
      var section = row.parentNode.parentNode;
      // The first of its signs hides it, and any that fits shows it again.
      if (!row.previousElementSibling) section.hidden = true;
      if (fitting[index]) section.hidden = false;
      count += Number(fitting[index]);
    });
    document.getElementById('found').hidden = true;
    var status = document.getElementById('count');
    status.textContent = status.getAttribute(count === 0 ? 'data-none' : count === 1 ? 'data-one' : 'data-many').replace('{count}', count);
  }

  /** Whether the app answers: it has the page, and it has not broken since (early.js). */
  function appAnswers() {
    return performance.getEntriesByName('app-taken-over').length > 0 && document.documentElement.hasAttribute('data-app');
  }

  window.porchlightSearch = fits;
  document.addEventListener('input', function (event) {
    if (event.target.id === 'search' && !appAnswers()) show(event.target);
  }, true);
  /** Once the whole list is there, and when the app has broken. */
  function again() {
    var field = document.getElementById('search');
    if (field && field.value && !appAnswers()) show(field);
  }
  document.addEventListener('readystatechange', again);
  document.addEventListener('porchlight-failed', again);
})();
