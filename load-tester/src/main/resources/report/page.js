'use strict';
// Draws the report from the JSON in the page. No network, no state.

const data = JSON.parse(document.getElementById('data').textContent);
const root = document.getElementById('report');
const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function section(title, ...children) {
  root.append(element('section', {}, element('h2', {}, title), ...children));
}

function table(head, rows) {
  return element('div', { class: 'scroll' }, element('table', {},
    element('thead', {}, element('tr', {}, ...head.map(cell => element('th', { scope: 'col' }, cell)))),
    element('tbody', {}, ...rows.map(row => element('tr', {}, ...row.map((cell, at) =>
      cell instanceof Node ? element('td', {}, cell)
        : element('td', at === head.length - 1 && at > 1 && typeof cell === 'string' && !/^[\d.,% –±×-]*$/.test(cell) ? { class: 'note' } : {},
          typeof cell === 'number' ? numbers.format(cell) : String(cell))))))));
}

function millis(value) {
  return value >= 10000 ? `${numbers.format(value / 1000)} s` : `${value < 10 ? numbers.format(value) : whole.format(value)} ms`;
}

// ------------------------------------------------------------------------------------------ plots

const plots = [];

const axis = (label, more = {}) => ({
  label, labelSize: 18, size: 56, labelFont: '12px sans-serif', font: '12px sans-serif',
  stroke: () => colour('--faint'), grid: { stroke: () => colour('--line'), width: 1 },
  ticks: { stroke: () => colour('--line'), width: 1 }, ...more });

const line = (label, shade, more = {}) => ({
  label, stroke: () => colour(shade), width: 1.75, points: { show: false }, spanGaps: true,
  value: (plot, value) => value == null ? '–' : numbers.format(value), ...more });

function figure(parent, title, caption, options, values) {
  const box = element('div');
  const made = element('figure', {},
    element('figcaption', {}, element('strong', {}, title), caption), box);
  parent.append(made);
  const width = () => Math.max(280, Math.floor(made.getBoundingClientRect().width));
  const plot = new uPlot({ width: width(), height: 250, legend: { live: true }, cursor: { drag: { x: true } }, ...options }, values, box);
  plots.push(() => { plot.setSize({ width: width(), height: 250 }); plot.redraw(); });
}

/** Starts of functions, as ticks from the top, each with its name. */
const ticks = starts => ({ hooks: { draw: plot => {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.strokeStyle = colour('--c3');
  ctx.fillStyle = colour('--c3');
  ctx.font = `${11 * devicePixelRatio}px sans-serif`;
  ctx.setLineDash([4, 4]);
  starts.forEach((start, at) => {
    const x = plot.valToPos(start.second, 'x', true);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.textAlign = x > bbox.left + bbox.width * 0.7 ? 'right' : 'left';
    ctx.fillText(` ${start.name} `, x, bbox.top + (12 + 12 * (at % 4)) * devicePixelRatio);
  });
  ctx.restore();
} } });

const orNull = (value, present) => present ? value : null;

function overTime(parent, load) {
  const series = load.series;
  const x = series.map(one => one.second);
  const time = { scales: { x: { time: false } }, plugins: [ticks(load.starts)] };
  const followed = load.orders.count > 0;
  figure(parent, 'Throughput', 'Requests and orders a second, over seconds of the run.' + (load.starts.length ? ' Dashed: a function’s process was started.' : ''), {
    ...time, axes: [axis('seconds'), axis('per second')],
    series: [{ label: 'second' }, line('due', '--c7', { dash: [6, 3] }), line('answered', '--c0'),
      ...followed ? [line('orders ended', '--c2')] : [],
      line('failed', '--c3'), line('missed', '--c1')] },
  [x, series.map(one => one.due), series.map(one => one.answered),
    ...followed ? [series.map(one => one.ended)] : [],
    series.map(one => one.failed), series.map(one => one.missed)]);
  const log = { ...time, scales: { x: { time: false }, y: { distr: 3 } }, axes: [axis('seconds'), axis('ms, log scale', logAxis)] };
  if (followed) {
    figure(parent, 'Order to its end', 'From when an order was due to the event that ended it, as Kafka recorded it.', {
      ...log, series: [{ label: 'second' }, line('p50 ms', '--c2'), line('p99 ms', '--c1')] },
    [x, series.map(one => orNull(Math.max(one.orderP50, 0.1), one.ended > 0)), series.map(one => orNull(Math.max(one.orderP99, 0.1), one.ended > 0))]);
  }
  figure(parent, 'Answers', 'From when a request was due to its answer; waiting for its start is in it.', {
    ...log, series: [{ label: 'second' }, line('p50 ms', '--c0'), line('p99 ms', '--c1'), line('longest ms', '--c7', { dash: [3, 3] })] },
  [x, ...['p50', 'p99', 'max'].map(name => series.map(one => orNull(Math.max(one[name], 0.01), one.answered > 0)))]);
}

