/// How the cards look, on paper and on a screen. A page is as large as what A4 and Letter both have within a margin of 10 mm.
public enum CardStyle {
    public static let text = """

        @page { margin: 10mm; }
        * { box-sizing: border-box; }
        html { background: #fff; color: #000; }
        body { margin: 0; font: 12pt/1.35 "Atkinson Hyperlegible", Andika, Verdana, "DejaVu Sans", sans-serif; }
        header { max-width: 190mm; margin: 5mm auto; padding: 0 5mm; }
        h1 { font-size: 22pt; margin: 0 0 2mm; }
        p { margin: 0; }
        .page { width: 190mm; height: 254mm; margin: 0 auto 8mm; overflow: hidden; display: flex; flex-direction: column;
          break-inside: avoid; }
        .page + .page { break-before: page; }
        .page h2 { font-size: 9pt; font-weight: normal; margin: 0 0 2mm; height: 4.5mm; line-height: 4.5mm; }
        .drawing { display: block; width: 100%; height: 100%; }
        .grid { flex: 1; padding: .2mm; display: grid; grid-template-columns: 1fr 1fr; grid-auto-rows: 1fr; min-height: 0; }
        .grid.n1, .grid.n2, .grid.n3 { grid-template-columns: 1fr; }
        .grid.n4 { grid-template-rows: repeat(2, 1fr); }
        .grid.n5, .grid.n6 { grid-template-rows: repeat(3, 1fr); }
        .grid.n5 .card:last-child { grid-column: span 2; }
        .card { border: .35mm dashed #000; margin: -.175mm; padding: 4mm; display: flex; flex-direction: column;
          align-items: center; justify-content: center; text-align: center; overflow: hidden; min-height: 0; }
        .card .art { flex: 1; min-height: 0; width: 100%; max-height: 46mm; }
        .n1 .card .art { max-height: 130mm; }
        .n2 .card .art { max-height: 70mm; }
        .n4 .card .art { max-height: 60mm; }
        .card .says { font-size: 20pt; font-weight: bold; line-height: 1.15; margin-top: 2mm; }
        .n1 .says, .n2 .says, .n3 .says { font-size: 26pt; }
        .card .how { font-size: 9.5pt; line-height: 1.25; margin-top: 1.5mm; }
        .n1 .how, .n2 .how, .n3 .how, .n4 .how { font-size: 12pt; }
        .card .names { font-size: 17pt; font-weight: bold; line-height: 1.2; margin-top: 2.5mm; }
        .card .names.long { font-size: 11pt; font-weight: normal; }
        .blank { display: block; width: 100%; height: 9mm; border-bottom: .3mm solid #000; }
        .faces { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 5mm; flex: 1; min-height: 0; width: 100%; }
        .faces div { display: flex; flex-direction: column; min-height: 0; align-items: center; }
        .faces .drawing { flex: 1; min-height: 0; }
        .thermometer .scale { position: relative; height: 245mm; }
        .thermometer .scale > .drawing { position: absolute; left: 0; top: 0; width: 70mm; height: 245mm; }
        .thermometer .zone { position: absolute; left: 0; width: 190mm; height: 81.6mm; display: flex; }
        .thermometer .red { top: 0; }
        .thermometer .yellow { top: 81.7mm; }
        .thermometer .green { top: 163.3mm; }
        .thermometer .stop { width: 70mm; text-align: center; padding-top: 19mm; }
        .thermometer .red .stop { padding-top: 21mm; }
        .thermometer .stop .drawing { height: 34mm; }
        .thermometer .stop strong { font-size: 20pt; line-height: 1.2; }
        .thermometer .signs { width: 120mm; padding: 10mm 4mm 5mm 8mm; border-bottom: .4mm solid #000; }
        .thermometer .green .signs { border-bottom: 0; }
        .thermometer ul { margin: 0 0 2mm; padding: 0 0 0 5mm; font-size: 18pt; line-height: 1.35; }
        .thermometer .ours { font-size: 10pt; margin-top: 1mm; }
        .place .name { font-size: 26pt; font-weight: bold; text-align: center; line-height: 1.2; }
        .place .rule { text-align: center; margin: 1mm 0 4mm; }
        .words .card { align-items: stretch; text-align: left; justify-content: flex-start; }
        .words h3 { font-size: 12pt; margin: 0 0 4mm; padding-bottom: 2mm; border-bottom: .6mm solid #000; }
        .words .said { font-size: 21pt; line-height: 1.3; margin-bottom: 4mm; }
        .words .longer .said { font-size: 18pt; margin-bottom: 3.5mm; }
        .words .long .said { font-size: 16pt; margin-bottom: 3mm; }
        .fan .strips { flex: 1; display: grid; grid-auto-rows: 1fr; min-height: 0; }
        .strip { display: grid; grid-template-columns: 10mm 26mm 1fr; gap: 5mm; align-items: center; text-align: left;
          border: .35mm dashed #000; margin-top: -.35mm; padding: 2mm 5mm; min-height: 0; overflow: hidden; }
        .strip .hole .drawing { width: 7mm; height: 7mm; }
        .strip .drawing { height: 26mm; }
        .strip h3 { font-size: 16pt; margin: 0 0 1mm; line-height: 1.2; }
        .strip p { font-size: 12.5pt; line-height: 1.3; }
        .helps .boxes { flex: 1; display: grid; grid-template-rows: repeat(3, 1fr); gap: 4mm; min-height: 0; }
        .helps .box { border: .8mm solid #000; border-radius: 6mm; padding: 4mm 6mm; display: grid;
          grid-template-columns: 26mm 1fr; gap: 0 5mm; align-items: start; min-height: 0; }
        .helps .box .drawing { height: 26mm; }
        .helps .box strong { font-size: 17pt; }
        .helps .line { display: flex; gap: 3mm; align-items: flex-end; margin: 0 0 4mm; font-size: 14pt; }
        .helps .line .blank { flex: 1; height: 8mm; }
        @media print { header { display: none; } .page { margin: 0; } }
        @media screen {
          .page { outline: 1px solid #999; outline-offset: 5mm; margin-bottom: 16mm; }
          header .way { display: flex; gap: 4mm; align-items: center; margin: 0 0 5mm; }
          header a, header button { font: inherit; min-height: 44px; padding: 10px 18px; border: 2px solid #000;
            border-radius: 22px; background: #fff; color: #000; text-decoration: none; }
          header button { background: #000; color: #fff; cursor: pointer; }
          :focus-visible { outline: 3px solid #000; outline-offset: 3px; }
        }
        /* Pages keep the size of paper, and are seen smaller where there is less room. */
        @media screen and (max-width: 780px) { .page { zoom: .75; } }
        @media screen and (max-width: 600px) { .page { zoom: .6; } }
        @media screen and (max-width: 480px) { .page { zoom: .48; } }
        @media screen and (max-width: 400px) { .page { zoom: .43; } }

        """
}
