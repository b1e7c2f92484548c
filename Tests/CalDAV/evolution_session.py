"""A list of tasks in evolution-data-server, through the library with which Evolution and GNOME's other programs work in it.

Debian's own Python runs it, which has the library's bindings, under a message bus of its own. Each line that it reads is
`[what, word...]` in JSON, and it answers each with `[result, complaint]`, of which one is null; so it tells that it is there.
Status 77: something is missing.
"""

import json
import os
import sys

try:
    import gi

    gi.require_version("ECal", "2.0")
    gi.require_version("EDataServer", "1.2")
    gi.require_version("ICalGLib", "3.0")
    from gi.repository import ECal, EDataServer, GLib, ICalGLib
except (ImportError, ValueError):
    sys.exit(77)
if not os.path.exists("/usr/libexec/evolution-calendar-factory"):
    sys.exit(77)

#: To connect_sync: the password is asked for, and the tasks come, while the loop below runs.
AT_ONCE = 2 ** 32 - 1


class Session:
    def __init__(self):
        self.registry = EDataServer.SourceRegistry.new_sync(None)

    def find(self, address, user, password):
        """The addresses of the lists of tasks that it finds from the bare one."""
        self.credentials = EDataServer.NamedParameters.new()
        self.credentials.set("username", user)
        self.credentials.set("password", password)
        self.source = self.made(address, user)
        answer = EDataServer.webdav_discover_sources_sync(
            self.source, None, int(EDataServer.WebDAVDiscoverSupports.TASKS), self.credentials, None)
        return [found.href for found in answer.out_discovered_sources]

    def made(self, address, user):
        """As its dialog for a new list of tasks fills it in."""
        source = EDataServer.Source.new_with_uid("mend", None)
        source.set_display_name("mend")
        source.set_parent("caldav-stub")
        source.get_extension(EDataServer.SOURCE_EXTENSION_TASK_LIST).set_backend_name("caldav")
        source.get_extension(EDataServer.SOURCE_EXTENSION_AUTHENTICATION).set_user(user)
        source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND).set_uri(GLib.Uri.parse(address, GLib.UriFlags.NONE))
        return source

    def subscribe(self, address):
        """Takes a list that it has found."""
        self.source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND).set_uri(GLib.Uri.parse(address, GLib.UriFlags.NONE))
        self.registry.commit_source_sync(self.source, None)
        source = self.registry.ref_source("mend")
        source.connect("credentials-required", self.tell_password)
        self.client = ECal.Client.connect_sync(source, ECal.ClientSourceType.TASKS, AT_ONCE, None)

    def tell_password(self, source, reason, *_):
        """Once, and not again where it is refused."""
        if reason == EDataServer.SourceCredentialsReason.REQUIRED:
            source.invoke_authenticate_sync(self.credentials, None)

    def is_read_only(self):
        return self.client.is_readonly()

    def refresh(self):
        self.client.refresh_sync(None)

    def tasks(self):
        """Each as iCalendar."""
        _, components = self.client.get_object_list_sync("#t", None)
        return [component.as_ical_string() for component in components]

    def tick(self, uid):
        _, component = self.client.get_object_sync(uid, None, None)
        ECal.util_mark_task_complete_sync(component, -1, self.client, None)
        self.write(component)

    def change(self, uid, *lines):
        """Each line takes the place of the property that it names, and one without a value removes it."""
        _, component = self.client.get_object_sync(uid, None, None)
        for line in lines:
            name, value = line.split(":", 1)
            while old := component.get_first_property(ICalGLib.Property.kind_from_string(name)):
                component.remove_property(old)
            if value:
                component.add_property(ICalGLib.Property.new_from_string(line))
        self.write(component)

    def put_off(self, uid, zone, until):
        """A later due date, in a zone that it knows, as its dialog for a task sets it."""
        _, component = self.client.get_object_sync(uid, None, None)
        zone = ICalGLib.Timezone.get_builtin_timezone(zone)
        self.client.add_timezone_sync(zone, None)
        task = ECal.Component.new_from_icalcomponent(component)
        task.set_due(ECal.ComponentDateTime.new(ICalGLib.Time.new_from_string(until), zone.get_tzid()))
        self.write(task.get_icalcomponent())

    def write(self, component):
        self.client.modify_object_sync(component, ECal.ObjModType.ALL, ECal.OperationFlags.NONE, None)

    def add(self, *lines):
        component = ICalGLib.Component.new_from_string("\r\n".join(["BEGIN:VTODO", *lines, "END:VTODO", ""]))
        _, uid = self.client.create_object_sync(component, ECal.OperationFlags.NONE, None)
        return uid

    def delete(self, uid):
        self.client.remove_object_sync(uid, None, ECal.ObjModType.ALL, ECal.OperationFlags.NONE, None)


def answer(result, complaint=None):
    print(json.dumps([result, complaint]), flush=True)


def main():
    session = Session()
    loop = GLib.MainLoop()

    def read(*_):
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        what, *words = json.loads(line)
        try:
            answer(getattr(session, what)(*words))
        except GLib.Error as error:
            answer(None, error.message)
        return True

    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, sys.stdin.fileno(), GLib.IOCondition.IN | GLib.IOCondition.HUP, read)
    answer("ready")
    loop.run()


main()
