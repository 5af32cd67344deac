# Footbridge. `make` alone lists the targets.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
SWIFT ?= swift
# An incremental build accepts undeclared imports; this refuses them.
STRICT := --explicit-target-dependency-import-check error
# The Swift runtime is linked in: the program starts faster, and runs where there is no Swift.
RELEASE := $(SWIFT) build -c release --product footbridge --static-swift-stdlib $(STRICT)
PACKAGES := libedit-dev libcurl4-openssl-dev libsqlite3-dev libcmark-gfm-dev \
  libcmark-gfm-extensions-dev pkg-config
MODULES := libedit libcurl sqlite3 libcmark-gfm

.PHONY: help setup build try test test-busy readers storm check check-sanitized coverage measure format fleet bench bench-setup \
  picture recordings install uninstall dist

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the C libraries that are missing (Debian, Ubuntu)
	@if pkg-config --exists $(MODULES) 2>/dev/null; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	  echo "Missing C libraries ($(MODULES)), and no apt-get here: install them by hand."; exit 1; fi; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	echo "Installing what is missing, with $${sudo:+sudo }apt-get: $(PACKAGES)"; \
	$$sudo apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $(PACKAGES)

build: setup ## the program, release build, in .build/release/footbridge
	@$(RELEASE)

try: build ## build, walk the practice setup to a passed round trip, say what to type next
	@.build/release/footbridge practice --auto
	@printf '\n%s\n%s\n%s\n' 'Type next:' \
	  '  .build/release/footbridge practice    walk it yourself, on practice clouds' \
	  '  .build/release/footbridge             set up your own device'

# The tests of the program play the release build, which is the one that ships.
PROGRAM := FOOTBRIDGE_BINARY=$(CURDIR)/.build/release/footbridge

test: try ## the same, then every test
	@$(SWIFT) build --build-tests $(STRICT)
	@Tests/run $(CURDIR)/.build/release/footbridge

test-busy: try ## every test beside eight busy loops, five times; TIMES=1 for once
	@Tests/Load/busy $(TIMES)

readers: build ## what is written, read by twelve programs of others; completion in real shells (PyPI)
	@Tests/Readers/check .build/release/footbridge

# Those tests try a few places each by chance, and here all of them.
storm: build ## each write cut off in each way, each bit flipped, 10,000 typed walks: over an hour
	@$(SWIFT) build --build-tests $(STRICT)
	@FOOTBRIDGE_STORM=all $(PROGRAM) $(SWIFT) test --skip-build --disable-xctest --no-parallel \
	  --filter 'CrashTests|KilledRecordingTests|EarlierHomesTests|LogStoreDamageTests|RandomLinesTests|InterruptionTests|RestoreStormTests|RecordingCatalogTests|ThousandSetupsTests|FuzzTests|CanaryTests|TripPlannerTests'

# A program and its tests, built anew in a folder of their own. The address sanitizer has the C++ of
# the practice device end at undefined behaviour; Swift has no such sanitizer on Linux. A preloaded
# library, as the tests of a failing disk have it, does not go with it.
THREAD := --sanitize thread --scratch-path .build-thread
ADDRESS := --sanitize address --scratch-path .build-address -Xcxx -fsanitize=undefined \
  -Xcxx -fsanitize-trap=undefined
PRELOADING := CrashTests|PracticeCrashTests|KilledRecordingTests|EarlierHomesTests|DescriptorTests|ExitHandlerTests|ReportTests

check-sanitized: setup ## every test under the thread sanitizer, then under the address sanitizer
	@$(SWIFT) build --build-tests $(THREAD) $(STRICT)
	@TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/thread-sanitizer.txt \
	  $(SWIFT) test --skip-build $(THREAD) --disable-xctest --no-parallel
	@$(SWIFT) build --build-tests $(ADDRESS) $(STRICT)
	@ASAN_OPTIONS=detect_leaks=0:suppressions=$(CURDIR)/Tests/address-sanitizer.txt \
	  $(SWIFT) test --skip-build $(ADDRESS) --disable-xctest --no-parallel --skip 'FootbridgeTests\.($(PRELOADING))'

LLVM_COV = $(dir $(realpath $(shell command -v $(SWIFT))))llvm-cov
COVERAGE := .build-coverage/debug

coverage: setup ## which lines the tests reach, by file; .build-coverage/lines.txt has each line
	@$(SWIFT) test --enable-code-coverage --scratch-path .build-coverage --disable-xctest --no-parallel
	@$(LLVM_COV) report $(COVERAGE)/footbridgePackageTests.xctest \
	  -instr-profile $(COVERAGE)/codecov/default.profdata Sources
	@$(LLVM_COV) show $(COVERAGE)/footbridgePackageTests.xctest \
	  -instr-profile $(COVERAGE)/codecov/default.profdata Sources >.build-coverage/lines.txt

check: setup ## formatting, house rules and the guide, without the tests
	@$(SWIFT) format lint -r --strict Sources Tests Package.swift
	@$(RELEASE)
	@.build/release/footbridge guide --lint Guides/particle-blynk

measure: ## how large the sources are, and what knows what; PAGE=docs/architecture.md puts it there
	@Tests/Measure/measure $(PAGE)

format: ## put the sources in their usual form
	@$(SWIFT) format -i -r Sources Tests Package.swift

fleet: setup ## 1,000 trips on 100 practice devices at once: time, memory, descriptors, overhead
	@$(SWIFT) build -c release --product Fleet --static-swift-stdlib $(STRICT)
	@.build/release/Fleet

