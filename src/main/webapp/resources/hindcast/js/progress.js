/*
 * Keeps a progress bar up to date: [data-progress="address"] with a progress, a span for the number and a small for the words.
 * The address answers {"percent": 42, "text": "...", "over": false}; once it is over, the page is loaded anew.
 */
(() => {
  'use strict';

  const bar = document.querySelector('[data-progress]');
  const wait = failures => setTimeout(() => ask(failures), Math.min(500 * 2 ** failures, 10000));

  function ask(failures) {
    fetch(bar.dataset.progress, { credentials: 'same-origin', headers: { Accept: 'application/json' }, redirect: 'error' })
      .then(answer => answer.ok ? answer.json() : Promise.reject(answer))
      .then(show)
      .catch(() => failures < 20 && wait(failures + 1));
  }

  function show(state) {
    if (state.over) {
      location.reload();
      return;
    }
    bar.querySelector('progress').value = state.percent;
    bar.querySelector('span').textContent = `${state.percent}%`;
    bar.querySelector('small').textContent = state.text;
    wait(0);
  }

  if (bar) {
    wait(0);
  }
})();
