/* How charts look: colours and type from the page's tokens, thin axes, zoom by dragging. Called by p:chart as its extender. */
function hindcastChart() {
  'use strict';
  const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const [result, outcome] = this.cfg.config.data.datasets;
  Object.assign(result, { borderColor: token('--chart-result'), borderWidth: 1.5, pointRadius: 0 });
  Object.assign(outcome, { borderColor: token('--chart-outcome'), borderWidth: 1, pointRadius: 0 });
  this.cfg.config.options = {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    interaction: { mode: 'index', intersect: false },
    plugins: { legend: { display: false }, zoom: { zoom: { drag: { enabled: true }, mode: 'x' } } },
    scales: {
      x: { type: 'time', grid: { color: token('--chart-grid') }, ticks: { color: token('--chart-axis'), maxRotation: 0 } },
      y: { grid: { color: token('--chart-grid') }, ticks: { color: token('--chart-axis') } },
    },
  };
}
