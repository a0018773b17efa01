// Adds to a page that is complete without it: search, filters, keys, folding.
(function () {
  "use strict";

  const tools = document.getElementById("tools");
  const cases = Array.from(document.querySelectorAll("article.case"));
  const links = new Map(
    Array.from(document.querySelectorAll("#queue a"), (a) => [a.hash.slice(1), a])
  );
  const texts = new Map(); // what is searched of each case, prepared when first needed
  let current = null;

  const plain = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

  function textOf(article) {
    if (!texts.has(article)) {
      texts.set(article, plain(article.textContent));
    }
    return texts.get(article);
  }

  function chosen(name) {
    const field = tools.elements.namedItem(name);
    return field ? field.value : "";
  }

  function fits(article, words) {
    const has = (name) => {
      const wanted = chosen(name);
      return wanted === "" || article.dataset[name].split(" ").includes(wanted);
    };
    return (
      has("queue") && has("check") && has("source") &&
      words.every((word) => textOf(article).includes(word))
    );
  }

  function filter() {
    const words = plain(tools.elements.search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const article of cases) {
      const keep = fits(article, words);
      article.hidden = !keep;
      links.get(article.id).parentElement.hidden = !keep;
      shown += keep ? 1 : 0;
    }
    document.getElementById("shown").textContent = String(shown);
    document.getElementById("none").hidden = shown > 0;
    const active = ["queue", "check", "source"].filter((name) => chosen(name) !== "").length;
    document.getElementById("active").textContent = active ? `(${active})` : "";
  }

  function mark(article) {
    if (current) {
      links.get(current.id).removeAttribute("aria-current");
    }
    current = article;
    const link = links.get(article.id);
    link.setAttribute("aria-current", "true");
    const list = link.closest("nav");
    const at = link.getBoundingClientRect();
    const around = list.getBoundingClientRect();
    if (at.top < around.top || at.bottom > around.bottom) {
      list.scrollTop += at.top - around.top - around.height / 3;
    }
  }

  function show(article) {
    fold(article, false);
    mark(article);
    const heading = document.getElementById(article.id + "-name");
    heading.focus({ preventScroll: true });
    article.scrollIntoView({ block: "start" });
  }

  function step(by) {
    const visible = cases.filter((article) => !article.hidden);
    if (visible.length === 0) {
      return;
    }
    const at = visible.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : at + by;
    show(visible[Math.max(0, Math.min(visible.length - 1, next))]);
  }

  function fold(article, closed) {
    article.classList.toggle("collapsed", closed);
    article.querySelector(".toggle").setAttribute("aria-expanded", String(!closed));
  }

  function onKey(event) {
    const typing = event.target.matches("input[type=search], textarea, select");
    if (!tools.elements.keys.checked || typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "j") {
      step(1);
    } else if (event.key === "k") {
      step(-1);
    } else if (event.key === "/") {
      tools.elements.search.focus();
      tools.scrollIntoView({ block: "nearest" });
    } else {
      return;
    }
    event.preventDefault();
  }

  function centre(canvas) { // a chart that is larger than its window begins at its middle
    canvas.scrollLeft = Number(canvas.dataset.x) - canvas.clientWidth / 2;
    canvas.scrollTop = Number(canvas.dataset.y) - canvas.clientHeight / 2;
  }

  function speak() {
    const radio = document.querySelector("input[name=tongue]:checked");
    document.documentElement.lang = radio.value;
  }

  for (const radio of document.querySelectorAll("input[name=tongue]")) {
    radio.addEventListener("change", speak);
  }
  if (!tools) {
    return; // no case needs attention: there is nothing to find
  }

  for (const canvas of document.querySelectorAll(".canvas")) {
    centre(canvas);
    canvas.closest("details").addEventListener("toggle", () => centre(canvas));
  }
  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", filter);
  tools.addEventListener("reset", () => setTimeout(filter, 0));
  document.addEventListener("keydown", onKey);
  for (const article of cases) {
    const button = article.querySelector(".toggle");
    button.hidden = false;
    for (const link of article.querySelectorAll("[data-step]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault(); // the next case may be one that the filters hide
        mark(article);
        step(Number(link.dataset.step));
      });
    }
    button.addEventListener("click", () => fold(article, !article.classList.contains("collapsed")));
  }
  for (const [id, link] of links) {
    link.addEventListener("click", () => {
      const article = document.getElementById(id);
      fold(article, false);
      mark(article);
    });
  }
  document.getElementById("toggle-all").addEventListener("click", (event) => {
    const button = event.currentTarget;
    const closed = button.getAttribute("aria-pressed") === "false";
    button.setAttribute("aria-pressed", String(closed));
    for (const article of cases) {
      fold(article, closed);
    }
  });
  filter(); // a browser may have kept what was typed before
})();
