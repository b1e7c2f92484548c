import MendCore
import MendExport

/// The content that programs in other languages render, too, as our calendar.
///
/// Its texts are made fit once, as a plan's are. What differs from household to household is made for each.
struct PeerContent {
    struct Record {
        /// What of its UID is the same in every household.
        let id: PlainText
        let summary, description, category: PlainText
        let url: String
    }

    let prompts, reflections, repairs: [Record]

    init(folder: String) throws {
        func texts(_ name: String, _ id: String, digits: Int) throws -> [Record] {
            try ContentFile.records("\(folder)/\(name)").enumerated().map { index, fields in
                Record(
                    id: PlainText("\(id)-\(index.padded(digits))"), summary: PlainText(fields[0]),
                    description: PlainText(fields[1]), category: PlainText(fields[2]), url: fields[3])
            }
        }
        prompts = try texts("prompts.rec", "prompt", digits: 3)
        reflections = try texts("reflections.rec", "reflection", digits: 2)
        repairs = try texts("repairs.rec", "repair", digits: 3)
    }

    func calendar(_ household: Int) -> PeerCalendar {
        PeerCalendar(content: self, household: household)
    }
}
