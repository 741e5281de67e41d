/* Any bytes as a shell command of a compile database: reading it ends without harm, and what is left has
 * nothing in it that loads code or writes files.
 */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/trouble.h"
#include "front/command.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* Options that do harm, where they stand as a word of their own. */
static void check_harmless(const struct front_command *command) {
	static const char *const harmful[] = {"-o",  "-M",    "-MD",       "-MF",
	                                      "-MJ", "-load", "-fplugin=", "-save-temps"};
	for (size_t i = 0; i < command->arg_count; i++) {
		const char *before = i ? command->args[i - 1] : "";
		/* the value of -include and its like may be anything */
		if (before[0] == '-' && before[1] == 'i') continue;
		for (size_t k = 0; k < sizeof harmful / sizeof *harmful; k++)
			if (strcmp(command->args[i], harmful[k]) == 0 && strcmp(before, "-Xclang") != 0)
				bug("'%s' is left", harmful[k]);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
	struct arena *a = arena_new("fuzz");
	struct words words = {0}, problems = {0};
	struct command_inputs inputs = {0};
	const char *directory = "/nonexistent";
	bool named = n && (bytes[0] & 1);
	const char *text = n ? arena_copy(a, (const char *)bytes + 1, n - 1) : "";
	if (!words_of_shell(a, text, &words)) {
		words_first_command(a, &words, &directory);
		struct raw_command raw = {directory, named ? "x.c" : NULL, words.items, words.n, NULL};
		command_read(a, &raw, &inputs, &problems);
		for (size_t i = 0; i < inputs.n; i++) check_harmless(&inputs.items[i].command);
	}
	arena_free(a);
	return 0;
}
