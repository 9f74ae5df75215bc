/*
 * What a page can do beyond HTML. Every page works without this file; it only makes things quicker to use.
 * A plain deferred script: no dependencies, no eval, nothing inline. Markup speaks to it through data attributes.
 *
 * The theme switch, as the server sees it: <form method="post" data-theme-switch> with the usual token and buttons
 * <button name="theme" value="system|light|dark">. The server stores the choice and answers with a redirect to the page
 * that the form was on, which carries <html data-theme="light|dark"> (no attribute for "system"). The script sets that
 * attribute at once and sends the same form by fetch; if that fails, the form is submitted in the ordinary way.
 */
(() => {
  'use strict';

  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const on = (type, handle, options) => document.addEventListener(type, handle, options);
  /* A form's own attribute: form.id and form.dataset are fields of that name where it has such. */
  const own = (form, name) => form.getAttribute(name) || '';
  const hit = (event, selector) => event.target instanceof Element && event.target.closest(selector);

  /* What has changed without a new page is told to those who don't see it. */

  const told = document.createElement('div');
  told.className = 'sr';
  told.setAttribute('role', 'status');
  document.body.append(told);
  const announce = text => { told.textContent = text; };

  /* Theme */

  on('submit', event => {
    const form = hit(event, 'form[data-theme-switch]');
    const button = event.submitter;
    if (!form || !button || !window.fetch || form.dataset.plain) {
      return;
    }
    event.preventDefault();
    if (button.value === 'system') {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = button.value;
    }
    all('button[name=theme]', form).forEach(b => b.setAttribute('aria-pressed', String(b === button)));
    close(button.closest('.menu'), true);
    root.dispatchEvent(new CustomEvent('hindcast:theme', { bubbles: true }));
    const body = new URLSearchParams(new FormData(form));
    body.set(button.name, button.value);
    fetch(form.action, { method: 'POST', body, credentials: 'same-origin', redirect: 'manual' })
      .then(answer => answer.ok || answer.type === 'opaqueredirect' || Promise.reject(answer))
      .catch(() => {
        form.dataset.plain = 'true';
        form.requestSubmit(button);
      });
  });

  /* Menus: details.menu > summary + .menu-panel. Escape closes, arrows move, a click elsewhere closes. */

  const openMenus = () => all('details.menu[open]');
  const items = menu => all('a[href], button:not(:disabled), input:not([type=hidden]), select', panelOf(menu));
  const panelOf = menu => menu.querySelector('.menu-panel');

  function close(menu, focus) {
    if (menu && menu.open) {
      menu.open = false;
      if (focus) {
        menu.querySelector('summary').focus();
      }
    }
  }

  function place(menu) {
    const panel = panelOf(menu);
    menu.classList.remove('menu-start', 'menu-up');
    const afloat = Boolean(menu.closest('.table-scroll'));
    panel.classList.toggle('afloat', afloat);
    const opener = menu.querySelector('summary').getBoundingClientRect();
    if (afloat) {
      const rtl = getComputedStyle(menu).direction === 'rtl';
      const up = opener.bottom + panel.offsetHeight + 8 > innerHeight && opener.top > panel.offsetHeight + 8;
      const left = rtl ? opener.left : opener.right - panel.offsetWidth;
      panel.style.setProperty('left', `${Math.max(8, Math.min(left, innerWidth - panel.offsetWidth - 8))}px`);
      panel.style.setProperty('top', `${up ? opener.top - panel.offsetHeight - 4 : opener.bottom + 4}px`);
      return;
    }
    const box = panel.getBoundingClientRect();
    if (box.left < 8 || box.right > innerWidth - 8) {
      menu.classList.add('menu-start');
      const again = panel.getBoundingClientRect();
      if (again.right > innerWidth - 8 && again.right - innerWidth > 8 - box.left) {
        menu.classList.remove('menu-start');
      }
    }
    if (box.bottom > innerHeight && opener.top > box.height + 60) {
      menu.classList.add('menu-up');
    }
  }

  on('toggle', event => {
    const menu = event.target;
    if (!(menu instanceof Element) || !menu.matches('details.menu')) {
      return;
    }
    if (menu.open) {
      openMenus().filter(other => other !== menu).forEach(other => close(other));
      place(menu);
    } else if (menu.dataset.changed) {
      delete menu.dataset.changed;
      const form = menu.querySelector('form');
      if (form) {
        form.requestSubmit();
      }
    }
  }, true);

  on('change', event => {
    const menu = hit(event, 'details.menu[data-submit-on-close]');
    if (menu) {
      menu.dataset.changed = 'true';
    }
  });

  on('click', event => openMenus().filter(menu => !menu.contains(event.target)).forEach(menu => close(menu)));
  on('scroll', event => openMenus()
    .filter(menu => panelOf(menu).matches('.afloat') && !menu.contains(event.target)).forEach(menu => close(menu)), true);
  on('focusin', event => openMenus().filter(menu => !menu.contains(event.target)).forEach(menu => close(menu)));

  on('keydown', event => {
    const menu = hit(event, 'details.menu');
    if (!menu) {
      return;
    }
    if (event.key === 'Escape' && menu.open) {
      event.preventDefault();
      event.stopPropagation();
      close(menu, true);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' }[event.key];
    if (!step || event.target.matches('select, input:not([type=checkbox])')) {
      return;
    }
    if (!menu.open) {
      if (step !== 1) {
        return;
      }
      menu.open = true;
      place(menu);
    }
    event.preventDefault();
    const list = items(menu);
    const at = list.indexOf(document.activeElement);
    const to = step === 'first' ? 0 : step === 'last' ? list.length - 1 : (at + step + list.length) % list.length;
    list[at < 0 && step === -1 ? list.length - 1 : to]?.focus();
  });

  /* What was said can be put away. */

  on('click', event => {
    const dismiss = hit(event, '[data-dismiss]');
    if (dismiss) {
      dismiss.closest('.flash')?.remove();
      document.querySelector('main')?.focus({ preventScroll: true });
    }
  });

  /* A form is posted once. */

  on('submit', event => {
    const form = event.target;
    const button = event.submitter;
    if (event.defaultPrevented || own(form, 'method') !== 'post') {
      return;
    }
    if (own(form, 'data-sent')) {
      event.preventDefault();
      return;
    }
    form.setAttribute('data-sent', 'true');
    if (button) {
      button.setAttribute('aria-disabled', 'true');
      button.setAttribute('aria-busy', 'true');
    }
  });

  function release() {
    all('form[data-sent]').forEach(form => form.removeAttribute('data-sent'));
    all('[aria-busy=true]:is(button, input)').forEach(button => {
      button.removeAttribute('aria-disabled');
      button.removeAttribute('aria-busy');
    });
  }

  addEventListener('pageshow', release);

  /* Selection: th.pick holds "all on this page", td.pick one row each, [data-selected] in .bulk shows the number. */

  function select(form) {
    const rows = all('td.pick input[type=checkbox]', form);
    const chosen = rows.filter(box => box.checked).length;
    const head = form.querySelector('th.pick input');
    if (head) {
      head.checked = chosen > 0 && chosen === rows.length;
      head.indeterminate = chosen > 0 && chosen < rows.length;
    }
    all('[data-selected]', form).forEach(said => { said.textContent = chosen.toLocaleString(root.lang || undefined); });
  }

  let last = null;
  on('click', event => {
    const box = hit(event, 'td.pick input[type=checkbox]');
    if (!box) {
      return;
    }
    const rows = all('td.pick input[type=checkbox]', box.form);
    if (event.shiftKey && last && rows.includes(last)) {
      const [from, to] = [rows.indexOf(last), rows.indexOf(box)].sort((a, b) => a - b);
      rows.slice(from, to + 1).forEach(row => { row.checked = box.checked; });
    }
    last = box;
  });

  on('change', event => {
    const head = hit(event, 'th.pick input');
    if (head) {
      all('td.pick input[type=checkbox]', head.form).forEach(box => { box.checked = head.checked; });
    }
    const form = hit(event, '.list-form');
    if (form) {
      select(form);
      announce(form.querySelector('[data-selected]')?.parentElement.textContent || '');
    }
    const auto = hit(event, '[data-autosubmit]');
    if (auto && auto.form && !auto.dataset.keyed) {
      auto.form.requestSubmit();
    }
  });

  /* Who goes through the options by keys has chosen when they press Enter or leave, not at each of them. */

  const choose = select => [...select.options].some(option => option.selected !== option.defaultSelected) && select.form.requestSubmit();
  on('keydown', event => {
    const auto = hit(event, 'select[data-autosubmit]');
    if (auto && event.key === 'Enter') {
      choose(auto);
    } else if (auto && !['Tab', 'Shift', 'Escape'].includes(event.key)) {
      auto.dataset.keyed = 'true';
    }
  });
  on('pointerdown', event => { delete (hit(event, 'select[data-autosubmit]') || { dataset: {} }).dataset.keyed; });
  on('focusout', event => {
    const auto = hit(event, 'select[data-keyed]');
    if (auto) {
      choose(auto);
    }
  });

  on('click', event => {
    if (hit(event, '[data-select-none]')) {
      const form = event.target.closest('.list-form');
      all('.pick input', form).forEach(box => { box.checked = false; });
      select(form);
      (form.querySelector('th.pick input') || document.querySelector('main')).focus({ preventScroll: true });
    }
  });

  /* Times: relative for a week, then the date; the exact one as title, and as a tip on focus. */

  const zone = root.dataset.zone || undefined;
  const language = root.lang || undefined;
  const format = options => {
    try {
      return new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
    } catch {
      return new Intl.DateTimeFormat(language, options);
    }
  };
  const exact = format({ dateStyle: 'long', timeStyle: 'long' });
  const date = format({ dateStyle: 'medium' });
  const printed = format({ dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const steps = [['day', 86400], ['hour', 3600], ['minute', 60]];

  function tell(time) {
    const moment = new Date(time.dateTime);
    if (Number.isNaN(moment.getTime())) {
      return;
    }
    const seconds = (moment.getTime() - Date.now()) / 1000;
    const step = steps.find(([, size]) => Math.abs(seconds) >= size);
    const text = Math.abs(seconds) >= 7 * 86400 ? date.format(moment)
      : step ? relative.format(Math.trunc(seconds / step[1]), step[0])
        : relative.format(0, 'second');
    if (time.textContent !== text) {
      time.textContent = text;
    }
    time.title = exact.format(moment);
    if (!time.closest('a, button, tr')) {
      time.tabIndex = 0;
    }
  }

  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  tip.setAttribute('aria-hidden', 'true');

  on('focusin', event => {
    const time = hit(event, 'time[title]') || hit(event, '.key')?.closest('tr').querySelector('time[title]');
    tip.hidden = !time || !event.target.matches(':focus-visible') || time.offsetParent === null;
    if (!tip.hidden) {
      (time.closest('dialog') || document.body).append(tip);
      tip.textContent = time.title;
      const box = time.getBoundingClientRect();
      tip.style.setProperty('left', `${Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`);
      tip.style.setProperty('top', `${box.top > 90 ? box.top - tip.offsetHeight - 4 : box.bottom + 4}px`);
    }
  });
  on('focusout', () => { tip.hidden = true; });
  on('keydown', event => { tip.hidden ||= event.key === 'Escape'; });

  /* On paper nobody knows how long ago it was printed. */
  addEventListener('beforeprint', () => all('time[title]').forEach(time => { time.textContent = printed.format(new Date(time.dateTime)); }));
  addEventListener('afterprint', () => all('time[title]').forEach(tell));

  /* What was typed when the session had ended: this tab keeps it until the same person has signed in again. No secrets.
     What was typed when another language was chosen comes back in that. */

  const TYPED = 'hindcast:typed';
  const person = root.dataset.person || '';
  const here = () => location.pathname + location.search;
  const typeable = form => [...form.elements].filter(field => field.name && (field.matches('[name=version]')
    || field.matches('input, select, textarea') && !field.matches('[type=hidden], [type=password], [type=file], [type=submit]')));

  /* Where the form stands. Once it came back with errors, only its fields know, and data-at names those that do. */
  function address(form) {
    const asked = new URLSearchParams(location.search);
    own(form, 'data-at').split(' ').filter(name => form.elements[name])
      .forEach(name => asked.set(name, form.elements[name].value));
    return location.pathname + (String(asked) && `?${asked}`);
  }

  function keep(typed) {
    try {
      sessionStorage.setItem(TYPED, JSON.stringify(typed));
    } catch {
      sessionStorage.removeItem(TYPED);
    }
  }

  const typedIn = form => ({
    person, at: address(form), form: own(form, 'id'),
    values: own(form, 'id') ? typeable(form).map(field => [field.name, field.value, field.checked]) : []
  });

  /* The form in which something was changed, or which came back. */
  const isChanged = field => (field.options
    ? field.selectedIndex !== Math.max(0, [...field.options].findIndex(option => option.defaultSelected))
    : field.value !== field.defaultValue || field.checked !== field.defaultChecked);
  function begun() {
    const forms = all('main form[method=post][id]').filter(form => typeable(form).length);
    return forms.find(form => typeable(form).some(isChanged))
      || forms.find(form => form.querySelector('[aria-invalid=true]') || address(form) !== here());
  }

  on('submit', event => {
    const form = event.target;
    if (event.submitter?.name === 'language') {
      const open = begun();
      if (open?.querySelector('#conflict')) {
        open.elements.version.value = '0'; // so that it is told again
      }
      if (open && !open.elements.typed?.value) {
        keep({ ...typedIn(open), away: true });
        form.elements.next.value = address(open);
      }
    } else if (person && own(form, 'method') === 'post') {
      keep(typedIn(form));
    }
  });

  function restore() {
    const typed = JSON.parse(sessionStorage.getItem(TYPED));
    const signIn = document.querySelector('input[data-typed]');
    if (typed?.person && signIn && typed.values.length) {
      signIn.value = 'true';
      signIn.form.elements.next.value = typed.at;
      keep({ ...typed, away: true });
    } else if (person || !typed?.person) {
      sessionStorage.removeItem(TYPED);
      const form = typed?.away && typed.person === person && typed.at === here() && document.getElementById(typed.form);
      (form ? typeable(form) : []).forEach((field, i) => {
        const [name, value, checked] = typed.values[i] || [];
        if (name === field.name) {
          field.value = value;
          field.checked = checked;
        }
      });
    }
  }

  /* Small things */

  all('input[data-browser-zone]').forEach(field => { field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || ''; });

  function count(field) {
    const max = Number(field.dataset.max);
    const counter = document.getElementById(field.dataset.counter) || field.parentElement.querySelector('.counter');
    if (counter) {
      const length = [...field.value].length;
      counter.textContent = `${length.toLocaleString(language)} / ${max.toLocaleString(language)}`;
      counter.classList.toggle('over', length > max);
    }
  }

  on('input', event => {
    if (event.target.dataset?.max) {
      count(event.target);
    }
  });

  on('focusin', event => {
    const zones = document.querySelector('datalist[data-zones]:empty');
    if (zones && event.target.id === zones.dataset.zones && Intl.supportedValuesOf) {
      zones.append(...['UTC', ...Intl.supportedValuesOf('timeZone')].map(zone => new Option(zone, zone)));
    }
  });

  on('click', event => {
    const button = hit(event, '[data-copy]');
    const source = button && (document.getElementById(button.dataset.copy) || button.closest('figure, .secret')?.querySelector('code'));
    if (!source || !navigator.clipboard) {
      return;
    }
    navigator.clipboard.writeText(source.value ?? source.textContent).then(() => {
      const label = button.querySelector('[data-label]') || button;
      const before = label.textContent;
      if (button.dataset.copied && before !== button.dataset.copied) {
        label.textContent = button.dataset.copied;
        announce(button.dataset.copied);
        setTimeout(() => { label.textContent = before; }, 2000);
      }
    });
  });

  /* A field with data-suggest fills its datalist with what the server suggests for the text so far. */

  let asking = 0;
  const suggest = field => {
    clearTimeout(asking);
    asking = setTimeout(() => fetch(`${field.dataset.suggest}&q=${encodeURIComponent(field.value)}`, { credentials: 'same-origin' })
      .then(answer => answer.ok && !answer.redirected ? answer.text() : '')
      .then(options => { field.list.innerHTML = options; })
      .catch(() => {}), 150);
  };
  ['input', 'focusin'].forEach(type => on(type, event => {
    const field = hit(event, 'input[data-suggest]');
    if (field && (type === 'input' || !field.list.children.length)) {
      suggest(field);
    }
  }));

  ['dragover', 'dragleave', 'drop'].forEach(type => on(type, event => hit(event, '.drop')?.classList.toggle('over', type === 'dragover')));

  on('keydown', event => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !hit(event, 'input, select, textarea, [contenteditable]')) {
      const search = document.querySelector('.topbar .search input, .search input');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  });

  /* A table that fits shows its heading while the page scrolls; one that does not scrolls by itself, both ways. */

  const sizes = window.ResizeObserver && new ResizeObserver(entries => entries.forEach(({ target }) => {
    const box = target.closest('.table-scroll');
    const fits = box.querySelector('table').offsetWidth <= box.clientWidth + 1;
    box.classList.toggle('fits', fits);
    box.classList.toggle('spills', !fits);
    if (fits) {
      box.removeAttribute('tabindex');
    } else {
      box.tabIndex = 0;
    }
  }));

  /* Called for the page, and for every part of it that an ajax answer brings: hindcast.refresh(element). */

  function refresh(from = document) {
    all('time[datetime]', from).forEach(tell);
    all('[data-max]', from).forEach(count);
    all(':is(.topbar, .page-actions, .bulk) .icon-button[aria-label]', from).forEach(button => { button.title = button.getAttribute('aria-label'); });
    all('.list-form', from).forEach(select);
    all('table.list', from).forEach(table => {
      const names = all('thead th', table).map(th => (th.querySelector('a') || th).firstChild?.textContent.trim());
      all('tbody tr', table).forEach(row => [...row.cells].forEach((cell, i) => {
        if (names[i] && !cell.dataset.label) {
          cell.dataset.label = names[i];
        }
      }));
    });
    all('.table-scroll:has(> table), .table-scroll > table', from).forEach(part => sizes?.observe(part));
  }

  restore();
  refresh();
  release();
  setInterval(() => all('time[datetime]').forEach(tell), 30000);
  const invalid = document.querySelector('[aria-invalid=true]');
  (invalid?.matches('input, select, textarea') ? invalid : invalid?.querySelector('input, select, textarea'))?.focus();
  window.hindcast = { refresh, release, announce };
})();