const logAxis = { values: (plot, splits) => splits.map(at => at == null || !/^1(?:0*|e.*)$|^0\.0*1$/.test(String(at)) ? '' : numbers.format(at) || String(at)) };

/** Percentile p stands at 1 / (1 - p): every halving of what is slower is as wide as the one before. */
function distribution(parent, load) {
  const curves = [['orders', 'order to its end', '--c2'], ['answers', 'answer', '--c0']].filter(([name]) => load[name].count > 0);
  const at = percentile => 1 / Math.max(1e-7, 1 - percentile / 100);
  const points = curves.map(([name]) => {
    const last = at(100 * (1 - 1 / Math.max(2, load[name].count)));
    return [load[name].curve.map(point => Math.min(at(point.percentile), last)), load[name].curve.map(point => Math.max(point.millis, 0.01))];
  });
  const percentiles = [0, 50, 90, 99, 99.9, 99.99, 99.999];
  figure(parent, 'Distribution', 'The time that so many per cent stay within. Towards the right, ever fewer are slower.', {
    scales: { x: { time: false, distr: 3 }, y: { distr: 3 } },
    axes: [axis('per cent, log scale of the rest', {
      splits: plot => percentiles.map(at).filter(x => x <= plot.scales.x.max * 1.01), filter: (plot, splits) => splits,
      values: (plot, splits) => splits.map(x => `${+(100 - 100 / x).toFixed(4)} %`) }), axis('ms, log scale', logAxis)],
    series: [{ label: 'percentile', value: (plot, x) => x == null ? '–' : `${+(100 - 100 / x).toFixed(4)} %` },
      ...curves.map(([, label, shade]) => line(`${label}, ms`, shade))] },
  uPlot.join(points));
}

function processes(parent, load) {
  if (load.samples.length === 0) return;
  const names = load.processes.map(use => use.name);
  const x = load.samples.map(sample => sample.second);
  for (const [field, title, caption, unit] of [
    ['cpu', 'Processors in use', 'By each process, between two looks.', 'processors'],
    ['memoryMb', 'Memory', 'Of each process; pages that several share count by share.', 'MB']]) {
    figure(parent, title, caption, {
      scales: { x: { time: false } }, plugins: [ticks(load.starts)], axes: [axis('seconds'), axis(unit)],
      series: [{ label: 'second' }, ...names.map((name, at) => line(name, `--c${at % 8}`))] },
    [x, ...names.map(name => load.samples.map(sample => sample[field][name] ?? null))]);
  }
}

// ------------------------------------------------------------------------------------------ a run

function tiles(load, balance) {
  const main = load.orders.count > 0 ? load.orders : load.answers;
  const what = load.orders.count > 0 ? 'order' : 'answer';
  const tile = (name, value, unit = '') => element('div', {}, element('dt', {}, name), element('dd', {}, value, ' ', element('small', {}, unit)));
  root.append(element('dl', { class: 'tiles' },
    tile(`${what}, p50`, millis(main.p50)), tile(`${what}, p99`, millis(main.p99)),
    ...balance ? [tile('orders', numbers.format(data.ordersPerSecond), 'a second'), tile('unaccounted', whole.format(data.unaccounted), 'must be 0')]
      : [tile('answers', numbers.format(load.requests.answered / load.seconds), 'a second')],
    tile('failed', whole.format(load.requests.failed), `of ${whole.format(load.requests.started)} requests`),
    tile('missed starts', whole.format(load.requests.missed)),
    tile('tester itself', numbers.format(100 * load.tester.cpuShare), '% of a processor')));
}

