// What makes the page more than a text: checking, searching, and remembering what is known. Without it all is readable.
(() => {
  "use strict";
  const articles = [...document.querySelectorAll("article")];
  const search = document.getElementById("search");
  const show = document.getElementById("show");
  const state = document.getElementById("state");
  const names = { known: "known", again: "to be asked again" };

  // A page opened from a file may have no storage, and everybody else's pages may share it: hence the prefix.
  const remembered = {
    get(key) { try { return localStorage.getItem("dlqa-" + key); } catch { return null; } },
    set(key, value) {
      try {
        if (value) localStorage.setItem("dlqa-" + key, value);
        else localStorage.removeItem("dlqa-" + key);
      } catch { /* what is not remembered is asked again */ }
    },
  };

  function judge(article, verdict) {
    if (verdict) article.dataset.state = verdict;
    else delete article.dataset.state;
    remembered.set(article.id, verdict);
    refresh();
  }

  function check(article) {
    const right = new Set(article.dataset.right.split(" "));
    let whole = true;
    for (const input of article.querySelectorAll("fieldset input")) {
      const label = input.closest("label");
      label.classList.toggle("right", right.has(input.value));
      label.classList.toggle("wrong", input.checked && !right.has(input.value));
      if (input.checked !== right.has(input.value)) whole = false;
    }
    article.querySelector(".verdict").textContent = whole ? "Right." : "Not right; the right options are marked.";
    judge(article, whole ? "known" : "again");
  }

  function refresh() {
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0, known = 0;
    for (const article of articles) {
      const text = article.textContent.toLowerCase();
      const found = words.every((word) => text.includes(word));
      const fits = show.value === "all" || (show.value === "known") === (article.dataset.state === "known");
      article.hidden = !(found && fits);
      shown += !article.hidden;
      known += article.dataset.state === "known";
    }
    for (const section of document.querySelectorAll("section")) {
      section.hidden = !section.querySelector("article:not([hidden])");
    }
    state.textContent = `${shown} of ${articles.length} questions shown, ${known} known`;
  }

  for (const article of articles) {
    const before = remembered.get(article.id);
    if (before in names) article.dataset.state = before;
    article.addEventListener("click", (event) => {
      const does = event.target.dataset && event.target.dataset.does;
      if (does === "check") check(article);
      else if (does) judge(article, does);
    });
    for (const button of article.querySelectorAll("button")) button.hidden = false;
  }
  document.querySelector("form").hidden = false;
  document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", refresh);
  show.addEventListener("change", refresh);
  document.getElementById("forget").addEventListener("click", () => {
    for (const article of articles) judge(article, "");
  });
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; });
  refresh();
})();
