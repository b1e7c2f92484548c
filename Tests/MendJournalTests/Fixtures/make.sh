#!/bin/bash
# Makes the journals beside it: one of each schema that a version of mend has written, with an invented family, and a
# backup of each. A schema that is released never changes, so neither does a file that is here: run this only when a
# schema is new, for that one (`bash make.sh 13`), and add its step below. It needs sqlite3 and sha256sum.
#
# Pages are 1024 bytes in place of SQLite's 4096, to keep the files small; nothing else differs.
set -euo pipefail
cd "$(dirname "$0")"

step() {
    case $1 in
    1) cat <<'SQL'
CREATE TABLE household (
    id TEXT PRIMARY KEY NOT NULL, zone TEXT NOT NULL, quiet TEXT NOT NULL, cap INTEGER NOT NULL,
    country TEXT, shared INTEGER
) STRICT;
CREATE TABLE contact (name TEXT PRIMARY KEY NOT NULL, number TEXT NOT NULL, purpose TEXT) STRICT;
CREATE TABLE person (
    id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, relation TEXT NOT NULL, born TEXT,
    closed TEXT NOT NULL, away TEXT NOT NULL, sleep TEXT, good TEXT
) STRICT;
CREATE TABLE rupture (
    id TEXT PRIMARY KEY NOT NULL, person TEXT NOT NULL REFERENCES person (id), kind TEXT NOT NULL,
    at INTEGER NOT NULL, recorded INTEGER NOT NULL, zone TEXT, theirZone TEXT, excitedAbout ANY, note ANY
) STRICT;
CREATE TABLE attempt (
    id TEXT PRIMARY KEY NOT NULL, rupture TEXT NOT NULL REFERENCES rupture (id), at INTEGER NOT NULL,
    recorded INTEGER NOT NULL, outcome TEXT NOT NULL, roadblock TEXT, note ANY
) STRICT;
CREATE TABLE checkIn (
    id TEXT PRIMARY KEY NOT NULL, person TEXT REFERENCES person (id), at INTEGER NOT NULL, zone TEXT NOT NULL
) STRICT;
CREATE TABLE channel (name TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, destination TEXT) STRICT;
CREATE TABLE subscription (
    name TEXT PRIMARY KEY NOT NULL, scope TEXT, open INTEGER NOT NULL, secretHash TEXT NOT NULL,
    created INTEGER
) STRICT;
CREATE TABLE published (
    item TEXT PRIMARY KEY NOT NULL, prompt TEXT, start INTEGER NOT NULL, sequence INTEGER NOT NULL,
    modified INTEGER NOT NULL
) STRICT;
CREATE TABLE delivery (
    item TEXT NOT NULL, channel TEXT NOT NULL, at INTEGER NOT NULL, outcome TEXT NOT NULL,
    PRIMARY KEY (item, channel)
) STRICT;
INSERT INTO household VALUES ('k7Qm2xW9', 'America/New_York', '21:00-07:00', 3, 'US', 0);
INSERT INTO contact VALUES ('Aunt Mo', '555-0134', 'a calm voice');
INSERT INTO person VALUES ('ada', 'Ada', 'child', '2022-04-03', 'mon-fri 08:00-15:00' || char(10) || 'sat 09:00-11:00',
    '2026-01-10/2026-01-17', '19:30-06:30', '17:30');
INSERT INTO person VALUES ('sam', 'Sam', 'partner', NULL, '', '', NULL, NULL);
INSERT INTO rupture VALUES ('r2', 'sam', 'benign', 1767600000, 1767600000, NULL, NULL, NULL, NULL);
INSERT INTO rupture VALUES ('r1', 'ada', 'toxic', 1767652800, 1767653400, 'red', 'yellow', 'her lego tower', x'4900732e');
INSERT INTO attempt VALUES ('t1', 'r1', 1767657600, 1767657600, 'declined', 'shame', 'too early');
INSERT INTO checkIn VALUES ('c1', 'ada', 1767657600, 'yellow');
INSERT INTO checkIn VALUES ('c2', NULL, 1767657600, 'green');
INSERT INTO channel VALUES ('mail', 'mail', 'me@example.org');
INSERT INTO subscription VALUES ('phone', 'repairs', 1, 'c0ffee', 1767657600);
INSERT INTO published VALUES ('r1.calm', 'calm.cool-water', 1767654000, 3, 1767657600);
INSERT INTO delivery VALUES ('r1.calm', 'mail', 1767657600, 'sent');
SQL
        ;;
    2) cat <<'SQL'
