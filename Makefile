# mend's commands. Those that build install what system libraries are missing first.
#
#   make demo      write Exports/ from an invented family
#   make test      lint the sources, build, run all tests
#   make test-clients   read the exports with real calendar programs and feed readers (HOUSEHOLDS=50: of so many)
#   make test-browser   open the page in a real browser, and its feeds in real programs
#   make test-cron      let cron and mail programs run it
#   make test-fortnight live with it for a fortnight, and read what a parent would (UPDATE=1: write it down anew)
#   make test-push      ring phones by a push service of its own, and in a real browser (QUICK=1: in short)
#   make test-caldav    read and write lists of tasks as phones and desktops do (QUICK=1: in short; SEED=7 repeats a run)
#   make test-install   install it, and ask it
#   make package   a Debian package, a tarball and an image, in .dist/
#   make test-packages   install those where there is no compiler, and open the page (QUICK=1: in short)
#   make soak      kill it, fill its disk, feed it bad bytes, and look for what is lost or let out (QUICK=1: in short)
#   make fuzz      feed every parser with bytes that nobody meant for it
#   make sanitize  run the tests under AddressSanitizer, ThreadSanitizer and valgrind
#   make bench     measure (PEERS=FOLDER: among programs that do the same work)
#   make install   put the program, its manual pages and completions under PREFIX (default ~/.local); make uninstall takes
#                  them away

SHELL := /bin/bash
PREFIX ?= $(HOME)/.local
SWIFT ?= swift
BUILD := .build
RELEASE := .build-release
STAGED = $(abspath $(RELEASE))/staged
SHARE = $(DESTDIR)$(PREFIX)/share
COMPLETIONS = "$(SHARE)/bash-completion/completions" "$(SHARE)/zsh/site-functions" "$(SHARE)/fish/vendor_completions.d"
# No names of its own for others, by the toolchain's lld, and addresses packed (glibc 2.36): a process starts 1.4 ms sooner of 10.
LINKING := $(if $(filter Linux,$(shell uname -s)),-Xswiftc -use-ld=lld -Xlinker --no-export-dynamic \
	-Xlinker -z -Xlinker pack-relative-relocs)
# What a debugger would read is stripped at the end anyway, and takes time to be made.
RELEASING = $(SWIFT) build --scratch-path $(RELEASE) --configuration release --static-swift-stdlib -Xswiftc -gnone -Xcc -g0 \
	$(LINKING)

.PHONY: all demo test test-clients test-cron test-fortnight test-browser test-push test-caldav test-install package test-packages soak fuzz sanitize bench bench-peers lint format build release install uninstall exports libraries clean

all: demo

build: libraries
	$(SWIFT) build --scratch-path $(BUILD) --product mend

demo: build
	$(BUILD)/debug/mend demo --out Exports

test: libraries lint
	$(SWIFT) build --scratch-path $(BUILD) --build-tests
	$(BUILD)/debug/mend plan check Plans --strict --shipped
	$(BUILD)/debug/mend plan check Plans/two-of-us --strict
	@rm -rf $(BUILD)/left && mkdir $(BUILD)/left
	@# The server's tests by themselves: clients on sockets wait for answers, and the rest leaves them no time.
	@set -o pipefail; rm -f $(BUILD)/test.log; for part in "--skip MendServerTests" "--no-parallel --filter MendServerTests"; do \
		TMPDIR=$(abspath $(BUILD))/left $(SWIFT) test --scratch-path $(BUILD) --skip-build $$part 2>&1 | tee -a $(BUILD)/test.log || \
		{ echo "What failed:"; grep -a "✘" $(BUILD)/test.log; exit 1; }; done
	@# The runner itself prints the arguments of tests.
	@grep -av '^. Test case passing' $(BUILD)/test.log | bash Tests/private.sh - $(BUILD)/left

# Reads the exports with the calendar programs and feed readers that people use.
test-clients: build
	MEND=$(CURDIR)/$(BUILD)/debug/mend bash Tests/Clients/run.sh $(if $(HOUSEHOLDS),--households $(HOUSEHOLDS))

# Opens the page in a real browser, and its calendars and feeds in real programs, over a socket.
test-browser: build
	MEND=$(CURDIR)/$(BUILD)/debug/mend bash Tests/Browser/run.sh

# Lets a real cron run it, with a mail program that writes into a folder.
test-cron: build
	MEND=$(CURDIR)/$(BUILD)/debug/mend bash Tests/Cron/run.sh

# Plays a fortnight of commands on a terminal, and compares what is seen with what was read before.
test-fortnight: build
	MEND=$(CURDIR)/$(BUILD)/debug/mend UPDATE=$(UPDATE) bash Tests/Fortnight/run.sh

