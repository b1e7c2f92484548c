internal import CLibICal
import MendCore
import Synchronization

/// An iCalendar file, read by libical: the one place that touches its memory. A class, because it owns that.
final class CalendarFile {
    /// Why a file cannot be read. No case holds any of its text.
    enum Fault: Error, Equatable {
        case tooLarge
        /// It is no text in UTF-8, no calendar, or holds a line or a value that breaks the standard's rules.
        case malformed
    }

    /// In bytes.
    static let mostBytes = 64 * 1024
    /// Components inside each other.
    private static let mostDepth = 6
    /// libical keeps time zones for all threads.
    private static let turn = Mutex(())

    private let root: OpaquePointer

    /// The calendar of a file, as values.
    /// - Throws: `Fault`.
    static func calendar(of bytes: [UInt8]) throws(Fault) -> CalendarComponent {
        guard bytes.count <= mostBytes else { throw .tooLarge }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0), isWhole(text) else {
            throw .malformed
        }
        let read = turn.withLock { _ -> CalendarComponent? in
            guard let file = CalendarFile(text), file.hasPlainZones else { return nil }
            return file.component(file.root, depth: 1)
        }
        guard let read, read.name == "VCALENDAR" else { throw .malformed }
        return read
    }

    /// Content lines of the tasks in a file, as they came but unfolded, of the properties with one of these names. They are for
    /// lists of texts, of which libical forgets which commas were escaped.
    static func lines(of bytes: [UInt8], named names: Set<String>) -> [String] {
        guard let parser = icalparser_new() else { return [] }
        defer { icalparser_free(parser) }
        var rest = bytes[...]
        return withUnsafeMutablePointer(to: &rest) { rest in
            icalparser_set_gen_data(parser, rest)
            var (within, found): ([String], [String]) = ([], [])
            while let line = icalparser_get_line(parser, { nextLine(into: $0, $1, of: $2) }) {
                let text = String(cString: line)
                icalmemory_free_buffer(line)
                let name = text.prefix { $0 != ":" && $0 != ";" }.uppercased()
                switch name {
                case "BEGIN": within.append(text.dropFirst("BEGIN:".count).uppercased())
                case "END": _ = within.popLast()
                case _ where within.last == "VTODO" && names.contains(name): found.append(text)
                default: break
                }
            }
            return found
        }
    }

    /// What was cut off on its way reads well to libical.
    private static func isWhole(_ text: String) -> Bool {
        // A line ends with both or the second; a first alone would become a line of its own later.
        let ends = text.utf8.split(separator: UInt8(ascii: "\r"), omittingEmptySubsequences: false).dropFirst()
        guard ends.allSatisfy({ $0.first == UInt8(ascii: "\n") }) else { return false }
        let lines = text.split { $0.isNewline }
        return lines.first?.uppercased() == "BEGIN:VCALENDAR" && lines.last?.uppercased() == "END:VCALENDAR"
    }

    /// Of zones, in a file: what clients send of one has a handful.
    private static let mostObservances = 64

    /// Whether the zones in it change once a year by each rule: libical writes down each change that a rule brings, and one of
    /// seconds or of each day brings more than a machine holds.
    private var hasPlainZones: Bool {
        var observances = 0
        var zone = icalcomponent_get_first_component(root, ICAL_VTIMEZONE_COMPONENT)
        while let current = zone {
            var part = icalcomponent_get_first_component(current, ICAL_ANY_COMPONENT)
            while let observance = part {
                observances += 1
                guard observances <= Self.mostObservances else { return false }
                var rule = icalcomponent_get_first_property(observance, ICAL_RRULE_PROPERTY)
                while let property = rule {
                    let words = value(of: property).uppercased().split(separator: ";")
                    let known = ["FREQ=YEARLY", "BYMONTH=", "BYDAY=", "BYMONTHDAY=", "UNTIL=", "INTERVAL=", "COUNT="]
                    guard words.contains("FREQ=YEARLY"),
                        words.allSatisfy({ word in known.contains { word.hasPrefix($0) } }), Self.isOnceAYear(words)
                    else { return false }
                    rule = icalcomponent_get_next_property(observance, ICAL_RRULE_PROPERTY)
                }
                part = icalcomponent_get_next_component(current, ICAL_ANY_COMPONENT)
            }
            zone = icalcomponent_get_next_component(root, ICAL_VTIMEZONE_COMPONENT)
        }
        return true
    }

    /// One month, and one day: of several days of the month the one that is a weekday, as in `BYDAY=SU;BYMONTHDAY=8,9,10`.
    private static func isOnceAYear(_ rule: [Substring]) -> Bool {
        func values(_ name: String) -> Int {
            rule.filter { $0.hasPrefix(name) }.reduce(0) { $0 + $1.split(separator: ",").count }
        }
        let (months, weekdays, days) = (values("BYMONTH="), values("BYDAY="), values("BYMONTHDAY="))
        guard weekdays + days > 0 else { return months <= 1 }
        return months == 1 && weekdays <= 1 && (days <= 1 || days <= 7 && weekdays == 1)
    }

    private init?(_ text: String) {
        icalerror_set_errors_are_fatal(0)
        guard let root = icalparser_parse_string(text) else { return nil }
        self.root = root
    }

    deinit {
        icalcomponent_free(root)
    }

    /// Nil where something in it was not understood.
    private func component(_ handle: OpaquePointer, depth: Int) -> CalendarComponent? {
        guard depth <= Self.mostDepth else { return nil }
        var properties: [CalendarProperty] = []
        var next = icalcomponent_get_first_property(handle, ICAL_ANY_PROPERTY)
        while let property = next {
            if icalproperty_isa(property) == ICAL_XLICERROR_PROPERTY {
                // It complains of empty values, too, which clients write.
                guard text(icalproperty_get_xlicerror(property)).hasPrefix("No value for") else { return nil }
            } else {
                properties.append(self.property(property))
            }
            next = icalcomponent_get_next_property(handle, ICAL_ANY_PROPERTY)
        }
        var components: [CalendarComponent] = []
        var inner = icalcomponent_get_first_component(handle, ICAL_ANY_COMPONENT)
        while let child = inner {
            guard let component = component(child, depth: depth + 1) else { return nil }
            components.append(component)
            inner = icalcomponent_get_next_component(handle, ICAL_ANY_COMPONENT)
        }
        return CalendarComponent(
            name: name(of: handle), properties: properties, components: components,
            lines: owned(icalcomponent_as_ical_string_r(handle)))
    }

    private func name(of component: OpaquePointer) -> String {
        text(icalcomponent_kind_to_string(icalcomponent_isa(component)))
    }

    private func property(_ handle: OpaquePointer) -> CalendarProperty {
        var parameters: [CalendarProperty.Parameter] = []
        var next = icalproperty_get_first_parameter(handle, ICAL_ANY_PARAMETER)
        while let parameter = next {
            let parts = owned(icalparameter_as_ical_string_r(parameter)).split(separator: "=", maxSplits: 1)
            if parts.count == 2 {
                let value = parts[1].filter { $0 != "\"" }
                parameters.append(.init(name: parts[0].uppercased(), value: value))
            }
            next = icalproperty_get_next_parameter(handle, ICAL_ANY_PARAMETER)
        }
        return CalendarProperty(
            name: text(icalproperty_get_property_name(handle)).uppercased(), parameters: parameters,
            value: value(of: handle), moment: moment(of: handle), line: owned(icalproperty_as_ical_string_r(handle)))
    }

    /// Texts without their escapes, all else as it is written.
    private func value(of property: OpaquePointer) -> String {
        guard let value = icalproperty_get_value(property) else { return "" }
        switch icalvalue_isa(value) {
        case ICAL_TEXT_VALUE: return text(icalvalue_get_text(value))
        case ICAL_X_VALUE: return text(icalvalue_get_x(value))
        default: return owned(icalvalue_as_ical_string_r(value))
        }
    }

    /// Nil where the value is none.
    private func moment(of property: OpaquePointer) -> CalendarMoment? {
        guard let value = icalproperty_get_value(property) else { return nil }
        switch icalvalue_isa(value) {
        case ICAL_DATE_VALUE, ICAL_DATETIME_VALUE, ICAL_DATETIMEDATE_VALUE:
            return moment(icalproperty_get_datetime_with_component(property, root))
        case ICAL_TRIGGER_VALUE:
            let trigger = icalproperty_get_trigger(property)
            return icaltime_is_null_time(trigger.time) == 0 ? moment(trigger.time) : nil
        default: return nil
        }
    }

    private func moment(_ time: icaltimetype) -> CalendarMoment? {
        guard icaltime_is_null_time(time) == 0, icaltime_is_valid_time(time) != 0 else { return nil }
        guard (1900...2199).contains(time.year),
            let day = LocalDay(year: Int(time.year), month: Int(time.month), day: Int(time.day))
        else { return .far }
        if time.is_date != 0 { return .day(day) }
        if let zone = time.zone {
            return .instant(Instant(seconds: Int(icaltime_as_timet_with_zone(time, zone))))
        }
        return .local(day, seconds: Int(time.hour) * 3600 + Int(time.minute) * 60 + Int(time.second))
    }

    private func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }

    /// What the caller has to free.
    private func owned(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
        defer { free(pointer) }
        return text(pointer)
    }
}

/// Gives libical the next line of bytes, as `fgets` does of a file; nil at their end.
/// - Parameter rest: an `ArraySlice<UInt8>`, from which the line is taken.
private func nextLine(
    into buffer: UnsafeMutablePointer<CChar>?, _ size: Int, of rest: UnsafeMutableRawPointer?
) -> UnsafeMutablePointer<CChar>? {
    guard let buffer, size > 1, let rest = rest?.assumingMemoryBound(to: ArraySlice<UInt8>.self),
        !rest.pointee.isEmpty
    else { return nil }
    let most = rest.pointee.prefix(size - 1)
    let line = most.firstIndex(of: 0x0A).map { most[...$0] } ?? most
    for (place, byte) in line.enumerated() { buffer[place] = CChar(bitPattern: byte) }
    buffer[line.count] = 0
    rest.pointee = rest.pointee[line.endIndex...]
    return buffer
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
