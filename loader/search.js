/* The search of the signs before the app is there, and without it: a sign fits if each word typed begins one of its own.
   It reads the words in the page, so it works on a translated page too. The app ranks, and forgives slips; where it finds
   nothing, or where the page's words are no longer the content's, it asks for this answer (platform/page.rs).

   Plain old JavaScript, like early.js. It is in every page, since the app may lead from any page to one with signs. */
(function () {
  'use strict';

  /** How letters are folded: from the first of three to the second, into the third. The build puts the app's own table here
      (src/search/letters.rs, which says what its signs mean). */
  var LETTERS = '';

  function folded(letter) {
    for (var line = 0; line < LETTERS.length; line += 3) {
      var to = LETTERS.charAt(line + 2);
      if (LETTERS.charAt(line) <= letter && letter <= LETTERS.charAt(line + 1)) return to === '*' ? ' ' + letter + ' ' : to;
    }
    return letter;
  }

  /** The words of a text, without case, accents and apostrophes. A number is a word of its own. */
  function wordsOf(text) {
    var plain = text.toLowerCase().replace(/[^a-z0-9]/g, folded).replace(/'/g, '');
    return plain.replace(/[0-9]+/g, ' $& ').split(' ').filter(Boolean);
  }

  /** Those that say something, or all where none does. A letter that an apostrophe has left over says nothing. */
  function telling(words, skipped) {
    var whole = words.filter(function (word) {
      return word.length > 1 || /[0-9]/.test(word);
    });
    var rest = whole.filter(function (word) {
      return skipped.indexOf(word) < 0;
    });
    return rest.length > 0 ? rest : whole.length > 0 ? whole : words;
  }

  function rows() {
    return [].slice.call(document.querySelectorAll('main section:not(#found) > .signs > li'));
  }

  /** For each sign listed in the page whether it fits what was typed. */
  function fits(typed) {
    var asked = telling(wordsOf(typed), wordsOf(document.getElementById('search').getAttribute('data-skip')));
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
