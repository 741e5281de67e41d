#include "front/driver.h"

#include <stdlib.h>
#include <string.h>

#include "base/path.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct launcher {
	const char *name, *options;
};

static const struct launcher launchers[] = {
#define LAUNCHER(name, options, legend) {name, options},
#include "front/launchers.def"
#undef LAUNCHER
};

/* Programs that are called with sources and -c, or named like a compiler, and are none (or Microsoft's,
 * with options of another kind). */
static const char *const no_compilers[] = {
	"ar",     "awk",   "bash", "bison",   "byacc",  "cat",    "cl",     "clang-cl", "cp",
	"dash",   "flex",  "gawk", "install", "javacc", "ld",     "lex",    "ln",       "m4",
	"mawk",   "mkdir", "mv",   "objcopy", "perl",   "protoc", "python", "python2",  "python3",
	"ranlib", "rm",    "sed",  "sh",      "strip",  "test",   "touch",  "xxd",      "yacc",
};

/* What the names of C compilers hold. */
static const char *const compiler_parts[] = {"++", "c11", "c89", "c99", "cc", "clang", "icx"};

/* The processors that begin the target names which clang knows; armv… besides. */
static const char *const processors[] = {
	"aarch64",     "aarch64_be", "arm",      "arm64",  "armeb",  "avr",         "bpf",
	"hexagon",     "i386",       "i486",     "i586",   "i686",   "loongarch64", "m68k",
	"mips",        "mips64",     "mips64el", "mipsel", "msp430", "powerpc",     "powerpc64",
	"powerpc64le", "riscv32",    "riscv64",  "s390x",  "sparc",  "sparc64",     "thumb",
	"wasm32",      "wasm64",     "x86_64",
};

static bool is_in(const char *name, const char *const *table, size_t n) {
	for (size_t i = 0; i < n; i++)
		if (strcmp(table[i], name) == 0) return true;
	return false;
}

static int compare_launchers(const void *key, const void *item) {
	return strcmp(key, ((const struct launcher *)item)->name);
}

static const struct launcher *find_launcher(const char *word) {
	const char *name = path_base(word);
	size_t len = strlen(name);
	/* A cross libtool is called aarch64-linux-gnu-libtool. */
	if (len > 8 && strcmp(name + len - 8, "-libtool") == 0) name = "libtool";
	return bsearch(name, launchers, COUNT(launchers), sizeof *launchers, compare_launchers);
}

/* True for NAME=value. */
static bool is_assignment(const char *word) {
	size_t len = strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789");
	return len && word[len] == '=';
}

/* True when word is one of the space-separated words of list. */
static bool is_one_of(const char *word, const char *list) {
	size_t len = strlen(word);
	if (!len) return false;
	for (const char *p = strstr(list, word); p; p = strstr(p + 1, word))
		if ((p == list || p[-1] == ' ') && (p[len] == ' ' || !p[len])) return true;
	return false;
}

/* cmake -E runs many things; few of them are launchers. */
static bool launches(const struct words *words, size_t i, const struct launcher *launcher) {
	if (!launcher) return false;
	if (strcmp(launcher->name, "cmake") != 0) return true;
	return i + 2 < words->n && strcmp(words->items[i + 1], "-E") == 0 &&
	       is_one_of(words->items[i + 2], "__run_co_compile env time");
}

/* The index of the first word behind the options and assignments at i. */
static size_t skip_options(const struct words *words, size_t i, const char *options) {
	while (i < words->n && (words->items[i][0] == '-' || is_assignment(words->items[i])))
		i += is_one_of(words->items[i], options) ? 2 : 1;
	return i;
}

static bool is_shell(const char *word) {
	return is_one_of(path_base(word), "bash dash sh");
}

static size_t skip_launchers(const struct words *words) {
	size_t i = skip_options(words, 0, "");
	while (i < words->n) {
		/* sh ../libtool --mode=compile … */
		bool shell = is_shell(words->items[i]) && i + 1 < words->n;
		if (shell && find_launcher(words->items[i + 1])) i++;
		const struct launcher *launcher = find_launcher(words->items[i]);
		if (!launches(words, i, launcher)) return i;
		i = skip_options(words, i + 1, launcher->options);
	}
	return i;
}

/* The base name without ".exe" and a version: "clang-19.1" is "clang". */
static const char *plain_name(struct arena *a, const char *name) {
	char *plain = arena_strdup(a, path_base(name));
	size_t len = strlen(plain);
	if (len > 4 && strcmp(plain + len - 4, ".exe") == 0) len -= 4;
	size_t digits = len;
	while (digits && strchr("0123456789.", plain[digits - 1])) digits--;
	if (digits < len && digits && plain[digits - 1] == '-') len = digits - 1;
	plain[len] = '\0';
	return plain;
}

static bool is_known_compiler(const char *plain) {
	for (size_t i = 0; i < COUNT(compiler_parts); i++)
		if (strstr(plain, compiler_parts[i])) return true;
	return false;
}

static bool is_cxx(const char *plain) {
	size_t len = strlen(plain);
	return (len >= 2 && strcmp(plain + len - 2, "++") == 0) || is_one_of(plain, "icpc icpx CC");
}

struct driver driver_find(struct arena *a, const struct words *words) {
	size_t i = skip_launchers(words);
	if (i >= words->n) return (struct driver){.name = "", .arg_index = words->n};
	const char *name = words->items[i++];
	const char *plain = plain_name(a, name);
	struct driver driver = {
		.name = name,
		.is_cxx = is_cxx(plain),
		.is_known = is_known_compiler(plain),
		.is_other = is_in(plain, no_compilers, COUNT(no_compilers)),
	};
	/* zig cc, zig c++ */
	if (strcmp(plain, "zig") == 0 && i < words->n && is_one_of(words->items[i], "c++ cc")) {
		driver.is_known = true;
		driver.is_cxx = strcmp(words->items[i++], "c++") == 0;
	}
	driver.arg_index = i;
	return driver;
}

const char *driver_target(struct arena *a, const char *name) {
	static const char *const tails[] = {"-c++", "-cc", "-clang", "-clang++", "-g++", "-gcc"};
	const char *plain = plain_name(a, name);
	size_t len = strlen(plain), processor_len = strcspn(plain, "-");
	const char *processor = arena_copy(a, plain, processor_len);
	bool known =
		is_in(processor, processors, COUNT(processors)) || strncmp(processor, "armv", 4) == 0;
	for (size_t i = 0; known && i < COUNT(tails); i++) {
		size_t tail = strlen(tails[i]);
		if (len > tail && strcmp(plain + len - tail, tails[i]) == 0)
			return arena_copy(a, plain, len - tail);
	}
	return NULL;
}