function balanceRows() {
  return [['sent', data.sent, ''], ['– shipped', data.shipped, ''], ['– rejected', data.rejected, ''],
    ['– payment failed', data.paymentFailed, ''], ['– cancelled', data.cancelled, 'paid, no carrier, refunded'],
    ['– dead-lettered', data.deadLettered, ''], ['– in flight', data.inFlight, ''], ['– unaccounted', data.unaccounted, 'must be 0'],
    ['duplicates', data.duplicates, 'ended again under another id'], ['redeliveries', data.redeliveries, 'the same event again, harmless'],
    ['charges', data.charges, 'by the ledger of the sandbox'], ['– double charges', data.doubleCharges, 'must be 0'],
    ['refunds', data.refunds, ''], ['bookings', data.bookings, ''], ['not sent', data.notSent, 'refused, or taken by nobody']];
}

function run() {
  const load = data.load;
  const balance = 'sent' in data;
  tiles(load, balance);
  const problems = [...load.broken, ...data.problems ?? [], ...load.interrupted ? ['interrupted: this is what was done until then'] : []];
  if (problems.length) section('What speaks against the run', element('ul', { class: 'problems' }, ...problems.map(one => element('li', {}, one))));
  const plotsBox = element('div', { class: 'plots' });
  section('Over time', plotsBox);
  overTime(plotsBox, load);
  distribution(plotsBox, load);
  processes(plotsBox, load);
  const columns = element('div', { class: 'columns' });
  section('Figures', columns);
  if (balance) columns.append(table(['Balance sheet', 'orders', ''], balanceRows()));
  const row = (name, of) => [name, of.count, of.p50, of.p90, of.p95, of.p99, of.p999, of.max];
  columns.append(table(['ms', 'count', 'p50', 'p90', 'p95', 'p99', 'p99.9', 'longest'], [
    ...load.orders.count ? [row('order to its end', load.orders)] : [], row('answer', load.answers), row('tester late by', load.lateness)]));
  const orders = balance && data.sent > 0 ? data.sent : 0;
  if (load.processes.length) columns.append(table(['Process', 'CPU s', ...orders ? ['CPU ms an order'] : [], 'peak MB', 'processes'], load.processes.map(use =>
    [use.name, use.cpuSeconds, ...orders ? [1000 * use.cpuSeconds / orders] : [], use.peakMemoryMb, use.instances])));
  const counts = Object.entries({ ...load.requests.errors, ...load.requests.replies });
  if (counts.length) columns.append(table(['Answer', 'requests'], counts));
  reproduce(load.machine, load.startedAt, `./orderflow load scenarios/${load.scenario}.yaml --report ${load.scenario}.html`);
}

function reproduce(machine, startedAt, command) {
  section('How to reproduce', element('pre', {}, command), table(['', ''], [
    ['began', startedAt], ['version', machine.version], ['machine', `${machine.system}, ${machine.processors} processors, ${whole.format(machine.memoryMb)} MB`],
    ['load before', machine.loadBefore], ['Java', machine.java]]));
}

// ----------------------------------------------------------------------------------------- a knee

function knee() {
  const { knee: found, scenario, machine, startedAt } = data.knee;
  const ordered = [...found.attempts].sort((a, b) => a.rate - b.rate);
  const plotsBox = element('div', { class: 'plots' });
  section('Attempts', plotsBox);
  const dots = { paths: () => null, points: { show: true, size: 9 } };
  figure(plotsBox, 'p99 at each rate', 'A dot is one attempt.' + (found.rate ? ` Dashed: the knee, ${numbers.format(found.rate)} a second.` : ''), {
    scales: { x: { time: false }, y: { distr: 3 } }, axes: [axis('per second'), axis('ms, log scale', logAxis)],
    plugins: found.rate ? [ticks([{ name: 'knee', second: found.rate }])] : [],
    series: [{ label: 'rate' }, line('holds, p99 ms', '--c2', { ...dots, points: { show: true, size: 9, fill: () => colour('--c2') } }),
      line('breaks, p99 ms', '--c3', dots)] },
  [ordered.map(one => one.rate), ordered.map(one => one.broken.length ? null : Math.max(one.p99, 0.1)), ordered.map(one => one.broken.length ? Math.max(one.p99, 0.1) : null)]);
  section('In their order', table(['Rate', 'p50 ms', 'p99 ms', ''], found.attempts.map(one =>
    [numbers.format(one.rate), one.p50, one.p99, one.broken.length ? one.broken.join('; ') : 'holds'])));
  reproduce(machine, startedAt, `./orderflow load scenarios/${scenario}.yaml --report knee.html`);
}

