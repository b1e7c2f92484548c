/// Simple line drawings for cards: black on white, in a square of 100 by 100.
enum CardDrawing {
    // Faces.
    case glad, sad, mad, scared, calm, rising, flooded
    // Pictures before words.
    case stopHand, lap, mouse, breathRoad, threeBoxes, clock, doorSign, envelope, pauseBars, placeMap
    // What may stand in a Safe Place.
    case toy, twoToys, bubbles, pillow, crayons, tent, photo, bottle, dough, clip, footprints, book, cup, bowl, drum
    case paper, palm, song, headphones, notebook, ball, plant, blanket, phone, wallHands
    // People at something, and things around a house.
    case shower, wallPush, windowSeat, tap, soup, speech, hoodie, ice, bench, apple, puzzle, cloth
    // By sense, and by way.
    case eye, ear, hand, steps, taste, breath, thought, people
    /// A dashed frame to draw in.
    case ownDrawing

    /// An SVG element that says nothing to a screen reader: words stand beside it.
    var svg: String {
        "<svg class=\"drawing\" viewBox=\"0 0 100 100\" stroke-width=\"4\" \(Pen.line)>\(marks)</svg>"
    }

    /// Where a strip is punched.
    static let hole =
        "<svg class=\"drawing\" viewBox=\"0 0 20 20\" \(Pen.line)><circle cx=\"10\" cy=\"10\" r=\"9\"/></svg>"

    /// A tall thermometer in three parts, 70 by 247, around what stands in it.
    static let tube =
        "<svg class=\"drawing\" viewBox=\"0 0 70 245\" stroke-width=\"1.6\" \(Pen.line)>"
        + "<path d=\"M13 184V23Q13 1 35 1T57 23V184Q69 194 69 212Q69 244 35 244T1 212Q1 194 13 184Z\"/>"
        + "<path d=\"M13 81.7H57M13 163.3H57\"/><path stroke-width=\".8\" d=\"\(ticks)\"/></svg>"

    private static let ticks = (2...17).map { "M57 \($0 * 10 + 4)H53" }.joined()

    /// Each line drawn twice, broad in black and narrower in white, so that all of them together have one outline.
    private func outline(_ path: String, _ width: Int = 15) -> String {
        "<path stroke-width=\"\(width)\" d=\"\(path)\"/>"
            + "<path \(Pen.gap) stroke-width=\"\(width - 7)\" d=\"\(path)\"/>"
    }

    private func face(_ parts: String) -> String {
        "<circle cx=\"50\" cy=\"50\" r=\"44\"/>\(parts)"
    }

    private static let eyes =
        "<circle \(Pen.ink) cx=\"34\" cy=\"42\" r=\"5\"/><circle \(Pen.ink) cx=\"66\" cy=\"42\" r=\"5\"/>"

    private var marks: String {
        switch self {
        case .glad: face(Self.eyes + "<path d=\"M26 58Q50 90 74 58\"/>")
        case .sad:
            face(
                Self.eyes + "<path d=\"M30 76Q50 56 70 76M25 33Q32 27 40 28M75 33Q68 27 60 28\"/>"
                    + "<path \(Pen.thin) d=\"M68 51q-7 11 0 13q7-2 0-13z\"/>")
        case .mad: face(Self.eyes + "<path d=\"M22 27L43 36M78 27L57 36M31 72Q50 62 69 72\"/>")
        case .scared:
            face(
                "<circle cx=\"34\" cy=\"42\" r=\"9\"/><circle cx=\"66\" cy=\"42\" r=\"9\"/>"
                    + "<circle \(Pen.ink) cx=\"34\" cy=\"42\" r=\"3\"/><circle \(Pen.ink) cx=\"66\" cy=\"42\" r=\"3\"/>"
                    + "<ellipse cx=\"50\" cy=\"72\" rx=\"9\" ry=\"11\"/><path d=\"M23 27Q30 20 38 24M77 27Q70 20 62 24\"/>"
            )
        case .calm: face("<path d=\"M25 42Q33 50 41 42M59 42Q67 50 75 42M32 63Q50 78 68 63\"/>")
        case .rising: face(Self.eyes + "<path d=\"M26 69q6-9 12 0t12 0t12 0t12 0M26 30L42 27M74 30L58 27\"/>")
        case .flooded:
            face(
                "<path d=\"M24 32L40 41L24 50M76 32L60 41L76 50\"/><ellipse cx=\"50\" cy=\"70\" rx=\"18\" ry=\"13\"/>"
                    + "<path \(Pen.thin) d=\"M36 75Q50 64 64 75\"/>")
        default: picture ?? scene ?? tool
        }
    }