ALTER TABLE published ADD COLUMN words TEXT;
UPDATE published SET words = '5d1f0c22a7e94b36';
SQL
        ;;
    3) cat <<'SQL'
ALTER TABLE subscription ADD COLUMN used TEXT;
CREATE TABLE passphrase (hash TEXT NOT NULL) STRICT;
CREATE TABLE session (
    tokenHash TEXT PRIMARY KEY NOT NULL, device TEXT NOT NULL, began INTEGER NOT NULL,
    used INTEGER NOT NULL
) STRICT;
UPDATE subscription SET used = '2026-01-04';
INSERT INTO passphrase VALUES ('hash');
INSERT INTO session VALUES ('token', 'Firefox on Android', 1767600000, 1767600000);
SQL
        ;;
    4) cat <<'SQL'
ALTER TABLE channel ADD COLUMN open INTEGER NOT NULL DEFAULT 0;
UPDATE channel SET open = 1;
SQL
        ;;
    5) cat <<'SQL'
CREATE TABLE knownCopy (path TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, made INTEGER) STRICT;
INSERT INTO knownCopy VALUES ('/home/ada/backups/mend.sqlite', 'backup', 1767657600);
SQL
        ;;
    6) cat <<'SQL'
ALTER TABLE household ADD COLUMN closed TEXT NOT NULL DEFAULT '';
ALTER TABLE household ADD COLUMN away TEXT NOT NULL DEFAULT '';
ALTER TABLE household ADD COLUMN good TEXT;
ALTER TABLE household ADD COLUMN edited INTEGER;
ALTER TABLE household ADD COLUMN language TEXT;
ALTER TABLE household ADD COLUMN plan TEXT;
ALTER TABLE person ADD COLUMN ended INTEGER;
ALTER TABLE person ADD COLUMN begun INTEGER;
ALTER TABLE rupture ADD COLUMN frightened TEXT;
ALTER TABLE checkIn ADD COLUMN recorded INTEGER;
UPDATE checkIn SET recorded = at;
CREATE TABLE hold (
    id TEXT PRIMARY KEY NOT NULL, person TEXT REFERENCES person (id), at INTEGER NOT NULL,
    recorded INTEGER NOT NULL, until INTEGER NOT NULL
) STRICT;
ALTER TABLE published ADD COLUMN withPerson TEXT;
ALTER TABLE published ADD COLUMN ruptures TEXT;
ALTER TABLE published ADD COLUMN minutes INTEGER;
ALTER TABLE published ADD COLUMN voice TEXT;
ALTER TABLE published ADD COLUMN title ANY;
ALTER TABLE published ADD COLUMN text ANY;
ALTER TABLE published ADD COLUMN band TEXT;
ALTER TABLE published ADD COLUMN tips TEXT;
ALTER TABLE published ADD COLUMN grave INTEGER;
ALTER TABLE published ADD COLUMN because TEXT;
ALTER TABLE published ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE published ADD COLUMN rupture TEXT;
ALTER TABLE published ADD COLUMN person TEXT;
ALTER TABLE published ADD COLUMN day TEXT;
UPDATE published SET kind = CASE
    WHEN item = 'begin' THEN 'begin'
    WHEN item GLOB 'milestone.*.[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN 'milestone'
    WHEN item GLOB 'daily.[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN 'daily'
    WHEN item GLOB 'weekly.[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN 'weekly'
    WHEN item GLOB 'monthly.[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN 'monthly'
    WHEN item GLOB '*.try-again.[1-9]*' AND rtrim(item, '0123456789') GLOB '*.try-again.' THEN 'try-again'
    WHEN item GLOB '*.roadblock.[1-9]*' AND rtrim(item, '0123456789') GLOB '*.roadblock.' THEN 'roadblock'
    WHEN item GLOB '*.calm' THEN 'calm'
    WHEN item GLOB '*.reflect' THEN 'reflect'
    WHEN item GLOB '*.reconnect' THEN 'reconnect'
    WHEN item GLOB '*.rest' THEN 'rest'
    ELSE '' END;
