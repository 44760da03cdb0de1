/* Exit. It waits for nothing: not for the app, not for the content. Without it the link is still a link.
   Plain old JavaScript, so that old browsers read it too. */
(function () {
  'use strict';
  document.addEventListener('click', function (event) {
    var link = event.target;
    while (link && link.id !== 'bar-exit') link = link.parentNode;
    if (!link || event.button !== 0) return;
    event.preventDefault();
    var away = link.href;
    // First nothing is left to read, then the browser leaves; the place in the history is taken by the other page.
    document.title = '';
    document.body.textContent = '';
    window.location.replace(away);
  }, true);
})();
