// An enhancement only: who goes back to a page and sends a form again sends the same form. The page is fetched anew then
// and would carry another mark, so the mark is kept with the browser's own entry for the page.
(function () {
  "use strict";
  var marks = document.querySelectorAll("input[name=mark]");
  if (!marks.length) return;
  var state = history.state || {};
  if (state.mark) {
    marks.forEach(function (input) { input.value = state.mark; });
  } else {
    history.replaceState({ mark: marks[0].value }, "");
  }
})();
