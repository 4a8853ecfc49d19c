/** Page one is denser than the pages behind it. */
export const partsSheet = `.page:has(>header) section{margin-top:16px}
.page:has(>header) .pair{margin-top:16px}
.page:has(>header) .pair>section{margin-top:0}
.head{display:flex;justify-content:space-between;align-items:baseline;gap:10px;break-after:avoid}
.more{color:#5d5c57;font-size:11.5px;white-space:nowrap}
th>.tone-more-evidence{white-space:nowrap}
.part+.part{margin-top:30px}
.part>h2{margin-bottom:5px;font-size:19px;line-height:1.25;letter-spacing:-.01em}
.part>section,.part>.pair{margin-top:16px}
.answer{font-size:13.5px;break-inside:avoid}
h3{margin:0 0 5px;font-size:13.5px;font-weight:600;break-after:avoid}
h2,h3,.answer,.note:not(:last-child){break-after:avoid}
.group th{padding-top:9px;font-weight:600;color:#1d1d1b;font-size:12.5px;white-space:normal}
.group span{font-weight:400;color:#5d5c57}
tbody{break-inside:auto}
.group{break-after:avoid}
section.long tbody:not(:has(.group))>tr:is(:first-child,:nth-last-child(2)){break-after:avoid}
.examples{table-layout:fixed}
.examples th,.examples td{overflow-wrap:anywhere}
.examples thead th:nth-child(1){width:33%}
.examples thead th:nth-child(2){width:9%}
.examples thead th:nth-child(3){width:11%}
.key{display:flex;flex-wrap:wrap;gap:2px 14px;margin-top:6px;color:#5d5c57;font-size:11.5px;break-after:avoid}
.key span{display:inline-flex;gap:5px;align-items:center}
.key+svg{margin-top:8px}
.told p+p{margin-top:2px}
.quiet{color:#5d5c57}
.names{margin:4px 0 0;padding:0;list-style:none;columns:3;column-gap:24px}
.names li{break-inside:avoid;overflow-wrap:anywhere;padding:1.5px 0}
.names li+li{margin-top:0}
.sum th,.sum td{border-top:1px solid #1d1d1b;font-weight:600;color:#1d1d1b}
.facts.sums th,.facts.sums td{padding-top:2.5px;padding-bottom:2.5px}
.facts.sums th{white-space:normal}
.facts.wide{max-width:none}
.facts.wide th,.facts.wide td{padding-top:3.5px;padding-bottom:3.5px}
.facts.wide th{width:200px;padding-right:14px;white-space:normal}
table.facts{break-inside:avoid}
table[aria-labelledby=what],table[aria-labelledby=what] tr{break-inside:auto}
.facts.wide[aria-labelledby=method-claim] th{width:292px}
#method-sources~p{font-size:11.5px;line-height:1.35}
#method-sources~p+p{margin-top:2px}
.plain{margin:0;padding:0;list-style:none}
.plain li+li{margin-top:3px}
.plain.many{columns:2;column-gap:20px}
.plain.many li{break-inside:avoid;margin-top:0;padding:1.5px 0}
.facts.wide td{text-align:left}
.formula{margin:6px 0 6px 18px;font-style:italic}
`
