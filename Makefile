# Hearth. `make help` lists the targets by subject. Nothing here needs a network once `make deps` has run.

ifeq ($(origin CC),default)
CC       = gcc
endif
VARIANT  ?= release
BUILD    ?= build/$(VARIANT)
DESTDIR  ?=
PREFIX   ?= /usr
PREFIX_MAP ?= -ffile-prefix-map=$(CURDIR)=.
SECONDS  ?= 60

LIBRARIES = sdl2 SDL2_ttf SDL2_image SDL2_mixer yaml-0.1 icu-uc icu-i18n libsodium
# Asked once. Headers of libraries are not ours to be warned of.
LIBRARY_CFLAGS := $(shell pkg-config --cflags $(LIBRARIES) 2>/dev/null | sed 's/-I/-isystem /g')
LIBRARY_LIBS   := $(shell pkg-config --libs $(LIBRARIES) 2>/dev/null)

WARNINGS = -Wall -Wextra -Wformat=2 -Wconversion -Wsign-conversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
           -Wswitch-enum -Wvla -Wimplicit-fallthrough -Wpointer-arith -Wundef -Wcast-qual -Wwrite-strings -Werror
HARDENING = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fcf-protection=full \
            -fno-delete-null-pointer-checks -fno-strict-overflow -fno-strict-aliasing -ftrivial-auto-var-init=zero -fPIE
HARDENING_LINK = -pie -Wl,-z,relro,-z,now,-z,noexecstack,--as-needed
ifneq ($(filter aarch64 arm64,$(shell uname -m)),)
HARDENING := $(filter-out -fcf-protection=full,$(HARDENING)) -mbranch-protection=standard
endif

# One build folder a variant: objects of one are never linked into another.
ifeq ($(VARIANT),release)
OPTIMISE = -O2 -g $(HARDENING) $(PREFIX_MAP)
LINK     = $(HARDENING_LINK)
else ifeq ($(VARIANT),clang)
CC       = clang
OPTIMISE = -O1 -g
else ifeq ($(VARIANT),sanitize)
OPTIMISE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
LINK     = -fsanitize=address,undefined
else ifeq ($(VARIANT),tsan)
OPTIMISE = -O1 -g -fsanitize=thread -fno-omit-frame-pointer
LINK     = -fsanitize=thread
else ifeq ($(VARIANT),fuzz)
CC       = clang
OPTIMISE = -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
LINK     = -fsanitize=fuzzer,address,undefined
else
$(error VARIANT is release, clang, sanitize, tsan or fuzz)
endif

CFLAGS   = -std=c11 -D_GNU_SOURCE -Isrc -Itests $(OPTIMISE) $(WARNINGS) $(LIBRARY_CFLAGS)
LDLIBS   = $(LIBRARY_LIBS) -lqrcodegen -lm -lpthread

