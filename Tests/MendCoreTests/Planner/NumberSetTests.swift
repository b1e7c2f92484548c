import Testing

@testable import MendCore

@Suite struct NumberSetTests {
    @Test func holdsNumbersUpTo63AndNoOthers() {
        var set: NumberSet = [0, 7, 63]
        let members = (0..<64).filter(set.contains)
        #expect(members == [0, 7, 63])
        #expect(set.count == 3)
        #expect(!set.contains(64) && !set.contains(-1))
        #expect(set.isDisjoint(with: [1, 62]) && !set.isDisjoint(with: [1, 63]))
        set.formUnion([1])
        #expect(set == [0, 1, 7, 63])
        #expect(NumberSet([Int]()).isEmpty)
        #expect(NumberSet([64, -1, 65]).isEmpty)
    }
}
