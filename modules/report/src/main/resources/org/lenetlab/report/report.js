"use strict";
const number = (text) => Number.parseFloat(text.replaceAll(",", "").replace("−", "-"));

function sort(table, heading) {
  const headings = [...table.tHead.rows[0].cells];
  const column = headings.indexOf(heading);
  const ascending = heading.getAttribute("aria-sort") !== "ascending";
  headings.forEach((other) => other.removeAttribute("aria-sort"));
  heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  const numeric = heading.classList.contains("number");
  const compare = (first, second) => {
    const [a, b] = [first, second].map((row) => row.cells[column].textContent);
    if (a === "" || b === "") return (a === "") - (b === "");
    const order = numeric ? number(a) - number(b) : a.localeCompare(b, "en", { numeric: true });
    return ascending ? order : -order;
  };
  const body = table.tBodies[0];
  [...body.rows].sort(compare).forEach((row) => body.append(row));
}

// One listener for tables that are there and for those that come later.
document.addEventListener("click", (event) => {
  const heading = event.target.closest("table.sortable th:has(button)");
  if (heading && event.target.closest("button")) sort(heading.closest("table"), heading);
});