UPDATE published SET day = substr(item, -10) WHERE kind IN ('milestone', 'daily', 'weekly', 'monthly');
UPDATE published SET person = substr(item, 11, length(item) - 21) WHERE kind = 'milestone';
UPDATE published SET rupture = substr(item, 1, instr(item, '.') - 1)
    WHERE kind IN ('calm', 'reflect', 'reconnect', 'try-again', 'roadblock', 'rest');
DELETE FROM published WHERE kind = '' OR kind = 'begin' AND 'published' = 'published'
    OR item GLOB '*[^-._0-9A-Za-z]*' OR item GLOB '*..*' OR item GLOB '.*'
    OR date(day, '+0 days') IS NOT day OR person GLOB '*.*'
    OR rupture IS NOT NULL AND length(item) - length(replace(item, '.', ''))
        - (kind IN ('try-again', 'roadblock')) NOT IN (1, 2);
ALTER TABLE delivery ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE delivery ADD COLUMN rupture TEXT;
ALTER TABLE delivery ADD COLUMN person TEXT;
ALTER TABLE delivery ADD COLUMN day TEXT;
UPDATE delivery SET kind = CASE
    WHEN item = 'begin' THEN 'begin'
    WHEN item GLOB 'milestone.*.[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN 'milestone'
    WHEN item GLOB 'daily.[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN 'daily'
    WHEN item GLOB 'weekly.[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN 'weekly'
    WHEN item GLOB 'monthly.[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' THEN 'monthly'
    WHEN item GLOB '*.try-again.[1-9]*' AND rtrim(item, '0123456789') GLOB '*.try-again.' THEN 'try-again'
    WHEN item GLOB '*.roadblock.[1-9]*' AND rtrim(item, '0123456789') GLOB '*.roadblock.' THEN 'roadblock'
    WHEN item GLOB '*.calm' THEN 'calm'
    WHEN item GLOB '*.reflect' THEN 'reflect'
    WHEN item GLOB '*.reconnect' THEN 'reconnect'
    WHEN item GLOB '*.rest' THEN 'rest'
    ELSE '' END;
UPDATE delivery SET day = substr(item, -10) WHERE kind IN ('milestone', 'daily', 'weekly', 'monthly');
UPDATE delivery SET person = substr(item, 11, length(item) - 21) WHERE kind = 'milestone';
UPDATE delivery SET rupture = substr(item, 1, instr(item, '.') - 1)
    WHERE kind IN ('calm', 'reflect', 'reconnect', 'try-again', 'roadblock', 'rest');
DELETE FROM delivery WHERE kind = '' OR kind = 'begin' AND 'delivery' = 'published'
    OR item GLOB '*[^-._0-9A-Za-z]*' OR item GLOB '*..*' OR item GLOB '.*'
    OR date(day, '+0 days') IS NOT day OR person GLOB '*.*'
    OR rupture IS NOT NULL AND length(item) - length(replace(item, '.', ''))
        - (kind IN ('try-again', 'roadblock')) NOT IN (1, 2);
CREATE INDEX publishedStart ON published (start);
CREATE INDEX publishedRupture ON published (rupture);
CREATE INDEX deliveryAt ON delivery (at);
UPDATE household SET closed = 'mon-fri 09:00-17:00', away = '2026-03-01/2026-03-07', good = '20:00', edited = 1767657600;
UPDATE person SET ended = 1767657600 WHERE id = 'ada';
UPDATE rupture SET frightened = 'me' WHERE id = 'r1';
INSERT INTO hold VALUES ('h1', 'ada', 1767657600, 1767657600, 1767661200);
UPDATE published SET withPerson = 'ada', ruptures = 'r1', minutes = 5, voice = 'self', title = 'Cool water', text = x'4900732e',
    band = 'preschool', tips = '1' || char(10) || '3', grave = 1,
    because = '[{"cause": "calm-floor red", "moved": 1200}]';
