#include "front/module.h"

#include "sources_id.h"

extern const struct front_module closewait_front; /* FRONT_MODULE_SYMBOL */
const struct front_module closewait_front = {
	.sources_id = SOURCES_ID_FRONT,
	.libclang = libclang_loaded,
	.lower = front_lower,
};
