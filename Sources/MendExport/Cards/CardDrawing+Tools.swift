import MendCore

extension CardDrawing {
    /// What may stand in a Safe Place, and the senses and ways.
    var tool: String {
        switch self {
        case .toy: Self.bear
        case .twoToys:
            "<g transform=\"translate(-8 22) scale(.66)\">\(Self.bear)</g>"
                + "<g transform=\"translate(46 22) scale(.66)\">\(Self.rabbit)</g>"
        case .bubbles:
            "<circle cx=\"38\" cy=\"36\" r=\"24\"/><circle cx=\"76\" cy=\"26\" r=\"12\"/><circle cx=\"74\" cy=\"60\" r=\"8\"/>"
                + "<path \(Pen.thin) d=\"M24 34Q26 22 36 20M69 24Q70 19 75 19\"/><path d=\"M30 94L46 74\"/>"
                + "<circle cx=\"52\" cy=\"68\" r=\"8\"/>"
        case .pillow:
            "<path d=\"M14 22Q50 32 86 22Q78 50 86 78Q50 68 14 78Q22 50 14 22Z\"/>"
                + "<path \(Pen.thin) d=\"M36 46Q44 52 36 56M64 46Q56 52 64 56M44 38Q50 42 56 38\"/>"
        case .crayons:
            "<path d=\"M14 80L20 60L62 18L76 32L34 74ZM20 60L34 74M54 26L68 40\"/><path \(Pen.ink) d=\"M14 80L17 70L24 77Z\"/>"
                + "<path d=\"M50 88q6-9 12 0t12 0t12 0\"/>"
        case .tent:
            "<path d=\"M50 14L92 84H8Z\"/><path d=\"M50 34L34 84M50 34L66 84\"/><path \(Pen.thin) d=\"M50 58V70M44 64H56\"/>"
        case .photo:
            "<rect x=\"10\" y=\"16\" width=\"80\" height=\"68\" rx=\"3\"/><circle cx=\"36\" cy=\"42\" r=\"10\"/>"
                + "<circle cx=\"64\" cy=\"46\" r=\"8\"/><path d=\"M18 80Q20 58 36 58Q50 58 52 78M54 66Q62 58 70 62Q78 66 80 80\"/>"
        case .bottle:
            "<rect x=\"40\" y=\"6\" width=\"20\" height=\"12\" rx=\"2\"/><path d=\"M42 18V26Q28 32 28 44V86Q28 94 36 94H64Q72 94 72 86V44"
                + "Q72 32 58 26V18\"/><path \(Pen.thin) d=\"M28 50q7-5 14 0t15 0t15 0\"/>" + Self.stars
        case .dough:
            "<path d=\"M10 70Q8 46 30 46Q38 30 56 36Q76 34 78 52Q92 56 88 70Q50 86 10 70Z\"/>"
                + "<path \(Pen.thin) d=\"M32 56Q40 50 48 56M56 48Q64 46 68 52\"/>"
        case .clip:
            "<rect x=\"8\" y=\"34\" width=\"84\" height=\"30\" rx=\"4\"/><path d=\"M36 34V64M64 34V64\"/>"
                + "<path \(Pen.thin) d=\"M17 52Q22 57 27 52M45 53H55M72 55Q78 48 84 55M56 76V26Q56 18 62 18T68 26V70\"/>"
        case .footprints:
            Self.paw(26, 70) + Self.paw(54, 46) + Self.paw(80, 20)
        case .book:
            "<path d=\"M50 26Q30 14 8 22V80Q30 72 50 84Q70 72 92 80V22Q70 14 50 26ZM50 26V84\"/>"
                + "<path \(Pen.thin) d=\"M18 36Q30 33 40 40M18 50Q30 47 40 54M82 36Q70 33 60 40M82 50Q70 47 60 54\"/>"
        case .cup:
            "<path d=\"M24 32H72L68 88Q67 92 62 92H34Q29 92 28 88Z\"/><path d=\"M54 32L62 8H76\"/>"
                + "<path \(Pen.thin) d=\"M26 50q8-5 15 0t15 0t14 0\"/>"
        case .bowl:
            "<path d=\"M8 52H92Q88 86 50 86Q12 86 8 52Z\"/><path \(Pen.thin) d=\"M18 62q8-5 16 0t16 0t16 0t16 0\"/>"
                + "<path d=\"M58 18H84L80 42H62Z\"/><path \(Pen.thin) d=\"M50 26q-5 7 0 9q5-2 0-9z\"/>"
        case .drum:
            "<ellipse cx=\"46\" cy=\"44\" rx=\"34\" ry=\"12\"/><path d=\"M12 44V76Q46 100 80 76V44\"/><path d=\"M50 40L88 10\"/>"
                + "<ellipse \(Pen.ink) cx=\"51\" cy=\"40\" rx=\"7\" ry=\"5\"/>"
        case .paper:
            "<path d=\"M18 12H58L50 34L58 50L46 66L54 88H18Z\"/><path d=\"M70 14H86V88H64L58 66L70 50L62 34Z\"/>"
        case .palm, .hand:
            outlined("M34 50V28M45 46V18M56 46V20M67 50V30M38 58H64V76Q50 86 40 76ZM36 72L22 54")
                + "<rect \(Pen.fill) x=\"37\" y=\"56\" width=\"28\" height=\"22\"/>"
        case .song, .ear:
            "<path d=\"M38 74V24L78 14V64\"/><path d=\"M38 36L78 26\"/><ellipse \(Pen.ink) cx=\"28\" cy=\"75\" rx=\"11\" ry=\"9\"/>"
                + "<ellipse \(Pen.ink) cx=\"68\" cy=\"65\" rx=\"11\" ry=\"9\"/>"
        case .headphones:
            "<path d=\"M16 62V50Q16 16 50 16T84 50V62\"/><rect \(Pen.paper) x=\"10\" y=\"54\" width=\"18\" height=\"32\" rx=\"7\"/>"
                + "<rect \(Pen.paper) x=\"72\" y=\"54\" width=\"18\" height=\"32\" rx=\"7\"/>"
        case .notebook:
            "<rect x=\"20\" y=\"10\" width=\"58\" height=\"80\" rx=\"4\"/><path d=\"M32 10V90\"/>"
                + "<path \(Pen.thin) d=\"M14 24H26M14 40H26M14 56H26M14 72H26M42 34H68M42 48H68\"/>"
        case .ball:
            "<circle cx=\"50\" cy=\"46\" r=\"34\"/><path \(Pen.thin) d=\"M50 12Q34 46 50 80M17 40Q50 54 83 40\"/><path d=\"M22 92H78\"/>"
        case .plant:
            "<path d=\"M28 62H72L66 92H34Z\"/><path d=\"M50 62V34M50 46Q28 46 26 24Q48 24 50 46M50 38Q52 14 76 14Q76 38 50 38\"/>"
        case .blanket:
            "<path d=\"M10 86Q8 40 50 36Q92 40 90 86Z\"/><path \(Pen.thin) d=\"M30 44Q26 64 30 86M50 38V86M70 44Q74 64 70 86\"/>"
        case .phone:
            "<rect x=\"28\" y=\"8\" width=\"44\" height=\"84\" rx=\"7\"/><path \(Pen.thin) d=\"M46 82H54M38 30H62M38 42H62M38 54H52\"/>"
        case .wallHands:
            "<g transform=\"translate(0 20) scale(.56)\">\(CardDrawing.hand.tool)</g>"
                + "<g transform=\"translate(100 20) scale(-.56 .56)\">\(CardDrawing.hand.tool)</g>"
        case .eye:
            "<path d=\"M6 50Q50 4 94 50Q50 96 6 50Z\"/><circle cx=\"50\" cy=\"50\" r=\"17\"/><circle \(Pen.ink) cx=\"50\" cy=\"50\" r=\"7\"/>"
        case .steps:
            "<circle cx=\"58\" cy=\"14\" r=\"9\"/><path d=\"M52 28L46 58L30 90M46 58L66 70L68 92M50 36L30 46L24 60M54 36L68 48L84 46\"/>"
        case .taste:
            "<path d=\"M18 36H70V64Q70 84 44 84T18 64ZM70 44H80Q88 44 88 54T78 64H70M10 92H78\"/>"
                + "<path \(Pen.thin) d=\"M34 26q-6-8 0-14M52 26q-6-8 0-14\"/>"
        case .breath:
            "<path d=\"M8 38H58Q72 38 72 26T60 14T50 22M8 54H78Q92 54 92 66T80 78T70 70M8 70H48Q58 70 58 79T49 88\"/>"
        case .thought:
            "<path d=\"M30 66Q10 66 12 48Q10 32 28 32Q32 12 52 16Q68 10 74 26Q92 26 88 46Q92 64 72 64Q62 74 50 66Q40 72 30 66Z\"/>"
                + "<circle cx=\"28\" cy=\"82\" r=\"6\"/><circle cx=\"16\" cy=\"92\" r=\"3\"/>"
        case .people:
            "<circle cx=\"32\" cy=\"28\" r=\"13\"/><circle cx=\"70\" cy=\"34\" r=\"11\"/>"
                + "<path d=\"M8 88Q8 48 32 48Q46 48 52 62M48 88Q48 54 70 54T92 88\"/>"
        default: "<rect \(Pen.dots) x=\"6\" y=\"6\" width=\"88\" height=\"88\" rx=\"6\"/>"
        }
    }

