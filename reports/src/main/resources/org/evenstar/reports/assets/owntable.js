// A table of the reader's own: what is chosen stands in the address, so that the address is a
// permanent link to the table.
"use strict";
(function () {
  document.querySelectorAll("section.owntable").forEach((section) => {
    const data = Evenstar.data(section);
    const grid = section.querySelector("section.grid");
    const period = section.querySelector("select[name=p]");
    const boxes = (name) => Array.from(section.querySelectorAll("input[name=" + name + "]"));
    const chosen = (name) => boxes(name).filter((box) => box.checked);
    const label = (box) => box.parentElement.querySelector("span").textContent;

    const cells = {
      mean: (cell) => [Evenstar.number(cell[0], 2), cell[0]],
      interval: (cell) => (cell[1] === null ? ["—", ""] : [Evenstar.number(cell[1], 2) + " … " + Evenstar.number(cell[2], 2), cell[1]]),
      n: (cell) => [Evenstar.number(cell[3], 0), cell[3]],
      standing: (cell, nation) => {
        if (!nation) {
          return ["—", ""];
        }
        const tone = standing(cell, nation);
        return [({ above: "▲ ", below: "▼ " }[tone] || "") + data.words[tone], { above: 2, same: 1, below: 0 }[tone]];
      },
    };

    function standing(cell, nation) {
      return !nation || nation.length === 0 || cell[1] === null ? "same" : cell[1] > nation[0] ? "above" : cell[2] < nation[0] ? "below" : "same";
    }

    function draw(values) {
      const [measures, statistics] = [chosen("m"), chosen("s")];
      const step = data.steps.indexOf(period.value);
      const regions = chosen("r");
      const columns = measures.flatMap((measure) => statistics.map((statistic) => ({ measure, statistic })));
      head([data.region].concat(columns.map((c) => Evenstar.fill(data.column, { measure: label(c.measure), statistic: label(c.statistic) }))));
      const rows = [["*", data.nation, ""]].concat((regions.length ? regions : boxes("r")).map((box) => [box.value, label(box), data.pages[box.value]]));
      grid.querySelector("tbody").replaceChildren(...rows.map(([code, name, page]) => line(name, page, columns.map((c) => cell(values[c.measure.value], code, step, c.statistic.value)))));
      grid.querySelector("caption .name").textContent = measures.map(label).join(" · ") + " · " + period.selectedOptions[0].textContent;
      Evenstar.grid(grid);
    }

    function cell(values, code, step, statistic) {
      const at = ((values || {})[code] || [])[step];
      if (!at || at.length === 0) {
        return [data.words[at ? "withheld" : "none"], ""];
      }
      const nation = ((values || {})["*"] || [])[step];
      return cells[statistic](at, code === "*" ? null : nation);
    }

    function head(names) {
      grid.querySelector("thead tr").replaceChildren(
        ...names.map((name, i) => {
          const [th, button, mark] = ["th", "button", "span"].map((tag) => document.createElement(tag));
          th.scope = "col";
          th.className = i > 0 ? "number" : "";
          button.type = "button";
          button.className = "sort";
          mark.ariaHidden = "true";
          button.append(name, mark);
          th.append(button);
          return th;
        }),
      );
    }

    function line(name, page, values) {
      const row = document.createElement("tr");
      const first = row.insertCell();
      const link = document.createElement(page ? "a" : "span");
      link.textContent = name;
      if (page) {
        link.href = page;
      }
      first.append(link);
      values.forEach(([text, sort]) => {
        const td = row.insertCell();
        td.className = "number";
        td.textContent = text;
        td.dataset.sort = String(sort);
      });
      return row;
    }

    /** Loads what is chosen, one script a measure, and draws when all is there. */
    function load() {
      const values = {};
      const wanted = chosen("m").map((box) => box.value);
      let left = wanted.length;
      wanted.forEach((key) =>
        Evenstar.load(key, data.files[key], (value) => {
          values[key] = value;
          if (--left === 0) {
            draw(values);
          }
        }),
      );
      if (left === 0 && wanted.length === 0) {
        draw(values);
      }
    }

    function recall(name, usual) {
      const wanted = Evenstar.recallAll(name);
      boxes(name).forEach((box) => (box.checked = wanted.length ? wanted.includes(box.value) : usual.includes(box.value)));
    }

    recall("m", [data.first]);
    recall("s", ["mean", "interval", "n"]);
    recall("r", []);
    const wanted = Evenstar.recall("p");
    if (data.steps.includes(wanted)) {
      period.value = wanted;
    }
    section.querySelector(".regions").open = chosen("r").length > 0;
    section.addEventListener("change", () => {
      ["m", "s", "r"].forEach((name) => Evenstar.rememberAll(name, chosen(name).map((box) => box.value)));
      Evenstar.remember("p", period.value);
      load();
    });
    load();
  });
})();
