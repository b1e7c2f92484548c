extension CardDrawing {
    /// People at something, and things that one finds around a house; nil: it is none of them.
    var scene: String? {
        switch self {
        case .shower:
            "<path d=\"M16 94V28Q16 8 36 8T56 24M36 36Q38 24 56 24T76 36Z\"/><path \(Pen.thin) d=\""
                + "M42 46L40 56M56 46V56M70 46L72 56M38 66L36 76M56 66V76M74 66L76 76M34 85L33 92M56 85V92"
                + "M78 85L79 92\"/>"
        case .wallPush:
            "<path d=\"M80 6V94\"/><path \(Pen.thin) d=\"M80 24H94M80 42H94M80 60H94M80 78H94M88 6V24"
                + "M88 42V60M88 78V94\"/><circle cx=\"38\" cy=\"20\" r=\"10\"/><path d=\"M37 31L28 60L10 90"
                + "M28 60L46 72L42 94M36 38L58 44L78 34M36 42L56 54L78 48\"/>"
        case .windowSeat:
            "<rect x=\"46\" y=\"6\" width=\"48\" height=\"48\" rx=\"2\"/><path \(Pen.thin) d=\"M70 6V54"
                + "M46 30H94\"/><circle \(Pen.thin) cx=\"82\" cy=\"18\" r=\"6\"/><path d=\"M12 30V94M12 64H46V94"
                + "M12 56H40Q46 56 46 64\"/>"
        case .tap:
            "<path d=\"M8 26V50M8 38H42Q58 38 58 52V56M34 38V22M22 22H46\"/><path \(Pen.thin) d=\"M58 62V72"
                + "M52 66V76M64 66V76\"/><path d=\"M26 80Q36 98 58 90Q80 98 90 80M26 80Q34 74 42 84"
                + "M90 80Q82 74 74 84\"/>"
        case .soup:
            "<path d=\"M6 58H70Q68 92 38 92T6 58Z\"/><path \(Pen.thin) d=\"M28 50Q22 42 28 36T26 22"
                + "M44 50Q38 42 44 36T42 22\"/><path d=\"M96 26H76Q66 26 66 34M96 40H70M96 54H80\"/>"
        case .speech:
            "<path d=\"M8 12H92V66H48L28 88V66H8Z\"/><path \(Pen.thin) d=\"M22 32H78M22 48H64\"/>"
        case .hoodie:
            "<path d=\"M34 30Q34 8 50 8T66 30Q60 40 50 40T34 30Z"
                + "M34 28Q20 32 16 46L8 84L20 88L26 62V94H74V62L80 88L92 84L84 46Q80 32 66 28\"/>"
                + "<path \(Pen.thin) d=\"M44 40V56M56 40V56M34 84L40 70H60L66 84\"/>"
        case .ice:
            "<path d=\"M14 34L50 18L86 34V70L50 88L14 70ZM14 34L50 52L86 34M50 52V88\"/>"
                + "<path \(Pen.thin) d=\"M24 48L34 53M24 58L30 61\"/>"
        case .bench:
            "<path d=\"M10 30H90M10 44H90M6 60H94M18 60V90M82 60V90M16 30V60M84 30V60\"/>"
        case .apple:
            "<path d=\"M50 34Q30 20 18 38Q10 58 26 80Q36 94 50 86Q64 94 74 80Q90 58 82 38Q70 20 50 34Z"
                + "M50 34Q50 20 56 12\"/><path d=\"M56 20Q66 6 78 12Q72 24 56 20Z\"/>"
        case .puzzle:
            "<path d=\"M12 34H36Q28 16 44 16T52 34H78V56Q94 50 94 64T78 72V92H52Q58 78 44 78T36 92H12Z\"/>"
        case .cloth:
            "<path d=\"M14 20H86V70Q76 80 68 70T50 70T32 70T14 70ZM14 32H86\"/><path \(Pen.thin) d=\""
                + "M24 84q-4 7 0 8q4-1 0-8zM50 84q-4 7 0 8q4-1 0-8zM76 84q-4 7 0 8q4-1 0-8z\"/>"
        // To draw in, and something to draw with.
        case .threeBoxes:
            "<rect x=\"3\" y=\"20\" width=\"28\" height=\"44\" rx=\"3\"/>"
                + "<rect x=\"36\" y=\"20\" width=\"28\" height=\"44\" rx=\"3\"/>"
                + "<rect x=\"69\" y=\"20\" width=\"28\" height=\"44\" rx=\"3\"/><path \(Pen.thin) d=\""
                + "M40 92L44 82L80 74L84 82L48 92ZM44 82L48 92\"/><path \(Pen.ink) d=\"M40 92L42 87L45 91Z\"/>"
        default: nil
        }
    }
}
