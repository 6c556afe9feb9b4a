// Tables that sort, filter and download as CSV that is safe to open in a spreadsheet.
"use strict";
(function () {
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  document.querySelectorAll("section.grid").forEach(prepare);
  Evenstar.grid = prepare;

  function prepare(grid) {
    const body = grid.querySelector("tbody");
    const rows = Array.from(body.rows);
    const count = grid.querySelector(".count");
    const filter = grid.querySelector("input.filter");
    grid.querySelectorAll("th[scope=col]").forEach((head, column) => {
      head.querySelector("button").addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        sort(grid, rows, head, column, down);
        Evenstar.remember("sort-" + grid.id, column + (down ? "d" : "a"));
      });
    });
    if (filter) {
      const name = "filter-" + grid.id;
      filter.addEventListener("input", () => {
        keep(rows, filter.value);
        tell(rows, count);
        Evenstar.remember(name, filter.value);
      });
      filter.value = Evenstar.recall(name) || "";
      keep(rows, filter.value);
    }
    tell(rows, count);
    order(grid, rows);
    const button = grid.querySelector(".download");
    button.onclick = () => download(grid);
  }

  /** Sorts as the address says. */
  function order(grid, rows) {
    const wanted = /^(\d+)([ad])$/.exec(Evenstar.recall("sort-" + grid.id) || "");
    const head = wanted && grid.querySelectorAll("th[scope=col]")[wanted[1]];
    if (head) {
      sort(grid, rows, head, Number(wanted[1]), wanted[2] === "d");
    }
  }

  function keep(rows, text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    rows.forEach((row) => {
      const content = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => content.includes(word));
    });
  }

  function tell(rows, count) {
    const shown = rows.filter((row) => !row.hidden).length;
    const pattern = count.dataset[plural.select(rows.length)] || count.dataset.other;
    count.textContent = Evenstar.fill(pattern, { shown, all: rows.length });
  }

  function value(row, column) {
    const cell = row.cells[column];
    return cell.dataset.sort === undefined ? cell.textContent.trim() : cell.dataset.sort;
  }

  function sort(grid, rows, head, column, down) {
    grid.querySelectorAll("th[scope=col]").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const isNumber = head.classList.contains("number");
    rows.sort((a, b) => {
      const x = value(a, column);
      const y = value(b, column);
      // Absent values stay at the end in both directions: they are not small.
      if (x === "" || y === "") {
        return (x === "") - (y === "");
      }
      const order = isNumber ? Number(x) - Number(y) : collator.compare(x, y);
      return down ? -order : order;
    });
    grid.querySelector("tbody").append(...rows);
  }

  function field(text) {
    // A cell that begins like a formula gets an apostrophe; numbers keep their minus.
    const safe = /^[=+@\t\r]/.test(text) || (/^-/.test(text) && isNaN(Number(text))) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  }

  function download(grid) {
    const head = Array.from(grid.querySelectorAll("thead th"), (th) => field(th.textContent.trim()));
    const lines = [head.join(",")];
    grid.querySelectorAll("tbody tr").forEach((row) => {
      if (!row.hidden) {
        lines.push(Array.from(row.cells, (cell, i) => field(exact(row, i))).join(","));
      }
    });
    lines.push("", field(grid.querySelector("caption .basis").textContent));
    const blob = new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = grid.dataset.file + ".csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /** Single numbers exactly; intervals and withheld cells as they are read. */
  function exact(row, column) {
    const cell = row.cells[column];
    const text = cell.textContent.trim();
    const isInterval = text.includes("…") || text.includes("(");
    return cell.dataset.sort && !isInterval ? cell.dataset.sort : text;
  }
})();