    private var picture: String? {
        switch self {
        case .stopHand:
            "<circle cx=\"50\" cy=\"50\" r=\"46\"/>"
                + outline("M37 44V26M47 42V20M57 42V22M67 46V30M41 52H63V66Q52 76 43 66ZM39 62L27 48", 14)
                + "<rect \(Pen.fill) x=\"40\" y=\"50\" width=\"26\" height=\"20\"/>"
        case .lap:
            // A big person on a chair, and a small one on the lap.
            "<path d=\"M14 36V92M14 64H46V92\"/>" + outline("M30 44V62H56V86H64", 17)
                + "<circle \(Pen.paper) cx=\"32\" cy=\"22\" r=\"13\"/>" + outline("M53 46V56H68V66", 12)
                + "<circle \(Pen.paper) cx=\"54\" cy=\"32\" r=\"9\"/>" + outline("M33 47Q44 58 54 51", 10)
        case .mouse:
            "<path d=\"M24 66Q22 36 48 34Q64 32 74 46L88 56Q84 66 70 68Z\"/><circle \(Pen.paper) cx=\"58\" cy=\"28\" r=\"12\"/>"
                + "<circle \(Pen.ink) cx=\"74\" cy=\"52\" r=\"3\"/><circle \(Pen.ink) cx=\"89\" cy=\"57\" r=\"3\"/>"
                + "<path d=\"M24 62Q4 62 8 42Q10 30 18 34M38 68L36 84L44 86M60 68L58 84L66 86\"/>"
                + "<path \(Pen.thin) d=\"M82 62L92 68M80 64L86 74\"/>"
        case .breathRoad:
            outline("M8 76Q18 12 30 44T52 62T74 36T92 76", 13)
                + "<circle \(Pen.ink) cx=\"8\" cy=\"80\" r=\"7\"/><circle \(Pen.paper) cx=\"92\" cy=\"80\" r=\"6\"/>"
        case .clock:
            "<circle cx=\"50\" cy=\"50\" r=\"44\"/><circle \(Pen.ink) cx=\"50\" cy=\"50\" r=\"3\"/>"
                + "<path d=\"M50 10V18M50 82V90M10 50H18M82 50H90\"/><path \(Pen.thin) d=\"M70 15L67 21M85 30L79 33M85 70L79 67"
                + "M70 85L67 79M30 85L33 79M15 70L21 67M15 30L21 33M30 15L33 21\"/>"
        case .doorSign:
            "<path d=\"M30 38L50 10L70 38\"/><rect x=\"14\" y=\"38\" width=\"72\" height=\"50\" rx=\"5\"/>"
                + "<circle \(Pen.ink) cx=\"50\" cy=\"9\" r=\"4\"/>"
        case .envelope:
            "<rect x=\"8\" y=\"24\" width=\"84\" height=\"56\" rx=\"4\"/><path d=\"M8 28L50 58L92 28\"/>"
                + "<path \(Pen.ink) d=\"M50 74Q38 64 44 60Q48 58 50 62Q52 58 56 60Q62 64 50 74Z\"/>"
        case .pauseBars:
            "<circle cx=\"50\" cy=\"50\" r=\"44\"/><rect \(Pen.ink) x=\"34\" y=\"30\" width=\"11\" height=\"40\" rx=\"3\"/>"
                + "<rect \(Pen.ink) x=\"55\" y=\"30\" width=\"11\" height=\"40\" rx=\"3\"/>"
        case .placeMap:
            // A bed, a table, a tent, and a way between them.
            "<path d=\"M6 92V72M6 84H34V92M6 78H14Q18 78 18 84M62 26H92M68 26V42M86 26V42\"/>"
                + "<path d=\"M54 92L74 58L94 92ZM74 68L67 92M74 68L81 92\"/>"
                + "<path \(Pen.dots) d=\"M20 70Q24 34 54 34M76 44Q84 50 78 56\"/>"
        default: nil
        }
    }
}

/// How lines and shapes are drawn. As attributes, since not every program that makes a PDF takes them from a style sheet.
enum Pen {
    static let line =
        "fill=\"none\" stroke=\"#000\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\""
    static let ink = "fill=\"#000\" stroke=\"none\""
    static let paper = "fill=\"#fff\""
    static let fill = "fill=\"#fff\" stroke=\"none\""
    static let thin = "stroke-width=\"2.5\""
    static let dots = "stroke-width=\"2\" stroke-dasharray=\"1 6\""
    static let gap = "stroke=\"#fff\""
}
