# closewait in a project that is built by make: put this beside the Makefile and `include closewait.mk` at its end, or
# run it as it is:
#
#     make -f closewait.mk closewait               checks the project
#     make -f closewait.mk closewait-diff          reports what touches lines that differ from main
#     make -f closewait.mk closewait-diff BASE=v1  … from v1
#
# make does not write compile commands, so bear (https://github.com/rizsotto/Bear) listens to a build from clean. It
# does so once: remove compile_commands.json when files or flags change.

CLOSEWAIT ?= closewait
CLOSEWAIT_FLAGS ?=
BEAR ?= bear
BASE ?= main

.PHONY: closewait closewait-diff

closewait: compile_commands.json
	$(CLOSEWAIT) check -p compile_commands.json $(CLOSEWAIT_FLAGS)

closewait-diff: compile_commands.json
	$(CLOSEWAIT) check -p compile_commands.json --diff $(BASE) $(CLOSEWAIT_FLAGS)

compile_commands.json:
	$(MAKE) -f Makefile clean
	$(BEAR) --output $@ -- $(MAKE) -f Makefile
