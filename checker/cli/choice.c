#include "cli/choice.h"

#include <string.h>

#include "base/buf.h"
#include "cli/options.h"
#include "cli/suggest.h"

const struct choice choice_dumps[] = {{"ir", DUMP_IR}, {"summary", DUMP_SUMMARY}, {0}};

const struct choice choice_fail_on[] = {{"certain", FAIL_ON_CERTAIN},
                                        {"likely", FAIL_ON_LIKELY},
                                        {"possible", FAIL_ON_POSSIBLE},
                                        {"never", FAIL_ON_NEVER},
                                        {0}};

const struct choice choice_formats[] = {{"text", FORMAT_TEXT},     {"json", FORMAT_JSON},
                                        {"sarif", FORMAT_SARIF},   {"gitlab", FORMAT_GITLAB},
                                        {"github", FORMAT_GITHUB}, {0}};

const struct choice choice_levels[] = {
	{"certain", LEVEL_CERTAIN}, {"likely", LEVEL_LIKELY}, {"possible", LEVEL_POSSIBLE}, {0}};

const struct choice choice_whens[] = {
	{"auto", WHEN_AUTO}, {"always", WHEN_ALWAYS}, {"never", WHEN_NEVER}, {0}};

const char *choose(struct arena *a, const struct choice *choices, const char *word, int *value) {
	struct suggestion near = {.word = word};
	struct buf list = BUF_IN(a);
	for (const struct choice *c = choices; c->word; c++) {
		if (strcmp(c->word, word) == 0) {
			*value = c->value;
			return NULL;
		}
		suggest(&near, c->word);
		buf_printf(&list, "%s%s", c == choices ? "" : c[1].word ? ", " : " or ", c->word);
	}
	return arena_printf(a, "%s, not '%s'%s", buf_text(&list), word, suggestion_text(a, &near));
}
