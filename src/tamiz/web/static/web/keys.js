// Keys for what has a button or a link already, and the ten seconds of undo.
(function () {
  "use strict";

  const on = document.body.dataset.keys === "on";
  const items = () => Array.from(document.querySelectorAll("[data-item]"));
  let at = -1;

  function mark(to) {
    const all = items();
    if (!all.length) return;
    at = Math.min(Math.max(to, 0), all.length - 1);
    all.forEach((item, here) => item.toggleAttribute("data-marked", here === at));
    const link = all[at].querySelector("[data-open]");
    (link || all[at]).focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "start", behavior: "auto" });
  }

  function marked() {
    const all = items();
    const focused = all.findIndex((item) => item.contains(document.activeElement));
    return all[focused >= 0 ? focused : Math.max(at, 0)];
  }

  function press(element) {
    if (element) element.click();
    return Boolean(element);
  }

  function verdict(number) {
    // The marked finding; without a mark the first that has no verdict.
    const here = at >= 0 ? marked() : document.querySelector("[data-item] > .judge > form[data-verdicts]");
    const scope = here && (here.matches("form") ? here : here.querySelector("form[data-verdicts]"));
    return press(scope && scope.querySelector(`[data-verdict="${number}"]`));
  }

  function reason() {
    const here = at >= 0 ? marked() : document;
    const field = here.querySelector("textarea");
    if (field) field.focus();
    return Boolean(field);
  }

  function decide() {
    const all = items();
    const form = document.getElementById("decide");
    if (!form) return false;
    mark(all.indexOf(form));
    const chosen = form.querySelector("input:checked") || form.querySelector("input[type=radio]");
    if (chosen) chosen.focus();
    return true;
  }

  function act(key) {
    if (key === "j") return mark(at + 1), true;
    if (key === "k") return mark(at - 1), true;
    if (key === "o") return press(at >= 0 && items()[at].querySelector("[data-open]"));
    if (key === "r") return reason();
    if (key === "d") return decide();
    if (key === "?") return location.assign("/keys/"), true;
    if (/^[1-5]$/.test(key)) return verdict(key);
    return press(document.querySelector(`[data-key="${key}"]`));
  }

  if (on) {
    document.addEventListener("keydown", (event) => {
      const field = event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
      if (field || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (act(event.key)) event.preventDefault();
    });
  }

  // A form is sent once, however often its button is pressed; the way back opens it again.
  document.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
  });
  addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  // Where an address names a finding, the keys begin there.
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named && named.matches("[data-item]")) {
    at = items().indexOf(named);
    named.toggleAttribute("data-marked", true);
    const ready = named.querySelector("[data-ready]"); // everything is filled in: Enter decides
    if (ready) ready.focus({ preventScroll: true });
  }

  const bar = document.getElementById("undo");
  if (bar) setTimeout(() => bar.remove(), Number(bar.dataset.seconds) * 1000);
})();
