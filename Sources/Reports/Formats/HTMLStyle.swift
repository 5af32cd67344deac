/// How a report's page looks: calm, in the system's own letters, by day and by night, on a phone
/// and on paper.
enum HTMLStyle {
  static let sheet = """

    \(palette)
    \(text)
    \(blocks)
    \(tables)
    \(charts)
    \(paper)

    """

  private static let palette = """
    :root {
      --ground: #fbfaf7; --card: #ffffff; --ink: #1f2933; --quiet: #5a6570; --line: #e2dfd6;
      --track: #efece4; --edge: #1f292340; --accent: #2f6f8f; --good: #24713f; --bad: #b0322b;
      --open: #835600;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #13171b; --card: #1b2127; --ink: #e6e9eb; --quiet: #9ca8b2; --line: #2d353d;
        --track: #232a31; --edge: #dfe7ee59; --accent: #6cb3d6; --good: #74cd98; --bad: #ff9389;
        --open: #e3b462;
      }
    }
    """

  private static let text = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--ground); color: var(--ink);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
    }
    main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 3rem; }
    h1, h2 { line-height: 1.2; }
    h1 {
      display: flex; gap: .55em; margin: .2rem 0 .6rem; font-weight: 600; letter-spacing: -.015em;
      font-size: clamp(1.6rem, 1.25rem + 1.8vw, 2.3rem);
    }
    h2 { margin: 0 0 .9rem; font-size: 1.15rem; font-weight: 600; }
    p { margin: 0 0 .6rem; }
    code, pre {
      font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      font-size: .875em;
    }
    .kicker, .quiet, .label, footer { color: var(--quiet); font-size: .9rem; }
    .lead { font-size: 1.05rem; color: var(--quiet); }
    .good .mark { color: var(--good); }
    .bad .mark { color: var(--bad); }
    .open .mark { color: var(--open); }
    """

  private static let blocks = """
    section { margin-top: 2.75rem; }
    .card {
      margin-top: 1.75rem; padding: 1.2rem 1.35rem 1rem; background: var(--card);
      border: 1px solid var(--line); border-left: 4px solid var(--bad); border-radius: 8px;
    }
    .card.open { border-left-color: var(--open); }
    .card .label { margin: 0 0 .15rem; }
    .card h2 { margin-bottom: .8rem; font-size: 1.3rem; }
    .card .label b { color: var(--bad); }
    .card.open .label b { color: var(--open); }
    .fix b { margin-right: .35em; }
    pre {
      margin: 0 0 .9rem; padding: .7rem .9rem; background: var(--track); border-radius: 6px;
      white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.45;
    }
    ol, ul { margin: 0 0 .7rem; padding-left: 1.3rem; }
    li { margin-bottom: .2rem; overflow-wrap: anywhere; }
    dl { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 0; }
    dt { color: var(--quiet); font-size: .9rem; }
    dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
    summary { color: var(--quiet); cursor: pointer; font-size: .9rem; }
    footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
    """

  private static let tables = """
    /* A shade at the edge behind which there is more to scroll to. */
    .wide {
      overflow-x: auto;
      background:
        linear-gradient(to right, var(--ground), transparent) left / 2.5rem 100%,
        linear-gradient(to left, var(--ground), transparent) right / 2.5rem 100%,
        linear-gradient(to right, var(--edge), transparent) left / .9rem 100%,
        linear-gradient(to left, var(--edge), transparent) right / .9rem 100%;
      background-attachment: local, local, scroll, scroll;
      background-repeat: no-repeat;
    }
    table { width: 100%; border-collapse: collapse; font-size: .9rem; line-height: 1.4; }
    caption { padding-bottom: .4rem; color: var(--quiet); text-align: left; }
    th, td {
      padding: .45rem .9rem .45rem 0; border-top: 1px solid var(--line); text-align: left;
      vertical-align: top;
    }
    th:last-child, td:last-child { padding-right: 0; overflow-wrap: anywhere; }
    thead th { border-top: 0; color: var(--quiet); font-weight: 500; }
    tbody th { font-weight: 600; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    td span, td time { white-space: nowrap; }
    td .fail { color: var(--bad); font-weight: 600; }
    td .unknown, td .inconclusive { color: var(--open); font-weight: 600; }
    td .skipped { color: var(--quiet); }
    """

  private static let charts = """
    svg { display: block; overflow: visible; font-size: .9rem; font-variant-numeric: tabular-nums; }
    svg text { fill: var(--ink); }
    .legs { margin-bottom: 1.5rem; }
    .legs .name { font-weight: 600; }
    .legs .time, .end { text-anchor: end; }
    .legs .time { fill: var(--quiet); }
    .track { fill: var(--track); }
    .pass .bar { fill: var(--accent); }
    .fail .bar, .unknown .bar { fill: none; stroke-width: 1.5; stroke-dasharray: 5 4; }
    .fail .bar { stroke: var(--bad); }
    .unknown .bar { stroke: var(--open); }
    .legs .fail text { fill: var(--bad); }
    .legs .unknown text { fill: var(--open); }
    .legs .skipped text { fill: var(--quiet); font-weight: 400; }
    .history { margin-bottom: .75rem; }
    .history path { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-linejoin: round; }
    .history circle { fill: var(--accent); }
    .history .grid { stroke: var(--line); }
    .history .median { stroke: var(--quiet); stroke-dasharray: 3 4; }
    .history .axis { fill: var(--quiet); font-size: .75rem; }
    .history .mark { text-anchor: middle; font-size: .8rem; }
    .history .mark.fail { fill: var(--bad); }
    .history .mark.unknown { fill: var(--open); }
    """

  private static let paper = """
    @media (max-width: 30rem) {
      main { padding: 1.5rem 1rem 2rem; }
      section { margin-top: 2.25rem; }
      th, td { padding-right: .6rem; }
      table { font-size: .84rem; }
      td time { white-space: normal; }
      .wide th, .wide td { padding-right: .4rem; font-size: .78rem; }
    }
    @media print {
      :root {
        --ground: #fff; --card: #fff; --ink: #000; --quiet: #444;
        --line: #ccc; --track: #eee; --accent: #2f6f8f; --good: #24713f; --bad: #b0322b;
        --open: #835600;
      }
      main { max-width: none; padding: 0; }
      section, tr { break-inside: avoid; }
      details { display: none; }
    }
    """
}
