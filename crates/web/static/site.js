// An enhancement only: while words are typed on the plan page, rows that do not hold them are hidden at once. Without
// script the form asks the server, which compares in the same way.
(function () {
  "use strict";
  var input = document.querySelector("input[name=q]");
  var matrix = document.getElementById("matrix");
  if (!input || !matrix) return;

  function fold(text) {
    return text
      .replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); })
      .replace(/\s/g, "")
      .toLowerCase();
  }

  var rows = Array.from(matrix.querySelectorAll("tbody tr")).map(function (row) {
    return { row: row, text: fold(row.getAttribute("data-text") || "") };
  });

  input.addEventListener("input", function () {
    var wanted = fold(input.value);
    rows.forEach(function (r) { r.row.hidden = wanted !== "" && r.text.indexOf(wanted) < 0; });
    matrix.querySelectorAll("section").forEach(function (group) {
      group.hidden = !group.querySelector("tbody tr:not([hidden])");
    });
  });
})();
