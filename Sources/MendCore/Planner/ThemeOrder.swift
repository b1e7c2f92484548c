/// Which theme has which place in a ring, for a number of themes and of places. Nil: open to every theme.
enum ThemeOrder {
    /// For a place on every day, of which the week shows some only: Monday, Wednesday, Friday and Sunday in the shipped plan.
    ///
    /// Rows of all themes and one open place. So each of twelve themes comes every 13 days, and of two times at least one is
    /// shown; in rows of twelve a theme would fall on days that are not shown for seven weeks on end.
    static func daily(themes: Int, places: Int) -> [Int?] {
        (0..<places).map { $0 % (themes + 1) == themes ? nil : $0 % (themes + 1) }
    }

    /// For places that are all shown, to one person or to several in turn.
    ///
    /// Each half of a row moves on by one from row to row, so that no person gets the same few themes for ever.
    static func inTurn(themes: Int, places: Int) -> [Int?] {
        let half = (themes + 1) / 2
        return (0..<places).map { place in
            let (row, column) = place.quotientAndRemainder(dividingBy: themes)
            return column < half ? (column + row) % half : half + (column - half + row) % (themes - half)
        }
    }
}
