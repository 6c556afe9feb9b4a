// The tile map: another measure, another period. Every tile says in words what its colour says.
"use strict";
(function () {
  document.querySelectorAll("figure.tilemap").forEach((figure) => {
    const data = Evenstar.data(figure);
    const measure = figure.querySelector("select.measure");
    const slider = figure.querySelector("input.period");
    const output = figure.querySelector("output");
    Evenstar.loaded(data.first, data.values);

    function standing(cell, nation) {
      if (!cell) {
        return "none";
      }
      if (cell.length === 0) {
        return "withheld";
      }
      if (!nation || nation.length === 0 || cell[1] === null || cell[2] === null) {
        return "same";
      }
      return cell[1] > nation[0] ? "above" : cell[2] < nation[0] ? "below" : "same";
    }

    function draw(values) {
      const step = slider ? Number(slider.value) : 0;
      const nation = (values["*"] || [])[step];
      figure.querySelectorAll(".tile").forEach((tile) => {
        const cell = (values[tile.dataset.code] || [])[step];
        const tone = standing(cell, nation);
        const has = cell && cell.length > 0;
        tile.className = "tile " + tone;
        tile.querySelector(".value").textContent = has ? Evenstar.number(cell[0], 2) : "";
        tile.querySelector(".mark").textContent = { above: "▲", below: "▼", withheld: "×" }[tone] || "";
        tile.dataset.tip = has
          ? Evenstar.fill(figure.dataset.help, {
              mean: Evenstar.number(cell[0], 2),
              lo: cell[1] === null ? "—" : Evenstar.number(cell[1], 2),
              hi: cell[2] === null ? "—" : Evenstar.number(cell[2], 2),
              n: cell[3],
              standing: data.words[tone],
            })
          : data.words[tone];
        tile.setAttribute("aria-label", tile.dataset.name + ": " + tile.dataset.tip);
      });
    }

    function change() {
      if (slider) {
        output.textContent = data.labels[slider.value];
        slider.setAttribute("aria-valuetext", data.labels[slider.value]);
      }
      Evenstar.load(measure.value, data.files[measure.value], draw);
    }

    function changed() {
      change();
      Evenstar.remember("measure", measure.value);
      if (slider) {
        Evenstar.remember("period", data.periods[slider.value]);
      }
    }

    measure.addEventListener("change", changed);
    if (slider) {
      slider.addEventListener("input", changed);
    }
    const wanted = Evenstar.recall("measure");
    if (wanted && Array.from(measure.options).some((option) => option.value === wanted)) {
      measure.value = wanted;
    }
    const period = data.periods.indexOf(Evenstar.recall("period"));
    if (slider && period > 0) {
      slider.value = period;
    }
    change();
  });
})();
