/* A QR code that the server has drawn, as on its own pages. */

export function draw(svg, { size, path }) {
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.querySelector("path").setAttribute("d", path);
}
