/* What a person sees of the page may be less than the window: two fingers have zoomed in, or a keyboard has come up.

   Plain old JavaScript, like early.js. */
(function () {
  'use strict';

  /* Zoomed in, the bar is out of sight. Exit alone stays: as large as ever, in the lower corner in which it always is. */
  var ROOM = 8;
  var view = window.visualViewport;
  var moved = false;
  function keepExit() {
    var exit = document.getElementById('bar-exit');
    // Some browsers say 1.0000001.
    var zoomed = view.scale > 1.01;
    if (!exit || !(zoomed || moved)) return;
    // Where it would stand counts.
    exit.removeAttribute('style');
    moved = zoomed;
    if (!zoomed) return;
    var scale = 1 / view.scale;
    var stands = exit.getBoundingClientRect();
    var isRtl = getComputedStyle(exit).direction === 'rtl';
    var left = isRtl ? view.offsetLeft + ROOM * scale : view.offsetLeft + view.width - (stands.width + ROOM) * scale;
    var top = view.offsetTop + view.height - (stands.height + ROOM) * scale;
    exit.style.transformOrigin = '0 0';
    exit.style.transform = 'translate(' + (left - stands.left) + 'px,' + (top - stands.top) + 'px) scale(' + scale + ')';
  }
  if (view) {
    view.addEventListener('resize', keepExit);
    view.addEventListener('scroll', keepExit);
    window.addEventListener('scroll', keepExit, { passive: true });
    keepExit();
  }

  /* A window that gets smaller while a person types would leave the field behind the bar. One that was scrolled out of
     sight stays there. */
  var height = window.innerHeight;
  window.addEventListener('resize', function () {
    var before = height;
    height = window.innerHeight;
    var field = document.activeElement;
    if (height >= before || !field || !/^(input|select|textarea)$/.test(field.localName)) return;
    var stands = field.getBoundingClientRect();
    if (stands.bottom > 0 && stands.top < before) field.scrollIntoView({ block: 'nearest' });
  });
})();
