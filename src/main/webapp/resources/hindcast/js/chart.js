/*
 * Hindcast's charts: lines over time, drawn as SVG from the numbers behind data-src, in the colours of the page's classes.
 * Dragging zooms by asking for the same page with from and to; links and forms marked data-part change <main> in place.
 */
(() => {
  'use strict';

  const root = document.documentElement;
  const language = root.lang || undefined;
  const svg = (name, attributes = {}, ...children) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  };
  /* In the reader's zone; what stands for whole days in UTC, where these days begin. */
  const moment = (options, time) => {
    try {
      return new Intl.DateTimeFormat(language, { timeZone: root.dataset.zone || 'UTC', ...options }).format(time);
    } catch {
      return new Intl.DateTimeFormat(language, options).format(time);
    }
  };
  /* The very large, and what so many decimals do not show, in powers of ten. */
  const number = (value, digits, powers = Math.abs(value) >= 1e15 || Math.abs(value) < 0.5 * 10 ** -digits) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits, notation: powers && value ? 'scientific' : 'standard' })
      .format(value).replaceAll('-', '−');

  /* Round numbers between two values, whether in powers of ten, and how many decimals they need. */
  function ticks(low, high, wished) {
    const rough = (high - low) / wished || 1;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= rough);
    const values = [];
    for (let n = Math.ceil(low / step); n * step <= high + step * 1e-9; n++) {
      values.push(n * step);
    }
    const most = Math.max(Math.abs(low), Math.abs(high));
    const powers = most >= 1e9;
    const needed = powers ? Math.ceil(Math.log10(most / step)) : -Math.floor(Math.log10(step) + 1e-9);
    return { values, powers, digits: Math.min(12, Math.max(0, needed)) };
  }

  const MINUTE = 60e3;
  const DAY = 864e5;
  const DAYS = { timeZone: 'UTC' };
  const STEPS = [1, 5, 15, 30, 60, 180, 360, 720].map(n => n * MINUTE).concat([1, 2, 7, 14].map(n => n * DAY));

  /* Moments at which the axis has a word: round minutes to days, else the first of months or years. */
  function moments(from, to, wished) {
    const step = STEPS.find(n => (to - from) / n <= wished);
    const found = [];
    if (step) {
      for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
        found.push(at);
      }
      const hours = { hour: '2-digit', minute: '2-digit' };
      return { found, options: step < DAY ? (to - from > DAY ? { day: 'numeric', month: 'short', ...hours } : hours) : { day: 'numeric', month: 'short', ...DAYS } };
    }
    const months = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000].find(n => (to - from) / (n * 30.44 * DAY) <= wished * (n < 12 ? 1 : 1.8)) || 12000;
    const first = new Date(from);
    for (let month = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth() + 0.03) / months) * months; ; month += months) {
      const at = new Date(0);
      at.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
      if (at > to) {
        break;
      }
      found.push(at.getTime());
    }
    return { found, options: { ...months < 12 ? { month: 'short' } : {}, year: 'numeric', ...DAYS } };
  }

  /* One path; it breaks where a value is missing. */
  function path(times, values, x, y) {
    let pen = 'M';
    return times.map((time, i) => {
      if (values[i] === null) {
        pen = 'M';
        return '';
      }
      const part = `${pen}${x(time).toFixed(1)} ${y(values[i]).toFixed(1)}`;
      pen = 'L';
      return part;
    }).join('');
  }

  function draw(area) {
    const { series } = area;
    const names = area.dataset.lines.split(' ');
    const shown = names.filter(name => (series[name] || []).some(value => value !== null));
    area.removeAttribute('aria-busy');
    area.querySelectorAll('svg, p').forEach(old => old.remove());
    delete area.plot;
    if (!shown.length) {
      nothing(area);
    }
    if (!shown.length || !area.clientWidth || !area.clientHeight) {
      return;
    }
    const all = shown.flatMap(name => series[name].filter(value => value !== null)).concat(area.dataset.zero ? [0] : []);
    const [low, high] = all.reduce(([l, h], value) => [Math.min(l, value), Math.max(h, value)], [Infinity, -Infinity]);
    const pad = (high - low || Math.abs(high) || 1) * 0.06;
    const scale = ticks(low - (area.dataset.zero && low === 0 ? 0 : pad), high + pad, area.clientHeight / 60);
    const widest = Math.max(...scale.values.map(value => number(value, scale.digits, scale.powers).length));
    const box = { left: 12 + widest * 7.2, right: 78, top: 8, bottom: 24, width: area.clientWidth, height: area.clientHeight };
    const x = time => box.left + (time - series.from) / (series.to - series.from || 1) * (box.width - box.left - box.right);
    const y = value => box.height - box.bottom - (value - low + pad) / (high - low + 2 * pad) * (box.height - box.top - box.bottom);
    const picture = svg('svg', { width: box.width, height: box.height, role: 'img', 'aria-label': summary(area) });
    grid(picture, scale, box, y);
    axis(picture, series, box, x);
    shown.forEach(name => picture.append(svg('path', { class: `line series-${kind(name)}`, d: path(series.at, series[name], x, y) })));
    shown.forEach(name => lone(picture, series, name, { x, y }));
    label(picture, area, series, shown, { box, x, y });
    area.append(picture);
    area.plot = { series, shown, box, x, y };
  }

  /* What the chart shows, and from when to when. */
  function summary(area) {
    const day = { dateStyle: 'medium', ...area.series.width % 86400 ? {} : DAYS };
    return `${area.dataset.title}: ${moment(day, area.series.from)} – ${moment(day, area.series.to)}`;
  }

  function nothing(area) {
    const said = document.createElement('p');
    said.className = 'muted';
    said.textContent = area.dataset.none || '';
    area.append(said);
  }

  /* Of a value between two that are not known no line would be seen. */
  function lone(picture, series, name, { x, y }) {
    const known = i => (series[name][i] ?? null) !== null;
    series.at.map((time, i) => i).filter(i => known(i) && !known(i - 1) && !known(i + 1)).forEach(i =>
      picture.append(svg('circle', { class: `dot series-${kind(name)}`, cx: x(series.at[i]), cy: y(series[name][i]), r: 3 })));
  }

  const kind = name => ['result', 'outcome'].includes(name) ? name : 'error';
  const word = (area, name) => area.dataset[`word${name[0].toUpperCase()}${name.slice(1)}`] || name;

  function grid(picture, scale, box, y) {
    scale.values.filter(value => y(value) <= box.height - box.bottom + 1 && y(value) >= box.top).forEach(value => picture.append(
      svg('line', { class: 'grid', x1: box.left, x2: box.width - box.right, y1: y(value), y2: y(value) }),
      svg('text', { x: box.left - 8, y: y(value) + 4, 'text-anchor': 'end' }, number(value, scale.digits, scale.powers))));
  }

  function axis(picture, series, box, x) {
    const { found, options } = moments(series.from, series.to, Math.max(2, (box.width - box.left - box.right) / 110));
    found.forEach(at => picture.append(svg('text', { x: x(at), y: box.height - 6, 'text-anchor': 'middle' }, moment(options, at))));
  }

  /* The name of each line at its end, never one on the other. */
  function label(picture, area, series, shown, { box, x, y }) {
    const ends = shown.map(name => {
      const last = series[name].findLastIndex(value => value !== null);
      return { name, at: x(series.at[last]), height: y(series[name][last]) };
    }).sort((a, b) => a.height - b.height);
    ends.forEach((end, i) => {
      end.height = Math.max(end.height, i ? ends[i - 1].height + 15 : box.top + 6);
      picture.append(svg('text', { class: `direct series-${kind(end.name)}`, x: Math.min(end.at, box.width - box.right) + 6, y: end.height + 4 }, word(area, end.name)));
    });
  }

  /* The numbers under the pointer, and a stretch to zoom to. */

  const tip = document.createElement('div');
  tip.className = 'tip chart-tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');
  document.body.append(tip);
  let drag = null;
  let quiet = false;

  function near(plot, px) {
    let best = 0;
    plot.series.at.forEach((time, i) => {
      best = Math.abs(plot.x(time) - px) < Math.abs(plot.x(plot.series.at[best]) - px) ? i : best;
    });
    return best;
  }

  function tell(area, event) {
    const { series, shown, x, y, box } = area.plot;
    const i = near(area.plot, event.clientX - area.getBoundingClientRect().left);
    area.querySelector('.cursor')?.remove();
    const at = x(series.at[i]);
    const cursor = svg('g', { class: 'cursor' }, svg('line', { class: 'grid', x1: at, x2: at, y1: box.top, y2: box.height - box.bottom }));
    shown.filter(name => series[name][i] !== null).forEach(name =>
      cursor.append(svg('circle', { class: `dot series-${kind(name)}`, cx: at, cy: y(series[name][i]), r: 3.5 })));
    area.querySelector('svg').append(cursor);
    const day = { dateStyle: 'medium' };
    const lines = shown.map(name => `${word(area, name)} ${series[name][i] === null ? '–' : number(series[name][i], 4)}`);
    tip.textContent = [moment(series.width % 86400 ? { ...day, timeStyle: 'short' } : { ...day, ...DAYS }, series.at[i]), ...lines].join('\n');
    tip.hidden = false;
    tip.style.setProperty('left', `${Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8)}px`);
    tip.style.setProperty('top', `${event.clientY + 14}px`);
  }

  function stretch(area, event) {
    const { box } = area.plot;
    const clamp = px => Math.max(box.left, Math.min(px, box.width - box.right));
    const left = area.getBoundingClientRect().left;
    return [drag.x, event.clientX].map(px => clamp(px - left)).sort((a, b) => a - b);
  }

  const areaOf = event => event.target instanceof Element && event.target.closest('.chart-area[data-src]');

  document.addEventListener('pointerdown', event => {
    const area = areaOf(event);
    if (area?.plot && event.button === 0 && event.pointerType !== 'touch') {
      drag = { area, x: event.clientX };
      event.preventDefault();
    }
  });
  document.addEventListener('pointermove', event => {
    const area = drag?.area || areaOf(event);
    quiet &&= Boolean(area);
    if (!area?.plot || quiet) {
      away();
      return;
    }
    tell(area, event);
    if (drag) {
      const [from, to] = stretch(area, event);
      area.querySelector('.selected')?.remove();
      const { box } = area.plot;
      area.querySelector('svg').append(svg('rect', { class: 'selected', x: from, width: to - from, y: box.top, height: box.height - box.top - box.bottom }));
    }
  });
  /* Escape puts the numbers away until the pointer comes back, and gives up a stretch that was begun. */
  function away() {
    tip.hidden = true;
    document.querySelectorAll('.cursor, .selected').forEach(old => old.remove());
    drag = null;
  }
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !tip.hidden) {
      quiet = true;
      away();
    }
  });

  document.addEventListener('pointerup', event => {
    if (!drag) {
      return;
    }
    const { area } = drag;
    const { series, box } = area.plot;
    const [from, to] = stretch(area, event);
    drag = null;
    area.querySelector('.selected')?.remove();
    if (to - from > 8) {
      tip.hidden = true;
      const time = px => new Date(series.from + (px - box.left) / (box.width - box.left - box.right) * (series.to - series.from)).toISOString();
      zoom(time(from), time(to));
    }
  });

  function zoom(from, to) {
    const address = new URL(location.href);
    ['range', 'page'].forEach(name => address.searchParams.delete(name));
    address.searchParams.set('from', from);
    address.searchParams.set('to', to);
    go(address.href);
  }

  /* The slider: two ends between the first and the last moment, sent as moments. */

  const ends = field => [field.dataset.first, field.dataset.last].map(text => new Date(text).getTime());
  const place = field => {
    const [first, last] = ends(field);
    return new Date(first + field.value / 1000 * (last - first));
  };
  const say = field => field.setAttribute('aria-valuetext', moment({ dateStyle: 'medium' }, place(field)));

  function slide(form) {
    const moments = [...form.querySelectorAll('input[type=range]')].map(field => place(field).toISOString()).sort();
    if (moments[0] !== moments[1]) {
      zoom(...moments);
    }
  }

  /* Without dragging: a click beside the ends moves the nearer one there. */
  let pressed = null;
  document.addEventListener('pointerdown', event => { pressed = event.target; });
  document.addEventListener('click', event => {
    const form = pressed === event.target && event.target instanceof Element && event.target.matches('.range-slider') && event.target;
    if (form) {
      const fields = [...form.querySelectorAll('input[type=range]')];
      const thumb = 18;
      const box = fields[0].getBoundingClientRect();
      const value = Math.max(0, Math.min(1, (event.clientX - box.left - thumb / 2) / (box.width - thumb))) * 1000;
      const distance = field => Math.abs(field.value - value);
      const nearer = fields.reduce((one, other) => distance(other) < distance(one) ? other : one);
      nearer.value = value;
      nearer.focus();
      slide(form);
    }
  });

  /* What had the focus, in the page as it is now: the field of that name, or the link that says the same. */
  function same(before) {
    const named = before?.id ? `#${CSS.escape(before.id)}` : before?.name && `main [name="${CSS.escape(before.name)}"]`;
    return named ? document.querySelector(named)
      : [...document.querySelectorAll('main a[data-part]')].find(link => link.textContent === before?.textContent);
  }

  /* Parts of the page change without a reload; whatever goes wrong, the link is followed in the ordinary way. The last one counts. */

  let going = new AbortController();
  async function go(address, back) {
    going.abort();
    going = new AbortController();
    const { signal } = going;
    document.querySelectorAll('.chart-area').forEach(area => area.setAttribute('aria-busy', 'true'));
    try {
      const answer = await fetch(address, { credentials: 'same-origin', signal });
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('main');
      if (!answer.ok || !fresh || answer.redirected && !answer.url.startsWith(location.origin + location.pathname)) {
        throw new Error(answer.status);
      }
      const focused = document.activeElement;
      document.querySelector('main').replaceChildren(...fresh.childNodes);
      document.title = page.title;
      if (!back) {
        history.pushState({ part: true }, '', answer.url);
      }
      window.hindcast?.refresh(document.querySelector('main'));
      start(true);
      (same(focused) || document.querySelector('main')).focus({ preventScroll: true });
    } catch {
      if (!signal.aborted) {
        location.assign(address);
      }
    }
  }

  document.addEventListener('click', event => {
    const link = event.target instanceof Element && event.target.closest('a[data-part]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      go(link.href);
    }
    const button = event.target instanceof Element && event.target.closest('button[data-lines]');
    if (button) {
      const area = document.getElementById(button.dataset.of);
      button.parentElement.querySelectorAll('button').forEach(b => b.setAttribute('aria-pressed', String(b === button)));
      area.dataset.lines = button.dataset.lines;
      if (area.series) {
        draw(area);
      }
    }
  });
  document.addEventListener('change', event => {
    const form = event.target.form;
    if (event.target.matches('.range-slider input')) {
      slide(form);
      return;
    }
    if (!form?.matches('form[data-part]')) {
      return;
    }
    const after = { project: ['id', 'version'], id: ['version'] }[event.target.name] || [];
    const asked = new URLSearchParams(new FormData(form));
    after.forEach(name => asked.delete(name));
    go(`${form.action}?${asked}`);
  });
  document.addEventListener('input', event => event.target.matches('.range-slider input') && say(event.target));
  document.addEventListener('submit', event => {
    if (event.target.matches('form[data-part]')) {
      event.preventDefault();
      go(`${event.target.action}?${new URLSearchParams(new FormData(event.target))}`);
    }
  });
  addEventListener('popstate', () => go(location.href, true));

  /* The numbers come by themselves, once for all charts that show them; the table of them is made when it is opened. */

  async function load(source, areas, aloud) {
    try {
      const answer = await fetch(source, { credentials: 'same-origin' });
      if (!answer.ok || answer.redirected) {
        throw new Error(answer.status);
      }
      const series = await answer.json();
      areas.filter(area => area.isConnected).forEach(area => {
        area.series = series;
        sizes.observe(area);
      });
      const first = areas[0];
      if (aloud && first.isConnected) {
        window.hindcast?.announce(series.at.length ? summary(first) : first.dataset.none);
      }
    } catch {
      areas.forEach(area => {
        area.removeAttribute('aria-busy');
        area.textContent = area.dataset.failed || '';
      });
      window.hindcast?.announce(areas[0].dataset.failed);
    }
    document.querySelectorAll('.chart-table[open]').forEach(table);
  }

  function table(details) {
    const series = details.closest('.chart').querySelector('.chart-area').series;
    const body = details.querySelector('tbody');
    if (!series || body.rows.length) {
      return;
    }
    const names = ['count', 'result', 'outcome', 'bias', 'mae', 'rmse', 'mape'];
    series.at.forEach((time, i) => {
      const row = body.insertRow();
      const cells = [moment({ dateStyle: 'medium', timeStyle: 'short' }, time), ...names.map(name => series[name][i] === null ? '–' : number(series[name][i], 4))];
      cells.forEach((text, column) => {
        const cell = row.insertCell();
        cell.className = column ? 'num' : 'nowrap';
        cell.textContent = text;
      });
    });
  }

  document.addEventListener('toggle', event => {
    if (event.target instanceof Element && event.target.matches('.chart-table[open]')) {
      table(event.target);
    }
  }, true);

  const sizes = new ResizeObserver(entries => entries.forEach(({ target }) => draw(target)));
  function start(aloud) {
    sizes.disconnect();
    const areas = [...document.querySelectorAll('.chart-area[data-src]')];
    new Set(areas.map(area => area.dataset.src)).forEach(source => load(source, areas.filter(area => area.dataset.src === source), aloud));
    document.querySelectorAll('.range-slider input[type=range]').forEach(field => {
      const [first, last] = ends(field);
      field.value = Math.round((new Date(field.dataset.time).getTime() - first) / (last - first || 1) * 1000);
      say(field);
    });
  }
  start();
})();
