/// The icons of Assets/icons.svg, each as a template: a page says `{{>icon-calm}}`, or `{{>*icon}}` for one that a view names.
enum IconSheet {
    /// A template for each symbol of the sheet. What is decoration has no name: what an icon says stands beside it in words.
    static func templates(_ sheet: String) -> [(name: String, text: String)] {
        sheet.matches(of: /(?s)<symbol id="([a-z-]+)" viewBox="([0-9 ]+)">(.*?)<\/symbol>/).map { symbol in
            let (_, id, box, drawing) = symbol.output
            return (
                "icon-\(id)",
                "<svg class=\"icon\" viewBox=\"\(box)\" aria-hidden=\"true\" focusable=\"false\">\(drawing)</svg>"
            )
        }
    }
}
