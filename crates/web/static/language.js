// An enhancement only: the other language opens at the place where the reader is. A browser does not tell the server what
// stands after the # of an address.
(function () {
  "use strict";
  var link = document.querySelector("a.lang");
  if (!link) return;
  function follow() { link.hash = location.hash; }
  addEventListener("hashchange", follow);
  follow();
})();