SQL
        ;;
    7) cat <<'SQL'
ALTER TABLE knownCopy ADD COLUMN open INTEGER;
ALTER TABLE knownCopy ADD COLUMN base TEXT;
ALTER TABLE knownCopy ADD COLUMN public INTEGER;
ALTER TABLE knownCopy ADD COLUMN weeksBack INTEGER;
ALTER TABLE knownCopy ADD COLUMN daysAhead INTEGER;
ALTER TABLE knownCopy ADD COLUMN freshUntil INTEGER;
ALTER TABLE knownCopy ADD COLUMN took INTEGER;
CREATE TABLE answer (document TEXT PRIMARY KEY NOT NULL, tag TEXT NOT NULL, modified INTEGER NOT NULL) STRICT;
CREATE TABLE servedAt (base TEXT NOT NULL) STRICT;
ALTER TABLE published ADD COLUMN reworded INTEGER;
UPDATE published SET reworded = modified WHERE sequence > 0 AND modified > start;
SQL
        ;;
    8) cat <<'SQL'
CREATE TABLE discreetKey (secret TEXT NOT NULL, since INTEGER) STRICT;
INSERT INTO discreetKey VALUES ('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 1767657600);
UPDATE published SET words = NULL;
SQL
        ;;
    9) cat <<'SQL'
CREATE TABLE place (
    id TEXT PRIMARY KEY NOT NULL, person TEXT REFERENCES person (id), name TEXT, tools TEXT NOT NULL
) STRICT;
CREATE TABLE offer (
    id TEXT PRIMARY KEY NOT NULL, person TEXT REFERENCES person (id), days TEXT NOT NULL, part TEXT,
    time TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL, ended INTEGER
) STRICT;
SQL
        ;;
    10) cat <<'SQL'
ALTER TABLE household ADD COLUMN lastIDs TEXT NOT NULL DEFAULT '';
SQL
        ;;
    11) cat <<'SQL'
CREATE TABLE pushKey (private TEXT NOT NULL) STRICT;
CREATE TABLE pushDevice (
    channel TEXT PRIMARY KEY NOT NULL, endpoint TEXT NOT NULL, publicKey TEXT NOT NULL, secret TEXT NOT NULL,
    base TEXT NOT NULL, renewed INTEGER NOT NULL, answer INTEGER, failures INTEGER NOT NULL, retryAt INTEGER
) STRICT;
CREATE TABLE noticeToken (hash TEXT PRIMARY KEY NOT NULL, item TEXT NOT NULL, expires INTEGER NOT NULL) STRICT;
CREATE INDEX noticeTokenItem ON noticeToken (item);
CREATE INDEX pushDeviceEndpoint ON pushDevice (endpoint);
CREATE TRIGGER channelIsGone AFTER DELETE ON channel BEGIN
    DELETE FROM pushDevice WHERE channel = old.name;
END;
CREATE TRIGGER ruptureIsGone AFTER DELETE ON rupture BEGIN
    DELETE FROM noticeToken WHERE substr(item, 1, length(old.id) + 1) = old.id || '.';
END;
SQL
        ;;
    12) cat <<'SQL'
CREATE TABLE login (
    id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, caregiver TEXT NOT NULL, passphraseHash TEXT,
    invitationHash TEXT, until INTEGER
) STRICT;
ALTER TABLE session ADD COLUMN login TEXT;
ALTER TABLE rupture ADD COLUMN writer TEXT;
ALTER TABLE attempt ADD COLUMN writer TEXT;
ALTER TABLE checkIn ADD COLUMN writer TEXT;
INSERT INTO login VALUES ('second', 'Jo', 'Ann', 'hash of Jo', NULL, NULL);
INSERT INTO session VALUES ('token of Jo', 'Safari on an iPhone', 1767600000, 1767600000, 'second');
UPDATE rupture SET writer = 'Jo' WHERE id = 'r2';
UPDATE attempt SET writer = 'Jo';
UPDATE checkIn SET writer = 'Jo' WHERE id = 'c2';
SQL
        ;;
    13) cat <<'SQL'
