// Two regions: can they be told apart? The answer comes from the release, never from here.
"use strict";
(function () {
  document.querySelectorAll("section.picker").forEach((picker) => {
    const data = Evenstar.data(picker);
    const [a, b] = [picker.querySelector("select.a"), picker.querySelector("select.b")];
    const answer = picker.querySelector(".answer");

    function between(one, other) {
      const straight = data.gaps[one + "|" + other];
      if (straight) {
        return straight;
      }
      const turned = data.gaps[other + "|" + one];
      return turned && turned[0] !== null ? [-turned[0], -turned[2], -turned[1], turned[3]] : turned;
    }

    function tell() {
      if (a.value === b.value) {
        answer.textContent = data.words.SELF;
        return;
      }
      const gap = between(a.value, b.value);
      if (!gap || gap[0] === null) {
        answer.textContent = data.words.NONE;
        return;
      }
      const isBelow = gap[0] < 0;
      const key = gap[3] === "YES" ? (isBelow ? "BELOW" : "ABOVE") : gap[3];
      const flip = key === "BELOW" ? -1 : 1;
      const ends = [gap[1] * flip, gap[2] * flip].sort((x, y) => x - y);
      answer.textContent = Evenstar.fill(data.words[key] || data.words.NONE, {
        a: a.selectedOptions[0].textContent,
        b: b.selectedOptions[0].textContent,
        gap: Evenstar.number(gap[0] * flip, 2),
        lo: Evenstar.number(ends[0], 2),
        hi: Evenstar.number(ends[1], 2),
      });
    }

    [a, b].forEach((select) =>
      select.addEventListener("change", () => {
        tell();
        Evenstar.remember("a", a.value);
        Evenstar.remember("b", b.value);
      }),
    );
    a.value = Evenstar.recall("a") || a.options[0].value;
    b.value = Evenstar.recall("b") || (b.options[1] || b.options[0]).value;
    tell();
  });
})();
