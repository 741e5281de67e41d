#include "report/report.h"

#include "base/path.h"

const char *report_checkout_path(const struct report *report, const char *path) {
	const struct report_options *o = &report->options;
	if (!o->checkout) return path;
	const char *absolute = path_normalise(report->arena, path_join(report->arena, o->root, path));
	return path_relative(report->arena, o->checkout, absolute);
}
