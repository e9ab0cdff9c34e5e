// An enhancement only: a document can be dropped on the form that hands it in, its way to the server is shown, and what is
// wrong with it is told without leaving the page. Without script the same form is sent by the browser.
(function () {
  "use strict";
  var form = document.querySelector("form[data-upload]");
  if (!form || !window.FormData || !window.XMLHttpRequest) return;

  var input = form.querySelector("input[type=file]");
  var button = form.querySelector("button[type=submit]");
  var zone = form.querySelector("[data-drop]");
  var hint = form.querySelector("[data-hint]");
  var status = form.querySelector("[data-status]");
  var bar = form.querySelector("progress");
  var cancel = form.querySelector("[data-cancel]");
  var words = form.dataset;
  var depth = 0;
  var request = null;

  function size(bytes) {
    if (bytes < 1024) return bytes + " B";
    return bytes < 1048576 ? Math.ceil(bytes / 1024) + " KiB" : (bytes / 1048576).toFixed(1) + " MiB";
  }

  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  function idle() {
    request = null;
    bar.hidden = cancel.hidden = true;
    button.disabled = false;
    form.removeAttribute("aria-busy");
  }

  /** What is wrong, above the form, with the focus on it. */
  function refuse(problems) {
    var old = document.querySelector(".problems");
    if (old) old.remove();
    idle();
    say(input.files[0] ? words.kept.replace("{}", input.files[0].name) : "");
    var box = document.createElement("section");
    box.className = "problems";
    box.setAttribute("role", "alert");
    box.tabIndex = -1;
    var head = document.createElement("h3");
    head.textContent = words.refused;
    var list = document.createElement("ul");
    problems.forEach(function (p) {
      var item = document.createElement("li");
      item.textContent = p.message + words.stop + (p.help ? " " + p.help + words.stop : "") + " ";
      if (p.code) {
        var link = document.createElement("a");
        link.href = p.href;
        link.textContent = p.code;
        item.append(link);
      }
      list.append(item);
    });
    box.append(head, list);
    form.before(box);
    box.focus();
  }

  function chosen() {
    var file = input.files[0];
    if (!file) return say("");
    if (file.size > Number(words.limit)) return refuse([{ message: words.large.replace("{}", size(file.size)), help: words.smaller }]);
    var old = document.querySelector(".problems");
    if (old) old.remove();
    say(words.chosen.replace("{}", file.name).replace("{}", size(file.size)));
  }

  function send(event) {
    event.preventDefault();
    if (request) return;
    var file = input.files[0];
    if (!file) return refuse([{ message: words.none }]);
    if (file.size > Number(words.limit)) return chosen();
    request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    button.disabled = true;
    bar.hidden = cancel.hidden = false;
    bar.value = 0;
    form.setAttribute("aria-busy", "true");
    say(words.sending.replace("{}", "0%"));
    request.upload.addEventListener("progress", function (e) {
      if (!e.lengthComputable) return;
      var part = Math.floor((100 * e.loaded) / e.total);
      bar.value = part;
      // Told in steps, so that a screen reader is not kept talking.
      say(words.sending.replace("{}", part - (part % 10) + "%"));
    });
    request.upload.addEventListener("load", function () {
      bar.removeAttribute("value");
      say(words.reading);
    });
    request.addEventListener("load", function () {
      var answer = request.response;
      if (answer && answer.to) return location.assign(answer.to);
      refuse(answer && answer.problems ? answer.problems : [{ message: words.broken }]);
    });
    request.addEventListener("error", function () { refuse([{ message: words.cut }]); });
    request.addEventListener("abort", function () { idle(); say(words.stopped); });
    request.send(new FormData(form));
  }

  function holdsFiles(event) {
    return event.dataTransfer && Array.from(event.dataTransfer.types).indexOf("Files") >= 0;
  }

  function lit(on) {
    zone.classList.toggle("over", on);
  }

  hint.hidden = false;
  status.hidden = false;
  input.addEventListener("change", chosen);
  form.addEventListener("submit", send);
  cancel.addEventListener("click", function () { if (request) request.abort(); });
  // Anywhere on the page, so that a document that misses the form does not open in its place.
  addEventListener("dragenter", function (e) { if (holdsFiles(e)) { depth += 1; lit(true); } });
  addEventListener("dragleave", function (e) { if (holdsFiles(e)) { depth = Math.max(0, depth - 1); lit(depth > 0); } });
  addEventListener("dragover", function (e) { if (holdsFiles(e)) e.preventDefault(); });
  addEventListener("drop", function (e) {
    if (!holdsFiles(e)) return;
    e.preventDefault();
    depth = 0;
    lit(false);
    if (request) return;
    if (e.dataTransfer.files.length !== 1) return refuse([{ message: words.several }]);
    input.files = e.dataTransfer.files;
    chosen();
    if (!document.querySelector(".problems")) button.focus();
  });
  // Back from the next page: the form is as it was.
  addEventListener("pageshow", function (e) { if (e.persisted) { idle(); chosen(); } });
})();