    private func outlined(_ path: String) -> String {
        "<path stroke-width=\"16\" d=\"\(path)\"/><path \(Pen.gap) stroke-width=\"9\" d=\"\(path)\"/>"
    }

    private static let bear =
        "<circle cx=\"28\" cy=\"18\" r=\"10\"/><circle cx=\"72\" cy=\"18\" r=\"10\"/><circle \(Pen.paper) cx=\"50\" cy=\"32\" r=\"25\"/>"
        + "<path d=\"M34 52Q22 60 24 80M66 52Q78 60 76 80M32 62Q28 94 38 94H62Q72 94 68 62\"/>"
        + "<circle \(Pen.ink) cx=\"41\" cy=\"28\" r=\"3\"/><circle \(Pen.ink) cx=\"59\" cy=\"28\" r=\"3\"/>"
        + "<ellipse cx=\"50\" cy=\"41\" rx=\"9\" ry=\"7\"/><circle \(Pen.ink) cx=\"50\" cy=\"38\" r=\"2.5\"/>"

    private static let rabbit =
        "<path d=\"M38 18Q28-14 42-12Q50-6 46 16M62 18Q72-14 58-12Q50-6 54 16\"/><circle \(Pen.paper) cx=\"50\" cy=\"34\" r=\"22\"/>"
        + "<path d=\"M34 52Q24 60 26 78M66 52Q76 60 74 78M32 60Q28 94 38 94H62Q72 94 68 60\"/>"
        + "<circle \(Pen.ink) cx=\"42\" cy=\"31\" r=\"3\"/><circle \(Pen.ink) cx=\"58\" cy=\"31\" r=\"3\"/><path d=\"M44 42Q50 47 56 42\"/>"

