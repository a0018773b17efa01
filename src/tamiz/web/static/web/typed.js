// What was typed into a form of the case stays when a rule refuses it: it lies in this tab alone,
// and is gone with the next page, unless that asks once more who is there.
"use strict";

(() => {
  const KEY = "typed";
  const PROOF = "/account/again/";
  const FIELDS = ["ruling", "reason", "told"];

  const taken = () => {
    const kept = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    const told = kept ? JSON.parse(kept) : null;
    return told && told.page === location.pathname ? told.fields : null;
  };

  const giveBack = (fields) => {
    const refused = document.querySelector("[data-item] .refused");
    const form = refused && refused.parentElement.querySelector("form");
    if (!form || !fields) return;
    for (const [name, value] of fields) {
      const field = form.elements.namedItem(name);
      if (field) field.value = value;
    }
  };

  if (location.pathname !== PROOF) giveBack(taken());
  document.addEventListener("submit", (event) => {
    if (!event.target.querySelector("textarea[name=reason]")) return;
    const fields = [...new FormData(event.target)].filter(([name]) => FIELDS.includes(name));
    sessionStorage.setItem(KEY, JSON.stringify({ page: location.pathname, fields }));
  });
})();