ALTER TABLE checkIn ADD COLUMN shortNight INTEGER NOT NULL DEFAULT 0;
UPDATE checkIn SET shortNight = 1 WHERE id = 'c1';
SQL
        ;;
    14) cat <<'SQL'
ALTER TABLE published ADD COLUMN moves INTEGER;
ALTER TABLE published ADD COLUMN moved INTEGER;
SQL
        ;;
    15) cat <<'SQL'
CREATE TABLE taskList (
    user TEXT PRIMARY KEY NOT NULL, name TEXT UNIQUE NOT NULL, secretHash TEXT NOT NULL, prompts INTEGER NOT NULL,
    open INTEGER NOT NULL, created INTEGER NOT NULL, used TEXT, epoch TEXT NOT NULL, floor INTEGER NOT NULL
) STRICT;
CREATE TABLE taskCopy (
    user TEXT NOT NULL, href TEXT NOT NULL, uid TEXT NOT NULL, subject TEXT NOT NULL, title ANY, notes ANY,
    lines ANY NOT NULL, alarms ANY NOT NULL, attempts TEXT NOT NULL, done INTEGER, hidden INTEGER NOT NULL,
    answered TEXT, modified INTEGER NOT NULL, PRIMARY KEY (user, href)
) STRICT;
CREATE TABLE taskMark (
    user TEXT NOT NULL, href TEXT NOT NULL, etag TEXT, number INTEGER NOT NULL, subject TEXT NOT NULL,
    ruptures TEXT NOT NULL, seen TEXT NOT NULL, PRIMARY KEY (user, href)
) STRICT;
CREATE TRIGGER taskListIsGone AFTER DELETE ON taskList BEGIN
    DELETE FROM taskCopy WHERE user = old.user;
    DELETE FROM taskMark WHERE user = old.user;
END;
CREATE TRIGGER ruptureOfTasksIsGone AFTER DELETE ON rupture BEGIN
    DELETE FROM taskCopy WHERE subject = old.id OR (user, href) IN (
        SELECT user, href FROM taskMark WHERE instr(char(10) || ruptures || char(10), char(10) || old.id || char(10)));
    UPDATE taskMark SET seen = '', ruptures = ''
        WHERE subject = old.id OR instr(char(10) || ruptures || char(10), char(10) || old.id || char(10));
END;
ALTER TABLE pushDevice ADD COLUMN login TEXT;
DELETE FROM pushDevice WHERE EXISTS (SELECT 1 FROM login WHERE passphraseHash IS NOT NULL);
ALTER TABLE knownCopy ADD COLUMN home TEXT;
INSERT INTO taskList VALUES ('phone', 'My phone', 'c0ffee', 0, 1, 1767657600, '2026-01-05', '0123456789abcdef', 0);
INSERT INTO taskCopy VALUES ('phone', 'x.ics', 'x', '', 'Milk', NULL, x'4900732e', x'', '', NULL, 0, NULL, 1767657600);
INSERT INTO taskMark VALUES ('phone', 'x.ics', '"0a"', 1, '', '', '');
SQL
        ;;
    16) cat <<'SQL'
DROP TABLE noticeToken;
CREATE TABLE noticeToken (
    hash TEXT PRIMARY KEY NOT NULL, item TEXT NOT NULL, channel TEXT NOT NULL, expires INTEGER NOT NULL
) STRICT;
CREATE INDEX noticeTokenItem ON noticeToken (item);
CREATE TRIGGER phoneIsGone AFTER DELETE ON channel BEGIN
    DELETE FROM noticeToken WHERE channel = old.name;
END;
SQL
        ;;
    esac
}

newest=16
for schema in ${1:-$(seq $newest)}; do
    rm -f journal-$schema.sqlite* backup-$schema.sqlite*
    {
        echo "PRAGMA page_size = 1024; PRAGMA journal_mode = WAL; BEGIN;"
        echo "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);"
        for number in $(seq "$schema"); do
            step "$number"
            echo "INSERT INTO grdb_migrations VALUES ('$number');"
        done
        echo "COMMIT; VACUUM INTO 'backup-$schema.sqlite';"
    } | sqlite3 -bail journal-$schema.sqlite >/dev/null
    sha256sum backup-$schema.sqlite >backup-$schema.sqlite.sha256
done
