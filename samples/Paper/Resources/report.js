'use strict';
(() => {
  const ours = JSON.parse(document.getElementById('ours').textContent);
  const published = JSON.parse(document.getElementById('published').textContent);
  const names = { magnitude: 'magnitude', random: 'random', dtc: 'DTC' };
  const symbols = { magnitude: 'circle', random: 'diamond', dtc: 'triangle' };
  const charts = [];

  const color = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
  const pairs = (series, values) => series.sparsity.map((x, i) => [x, values[i] ?? null]);
  const number = value => value === null || value === undefined ? 'undefined'
    : Math.abs(value) < 0.01 && value !== 0 ? value.toExponential(3) : value.toFixed(4);

  function frame(xMin, xMax, yName) {
    const axis = {
      type: 'value', nameTextStyle: { color: color('muted') }, axisLabel: { color: color('muted'), hideOverlap: true, formatter: v => String(+v.toPrecision(6)) },
      axisLine: { show: true, lineStyle: { color: color('line') } }, splitLine: { lineStyle: { color: color('grid') } },
    };
    return {
      animation: false,
      aria: { enabled: true },
      textStyle: { fontFamily: 'system-ui, sans-serif' },
      grid: { left: 64, right: 24, top: 48, bottom: 80 },
      legend: { bottom: 0, textStyle: { color: color('text') }, inactiveColor: color('line'), data: [] },
      toolbox: { right: 8, top: 0, iconStyle: { borderColor: color('muted') },
        feature: { dataZoom: { filterMode: 'none' }, restore: {}, saveAsImage: { backgroundColor: color('page') } } },
      tooltip: {
        trigger: 'axis', confine: true, backgroundColor: color('card'), borderColor: color('line'), textStyle: { color: color('text') },
        formatter: items => {
          const shown = items.filter(item => item.seriesId.startsWith('point') || item.seriesId.startsWith('mean'));
          if (!shown.length) return '';
          const rows = shown.map(item => item.marker + ' ' + item.seriesName + ': <b>' + number(item.value[1]) + '</b>');
          const i = ours.sparsity.indexOf(shown[0].value[0]);
          return 'sparsity ' + shown[0].value[0].toFixed(3) + (i < 0 ? '' : ', ' + ours.neurons_kept[i] + ' neurons') + '<br>' + rows.join('<br>');
        },
      },
      xAxis: { ...axis, name: 'share of neurons removed (sparsity)', nameLocation: 'middle', nameGap: 30, min: xMin, max: xMax, interval: (xMax - xMin) / 5 },
      yAxis: { ...axis, name: yName, scale: true },
      dataZoom: [{ type: 'inside', xAxisIndex: 0, filterMode: 'none', zoomOnMouseWheel: 'ctrl' }],
      series: [],
    };
  }

  function add(option, series) {
    if (!option.legend.data.some(entry => entry.name === series.name)) {
      option.legend.data.push({ name: series.name, icon: series.legendIcon });
    }
    option.series.push(series);
  }

  function accuracy(option, xMin) {
    const visible = [];
    for (const method of Object.keys(names)) {
      const paint = color(method);
      const sources = [['ours', ours, true], ['published', published, false]];
      for (const [label, series, solid] of sources) {
        if (!series.accuracy[method]) continue;
        const name = names[method] + ', ' + label;
        const points = pairs(series, series.accuracy[method]);
        visible.push(...points.filter(p => p[0] >= xMin).map(p => p[1]));
        const itemStyle = solid ? { color: paint } : { color: 'transparent', borderColor: paint, borderWidth: 1.5 };
        add(option, { id: 'point ' + name, name, type: 'scatter', data: points, symbol: symbols[method], symbolSize: 8, itemStyle, color: paint });
        add(option, { id: 'line ' + name, name, type: 'line', data: pairs(series, series.accuracy_lowess_frac_0_3[method]), showSymbol: false,
          color: paint, lineStyle: { color: paint, width: 2, type: solid ? 'solid' : 'dashed' }, z: 1 });
      }
      const repeats = ours.repeats;
      if (repeats && repeats.mean[method]) {
        const name = names[method] + ', mean of ' + repeats.seeds.length + ' seeds';
        const lower = repeats.lower95[method];
        const upper = repeats.upper95[method];
        visible.push(...ours.sparsity.flatMap((x, i) => x >= xMin ? [lower[i], upper[i]] : []));
        const band = { type: 'line', name, showSymbol: false, lineStyle: { opacity: 0 }, color: paint, stack: 'band ' + method, stackStrategy: 'all', silent: true, z: 0 };
        add(option, { ...band, legendIcon: 'roundRect', id: 'lower ' + name, data: pairs(ours, lower) });
        add(option, { ...band, id: 'upper ' + name, data: pairs(ours, upper.map((u, i) => u - lower[i])), areaStyle: { color: paint, opacity: 0.15 } });
        add(option, { id: 'mean ' + name, name, type: 'line', showSymbol: false, data: pairs(ours, repeats.mean[method]), color: paint,
          lineStyle: { color: paint, width: 1, type: 'dotted' } });
      }
    }
    const low = Math.min(...visible);
    const high = Math.max(...visible);
    const margin = (high - low) * 0.04;
    const perUnit = high - low > 0.25 ? 10 : 20; // the ends lie on the axis's own steps
    option.yAxis.min = Math.floor((low - margin) * perUnit) / perUnit;
    option.yAxis.max = Math.min(1, Math.ceil((high + margin) * perUnit) / perUnit);
    return option;
  }

  function single(option, field, step) {
    const sources = [['ours', ours, true], ['published', published, false]];
    for (const [label, series, solid] of sources) {
      if (!series[field] || !series[field].some(value => value !== null)) continue;
      const paint = solid ? color('dtc') : color('muted');
      add(option, { id: 'point ' + label, name: 'DTC, ' + label, type: 'line', data: pairs(series, series[field]), step: step ? 'end' : false,
        symbol: symbols.dtc, symbolSize: 7, connectNulls: false, color: paint, itemStyle: { color: paint },
        lineStyle: { color: paint, width: 2, type: solid ? 'solid' : 'dashed' } });
    }
    option.yAxis.min = 0;
    if (!option.series.length) {
      option.title = { text: 'DTC was not run', left: 'center', top: 'middle', textStyle: { color: color('muted'), fontSize: 14 } };
    }
    return option;
  }

  function draw() {
    while (charts.length) charts.pop().dispose();
    const figures = {
      'accuracy': accuracy(frame(0, 1, 'test accuracy'), 0),
      'closeup': accuracy(frame(0.8, 1, 'test accuracy'), 0.8),
      'rays': single(frame(0, 1, 'mean |ray| / neurons'), 'weight_ray_abs_mean_over_size', true),
      'entropy-previous': single(frame(0, 1, 'entropy (bits)'), 'gibbs_entropy_previous_bits', false),
      'entropy-next': single(frame(0, 1, 'entropy (nats)'), 'gibbs_entropy_next_nats', false),
    };
    for (const [id, option] of Object.entries(figures)) {
      const chart = echarts.init(document.getElementById(id), null, { renderer: 'svg' });
      chart.setOption(option);
      charts.push(chart);
      fit(chart);
    }
  }

  // The legend wraps on narrow screens: the plot leaves it the lines that it takes.
  function fit(chart) {
    chart.resize();
    const columns = Math.max(1, Math.floor(chart.getWidth() / 145));
    const lines = Math.ceil(chart.getOption().legend[0].data.length / columns);
    chart.setOption({ grid: { bottom: 56 + 24 * Math.max(1, lines) } });
  }

  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  addEventListener('resize', () => charts.forEach(fit));
})();
