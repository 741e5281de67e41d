#include "cli/root.h"

#include "base/path.h"

struct root root_new(struct arena *a, const char *path) {
	const char *real = path_real(a, path);
	return (struct root){
		.arena = a, .paths = intern_new(a), .path = real ? real : path_absolute(a, path)};
}

static const char *relative(const struct root *root, const char *path) {
	const char *normal = path_normalise(root->arena, path);
	if (normal[0] != '/') return normal;
	const char *shown = path_relative(root->arena, root->path, normal);
	if (shown != normal) return shown;
	/* The same file may be below the root by another name: the root's has no symbolic links. */
	const char *real = path_real(root->arena, normal);
	if (!real) return normal;
	shown = path_relative(root->arena, root->path, real);
	return shown != real ? shown : normal;
}

const char *root_show(struct root *root, const char *path) {
	const char *key = intern(root->paths, path);
	const char *shown = map_get(&root->shown, MAP_KEY(key));
	if (shown) return shown;
	shown = relative(root, path);
	map_put(root->arena, &root->shown, MAP_KEY(key), (void *)shown);
	return shown;
}

const char *root_real(const struct root *root, const char *shown) {
	const char *path = path_join(root->arena, root->path, shown);
	const char *real = path_real(root->arena, path);
	return real ? real : path_normalise(root->arena, path);
}
