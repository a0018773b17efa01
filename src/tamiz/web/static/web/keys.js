// Keys for what has a button or a link already, and the ten seconds of undo.
(function () {
  "use strict";

  // Which key does what: as the officer chose it; nothing where they turned keys off.
  const named = JSON.parse(document.body.dataset.keys || "{}");
  const does = new Map(Object.entries(named).map(([name, key]) => [key.toLowerCase(), name]));
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

  function write(field) {
    if (!field) return false;
    field.focus();
    field.scrollIntoView({ block: "nearest", behavior: "auto" });
    return true;
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

  const acts = {
    down: () => (mark(at + 1), true),
    up: () => (mark(at - 1), true),
    open: () => press((at >= 0 && items()[at].querySelector("[data-open]")) || document.querySelector('[data-act="open"]')),
    reason: () => write((at >= 0 ? marked() : document).querySelector("textarea")),
    note: () => write(document.getElementById("note")),
    decide: decide,
  };

  function act(name) {
    if (name in acts) return acts[name]();
    if (name.startsWith("verdict_")) return verdict(name.slice(-1));
    const here = at >= 0 && marked().querySelector(`[data-act="${name}"]`);
    return press(here || document.querySelector(`[data-act="${name}"]`));
  }

  // On a keyboard of other letters the key in the place of the Latin one does as well.
  function meant(event) {
    const typed = does.get(event.key.toLowerCase());
    if (typed || event.key.charCodeAt(0) < 128 || event.key.length > 1) return typed;
    return /^Key[A-Z]$/.test(event.code) ? does.get(event.code.slice(3).toLowerCase()) : undefined;
  }

  if (does.size) {
    document.addEventListener("keydown", (event) => {
      const field = event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
      if (field || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const name = meant(event);
      if (name && act(name)) event.preventDefault();
    });
  }

  // A form is sent once, however often its button is pressed; the way back opens it again. A form
  // that only brings a file leaves its page as it is, and must go on working.
  document.addEventListener("submit", (event) => {
    if ("download" in event.target.dataset) return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
  });
  addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
  });

  // Where an address names a finding, the keys begin there.
  const begun = location.hash && document.getElementById(location.hash.slice(1));
  if (begun && begun.matches("[data-item]")) {
    at = items().indexOf(begun);
    begun.toggleAttribute("data-marked", true);
    const ready = begun.querySelector("[data-ready]"); // everything is filled in: Enter decides
    if (ready) ready.focus({ preventScroll: true });
  }

  // Pictures of documents grow by buttons; without this script they can be opened by themselves.
  const LARGEST = 4;
  document.querySelectorAll("[data-zoom-by]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const figure = button.closest("[data-zoom]");
      const to = Number(figure.dataset.zoom) + Number(button.dataset.zoomBy);
      figure.dataset.zoom = Math.min(Math.max(to, 1), LARGEST);
    });
  });

  const bar = document.getElementById("undo");
  if (bar) setTimeout(() => bar.remove(), Number(bar.dataset.seconds) * 1000);
})();
