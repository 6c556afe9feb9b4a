// What every page shares: values loaded from scripts beside it, and notes on hover and focus.
"use strict";
window.Evenstar = (function () {
  const waiting = new Map();
  const values = new Map();

  /** Called by a data file: keeps its value and tells who waits for it. */
  function loaded(key, value) {
    values.set(key, value);
    (waiting.get(key) || []).forEach((tell) => tell(value));
    waiting.delete(key);
  }

  /** A value from a data file. A script element, because a page opened from disk may fetch nothing. */
  function load(key, file, tell) {
    if (values.has(key)) {
      tell(values.get(key));
      return;
    }
    if (waiting.has(key)) {
      waiting.get(key).push(tell);
      return;
    }
    waiting.set(key, [tell]);
    const script = document.createElement("script");
    script.src = root() + "data/" + file;
    document.head.append(script);
  }

  /** The path from this page to the folder that holds all languages. */
  function root() {
    return document.querySelector('link[rel="icon"]').getAttribute("href").replace("assets/icon.svg", "");
  }

  /** The JSON that stands inside a figure. */
  function data(figure) {
    return JSON.parse(figure.querySelector("script.data").textContent);
  }

  /** A text with its places filled in. */
  function fill(pattern, values) {
    return pattern.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
  }

  /** A number in the page's language, its minus as long as a digit. */
  function number(value, digits) {
    const form = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return value.toLocaleString(document.documentElement.lang, form).replace("-", "\u2212");
  }

  /** Keeps a choice in the address, so that a link shows the same. */
  function remember(name, value) {
    const state = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
    state.set(name, value);
    history.replaceState(null, "", "#?" + state);
  }

  /** A choice out of the address; null where there is none. */
  function recall(name) {
    return location.hash.startsWith("#?") ? new URLSearchParams(location.hash.slice(2)).get(name) : null;
  }

  /** All choices of one name out of the address. */
  function recallAll(name) {
    return location.hash.startsWith("#?") ? new URLSearchParams(location.hash.slice(2)).getAll(name) : [];
  }

  /** Puts several values of one name into the address in place of those there. */
  function rememberAll(name, list) {
    const state = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
    state.delete(name);
    list.forEach((value) => state.append(name, value));
    history.replaceState(null, "", "#?" + state);
  }

  return { loaded, load, data, fill, number, remember, recall, rememberAll, recallAll, root };
})();

// The address holds the state: a button copies it, and a page opened with it shows the same place.
(function () {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.link");
    if (!button) {
      return;
    }
    Evenstar.remember("at", button.closest("[id]").id);
    // Where a page may not write the clipboard, the address still stands in the address bar.
    const tell = () => (button.textContent = button.dataset.done);
    navigator.clipboard ? navigator.clipboard.writeText(location.href).then(tell, tell) : tell();
  });

  /** Opens what a place is folded into, and goes there. */
  function goTo(id) {
    const place = id && document.getElementById(id);
    if (place) {
      for (let holder = place.closest("details"); holder; holder = holder.parentElement.closest("details")) {
        holder.open = true;
      }
      place.scrollIntoView({ block: "start", behavior: "instant" });
    }
  }

  addEventListener("load", () => goTo(location.hash.startsWith("#?") ? Evenstar.recall("at") : location.hash.slice(1)));

  // Another link pasted over this one is another state of the same page; a link to a place opens it.
  addEventListener("hashchange", () => (location.hash.startsWith("#?") ? location.reload() : goTo(location.hash.slice(1))));

  // On paper nothing can be opened: what is meant for it stands open, and is closed again after.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details.paper:not([open])"));
    opened.forEach((fold) => (fold.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((fold) => (fold.open = false)));
})();

(function () {
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);

  function show(event) {
    const of = event.target.closest("[data-tip]");
    if (!of) {
      hide();
      return;
    }
    tip.textContent = of.dataset.tip;
    tip.hidden = false;
    const box = of.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    tip.style.left = Math.max(8, left) + scrollX + "px";
    const above = box.top - tip.offsetHeight - 6;
    tip.style.top = (above > 0 ? above : box.bottom + 6) + scrollY + "px";
  }

  function hide() {
    tip.hidden = true;
  }

  document.addEventListener("mouseover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