DOOR     := $(patsubst %.c,$(BUILD)/%.o,$(wildcard src/door/*.c))
SOURCES  := $(filter-out src/main.c src/door/%,$(wildcard src/*/*.c src/*/*/*.c))
OBJECTS  := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/embed.o
EMBEDDED := $(sort $(wildcard fonts/*.ttf assets/*.svg assets/icons/*.svg assets/ui/*.yaml assets/new/topic/*.yaml \
                        assets/new/topic/*/* content/site/*.yaml))
UNITS    := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/*_test.c)) \
            $(patsubst tests/fuzz/fuzz_%.c,$(BUILD)/tests/replay_%,$(wildcard tests/fuzz/fuzz_*.c)) \
            $(BUILD)/tests/fault_driver $(BUILD)/tests/packs/slips
SESSIONS := $(patsubst tests/session/%.c,$(BUILD)/tests/session/%,$(wildcard tests/session/*.c))
BENCHES  := $(patsubst tests/bench/%.c,$(BUILD)/tests/bench/%,$(wildcard tests/bench/*.c))
FORMATTED = $(shell find src tests -name '*.[ch]')

all: hearth ##build: ./hearth, the release build; installs nothing

# ./hearth is only ever the release build; the others stay in their folders.
ifeq ($(VARIANT) $(BUILD),release build/release)
hearth: build/release/hearth build/release/hearth-door
	@cmp -s $< $@ || cp -f $< $@
else
hearth: FORCE
	@$(MAKE) --no-print-directory VARIANT=release BUILD=build/release hearth
endif

run: ##run: installs what is missing, builds, and plays: in a window, on the console, or as pictures without a display
	packaging/deps.sh
	$(MAKE) -j$$(nproc) hearth
	tests/tools/run.sh

test: deps ##test: installs what is missing, builds, and runs every test; ends in "N passed, N failed"
	$(MAKE) -j$$(nproc) layers format-check dead-code figures-check
	$(MAKE) -j$$(nproc) hearth units
	tests/run.sh $(BUILD)

one: ##test: one unit test, script or test script by its name: make one T=scene, T=people_fr, T=staff
	@tests/tools/one.sh $(BUILD) '$(T)'

layers: ##check: no layer includes one above it, no library is used outside its layer
	@tests/tools/layers.sh
	@tests/tools/rooms.sh
	@tests/tools/writers.sh

format-check: ##check: the sources are laid out as .clang-format says
	@clang-format --dry-run -Werror $(FORMATTED) && echo 'format: as .clang-format says'

dead-code: ##check: every function that a header offers is used, and by more than tests
	@tests/tools/dead.sh

figures: ##check: sizes of files, functions and headers, prototypes without comment, circles, copies in test data
	@tests/tools/figures.sh

figures-check: ##check: no header offers more than 25 functions, no file has more than 400 lines, every prototype has a comment
	@tests/tools/figures.sh --check

sanitize: ##check: unit and session tests under AddressSanitizer and UndefinedBehaviorSanitizer
	$(MAKE) -j$$(nproc) VARIANT=sanitize BUILD=build/sanitize units build/sanitize/hearth build/sanitize/hearth-door
	tests/run.sh build/sanitize

tsan: ##check: the tests of what runs on threads, under ThreadSanitizer
	$(MAKE) -j$$(nproc) VARIANT=tsan BUILD=build/tsan units build/tsan/hearth
	tests/tools/tsan.sh build/tsan

clang: ##check: everything compiles with clang, too, without a warning
	$(MAKE) -j$$(nproc) VARIANT=clang BUILD=build/clang units build/clang/hearth build/clang/hearth-door

check: ##check: what a change must pass; some forty minutes
	$(MAKE) test
	$(MAKE) clang
	$(MAKE) sanitize
	$(MAKE) tsan
	$(MAKE) audit

audit: hearth ##check: every screen and page against the rules of the design, in all they can look like; five minutes
	sh tests/session/audit_test.sh --all

sweep: units ##check: cuts the power at every step of an installation, and fails every disk call once; root, strace, ten minutes
	HEARTH=$(BUILD)/hearth BUILD=$(BUILD) tests/fault/sweep.sh --all

soak: $(BUILD)/tests/session/soak ##check: half a year in the waiting room, in a few minutes
	$< 180 12 content/relationships

device: hearth ##check: makes a device, a virtual machine, and proves on it what no other test can; root, qemu, a mirror, an hour
	sh tests/device/run.sh build/release/hearth build/device $(PROOFS)

fuzz: ##check: searches on for inputs that break something: make fuzz T=yaml SECONDS=60
	$(MAKE) VARIANT=fuzz BUILD=build/fuzz build/fuzz/tests/fuzz_$(T)
	@mkdir -p build/fuzz/found/$(T)
	build/fuzz/tests/fuzz_$(T) -max_total_time=$(SECONDS) -timeout=5 -max_len=8192 -artifact_prefix=build/fuzz/ \
	    $(addprefix -dict=,$(wildcard tests/fuzz/$(T).dict)) build/fuzz/found/$(T) tests/fuzz/corpus/$(T)

bench: hearth $(BENCHES) ##check: prints what it costs, as medians and ratios; Xvfb, libxtst-dev
	for bench in tests/bench/*_bench.sh; do sh $$bench $(BUILD) || exit 1; done

golden-update: units ##change: rewrites tests/golden from what is drawn now: read the difference before you commit it
	for test in $(BUILD)/tests/*golden*_test; do GOLDEN_UPDATE=1 $$test || exit 1; done

format: ##change: lays out the sources as .clang-format says
	clang-format -i $(FORMATTED)

docs: hearth ##change: regenerates content/FORMAT.md and content/schema/ from the tables
	./hearth schema --format markdown > content/FORMAT.md
	./hearth schema --write content/schema

compile_commands.json: FORCE ##change: what clangd and clang-tidy want to know of each source
	@tests/tools/compile_commands.sh '$(CC) $(CFLAGS)' src/main.c $(SOURCES) $(wildcard src/door/*.c tests/*/*.c) > $@

deps: ##install: the Debian packages that are missing, those of the tests too, saying which and why
	packaging/deps.sh test

device-deps:
	packaging/deps.sh device

install: $(if $(DESTDIR),,device-deps) ##install: program, packs, faces, units and rules, on a Debian device (DESTDIR and PREFIX apply)
	$(MAKE) hearth
	install -D -m 755 hearth $(DESTDIR)$(PREFIX)/bin/hearth
	install -D -m 755 -t $(DESTDIR)$(PREFIX)/libexec/hearth packaging/libexec/* build/release/hearth-door
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

clean: ##build: removes everything that was built
	rm -rf build hearth compile_commands.json

help: ##build: this list
	@sed -n 's/^\([a-z_.-]*\):[^#]*##\([a-z]*\): \(.*\)/\2\t\1\t\3/p' $(MAKEFILE_LIST) | \
	    awk -F '\t' '!($$1 in of) { names[++count] = $$1 } { of[$$1] = of[$$1] sprintf("  %-22s%s\n", $$2, $$3) } \
	                 END { for (i = 1; i <= count; i++) printf "%s\n%s", names[i], of[names[i]] }'

units: $(UNITS) $(SESSIONS) $(BUILD)/hearth $(BUILD)/hearth-door

# ------------------------------------------------------------------------------------------------------- how it is built

# Written when the flags are other ones than last time: then everything is compiled anew.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(CFLAGS) $(LINK)' | cmp -s - $@ || echo '$(CC) $(CFLAGS) $(LINK)' > $@

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/embed.o: $(EMBEDDED) src/base/embed.sh Makefile
	@mkdir -p $(@D)
	src/base/embed.sh $(EMBEDDED) > $(BUILD)/embed.S
	$(CC) -c -o $@ $(BUILD)/embed.S

$(BUILD)/libhearth.a: $(OBJECTS)
	rm -f $@
	ar rcs $@ $^

$(BUILD)/hearth: $(BUILD)/src/main.o $(BUILD)/libhearth.a
	$(CC) $(OPTIMISE) $(LINK) -o $@ $(filter %.o %.a,$^) $(LDLIBS)

$(BUILD)/hearth-door: $(DOOR)
	$(CC) $(OPTIMISE) $(LINK) -o $@ $(filter %.o,$^)

$(BUILD)/tests/code_zbar_test: TEST_LIBS = -lzbar
$(BUILD)/tests/bench/probe: TEST_LIBS = -lX11 -lXext -lXtst
$(BUILD)/tests/bench/search: TEST_LIBS = $(shell pkg-config --exists sqlite3 && echo -lsqlite3)
$(BUILD)/tests/bench/search.o: CFLAGS += $(shell pkg-config --exists sqlite3 && echo -DHAVE_SQLITE)

$(BUILD)/tests/%_test: $(BUILD)/tests/unit/%_test.o $(BUILD)/libhearth.a
	$(CC) $(OPTIMISE) $(LINK) -o $@ $(filter %.o %.a,$^) -lcmocka $(TEST_LIBS) $(LDLIBS)

$(BUILD)/tests/fault_driver: $(BUILD)/tests/fault/driver.o $(BUILD)/libhearth.a
	$(CC) $(OPTIMISE) $(LINK) -o $@ $(filter %.o %.a,$^) $(LDLIBS)

$(BUILD)/tests/packs/%: $(BUILD)/tests/packs/%.o $(BUILD)/libhearth.a
	$(CC) $(OPTIMISE) $(LINK) -o $@ $(filter %.o %.a,$^) $(LDLIBS)

$(BUILD)/tests/session/%: $(BUILD)/tests/session/%.o $(BUILD)/libhearth.a
	$(CC) $(OPTIMISE) $(LINK) -o $@ $(filter %.o %.a,$^) $(LDLIBS)

$(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o $(BUILD)/libhearth.a
	$(CC) $(OPTIMISE) $(LINK) -o $@ $(filter %.o %.a,$^) $(TEST_LIBS) $(LDLIBS)

# A fuzz target replays its corpus in every test run; with libFuzzer in the place of replay.c it searches on.
$(BUILD)/tests/replay_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o $(BUILD)/libhearth.a
	$(CC) $(OPTIMISE) $(LINK) -o $@ $(filter %.o %.a,$^) $(LDLIBS)

$(BUILD)/tests/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/libhearth.a
	$(CC) $(OPTIMISE) $(LINK) -o $@ $(filter %.o %.a,$^) $(LDLIBS)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

FORCE:
.PHONY: FORCE all run test one layers format-check dead-code figures figures-check sanitize tsan clang check audit sweep soak device fuzz bench golden-update format \
        docs deps device-deps install clean help units
.DEFAULT_GOAL := all
.SECONDARY:
