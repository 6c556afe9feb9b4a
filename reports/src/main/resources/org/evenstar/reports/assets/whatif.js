// What if a requirement scored otherwise? Exact whole-number arithmetic, nothing leaves the page.
"use strict";
(function () {
  /** One row an indicator, one list a requirement; gives the lists. */
  function lay(section, data) {
    const selects = [];
    const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
    const head = (text, scope) => Object.assign(make("th", text), { scope });
    section.querySelector("thead tr").append(...data.stars.map((star) => head(data.names[star], "col")));
    data.rows.forEach(([name, domain, weight, scores]) => {
      const row = document.createElement("tr");
      row.append(head(name, "row"));
      data.stars.forEach((star, i) => {
        const select = document.createElement("select");
        select.append(...data.choices.map(([value, label]) => Object.assign(make("option", label), { value })));
        select.value = scores[i];
        select.setAttribute("aria-label", section.dataset.item.replace("{indicator}", name).replace("{star}", star));
        select.item = [domain, star, weight];
        selects.push(select);
        row.insertCell().append(select);
      });
      section.querySelector("tbody").append(row);
    });
    return selects;
  }

  document.querySelectorAll("section.whatif").forEach((section) => {
    const data = JSON.parse(section.querySelector("script.data").textContent);
    const stars = data.stars;
    const selects = lay(section, data);
    const before = new Map(selects.map((select) => [select, select.value]));

    /** Weighted mean of a domain's scores at a star as [sum, weights]; null where not assessable. */
    function domain(id, star) {
      let [sum, weights, items, aside] = [0n, 0n, 0n, 0n];
      for (const select of selects) {
        const [of, at, weight] = select.item;
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
