# Hearth. `make help` lists the targets. Nothing here needs a network once `make deps` has run.

CC       ?= gcc
BUILD    ?= build/release
VARIANT  ?= release
DESTDIR  ?=
PREFIX_MAP ?= -ffile-prefix-map=$(CURDIR)=.
PREFIX   ?= /usr
SECONDS  ?= 60

LIBRARIES = sdl2 SDL2_ttf SDL2_image SDL2_mixer yaml-0.1 icu-uc icu-i18n libsodium

WARNINGS = -Wall -Wextra -Wformat=2 -Wconversion -Wsign-conversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
           -Wswitch-enum -Wvla -Wimplicit-fallthrough -Wpointer-arith -Werror
HARDENING = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fcf-protection=full \
            -fno-delete-null-pointer-checks -fno-strict-overflow -fno-strict-aliasing -ftrivial-auto-var-init=zero -fPIE
HARDENING_LINK = -pie -Wl,-z,relro,-z,now,-z,noexecstack,--as-needed
ifeq ($(shell uname -m),aarch64)
HARDENING := $(filter-out -fcf-protection=full,$(HARDENING)) -mbranch-protection=standard
endif

ifeq ($(VARIANT),release)
OPTIMISE = -O2 -g $(HARDENING) $(PREFIX_MAP)
LINK     = $(HARDENING_LINK)
else ifeq ($(VARIANT),sanitize)
OPTIMISE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
LINK     = -fsanitize=address,undefined
else ifeq ($(VARIANT),fuzz)
CC       = clang
OPTIMISE = -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
LINK     = -fsanitize=address,undefined
endif

CFLAGS   = -std=c11 -D_GNU_SOURCE -Isrc $(OPTIMISE) $(WARNINGS) $(shell pkg-config --cflags $(LIBRARIES) | sed 's/-I/-isystem /g')
LDLIBS   = $(shell pkg-config --libs $(LIBRARIES)) -lqrcodegen -lm -lpthread