# Rings phones by a push service of its own on this machine, and in a real browser; ten thousand of them at once.
test-push: build
	MEND=$(CURDIR)/$(BUILD)/debug/mend QUICK=$(QUICK) bash Tests/Push/run.sh

# Reads and writes lists of tasks as phones and desktops do, and at random. The speed is that of the released program, once it
# was built (make release).
test-caldav: build
	MEND=$(CURDIR)/$(BUILD)/debug/mend MEND_RELEASED=$(wildcard $(CURDIR)/$(RELEASE)/release/mend) QUICK=$(QUICK) SEED=$(SEED) \
		bash Tests/CalDAV/run.sh

# Installs it in a folder of its own, and asks it.
test-install:
	@rm -rf $(abspath $(BUILD))/installed
	$(MAKE) install PREFIX=$(abspath $(BUILD))/installed
	bash Tests/installed.sh $(abspath $(BUILD))/installed

# A Debian package, a tarball that needs nothing but glibc, an OCI image, and their sums; the same build gives the same bytes.
package:
	@rm -rf $(STAGED)
	$(MAKE) install PREFIX=/usr DESTDIR=$(STAGED)
	bash Packaging/package.sh $(STAGED) $(RELEASE)/checkouts .dist

# Installs them in bare chroots, in a container and under systemd, and opens the page, by itself and behind web servers.
# CHROOTS=FOLDER keeps the bare Debians for the next time.
test-packages: package
	QUICK=$(QUICK) CHROOTS=$(CHROOTS) bash Tests/Packages/run.sh $(STAGED) $(RELEASE)/checkouts .dist

# Kills it at any moment, fills its disk, lets eight write at once, gives it bad bytes and looks for private words; within 20
# minutes, or 90 seconds with QUICK=1. SEED=7 repeats a run.
soak: build
	MEND=$(CURDIR)/$(BUILD)/debug/mend QUICK=$(QUICK) SEED=$(SEED) bash Tests/Soak/run.sh

# How many inputs each small parser gets; a large one (a whole document) gets a fiftieth. It ends at the first find.
FUZZ ?= 10000000

# Feeds every parser with bytes that nobody meant for it, and looks where they lead (libFuzzer).
fuzz: libraries
	SWIFT=$(SWIFT) FUZZ=$(FUZZ) bash Tests/Fuzz/run.sh $(abspath $(BUILD)-fuzz)

# Runs all tests under AddressSanitizer and ThreadSanitizer, and MendXML under valgrind: no bad access, race or lost block.
sanitize: libraries
	SWIFT=$(SWIFT) bash Tests/Sanitize/run.sh $(abspath $(BUILD))

# Measures the pipeline at three sizes, in a release build; with PEERS=FOLDER, among programs that do the same work, as installed.
bench: libraries
	$(RELEASING) --product mend-bench
	$(RELEASE)/release/mend-bench
	$(if $(PEERS),$(MAKE) bench-peers)

bench-peers:
	$(MAKE) install PREFIX=$(abspath $(RELEASE))/installed
	install -s -m 755 $(RELEASE)/release/mend-bench $(RELEASE)/installed/bin/mend-bench
	bash Tests/Peers/run.sh $(RELEASE)/installed/bin/mend $(RELEASE)/installed/bin/mend-bench $(PEERS)

lint:
	$(SWIFT) format lint --strict --recursive --parallel Sources Package.swift

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Package.swift

release: libraries
	$(RELEASING) --product mend

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 $(RELEASE)/release/mend "$(DESTDIR)$(PREFIX)/bin/mend"
	install -d $(COMPLETIONS)
	$(RELEASE)/release/mend --generate-completion-script bash > "$(SHARE)/bash-completion/completions/mend"
	$(RELEASE)/release/mend --generate-completion-script zsh > "$(SHARE)/zsh/site-functions/_mend"
	$(RELEASE)/release/mend --generate-completion-script fish > "$(SHARE)/fish/vendor_completions.d/mend.fish"
	SOURCE_DATE_EPOCH=$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || date +%s)} \
		$(RELEASE)/release/mend manual "$(SHARE)/man/man1"
	@echo "mend is in $(DESTDIR)$(PREFIX)/bin, its manual pages and completions in $(SHARE)"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/mend" "$(SHARE)/bash-completion/completions/mend" \
		"$(SHARE)/zsh/site-functions/_mend" "$(SHARE)/fish/vendor_completions.d/mend.fish" \
		"$(SHARE)/man/man1/mend.1" "$(SHARE)"/man/man1/mend-*.1

# libxml2, SQLite, libqrencode, libical and zlib with their headers, and the time zone data.
libraries:
	@bash .ci/libraries

clean:
	rm -rf .dist $(BUILD) $(RELEASE) $(BUILD)-fuzz $(BUILD)-asan $(BUILD)-tsan $(BUILD)-valgrind
