# The page behind nginx and Caddy, by the configurations in the package's examples, with certificates of a test CA.

# certificates FOLDER: a CA, and a certificate of it for mend.example.org.
certificates() {
    mkdir -p "$1" && (
        cd "$1" || exit
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -keyout ca.key -out ca.pem \
            -subj '/CN=mend test CA' -addext keyUsage=critical,keyCertSign
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout privkey.pem -out asked.pem \
            -subj /CN=mend.example.org
        openssl x509 -req -in asked.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -out fullchain.pem \
            -extfile <(printf 'subjectAltName=DNS:mend.example.org\n')
    ) 2>/dev/null
}

# listens PORT: once something does.
listens() {
    for _ in $(seq 100); do
        apart bash -c "exec 3<>/dev/tcp/127.0.0.1/$1" 2>/dev/null && return
        sleep 0.1
    done
    cat "$work/proxy.log"
    return 1
}

# behind WHAT COMMAND...: a household, its page behind a web server that is started so, and what that tells mend.
behind() {
    local what=$1 began=$SECONDS proxy
    shift
    check "$what: a household" inside mend init --zone America/New_York
    check "$what: a person" inside mend person add Ada --relation child --born 2022-04-03
    inside mend serve --base-url https://mend.example.org >"$work/serve.log" 2>&1 &
    server=$!
    inside "$@" >"$work/proxy.log" 2>&1 &
    proxy=$!
    check "$what: the address is that from outside" says '^https://mend.example.org/begin/' link
    check "$what: it listens" listens 443
    check "$what: the first page, by https" first_page "$root/tls/ca.pem" 443
    check "$what: under another name there is nothing" fails apart curl --silent --fail --insecure \
        --resolve mend.example.net:443:127.0.0.1 https://mend.example.net/
    check "$what: the page is well under its number, too" says 'the page answers' \
        inside mend doctor --serve http://127.0.0.1:8420
    check "$what: mend knows who asks" fails says 'does not say who asks' inside mend doctor
    end "$proxy"
    stop
}

# installed NAME: a machine with mend, certificates, and this web server of Debian.
installed() {
    fresh "$1"
    check "$1: Debian's packages" install_deb "$deb"
    check "$1: is installed" prepare apt-get install -y -qq --no-install-recommends "$1"
    certificates "$root/tls"
}

behind_nginx() {
    installed nginx
    sed 's|/etc/letsencrypt/live/mend.example.org/|/tls/|' "$packaging/examples/nginx.conf" \
        >"$root/etc/nginx/conf.d/mend.conf"
    behind nginx nginx -g 'daemon off;'
}

behind_caddy() {
    installed caddy
    # Without the network there is no certificate but this one.
    sed 's|^mend.example.org {|&\n\ttls /tls/fullchain.pem /tls/privkey.pem|' "$packaging/examples/Caddyfile" \
        >"$root/etc/caddy/Caddyfile"
    behind caddy caddy run --config /etc/caddy/Caddyfile
}
