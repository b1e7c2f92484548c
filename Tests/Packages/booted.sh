# The units, under a real systemd that is booted in a container.

# Runs a command in the container, beside its systemd.
within_booted() {
    nsenter --target "$leader" --all env -i PATH=/usr/bin:/usr/sbin:/bin:/sbin LC_ALL=C.UTF-8 "$@"
}

main_process() { within_booted systemctl show --property MainPID --value "$1"; }

# is_started_anew UNIT: once its program hangs. It is not waited for as long as in earnest.
is_started_anew() {
    local before
    within_booted sh -c "mkdir -p /run/systemd/system/$1.service.d &&
        printf '[Service]\nWatchdogSec=3\nRestartSec=0\nTimeoutAbortSec=3\n' >/run/systemd/system/$1.service.d/test.conf"
    within_booted systemctl daemon-reload && within_booted systemctl restart "$1" || return 1
    before=$(main_process "$1")
    within_booted sh -c "kill -STOP $before"
    for _ in $(seq 150); do
        [ "$(within_booted systemctl is-active "$1")" = active ] && [ "$(main_process "$1")" != "$before" ] && return
        sleep 0.2
    done
    within_booted systemctl status --no-pager "$1"
    return 1
}

boot() {
    # The folders that it makes for itself below /sys stay in a name space of their own.
    unshare --mount systemd-nspawn --quiet --directory "$root" --boot --register=no --keep-unit --console=pipe \
        --network-namespace-path="$network" >"$work/boot.log" 2>&1 </dev/null &
    server=$!
    for _ in $(seq 300); do
        leader=$(pgrep --parent "$server") || { kill -0 "$server" 2>/dev/null && sleep 0.2 && continue || break; }
        case $(within_booted systemctl is-system-running 2>/dev/null) in running | degraded) return ;; esac
        sleep 0.2
    done
    cat "$work/boot.log"
    return 1
}

under_systemd() {
    local leader
    packages "$work" systemd-container
    fresh booted
    check "systemd: mend is installed" install_deb "$deb"
    check "systemd: systemd is installed" prepare apt-get install -y -qq --no-install-recommends systemd systemd-sysv dbus
    umount "$root/proc"
    boot >"$work/out" 2>&1 || {
        echo "under_systemd: left out, since no systemd can be booted here: $(tail -n 1 "$work/out")"
        server=
        return
    }
    check "systemd: a household" within_booted runuser -u mend -- \
        mend init --zone America/New_York --data /var/lib/mend/anna
    check "systemd: a person" within_booted runuser -u mend -- \
        mend person add Ada --relation child --born 2022-04-03 --data /var/lib/mend/anna
    check "systemd: another household" within_booted runuser -u mend -- \
        mend init --zone Europe/London --data /var/lib/mend/ben
    # `Type=notify`: it is started once it has said so.
    check "systemd: the page starts" within_booted systemctl enable --now mend@anna
    within_booted journalctl --unit mend@anna --output cat >"$work/serve.log"
    check "systemd: the first page" first_page
    check "systemd: it is well" within_booted mend doctor --serve http://127.0.0.1:8420
    check "systemd: it sees no other household" says '^anna$' within_booted bash -c \
        'ls "/proc/$(systemctl show --property MainPID --value mend@anna)/root/var/lib/mend"'
    check "systemd: it is watched" says '^1min$' within_booted systemctl show --property WatchdogUSec --value mend@anna
    check "systemd: it is filtered" says '^2$' within_booted bash -c \
        'awk "/^Seccomp:/ { print \$2 }" "/proc/$(systemctl show --property MainPID --value mend@anna)/status"'
    check "systemd: one that hangs is started anew" is_started_anew mend@anna
    check "systemd: due runs by hand" within_booted systemctl start mend-due@anna
    check "systemd: the timer starts" within_booted systemctl enable --now mend-due@anna.timer
    check "systemd: it has a next time" says 'mend-due@anna' within_booted systemctl list-timers --no-pager
    check "systemd: it ends as it should" within_booted systemctl stop mend@anna
    check "systemd: with what it says at its end" says 'Stopped.' \
        within_booted journalctl --unit mend@anna --output cat
    check "systemd: no unit has failed" fails says 'mend' within_booted systemctl --failed --no-legend
    stop_booted
}

stop_booted() {
    within_booted systemctl poweroff >/dev/null 2>&1
    wait "$server"
    server=
    mount -t proc proc "$root/proc"
}