    private static let stars =
        "<path \(Pen.thin) d=\"M42 62V70M38 66H46M58 58V66M54 62H62M50 78V86M46 82H54M62 76V82M59 79H65M38 80V86M35 83H41\"/>"

    private static func paw(_ x: Int, _ y: Int) -> String {
        "<ellipse cx=\"\(x)\" cy=\"\(y + 6)\" rx=\"9\" ry=\"8\"/><circle \(Pen.ink) cx=\"\(x - 10)\" cy=\"\(y - 4)\" r=\"3\"/>"
            + "<circle \(Pen.ink) cx=\"\(x)\" cy=\"\(y - 9)\" r=\"3\"/><circle \(Pen.ink) cx=\"\(x + 10)\" cy=\"\(y - 4)\" r=\"3\"/>"
    }
}

extension CardDrawing {
    /// The drawing of a tool: one of its own where there is one, else that of its sense. The family's own tools have a frame to
    /// draw in.
    /// - Parameter id: of the plan's tool; nil: the family's own.
    static func tool(_ id: String?, sense: String?) -> CardDrawing {
        guard let id else { return .ownDrawing }
        if let drawing = byTool[id] { return drawing }
        return switch sense {
        case "sight": .eye
        case "hearing": .ear
        case "touch": .hand
        case "movement": .steps
        case "taste": .taste
        default: .ownDrawing
        }
    }

