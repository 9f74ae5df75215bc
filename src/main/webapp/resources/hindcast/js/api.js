/*
 * Tries the programming interface out: what can be asked is read from its description, and asked with the token that stands in
 * the page, never with the session.
 */
(() => {
  'use strict';

  const page = document.getElementById('try');
  const at = id => document.getElementById(id);
  let description;
  let operations = [];

  const create = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
    element.append(...children);
    return element;
  };
  const resolve = part => part?.$ref ? resolve(part.$ref.slice(2).split('/').reduce((found, name) => found[name], description)) : part;
  const chosen = () => operations[at('operation').selectedIndex];

  /* Something that the schema allows, to begin with. */
  function sample(schema) {
    const { example, examples, const: constant, enum: values, oneOf, type, properties, items, format } = resolve(schema);
    const known = example ?? examples?.[0] ?? constant ?? values?.[0];
    const kind = Array.isArray(type) ? type[0] : type;
    if (known !== undefined || oneOf) {
      return known ?? sample(oneOf[0]);
    } else if (properties) {
      return Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, sample(inner)]));
    } else if (kind === 'array') {
      return [sample(items)];
    }
    return { integer: 1, number: 1.5, boolean: true, null: null }[kind] ?? (format === 'date-time' ? '2026-01-31T12:00:00Z' : 'text');
  }

  const cell = value => value === null ? '' : `"${String(typeof value === 'object' ? JSON.stringify(value) : value).replaceAll('"', '""')}"`;

  /* The sample as that media type writes it; rows are described once, as JSON. */
  function written(contents, type) {
    const value = sample(contents['application/json'].schema);
    const row = Array.isArray(value) ? value[0] : value;
    if (type === 'text/csv') {
      return `${Object.keys(row).join(',')}\n${Object.values(row).map(cell).join(',')}\n`;
    }
    return type.endsWith('ndjson') || type.endsWith('jsonl') ? `${JSON.stringify(row)}\n` : JSON.stringify(value, null, 2);
  }

  function list() {
    const groups = new Map();
    Object.entries(description.paths).forEach(([path, item]) => ['get', 'post', 'put', 'patch', 'delete'].filter(method => item[method]).forEach(method => {
      const parameters = (item.parameters || []).concat(item[method].parameters || []).map(resolve);
      const operation = { path, method: method.toUpperCase(), ...item[method], parameters };
      operations.push(operation);
      const group = operation.tags[0];
      groups.set(group, (groups.get(group) || []).concat(operation));
    }));
    operations = [...groups.values()].flat();
    at('operation').append(...[...groups].map(([label, members]) => create('optgroup', { label },
      ...members.map(({ method, path, summary }) => create('option', {}, `${method} ${path.replace('/api/v1', '')}: ${summary}`)))));
  }

  function field(parameter) {
    const id = `parameter-${parameter.name}`;
    const label = create('label', { for: id }, parameter.name);
    if (!parameter.required) {
      label.append(' ', create('span', { class: 'optional' }, page.dataset.optional));
    }
    const input = create('input', { id, class: 'mono', autocomplete: 'off', spellcheck: 'false', 'aria-describedby': `${id}-help` });
    input.value = parameter.in === 'path' ? '1' : '';
    return create('div', { class: 'field' }, label, input, create('p', { class: 'help', id: `${id}-help` }, parameter.description || ''));
  }

  function show() {
    const operation = chosen();
    const contents = operation.requestBody?.content;
    at('about').textContent = [operation.description, scopes(operation)].filter(Boolean).join(' ');
    at('parameters').replaceChildren(...operation.parameters.map(field));
    at('content').hidden = !contents;
    at('type').replaceChildren(...Object.keys(contents || {}).map(type => create('option', {}, type)));
    fill();
  }

  const scopes = operation => (operation.security || []).flatMap(way => way.token || []).join(', ');

  function fill() {
    const contents = chosen().requestBody?.content;
    at('body').value = contents ? written(contents, at('type').value) : '';
    tell();
  }

  /* What would be sent now. A filter stands as name=value, several with & between them. */
  function request() {
    const operation = chosen();
    const headers = {};
    const query = new URLSearchParams();
    let path = operation.path;
    operation.parameters.forEach(parameter => {
      const value = at(`parameter-${parameter.name}`).value.trim();
      if (parameter.in === 'path') {
        path = path.replace(`{${parameter.name}}`, encodeURIComponent(value));
      } else if (value && parameter.in === 'header') {
        headers[parameter.name] = value;
      } else if (value && parameter.schema.type === 'object') {
        new URLSearchParams(value).forEach((part, name) => query.append(name, part));
      } else if (value) {
        query.append(parameter.name, value);
      }
    });
    const body = at('content').hidden ? undefined : at('body').value;
    if (body !== undefined) {
      headers['Content-Type'] = at('type').value;
    }
    return { url: path + (String(query) && `?${query}`), method: operation.method, headers, body };
  }

  const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;

  /* The same for a command line, without the token. */
  function tell() {
    const { url, method, headers, body } = request();
    const parts = [`curl -X ${method} ${quoted(location.origin + url)}`, '-H "Authorization: Bearer $TOKEN"'];
    Object.entries(headers).forEach(([name, value]) => parts.push(`-H ${quoted(`${name}: ${value}`)}`));
    if (body !== undefined) {
      parts.push(`--data-binary ${quoted(body)}`);
    }
    at('line').textContent = parts.join(' \\\n  ');
  }

  const pretty = text => {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  };

  async function send(event) {
    event.preventDefault();
    const { url, ...rest } = request();
    const token = at('token').value.trim();
    const headers = token ? { ...rest.headers, Authorization: `Bearer ${token}` } : rest.headers;
    at('send').setAttribute('aria-busy', 'true');
    try {
      const begin = performance.now();
      const answer = await fetch(url, { ...rest, headers, credentials: 'omit', redirect: 'error', cache: 'no-store' });
      const text = await answer.text();
      const tag = answer.headers.get('ETag');
      reveal(`${answer.status} ${answer.statusText} · ${Math.round(performance.now() - begin)} ms${tag ? ` · ETag ${tag}` : ''}`, pretty(text));
    } catch {
      reveal(page.dataset.failed, '');
    } finally {
      at('send').removeAttribute('aria-busy');
    }
  }

  function reveal(status, text) {
    at('answer').hidden = false;
    at('status').textContent = status;
    at('text').textContent = text;
  }

  async function begin() {
    description = await (await fetch(page.dataset.description, { credentials: 'omit' })).json();
    list();
    show();
    page.hidden = false;
    at('operation').addEventListener('change', show);
    at('type').addEventListener('change', fill);
    at('ask').addEventListener('input', event => event.target.matches('#parameters input, #body') && tell());
    at('ask').addEventListener('submit', send);
  }

  begin();
})();
