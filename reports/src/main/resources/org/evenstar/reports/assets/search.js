// The search box: regions, bodies and institutions by any part of a name or code. What it looks in
// lies beside the pages in scripts, and the institutions in portions, so that few load at once.
"use strict";
(function () {
  const MOST = 12;
  const box = document.querySelector(".find");
  if (!box) {
    return;
  }
  const input = box.querySelector("input");
  const panel = box.querySelector(".found");
  const [status, list] = [panel.querySelector("p"), panel.querySelector("ul")];
  const language = box.dataset.language;
  let search = 0;

  const plain = (text) => text.normalize("NFKC").toLowerCase();

  /** Entries of which every word is part of a name or a code. */
  function matches(entries, words) {
    return entries.filter((entry) => {
      const text = plain(entry[1] + " " + entry[2]);
      return words.every((word) => text.includes(word));
    });
  }

  /** Names that begin with the first word come first, in their own order. */
  function show(found, words) {
    const begins = (entry) => plain(entry[1]).startsWith(words[0]) || plain(entry[2]).startsWith(words[0]);
    const ordered = found.filter(begins).concat(found.filter((entry) => !begins(entry)));
    list.replaceChildren(...ordered.slice(0, MOST).map(item));
    const more = ordered.length - MOST;
    status.textContent = found.length === 0 ? box.dataset.none : more > 0 ? Evenstar.fill(box.dataset.more, { n: more }) : "";
    panel.hidden = false;
  }

  function item(entry) {
    const [link, name, kind] = ["a", "span", "small"].map((tag) => document.createElement(tag));
    link.href = Evenstar.root() + language + "/" + entry[3];
    name.textContent = entry[1];
    kind.textContent = box.dataset[entry[0]] + " · " + entry[2];
    link.append(name, kind);
    const line = document.createElement("li");
    line.append(link);
    return line;
  }

  /** Looks through the names, then through one portion of institutions after the other. */
  function look() {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    const mine = ++search;
    if (words.length === 0) {
      panel.hidden = true;
      return;
    }
    Evenstar.load("find-" + language, "find-" + language + ".js", (index) => {
      let found = matches(index.entries, words);
      function portion(number) {
        if (mine !== search) {
          return;
        }
        show(found, words);
        if (number < index.portions) {
          Evenstar.load("find-" + number, "find-" + number + ".js", (rows) => {
            found = found.concat(matches(rows.map((row) => ["institution", row[0], row[1], "institution/" + row[2]]), words));
            portion(number + 1);
          });
        }
      }
      portion(0);
    });
  }

  let later = 0;
  input.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(look, 80);
  });
  box.addEventListener("keydown", (event) => {
    const links = Array.from(list.querySelectorAll("a"));
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !panel.hidden && links.length > 0) {
      event.preventDefault();
      (at + step < 0 ? input : links[Math.min(at + step, links.length - 1)]).focus();
    } else if (event.key === "Enter" && at < 0 && links.length > 0) {
      links[0].click();
    } else if (event.key === "Escape") {
      panel.hidden = true;
      input.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target)) {
      panel.hidden = true;
    }
  });
  box.classList.add("ready");
})();