    private static let byTool: [String: CardDrawing] = [
        "place.toddler.the-lap-first": .lap, "place.toddler.sad-animal": .toy,
        "place.toddler.stomping-mat": .footprints,
        "place.toddler.two-cups-of-water": .bowl, "place.toddler.face-cards": .sad, "place.toddler.table-cave": .tent,
        "place.toddler.board-books": .book, "place.toddler.pot-and-spoon": .drum, "place.toddler.paper-to-tear": .paper,
        "place.toddler.palm-to-blow-on": .palm, "place.toddler.clean-laundry-heap": .blanket,
        "place.toddler.name-song": .song,
        "place.preschool.two-toys-tell-it": .twoToys, "place.preschool.big-bubbles": .bubbles,
        "place.preschool.floor-pillow": .pillow, "place.preschool.mad-drawings": .crayons,
        "place.preschool.sheet-tent": .tent, "place.preschool.people-page": .photo,
        "place.preschool.snow-bottle": .bottle, "place.preschool.home-made-dough": .dough,
        "place.preschool.pointer-for-feelings": .clip, "place.preschool.animal-steps": .footprints,
        "place.preschool.known-story": .book, "place.preschool.cold-water-straw": .cup,
        "place.school-age.what-helps-list": .notebook, "place.school-age.hand-shapes-on-wall": .wallHands,
        "place.school-age.four-songs": .headphones, "place.school-age.closed-notebook": .notebook,
        "place.school-age.lump-of-clay": .dough, "place.school-age.heavy-blankets": .blanket,
        "place.school-age.ball-and-wall": .ball, "place.school-age.half-done-puzzle": .puzzle,
        "place.school-age.cold-wet-cloth": .cloth, "place.school-age.old-known-book": .book,
        "place.school-age.something-alive": .plant, "place.school-age.three-way-sign": .doorSign,
        "place.teen.walk-down-playlist": .headphones, "place.teen.back-at-sign": .clock,
        "place.teen.locked-file": .notebook, "place.teen.shower-to-oneself": .shower,
        "place.teen.old-hooded-top": .hoodie, "place.teen.sour-or-cold": .ice,
        "place.teen.place-away-from-home": .bench,
        "place.teen.something-to-hit": .ball, "place.teen.not-now-not-gone": .pauseBars,
        "place.adult.ready-message": .phone, "place.adult.ears-covered": .headphones,
        "place.adult.pause-word": .pauseBars,
        "place.adult.ordinary-photo": .photo, "place.adult.warm-socks": .blanket,
        "place.adult.for-later-page": .notebook, "place.adult.chair-to-the-window": .windowSeat,
        "place.adult.mint-or-fruit": .apple, "place.adult.rough-work": .dough,
    ]

    /// The drawing of a practice: one of its own where there is one, else that of its way.
    static func practice(_ id: String, _ way: CalmPractice.Way) -> CardDrawing {
        switch id {
        case "calm.cool-hands": .tap
        case "calm.push-the-wall": .wallPush
        case "calm.blow-on-soup": .soup
        case "calm.plain-things": .eye
        case "calm.hard-and-here": .speech
        case "calm.two-words-out": .phone
        default:
            switch way {
            case .breath: .breath
            case .senses: .hand
            case .movement: .steps
            case .thought: .thought
            case .people: .people
            }
        }
    }

    /// The drawing of a picture card; nil: it has none, and a frame to draw in stands there.
    static func cue(_ id: String) -> CardDrawing {
        switch id {
        case "cue.stop-hand": .stopHand
        case "cue.lap-picture": .lap
        case "cue.soft-feet": .mouse
        case "cue.balloon-breath": .breathRoad
        case "cue.three-things": .threeBoxes
        case "cue.slow-line": .people
        case "cue.back-soon": .clock
        case "cue.come-in-sign": .doorSign
        case "cue.sorry-note": .envelope
        case "cue.pause-sign": .pauseBars
        case "cue.safe-place-map": .placeMap
        default: .ownDrawing
        }
    }
}
