/* libFuzzer over the readers of our text forms. The first byte selects: odd is the IR, even a
 * model.
 *
 * Whatever the bytes are, a reader ends without harm; and what it takes is printed so that reading
 * the print gives the same print again.
 */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/intern.h"
#include "base/trouble.h"
#include "flow/summary.h"
#include "ir/ir.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void check_same(const struct buf *first, const struct buf *second) {
	if (first->n == second->n && memcmp(buf_text(first), buf_text(second), first->n) == 0) return;
	bug("printed first:\n%s\nand then:\n%s", buf_text(first), buf_text(second));
}

/* Reads a unit and prints it when it verifies. */
static bool copy_unit(struct arena *a, const char *text, size_t n, struct buf *out) {
	const char *error;
	const struct ir_unit *unit = ir_read(a, intern_new(a), "fuzz", text, n, &error);
	if ((unit == NULL) != (error != NULL)) bug("a unit and an error");
	if (!unit || ir_verify(a, unit)) return false;
	ir_print(out, unit);
	return true;
}

static bool copy_models(struct arena *a, const char *text, size_t n, struct buf *out) {
	struct models *models = models_new(a, intern_new(a));
	if (models_read(models, "fuzz", text, n)) return false;
	for (size_t i = 0; i < models->by_name.n; i++)
		summary_print(out, models->by_name.entries[i].value);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n) {
	if (!n) return 0;
	struct arena *a = arena_new("fuzz");
	bool (*copy)(struct arena *, const char *, size_t, struct buf *) =
		bytes[0] % 2 ? copy_unit : copy_models;
	struct buf first = BUF_IN(a), second = BUF_IN(a);
	if (copy(a, (const char *)bytes + 1, n - 1, &first)) {
		if (!copy(a, buf_text(&first), first.n, &second))
			bug("what was printed is not read:\n%s", buf_text(&first));
		check_same(&first, &second);
	}
	arena_free(a);
	return 0;
}