bench: build ## measure: a table of times, each beside what it is compared with; five minutes
	@$(SWIFT) build -c release --product BenchInside --static-swift-stdlib $(STRICT)
	@Tests/Bench/bench .build/release/footbridge $(PAGE)

# What the bench compares with; each that is missing leaves its column empty. Esphome wants other
# versions of what the others need, so it lives apart.
RIVALS := curl nginx-light gh python3-venv
PYTHON_RIVALS := vcrpy requests mitmproxy moto[server]

bench-setup: ## install what the bench compares with (Debian, Ubuntu, PyPI; 700 MB in .build-bench)
	@sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	echo "Installing, with $${sudo:+sudo }apt-get: $(RIVALS)"; \
	$$sudo apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $(RIVALS)
	@python3 -m venv .build-bench/venv && .build-bench/venv/bin/pip install -q $(PYTHON_RIVALS)
	@python3 -m venv .build-bench/esphome && .build-bench/esphome/bin/pip install -q esphome || \
	  { rm -rf .build-bench/esphome; echo "esphome could not be installed: its column stays empty."; }

picture: build ## record a walk at a terminal anew, and draw the README's picture of it
	@Tests/Recordings/terminal .build/release/footbridge

recordings: build ## make the recordings of Recordings anew, from their texts and the practice clouds
	@Tests/Recordings/by-hand
	@Tests/Recordings/make .build/release/footbridge

# The man page comes from the program's own help, by the argument parser's tool. Its plugin would do
# the same, and have the next release build begin anew.
MANUAL := .build/manual/footbridge.1

$(MANUAL): $(wildcard Sources/Footbridge/Commands/*.swift Sources/Footbridge/CommandLine/*.swift)
	@mkdir -p $(dir $@)
	@$(SWIFT) build -c release --product generate-manual --static-swift-stdlib $(STRICT)
	@.build/release/generate-manual .build/release/footbridge --output-directory $(dir $@) --section 1

SHARE := $(DESTDIR)$(PREFIX)/share
# Those with words, guide and help.
LANGUAGES := $(basename $(notdir $(wildcard Guides/wording/*.yaml)))

install: build $(MANUAL) ## put binary, guides, man page and completions below PREFIX (/usr/local)
	@install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/footbridge/Guides/particle-blynk \
	  $(SHARE)/footbridge/Guides/help $(SHARE)/footbridge/Guides/wording $(SHARE)/man/man1 \
	  $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	@install -m 755 .build/release/footbridge $(DESTDIR)$(PREFIX)/bin/footbridge
	@install -m 644 Guides/wording/*.yaml $(SHARE)/footbridge/Guides/wording
	@for language in $(LANGUAGES); do for folder in particle-blynk help; do \
	  install -d $(SHARE)/footbridge/Guides/$$folder/$$language && \
	  install -m 644 Guides/$$folder/$$language/*.md $(SHARE)/footbridge/Guides/$$folder/$$language || exit 1; \
	done; done
	@install -m 644 Guides/particle-blynk/*.md $(SHARE)/footbridge/Guides/particle-blynk
	@install -m 644 Guides/help/*.md Guides/help/*.json $(SHARE)/footbridge/Guides/help
	@install -m 644 $(MANUAL) $(SHARE)/man/man1/footbridge.1
	@.build/release/footbridge --generate-completion-script bash >$(SHARE)/bash-completion/completions/footbridge
	@.build/release/footbridge --generate-completion-script zsh >$(SHARE)/zsh/site-functions/_footbridge
	@.build/release/footbridge --generate-completion-script fish >$(SHARE)/fish/vendor_completions.d/footbridge.fish
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/footbridge"

# What it needs to run, and the toolchain does not: the C libraries, in Debian's names.
RUNTIME := libcurl4 libedit2 libsqlite3-0 libcmark-gfm0.29.0.gfm.6 \
  libcmark-gfm-extensions0.29.0.gfm.6 libstdc++6
VERSION = $(shell .build/release/footbridge --version)
PACKED = footbridge-$(VERSION)-$(shell uname -s | tr A-Z a-z)-$(shell uname -m)

dist: build ## a tarball for machines without Swift: .build/dist/footbridge-*.tar.gz
	@rm -rf .build/dist && mkdir -p .build/dist
	@$(MAKE) --no-print-directory install DESTDIR=$(CURDIR)/.build/dist/ PREFIX=$(PACKED) >/dev/null
	@strip .build/dist/$(PACKED)/bin/footbridge
	@cp -R README.md LICENSE CHANGELOG.md docs .build/dist/$(PACKED)
	@install -D -m 644 Recordings/walk.svg .build/dist/$(PACKED)/Recordings/walk.svg
	@Packaging/licences .build/checkouts "$$(command -v $(SWIFT))" $(RUNTIME) \
	  >.build/dist/$(PACKED)/THIRD-PARTY-LICENCES
	@printf '%s\n' 'bin/footbridge finds its guides beside it, in share/. On Debian or Ubuntu it needs:' \
	  '  apt-get install $(RUNTIME)' 'Then: bin/footbridge practice' >.build/dist/$(PACKED)/INSTALL
	@tar -C .build/dist -czf .build/dist/$(PACKED).tar.gz $(PACKED)
	@echo "Made .build/dist/$(PACKED).tar.gz"

uninstall: ## take them away again
	@rm -f $(DESTDIR)$(PREFIX)/bin/footbridge $(SHARE)/man/man1/footbridge.1 \
	  $(SHARE)/bash-completion/completions/footbridge $(SHARE)/zsh/site-functions/_footbridge \
	  $(SHARE)/fish/vendor_completions.d/footbridge.fish
	@rm -rf $(SHARE)/footbridge
