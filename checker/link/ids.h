/* Lists of numbers of functions. Floor 3. */
#ifndef CLOSEWAIT_LINK_IDS_H
#define CLOSEWAIT_LINK_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Makes them ascending, each once. */
void ids_sort(uint32_t *ids, size_t *n);
/* Whether the ascending list has it. */
bool ids_have(const uint32_t *ids, size_t n, uint32_t id);

#endif