SOURCES  := $(filter-out src/main.c src/door/%,$(wildcard src/*/*.c src/*/*/*.c))
DOOR     := $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/door/*.c))
OBJECTS  := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/embed.o
EMBEDDED := $(sort $(wildcard fonts/*.ttf assets/*.svg assets/icons/*.svg assets/ui/*.yaml assets/new/topic/*.yaml \
                        assets/new/topic/*/* content/site/*.yaml))
UNITS    := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/*_test.c)) \
            $(patsubst tests/fuzz/fuzz_%.c,$(BUILD)/tests/replay_%,$(wildcard tests/fuzz/fuzz_*.c)) \
            $(BUILD)/tests/fault_driver
SESSIONS := $(patsubst tests/session/%.c,$(BUILD)/tests/session/%,$(wildcard tests/session/*.c))

all: hearth ## builds ./hearth (without installing anything)

hearth: $(BUILD)/hearth $(BUILD)/hearth-door
	cp -f $< $@

run: deps ## installs what is missing, builds, and plays (a scripted visit if there is no display)
	$(MAKE) -j$$(nproc) hearth
	tests/tools/run.sh

test: deps ## installs what is missing, builds, and runs every test; ends in "N passed, N failed"
	$(MAKE) -j$$(nproc) hearth units
	tests/run.sh $(BUILD)

deps: ## installs the Debian packages that are missing, saying which and why
	packaging/deps.sh

device-deps:
	packaging/deps.sh device

units: $(UNITS) $(SESSIONS)

golden-update: units ## rewrites tests/golden from what is drawn now: look at the difference before you commit it
	for test in $(BUILD)/tests/*golden*_test; do GOLDEN_UPDATE=1 $$test || exit 1; done

check: layers ## what a change must pass: layers, both compilers, sanitizers, every test
	$(MAKE) BUILD=build/clang CC=clang OPTIMISE=-O1 LINK= all
	$(MAKE) BUILD=build/sanitize VARIANT=sanitize units build/sanitize/hearth
	tests/run.sh build/sanitize
	$(MAKE) test audit

audit: hearth ## holds every screen and page against the rules of the design, in all they can look like (five minutes)
	sh tests/session/audit_test.sh --all

layers: ## checks that no layer includes one above it
	tests/tools/layers.sh

format: ## lays out the sources as .clang-format says (needs clang-format)
	clang-format -i $$(find src tests -name '*.[ch]')

fuzz: ## searches on for inputs that break something: make fuzz T=yaml SECONDS=60 (needs clang)
	$(MAKE) BUILD=build/fuzz VARIANT=fuzz CC=clang build/fuzz/tests/fuzz_$(T)
	@mkdir -p build/fuzz/found/$(T)
	build/fuzz/tests/fuzz_$(T) -max_total_time=$(SECONDS) -timeout=5 -max_len=8192 -artifact_prefix=build/fuzz/ \
	    $(addprefix -dict=,$(wildcard tests/fuzz/$(T).dict)) build/fuzz/found/$(T) tests/fuzz/corpus/$(T)

bench: hearth $(BUILD)/tests/bench/floor $(BUILD)/tests/bench/probe $(BUILD)/tests/bench/frames $(BUILD)/tests/bench/search ## prints what it costs, as medians and ratios (needs Xvfb, libxtst-dev)
	for bench in tests/bench/*_bench.sh; do sh $$bench $(BUILD) || exit 1; done

sweep: hearth units ## cuts the power at every step of an installation, and fails every disk call once (root, strace; ten minutes)
	HEARTH=$(BUILD)/hearth BUILD=$(BUILD) tests/fault/sweep.sh --all

device: hearth ## makes a device, a virtual machine, and proves on it what no other test can (root, qemu, a mirror; an hour)
	sh tests/device/run.sh $(BUILD)/hearth build/device $(PROOFS)

soak: $(BUILD)/tests/session/soak ## half a year in the waiting room, in a few minutes
	$< 180 12 content/relationships

docs: hearth ## regenerates content/FORMAT.md and content/schema/ from the tables
	./hearth schema --format markdown > content/FORMAT.md
	./hearth schema --write content/schema

install: $(if $(DESTDIR),,device-deps) ## puts program, packs, faces, units and rules in place on a Debian device (DESTDIR and PREFIX apply)
	$(MAKE) hearth
	install -D -m 755 hearth $(DESTDIR)$(PREFIX)/bin/hearth
	install -D -m 755 -t $(DESTDIR)$(PREFIX)/libexec/hearth packaging/libexec/* $(BUILD)/hearth-door
	mkdir -p $(DESTDIR)$(PREFIX)/share/hearth/packs
	cp -r content/relationships content/first-aid content/site $(DESTDIR)$(PREFIX)/share/hearth/packs
	cp -r content/schema $(DESTDIR)$(PREFIX)/share/hearth
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/doc/hearth README.md fonts/licences/*
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/doc/hearth/content content/README.md content/FORMAT.md
	cp -r content/pictures $(DESTDIR)$(PREFIX)/share/doc/hearth/content
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/lib/systemd/system packaging/systemd/*.service packaging/systemd/*.socket
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/lib/udev/rules.d packaging/udev/*.rules
	install -D -m 644 packaging/sysusers/hearth.conf $(DESTDIR)$(PREFIX)/lib/sysusers.d/hearth.conf
	install -D -m 644 packaging/sysctl/90-hearth.conf $(DESTDIR)$(PREFIX)/lib/sysctl.d/90-hearth.conf
	install -D -m 644 packaging/tmpfiles/hearth.conf $(DESTDIR)$(PREFIX)/lib/tmpfiles.d/hearth.conf
	[ -n "$(DESTDIR)" ] || packaging/after-install.sh

clean: ## removes everything that was built
	rm -rf build hearth

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 12

$(BUILD)/hearth: $(BUILD)/src/main.o $(BUILD)/libhearth.a
	$(CC) $(OPTIMISE) $(LINK) -o $@ $^ $(LDLIBS)

$(BUILD)/hearth-door: $(DOOR)
	$(CC) $(OPTIMISE) $(LINK) -o $@ $^

$(BUILD)/libhearth.a: $(OBJECTS)
	rm -f $@
	ar rcs $@ $^

$(BUILD)/tests/code_zbar_test: TEST_LIBS = -lzbar
$(BUILD)/tests/%: tests/unit/%.c $(BUILD)/libhearth.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Itests $(LINK) -MMD -MP -o $@ $< $(BUILD)/libhearth.a -lcmocka $(TEST_LIBS) $(LDLIBS)

$(BUILD)/tests/bench/probe: TEST_LIBS = -lX11 -lXext -lXtst
$(BUILD)/tests/bench/search: TEST_LIBS = $(shell pkg-config --exists sqlite3 && echo -DHAVE_SQLITE -lsqlite3)
$(BUILD)/tests/bench/%: tests/bench/%.c $(BUILD)/libhearth.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Itests $(LINK) -o $@ $< $(BUILD)/libhearth.a $(TEST_LIBS) $(LDLIBS)

$(BUILD)/tests/fault_driver: tests/fault/driver.c $(BUILD)/libhearth.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LINK) -o $@ $^ $(LDLIBS)

$(BUILD)/tests/session/%: tests/session/%.c $(BUILD)/libhearth.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Itests $(LINK) -MMD -MP -o $@ $< $(BUILD)/libhearth.a $(LDLIBS)

# A fuzz target replays its corpus in every test run; with libFuzzer in replay.c's place it searches on.
$(BUILD)/tests/replay_%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $(BUILD)/libhearth.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Itests $(LINK) -o $@ $(filter %.c %.a,$^) $(LDLIBS)

$(BUILD)/tests/fuzz_%: tests/fuzz/fuzz_%.c $(BUILD)/libhearth.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Itests -fsanitize=fuzzer,address,undefined -o $@ $^ $(LDLIBS)

$(BUILD)/src/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/embed.o: $(EMBEDDED) src/base/embed.sh Makefile
	@mkdir -p $(@D)
	src/base/embed.sh $(EMBEDDED) > $(BUILD)/embed.S
	$(CC) -c -o $@ $(BUILD)/embed.S

-include $(wildcard $(BUILD)/src/*.d $(BUILD)/src/*/*.d $(BUILD)/src/*/*/*.d $(BUILD)/tests/*.d $(BUILD)/tests/session/*.d)

.PHONY: all run test deps device-deps units golden-update check audit layers format fuzz bench sweep device soak docs install clean help
.DEFAULT_GOAL := all
.SECONDARY:
