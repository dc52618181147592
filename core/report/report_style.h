// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace gbs {

/// The style sheet of a report, without characters that need escaping in XML.
inline constexpr std::string_view report_style = R"(
:root { color-scheme: light dark; --page: #f5f6f8; --card: #ffffff; --text: #1c1f24; --dim: #5d6470;
  --line: #cbd0d8; --right: #17692f; --wrong: #b3261e; --unsure: #7a5200; }
@media (prefers-color-scheme: dark) { :root { --page: #17191c; --card: #23262b; --text: #e6e8eb;
  --dim: #9aa2ae; --line: #3c4149; --right: #6cc985; --wrong: #ff8f88; --unsure: #e0b25a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 1280px; background: var(--page); color: var(--text);
  font: 15px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.6em; margin: 0 0 12px; }
h2 { font-size: 1.1em; margin: 0; overflow-wrap: anywhere; }
h3 { font-size: 1.05em; margin: 0; overflow-wrap: anywhere; }
header, section, footer { background: var(--card); border: 1px solid var(--line); border-radius: 8px;
  padding: 16px; margin: 0 0 16px; }
section { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0; }
dt, .dim, figcaption { color: var(--dim); }
dd { margin: 0; overflow-wrap: anywhere; }
.dim { margin: 0 0 12px; font-size: 0.9em; overflow-wrap: anywhere; }
.photo { display: grid; grid-template-columns: minmax(120px, 240px) 1fr; gap: 16px; }
.phrase { border-top: 1px solid var(--line); padding: 10px 0; }
.phrase:first-child { border-top: 0; padding-top: 0; }
.title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 12px; margin-bottom: 8px; }
.maps { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 10px; }
figure { margin: 0; }
figcaption { font-size: 0.86em; margin-top: 4px; font-variant-numeric: tabular-nums; }
figcaption b { color: var(--text); }
img { display: block; max-width: 100%; height: auto; border-radius: 4px; }
.right { color: var(--right); } .wrong, .error { color: var(--wrong); } .unsure, .absent { color: var(--unsure); }
.verdict { font-weight: 600; }
nav ol { columns: 14em auto; margin: 8px 0 16px; }
.show { color: var(--dim); margin-inline-end: 8px; }
label { margin-inline: 2px 14px; }
#show-right:checked ~ main .phrase:not(.is-right), #show-wrong:checked ~ main .phrase:not(.is-wrong),
#show-unsure:checked ~ main .phrase:not(.is-unsure), #show-absent:checked ~ main .phrase:not(.is-absent),
#show-none:checked ~ main .phrase:not(.is-none), #is-strong:checked ~ main .phrase:not(.has-strong),
#is-medium:checked ~ main .phrase:not(.has-medium), #is-weak:checked ~ main .phrase:not(.has-weak),
#is-none:checked ~ main .phrase:not(.has-none) { display: none; }
body:not(:has(.strength)) .by-strength { display: none; }
.strength { padding: 0 9px; border-radius: 9px; font-size: 0.85em; color: #fff; background: #666c76; }
.has-strong .strength { background: #007655; } .has-medium .strength { background: #1f68a8; }
.has-weak .strength { background: #a35500; }
main { margin-top: 16px; }
.store { position: absolute; }
.large { display: none; }
.large:target { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 12px;
  position: fixed; inset: 0; z-index: 1; padding: 20px; background: #000d; color: #fff; text-decoration: none; cursor: zoom-out; }
.large svg { max-width: 100%; max-height: 86vh; width: 100%; }
figure a { cursor: zoom-in; }
.note { margin: 0 0 8px; white-space: pre-wrap; overflow-wrap: anywhere; }
.bar { display: flex; align-items: center; gap: 8px; margin: 12px 0 0; color: var(--dim); }
.bar img { height: 10px; width: 200px; }
@media (max-width: 720px) { .photo { grid-template-columns: 1fr; } }
@media print { body { background: none; padding: 0; max-width: none; } }
)";

}  // namespace gbs