// ------------------------------------------------------------------------------ wirings, compared

const median = values => {
  const sorted = [...values].sort((a, b) => a - b), middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** A bar as long as the median, a line from the least to the most of the rounds. */
function bar(values, longest) {
  const share = value => 100 * value / longest;
  const box = element('span', { class: 'spread' });
  const filled = element('span', { class: 'bar' });
  filled.style.width = `${share(median(values))}%`;
  const whisker = element('span', { class: 'whisker' });
  whisker.style.left = `${share(Math.min(...values))}%`;
  whisker.style.width = `${share(Math.max(...values) - Math.min(...values))}%`;
  box.append(filled, whisker);
  return box;
}

function times(cell) {
  const { ratio, low, high } = cell.toBaseline;
  if (cell.contender === cell.baseline || typeof ratio !== 'number') return '';
  const short = value => value > 99 ? '> 99' : value.toFixed(2);
  const text = `× ${short(ratio)}`;
  return typeof low === 'number' ? `${text}  (${short(low)} – ${short(high)})${low > 1 || high < 1 ? ' *' : ''}` : text;
}

function bars(title, rows) {
  const columns = element('div', { class: 'columns' });
  section(title, columns);
  for (const row of rows) {
    const longest = Math.max(...row.cells.flatMap(cell => cell.values), 1e-9);
    const made = table(['', 'median', '', ''], row.cells.map(cell =>
      [cell.contender, median(cell.values), bar(cell.values, longest), times(cell)]));
    made.classList.add('bars');
    columns.append(element('figure', {}, element('figcaption', {}, element('strong', {}, row.unit ? `${row.name}, ${row.unit}` : row.name)), made));
  }
}

function compare() {
  const report = data.compare;
  const { wirings, variants } = report.contest;
  if (report.problems.length) section('What speaks against the runs', element('ul', { class: 'problems' }, ...report.problems.map(one => element('li', {}, one))));
  root.append(element('p', {}, `${report.rounds} rounds of ${variants.length ? 'every wiring and variant' : 'every wiring'}, in turn. The bar is the median, the line across it goes from the least to the most. × is the ratio to the first of the list, paired by rounds, with its 95 % interval; * where that leaves out 1.${variants.length ? ` A variant other than ${variants[0]} is compared with ${variants[0]} of the same wiring.` : ''}`));
  bars('Figures; less is better', report.rows);
  if (report.fromNothing.length) bars(`When no function is there at first, through ${wirings[0]}`, report.fromNothing);
  if (report.faults.length) section('A function killed in the middle',
    element('p', {}, `kill -9 of ${report.faults[0].killed} in second ${numbers.format(report.faults[0].second)}, one run of each. Orders that had not ended are counted 10 s and 120 s after the last was sent; an order that rests for 120 s is sent again by the sweeper.`),
    table(['', 'killed', 'orders', 'open after 10 s', 'after 120 s', 'lost', 'charged twice', 'p99 ms', 'p99 else', 'longest ms'], report.faults.map(fault =>
      [fault.contender, fault.processes, fault.sent, fault.openSoon, fault.openLate, fault.lost, fault.doubleCharges, fault.p99, fault.usualP99, fault.longest])));
  const idle = element('div', { class: 'columns' });
  section('Idle: what the platform takes with nothing to do', idle);
  for (const [when, of] of [['before the first round', report.idle], ['functions still up', report.idleAfter]]) {
    idle.append(table([when, 'CPU ms a second', 'MB'], [
      ...of.processes.map(use => [use.name, 1000 * use.cpuSeconds / of.seconds, use.peakMemoryMb]),
      ['all', 1000 * of.processors, of.memoryMb]]));
  }
  reproduce(report.machine, report.startedAt, `./orderflow compare scenarios/${report.scenario}.yaml --wirings ${wirings.join(',')}${variants.length ? ` --variants ${variants.join(',')}` : ''} --rounds ${report.rounds}${report.faults.length ? '' : ' --kill none'} --report compare.html`);
}

// ----------------------------------------------------------------------------------- cold starts

/** A tick for each value. */
function strip(values, longest) {
  const box = element('span', { class: 'spread' });
  box.append(...values.map(value => {
    const made = element('span', { class: 'tick' });
    made.style.left = `${100 * value / longest}%`;
    return made;
  }));
  return box;
}

function coldStart() {
  const report = data.coldStart;
  const longest = 1.02 * Math.max(...report.rows.flatMap(row => row.firstAnswer.sorted), 1);
  const strips = table(['', '', '', ''], report.rows.map(row =>
    [row.function, row.variant, strip(row.firstAnswer.sorted, longest), millis(row.firstAnswer.p50)]));
  strips.classList.add('strips');
  section('Each start, from nothing to the first answer', element('p', {}, `A tick is one start; the left edge is 0, the right one ${millis(longest)}. Beside it the median.`), strips);
  const parts = ['process', 'framework', 'connection', 'firstRequest'];
  section('Until the first answer, p50 in ms', element('p', {}, `${report.starts} starts of each, in turn. The first answer is the sum of the four before it, as medians nearly; second is the same request again.`),
    table(['Function', 'variant', 'process', 'framework', 'connection', 'first request', 'first answer', 'p95', 'second'], report.rows.map(row =>
      [row.function, row.variant, ...parts.map(part => row[part].p50), row.firstAnswer.p50, row.firstAnswer.p95, row.secondAnswer.p50])));
  section('Warm', table(['Function', 'variant', 'MB after the first answer', 'MB under load', 'answers a second', 'CPU ms each', 'MB on disk'], report.rows.map(row =>
    [row.function, row.variant, row.memoryMb, row.load.memoryMb, row.load.perSecond, row.load.cpuMillis, row.diskMb])));
  const remedies = table(['Function', 'remedy', 'first answer, ms', 'price'], report.remedies.map(remedy =>
    [remedy.function, remedy.name, remedy.firstAnswer, remedy.price]));
  remedies.classList.add('words');
  section('Remedies', remedies);
  if (report.missing.length) section('Not built', element('ul', {}, ...report.missing.map(one => element('li', {}, one))));
  reproduce(report.machine, report.startedAt, `./orderflow cold-start --starts ${report.starts} --report cold.html`);
}

// ----------------------------------------------------------------------------------------- a plan

function plan() {
  const report = data.plan;
  const best = report.rows[0];
  const plotsBox = element('div', { class: 'plots' });
  section(`Over time, with containerConcurrency ${best.containerConcurrency}, min-scale ${best.minScale}, scale-down-delay ${best.scaleDownDelay} s`, plotsBox);
  const x = report.stretches.map(one => one.hour);
  const time = { scales: { x: { time: false } } };
  figure(plotsBox, 'Pods', 'The most of each stretch, those that start included.', {
    ...time, axes: [axis('hours'), axis('pods', { incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] })],
    series: [{ label: 'hour' }, line('pods', '--c0', { paths: uPlot.paths.stepped({ align: 1 }) })] },
  [x, report.stretches.map(one => one.pods)]);
  figure(plotsBox, 'Requests', 'The most of each stretch: in flight, and of these, waiting for a pod.', {
    ...time, axes: [axis('hours'), axis('requests')],
    series: [{ label: 'hour' }, line('in flight', '--c2'), line('waiting', '--c3')] },
  [x, report.stretches.map(one => one.inFlight), report.stretches.map(one => one.waiting)]);
  section(`What was tried, the cheapest first; slower than ${millis(report.p99Millis)} last`, table(
    ['concurrency', 'min-scale', 'delay, s', 'p50 ms', 'p99 ms', 'starts/h', 'pods', 'pod h', 'CPU h', 'GB h', 'cost', ''],
    report.rows.map(row => [row.containerConcurrency, row.minScale, row.scaleDownDelay, row.p50, row.p99, row.coldStartsPerHour,
      row.mostPods, row.podHours, row.cpuHours, row.memoryGbHours, row.cost.toFixed(4), row.fast ? '' : 'too slow'])));
  section('What it is', element('p', {}, `${whole.format(report.requests)} requests in ${numbers.format(report.hours)} hours: ${report.description} The work on one takes ${millis(report.workMillis)} (p50), a cold start ${millis(report.coldStartMillis)}. Simulated, with the algorithm of Knative’s autoscaler; nothing was sent.`));
}

if (data.plan) plan();
if (data.coldStart) coldStart();
if (data.load) run();
if (data.knee) knee();
if (data.compare) compare();
const redraw = () => plots.forEach(again => again());
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
matchMedia('print').addEventListener('change', redraw);
addEventListener('resize', redraw);
