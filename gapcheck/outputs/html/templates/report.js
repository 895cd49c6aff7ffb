
"use strict";
{
  const filter = document.getElementById("filter");
  const text = document.getElementById("filter-text");
  const category = document.getElementById("filter-category");
  const count = document.getElementById("filter-count");
  const buttons = [...filter.querySelectorAll("[data-status]")];
  const rows = [...document.querySelectorAll(".requirement")];
  const words = new Map(rows.map((row) => [row, [...row.querySelectorAll("th, summary, .judged strong")].map((part) => part.textContent).join(" ").toLowerCase()]));
  const groups = [...document.querySelectorAll("[data-group]")];

  const apply = () => {
    const wanted = text.value.trim().toLowerCase();
    const status = buttons.find((button) => button.getAttribute("aria-pressed") === "true").dataset.status;
    for (const row of rows) {
      row.hidden = !(
        words.get(row).includes(wanted) &&
        (!status || row.dataset.status === status) &&
        (!category.value || row.dataset.category === category.value)
      );
    }
    const shown = rows.filter((row) => !row.hidden);
    const open = new Set(shown.map((row) => row.dataset.category));
    for (const group of groups) group.hidden = !open.has(group.dataset.group);
    count.textContent = `${shown.length} of ${rows.length} requirements shown`;
  };
  const press = (chosen) => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === chosen));
    apply();
  };

  text.addEventListener("input", apply);
  category.addEventListener("change", apply);
  for (const button of buttons) button.addEventListener("click", () => press(button));
  filter.hidden = false;
  apply();

  // A link may lead into a row that the filter hides or into a closed part.
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest(".requirement")?.hidden) {
      text.value = category.value = "";
      press(buttons[0]);
    }
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  reveal();

  // Escape hides what a mark shows, until the next move.
  const quiet = (on) => document.documentElement.classList.toggle("quiet", on);
  addEventListener("keydown", (event) => event.key === "Escape" && quiet(true));
  for (const move of ["hashchange", "focusin", "mouseover"]) addEventListener(move, () => quiet(false));

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const part of closed) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of closed) part.open = false;
  });
}
