"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const headings = [...table.tHead.rows[0].cells];
  const number = (text) => Number.parseFloat(text.replaceAll(",", "").replace("−", "-"));
  headings.forEach((heading, column) => {
    heading.querySelector("button").addEventListener("click", () => {
      const ascending = heading.getAttribute("aria-sort") !== "ascending";
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
      const body = table.tBodies[0];
      const numeric = heading.classList.contains("number");
      const compare = (first, second) => {
        const [a, b] = [first, second].map((row) => row.cells[column].textContent);
        if (a === "" || b === "") return (a === "") - (b === "");
        const order = numeric ? number(a) - number(b) : a.localeCompare(b, "en", { numeric: true });
        return ascending ? order : -order;
      };
      [...body.rows].sort(compare).forEach((row) => body.append(row));
    });
  });
}
