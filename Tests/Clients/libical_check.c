/* Reads one calendar with libical, as Evolution, GNOME Calendar and KOrganizer do: its parser must find no error, and
 * the components must keep RFC 5546's restrictions. Prints every event as a line of fields between tabs, texts in
 * hexadecimal digits. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int faults;

static void fault(const char *what, const char *detail)
{
    faults++;
    printf("fault\t%s: %s\n", what, detail ? detail : "");
}

static void print_hex(const char *text)
{
    putchar('\t');
    for (; text && *text; text++) printf("%02x", (unsigned char)*text);
}

/* libical leaves what it can't read as X-LIC-ERROR in the tree. */
static void look_for_errors(icalcomponent *component)
{
    icalproperty *property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    for (; property; property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY))
        fault("parser", icalproperty_get_xlicerror(property));
    icalcompiter children = icalcomponent_begin_component(component, ICAL_ANY_COMPONENT);
    for (; icalcompiter_deref(&children); icalcompiter_next(&children)) look_for_errors(icalcompiter_deref(&children));
}

static void print_event(icalcomponent *event)
{
    icaltimetype start = icalcomponent_get_dtstart(event), end = icalcomponent_get_dtend(event);
    if (!icaltime_is_utc(start) || !icaltime_is_utc(end)) fault("event", "a time that is not in UTC");
    const char *uid = icalcomponent_get_uid(event);
    if (!uid) fault("event", "no UID");
    printf("event\t%lld\t%lld", (long long)icaltime_as_timet(start), (long long)icaltime_as_timet(end));
    print_hex(uid);
    print_hex(icalcomponent_get_summary(event));
    print_hex(icalcomponent_get_description(event));
    putchar('\n');
}

static char *contents(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *bytes = calloc((size_t)size + 1, 1);
    if (bytes && fread(bytes, 1, (size_t)size, file) != (size_t)size) {
        free(bytes);
        bytes = NULL;
    }
    fclose(file);
    if (bytes && strlen(bytes) != (size_t)size) fault("file", "holds NUL");
    return bytes;
}

int main(int argc, char **argv)
{
    if (argc != 2) return 64;
    icalerror_set_errors_are_fatal(0);
    char *bytes = contents(argv[1]);
    if (!bytes) return 66;
    icalcomponent *calendar = icalparser_parse_string(bytes);
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        fault("parser", "no VCALENDAR");
    } else {
        look_for_errors(calendar);
        int before = faults;
        if (!icalrestriction_check(calendar)) {
            look_for_errors(calendar);
            if (faults == before) fault("restrictions", "not kept");
        }
        icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
        for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) print_event(event);
        icalcomponent_free(calendar);
    }
    free(bytes);
    return faults ? 1 : 0;
}
