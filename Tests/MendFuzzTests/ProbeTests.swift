import MendCore
import Testing

/// Every parser, fed with what is almost right. `make fuzz` does the same for longer, and looks where its inputs lead.
@Suite struct ProbeTests {
    /// The same numbers for a seed on every machine.
    private struct Dice {
        let hash: StableHash
        var rolls = 0

        mutating func roll(_ count: Int) -> Int {
            rolls += 1
            return Int(hash.value(with: rolls) % UInt64(count))
        }
    }

    /// Characters that mean something to one parser or another.
    private static let marks = "\u{0}\t\n\r \"#$%&'*+,-./019:;<=>?@A[\\]_`az{|}~\u{7F}\u{85}\u{301}\u{2028}é🙂\u{FEFF}"
        .unicodeScalars.map { Array(String($0).utf8) }

    private func mutated(_ seed: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = seed
        for _ in 0...dice.roll(4) {
            let place = dice.roll(bytes.count + 1)
            let length = min(dice.roll(8), bytes.count - place)
            switch dice.roll(6) {
            case 0: bytes.removeSubrange(place..<place + length)
            case 1: bytes.insert(contentsOf: bytes[place..<place + length], at: dice.roll(bytes.count + 1))
            case 2: bytes.insert(contentsOf: Self.marks[dice.roll(Self.marks.count)], at: place)
            case 3: bytes.insert(UInt8(dice.roll(256)), at: place)
            case 4:
                bytes.replaceSubrange(place..<place + length, with: Self.marks[dice.roll(Self.marks.count)])
            default: if place < bytes.count { bytes[place] ^= 1 << UInt8(dice.roll(8)) }
            }
        }
        return bytes
    }

    @Test(arguments: Probe.allCases)
    func takesOrRefusesWhatIsAlmostRight(_ probe: Probe) {
        var dice = Dice(hash: StableHash("almost right", probe.rawValue))
        for seed in probe.seeds { check(probe, seed) }
        for _ in 0..<(probe.isSmall ? 4_000 : 400) {
            check(probe, mutated(probe.seeds[dice.roll(probe.seeds.count)], &dice))
        }
    }

    @Test(arguments: Probe.allCases)
    func hasSeeds(_ probe: Probe) {
        #expect(probe.seeds.allSatisfy { !$0.isEmpty } && !probe.seeds.isEmpty)
    }

    private func check(_ probe: Probe, _ bytes: [UInt8]) {
        do {
            try probe.check(bytes)
        } catch {
            Issue.record(
                "\(probe.rawValue): \(error.what), from \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        }
    }
}
