// What if a requirement scored otherwise? Exact whole-number arithmetic, nothing leaves the page.
"use strict";
(function () {
  document.querySelectorAll("section.whatif").forEach((section) => {
    const data = JSON.parse(section.querySelector("script.data").textContent);
    const selects = Array.from(section.querySelectorAll("select[data-item]"));
    const before = new Map(selects.map((select) => [select, select.value]));
    const stars = Array.from(new Set(Object.values(data.items).map((item) => item[1]))).sort((a, b) => a - b);

    /** Weighted mean of a domain's scores at a star as [sum, weights]; null where not assessable. */
    function domain(id, star) {
      let [sum, weights, items, aside] = [0n, 0n, 0n, 0n];
      for (const select of selects) {
        const [of, at, weight] = data.items[select.dataset.item];
        if (of !== id || at !== star) {
          continue;
        }
        items += 1n;
        if (select.value === "NA") {
          aside += 1n;
        } else if (select.value === "") {
          return null;
        } else {
          sum += BigInt(select.value) * BigInt(weight);
          weights += BigInt(weight);
        }
      }
      const tooMuch = aside * 1000000n > BigInt(data.aside) * items;
      return weights === 0n || tooMuch ? null : [sum, weights];
    }

    function isMet(star) {
      let [numerator, denominator, weights] = [0n, 1n, 0n];
      for (const [id, weight] of Object.entries(data.domains)) {
        const score = domain(id, star);
        if (!score) {
          return false;
        }
        numerator = numerator * score[1] + score[0] * BigInt(weight) * denominator;
        denominator *= score[1];
        weights += BigInt(weight);
      }
      return numerator >= BigInt(data.threshold) * denominator * weights;
    }

    function tell() {
      let reached = data.lowest;
      for (const star of stars) {
        if (!isMet(star)) {
          break;
        }
        reached = star;
      }
      const changed = selects.filter((select) => select.value !== before.get(select)).length;
      const star = data.names[reached] || section.dataset.none;
      section.querySelector(".answer").textContent = section.dataset.result
        .replace("{star}", star)
        .replace("{changed}", String(changed));
      selects.forEach((select) => select.classList.toggle("changed", select.value !== before.get(select)));
    }

    section.addEventListener("change", tell);
    section.querySelector(".reset").addEventListener("click", () => {
      selects.forEach((select) => (select.value = before.get(select)));
      tell();
    });
    tell();
  });
})();
