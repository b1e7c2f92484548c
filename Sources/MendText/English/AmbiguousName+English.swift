import MendCore

extension AmbiguousName {
    public var english: String {
        let names = Set(candidates.map { FoldedName($0.name) })
        guard names.count < candidates.count else {
            return "that fits \(EnglishList.text(candidates.map(\.name))); write more of the name"
        }
        // Only an id tells them apart.
        let listed = EnglishList.text(candidates.map { "\($0.name) (\($0.id))" })
        return "that fits \(listed); give the id in brackets with --id, and one of them another name"
    }
}
