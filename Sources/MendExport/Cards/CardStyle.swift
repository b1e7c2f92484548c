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
        .drawing { display: block; width: 100%; height: 100%; fill: none; stroke: #000; stroke-width: 4;
          stroke-linecap: round; stroke-linejoin: round; }
        .drawing .ink { fill: #000; stroke: none; }
        .drawing .paper { fill: #fff; }
        .drawing .fill { fill: #fff; stroke: none; }
        .drawing .gap { stroke: #fff; }
        .drawing .thin { stroke-width: 2.5; }
        .drawing .dots { stroke-width: 2; stroke-dasharray: 1 6; }
        .grid { flex: 1; display: grid; grid-template-columns: 1fr 1fr; grid-auto-rows: 1fr; min-height: 0; }
        .grid.three { grid-template-rows: repeat(3, 1fr); }
        .grid.two { grid-template-rows: repeat(2, 1fr); }
        .card { border: .35mm dashed #000; margin: -.175mm; padding: 5mm; display: flex; flex-direction: column;
          align-items: center; justify-content: center; text-align: center; overflow: hidden; min-height: 0; }
        .card .art { flex: 1; min-height: 0; width: 100%; max-height: 46mm; }
        .card .says { font-size: 20pt; font-weight: bold; line-height: 1.15; margin-top: 3mm; }
        .card .small { font-size: 10.5pt; margin-top: 2.5mm; }
        .blank { display: block; width: 100%; height: 9mm; border-bottom: .3mm solid #000; }
        .faces { display: grid; grid-template-columns: 1fr 1fr; gap: 3mm 5mm; flex: 1; min-height: 0; width: 100%; }
        .faces div { display: flex; flex-direction: column; min-height: 0; align-items: center; }
        .faces .drawing { flex: 1; min-height: 0; }
        .thermometer .tube { flex: 1; display: grid; grid-template-columns: 62mm 1fr; grid-template-rows: repeat(3, 1fr);
          border: 1.2mm solid #000; border-radius: 12mm; overflow: hidden; min-height: 0; }
        .thermometer .stop { border-right: .6mm solid #000; display: flex; flex-direction: column; align-items: center;
          justify-content: center; padding: 4mm; min-height: 0; }
        .thermometer .stop, .thermometer .signs { border-bottom: .6mm solid #000; }
        .thermometer .last { border-bottom: 0; }
        .thermometer .stop .drawing { height: 44mm; }
        .thermometer .stop strong { font-size: 24pt; line-height: 1.2; }
        .thermometer .signs { padding: 5mm 7mm; display: flex; flex-direction: column; justify-content: center; min-height: 0; }
        .thermometer ul { margin: 0 0 2mm; padding: 0 0 0 5mm; font-size: 13pt; line-height: 1.4; }
        .thermometer .ours { font-size: 10pt; margin-top: 1mm; }
        .place .name { font-size: 26pt; font-weight: bold; text-align: center; line-height: 1.2; }
        .place .rule { text-align: center; margin: 1mm 0 4mm; }
        .words .card { align-items: stretch; text-align: left; }
        .words h3 { font-size: 12pt; margin: 0 0 4mm; padding-bottom: 2mm; border-bottom: .6mm solid #000; }
        .words .say { font-size: 15pt; line-height: 1.35; margin-bottom: 3.5mm; }
        .words .small { margin-top: auto; }
        .fan .strips { flex: 1; display: grid; grid-auto-rows: 1fr; min-height: 0; }
        .strip { display: grid; grid-template-columns: 10mm 26mm 1fr; gap: 5mm; align-items: center; text-align: left;
          border: .35mm dashed #000; margin-top: -.35mm; padding: 2mm 5mm; min-height: 0; overflow: hidden; }
        .strip .hole { width: 6mm; height: 6mm; border: .4mm solid #000; border-radius: 50%; }
        .strip .drawing { height: 26mm; }
        .strip h3 { font-size: 16pt; margin: 0 0 1mm; line-height: 1.2; }
        .strip p { font-size: 11pt; }
        .helps .boxes { flex: 1; display: grid; grid-template-rows: repeat(3, 1fr); gap: 4mm; min-height: 0; }
        .helps .box { border: .8mm solid #000; border-radius: 6mm; padding: 4mm 6mm; display: grid;
          grid-template-columns: 26mm 1fr; gap: 0 5mm; align-items: start; min-height: 0; }
        .helps .box .drawing { height: 26mm; }
        .helps .box strong { font-size: 17pt; }
        .helps .line { display: flex; gap: 3mm; align-items: flex-end; margin: 0 0 4mm; font-size: 14pt; }
        .helps .line .blank { flex: 1; height: 8mm; }
        @media print { header { display: none; } .page { margin: 0; } }
        @media screen { .page { outline: 1px solid #999; outline-offset: 5mm; margin-bottom: 16mm; } }

        """
}
