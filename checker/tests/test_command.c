/* Compile commands: words, launchers, what becomes of options, inputs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h needs the ones above */
#include <cmocka.h>

#include "base/buf.h"
#include "front/command.h"
#include "front/driver.h"
#include "scratch_dir.h"

static int setup(void **state) {
	*state = arena_new("test");
	return 0;
}

static int teardown(void **state) {
	arena_free(*state);
	return 0;
}

static const char *joined(struct arena *a, const char *const *words, size_t n) {
	struct buf out = BUF_IN(a);
	for (size_t i = 0; i < n; i++) buf_printf(&out, "%s%s", i ? "|" : "", words[i]);
	return buf_text(&out);
}

/* --- words ------------------------------------------------------------------------------------ */

static void check_shell(struct arena *a, const char *text, const char *expected) {
	struct words words = {0};
	assert_null(words_of_shell(a, text, &words));
	assert_string_equal(joined(a, words.items, words.n), expected);
}

static void shell_quotes(void **state) {
	check_shell(*state, "cc  -c\tx.c\n", "cc|-c|x.c|;");
	check_shell(*state, "a 'b c' d", "a|b c|d");
	check_shell(*state, "a 'b\\' c", "a|b\\|c");
	check_shell(*state, "-DX=\"a b\"", "-DX=a b");
	check_shell(*state, "-DX=\\\"a\\\"", "-DX=\"a\"");
	check_shell(*state, "\"a\\\"b\\\\c\\n\\$d\\`\"", "a\"b\\c\\n$d`");
	check_shell(*state, "'' \"\" x", "||x");
	check_shell(*state, "a\\ b c\\\nd", "a b|cd");
	check_shell(*state, "-D'F(x)'=\"x\"''", "-DF(x)=x");
	check_shell(*state, "", "");
	check_shell(*state, "\\", "\\");
}

static void shell_operators_and_redirections(void **state) {
	check_shell(*state, "a&&b || c;d|e & f", "a|&&|b||||c|;|d|||e|&|f");
	check_shell(*state, "a 'b&&c' d\\;e", "a|b&&c|d;e");
	check_shell(*state, "cc -c x.c 2>/dev/null >>log 2>&1 <in -g", "cc|-c|x.c|-g");
	check_shell(*state, "cc x2>y", "cc|x2");
	check_shell(*state, "cc -DA='<x>' &>log", "cc|-DA=<x>");
}

static void shell_says_what_is_not_closed(void **state) {
	struct words words = {0};
	assert_string_equal(words_of_shell(*state, "cc 'x", &words), "a ' is never closed in: cc 'x");
	assert_non_null(words_of_shell(*state, "cc \"x\\\"", &words));
}

static void check_first_command(struct arena *a, const char *text, const char *directory,
                                const char *expected) {
	struct words words = {0};
	const char *where = "/d";
	assert_null(words_of_shell(a, text, &words));
	words_first_command(a, &words, &where);
	assert_string_equal(where, directory);
	assert_string_equal(joined(a, words.items, words.n), expected);
}

static void shell_first_command_that_does_something(void **state) {
	check_first_command(*state, "cc -c x.c", "/d", "cc|-c|x.c");
	check_first_command(*state, "cd sub && cc -c x.c && objtool x.o", "/d/sub", "cc|-c|x.c");
	check_first_command(*state, ": && cc a.o -o b && :", "/d", "cc|a.o|-o|b");
	check_first_command(*state, "cd /x; cd y; cc -c x.c", "/x/y", "cc|-c|x.c");
	check_first_command(*state, "true && :", "/d", "");
	check_first_command(*state, "", "/d", "");
}

static void response_file_quotes(void **state) {
	struct words words = {0};
	words_of_response(*state, "-DA='x y'\n\"-DB=\\\"q\\\"\" a\\ b '' 'it\\'s'", &words);
	assert_string_equal(joined(*state, words.items, words.n), "-DA=x y|-DB=\"q\"|a b||it's");
}

/* --- drivers ---------------------------------------------------------------------------------- */

static struct driver driver_of(struct arena *a, const char *text) {
	struct words words = {0};
	assert_null(words_of_shell(a, text, &words));
	struct driver driver = driver_find(a, &words);
	assert_true(driver.arg_index <= words.n);
	return driver;
}

static void driver_behind_launchers(void **state) {
	static const char *const commands[] = {
		"gcc -c x.c",
		"ccache gcc -c x.c",
		"/usr/bin/ccache base_dir=/x distcc /opt/bin/gcc -c x.c",
		"sccache icecc gcc -c x.c",
		"env -u A CC=x LANG=C gcc -c x.c",
		"LANG=C gcc -c x.c",
		"/bin/sh ../libtool --silent --tag=CC --mode=compile gcc -c x.c",
		"libtool --mode=compile ccache gcc -c x.c",
		"cmake -E __run_co_compile --tidy=clang-tidy --source=x.c -- gcc -c x.c",
		"cmake -E env A=b gcc -c x.c",
		"nice -n 10 gcc -c x.c",
		"rewrapper -cfg=/x.cfg -labels=type=compile gcc -c x.c",
		"aarch64-linux-gnu-libtool --mode=compile gcc -c x.c",
	};
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
		struct driver driver = driver_of(*state, commands[i]);
		assert_string_equal(path_base(driver.name), "gcc");
		assert_true(driver.is_known);
		assert_false(driver.is_cxx);
	}
}

static void driver_kinds(void **state) {
	struct arena *a = *state;
	assert_true(driver_of(a, "g++-12 x.c").is_cxx);
	assert_true(driver_of(a, "/usr/bin/clang++ x.c").is_cxx);
	assert_true(driver_of(a, "c++ x.c").is_cxx);
	assert_true(driver_of(a, "zig c++ x.c").is_cxx);
	assert_false(driver_of(a, "zig cc x.c").is_cxx);
	assert_int_equal(driver_of(a, "zig cc x.c").arg_index, 2);
	assert_true(driver_of(a, "zig cc x.c").is_known);
	assert_true(driver_of(a, "clang-19.exe x.c").is_known);
	assert_true(driver_of(a, "python3.11 x.py").is_other ||
	            !driver_of(a, "python3.11 x.py").is_known);
	assert_true(driver_of(a, "cmake -E copy a.c b.c").is_other ||
	            !driver_of(a, "cmake -E copy a b").is_known);
	assert_true(driver_of(a, "/usr/bin/yacc -d x.y").is_other);
	assert_false(driver_of(a, "./mygen x").is_known);
	assert_string_equal(driver_of(a, "ccache").name, "");
	assert_string_equal(driver_of(a, "env A=b").name, "");
	assert_string_equal(driver_of(a, "").name, "");
}

static void driver_targets(void **state) {
	static const char *const cases[][2] = {
		{"aarch64-linux-gnu-gcc", "aarch64-linux-gnu"},
		{"/opt/bin/aarch64-linux-gnu-gcc-12", "aarch64-linux-gnu"},
		{"arm-none-eabi-gcc.exe", "arm-none-eabi"},
		{"armv7a-linux-androideabi21-clang", "armv7a-linux-androideabi21"},
		{"x86_64-linux-musl-cc", "x86_64-linux-musl"},
		{"riscv64-unknown-elf-gcc-13.2", "riscv64-unknown-elf"},
		{"mips-linux-gnu-g++", "mips-linux-gnu"},
		{"avr-gcc", "avr"},
		{"gcc", NULL},
		{"gcc-12", NULL},
		{"clang-19", NULL},
		{"musl-gcc", NULL},
		{"afl-clang", NULL},
		{"xtensa-esp32-elf-gcc", NULL},
		{"aarch64-linux-gnu-ld", NULL},
		{"", NULL},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *target = driver_target(*state, cases[i][0]);
		if (cases[i][1]) assert_string_equal(target, cases[i][1]);
		else assert_null(target);
	}
}

/* --- options ---------------------------------------------------------------------------------- */

struct outcome {
	struct command_inputs inputs;
	struct words problems;
};

static struct outcome read_in(struct arena *a, const char *directory, const char *file,
                              const char *text) {
	struct words words = {0};
	struct outcome out = {0};
	assert_null(words_of_shell(a, text, &words));
	struct raw_command raw = {directory, file, words.items, words.n, NULL};
	command_read(a, &raw, &out.inputs, &out.problems);
	return out;
}

/* What is left of the options of `gcc OPTIONS -c x.c`. */
static void check_options(struct arena *a, const char *options, const char *expected) {
	struct outcome out = read_in(a, "/d", "x.c", arena_printf(a, "gcc %s -c x.c", options));
	assert_int_equal(out.problems.n, 0);
	assert_int_equal(out.inputs.n, 1);
	assert_int_equal(out.inputs.items[0].kind, COMMAND_C);
	struct front_command command = out.inputs.items[0].command;
	assert_string_equal(command.file, "x.c");
	assert_string_equal(joined(a, command.args, command.arg_count), expected);
}

static void options_that_decide_are_kept(void **state) {
	check_options(*state, "-I a -Ib -D X -DY=1 -U Z -UW", "-Ia|-Ib|-DX|-DY=1|-UZ|-UW");
	check_options(*state, "-include a.h -imacros b.h", "-include|a.h|-imacros|b.h");
	check_options(*state, "-isystem a -isystemb -iquote c -idirafter d",
	              "-isystem|a|-isystem|b|-iquote|c|-idirafter|d");
	check_options(*state, "-std=gnu99 --std=c11 -ansi", "-std=gnu99|-std=c11|-ansi");
	check_options(*state, "-m32 -mabi=ilp32 -march=rv32imac -mno-sse",
	              "-m32|-mabi=ilp32|-march=rv32imac|-mno-sse");
	check_options(*state, "-fshort-enums -funsigned-char -fms-extensions -fpack-struct=4",
	              "-fshort-enums|-funsigned-char|-fms-extensions|-fpack-struct=4");
	check_options(*state, "--sysroot=/s --sysroot /t -isysroot /u",
	              "--sysroot=/s|--sysroot=/t|-isysroot|/u");
	check_options(*state, "-pthread -nostdinc -undef -trigraphs",
	              "-pthread|-nostdinc|-undef|-trigraphs");
	check_options(*state, "-target arm-none-eabi", "--target=arm-none-eabi");
	check_options(*state, "--target=arm-none-eabi", "--target=arm-none-eabi");
	check_options(*state, "--define-macro=A --include-directory=b --include=c.h",
	              "-DA|-Ib|-include|c.h");
}

static void options_that_write_files_are_dropped(void **state) {
	check_options(*state, "-M -MM -MD -MMD -MG -MP -MV -MF d -MFd -MT t -MQ q -MJ j", "");
	check_options(*state, "-o x.o -ox.o --output x.o -save-temps -save-temps=obj --save-temps", "");
	check_options(*state, "-Wp,-MD,x.d -Wp,-MMD,x.d -Wp,-MT,x.o", "");
	check_options(*state, "-fdump-tree-all -fstack-usage --coverage -fprofile-arcs -ftest-coverage",
	              "");
	check_options(*state, "-fmodules -fmodules-cache-path=/c -gsplit-dwarf -ftime-trace=x", "");
	check_options(*state,
	              "--serialize-diagnostics x.dia -index-store-path /i -aux-info p -dumpbase b", "");
}

static void options_that_load_code_are_dropped(void **state) {
	check_options(*state, "-fplugin=p.so -fplugin-arg-p-x=y -fpass-plugin=p.so -mllvm -load=p.so",
	              "");
	check_options(*state, "-Xclang -load -Xclang p.so -Xclang -add-plugin -Xclang p", "");
	check_options(*state, "-Xclang -plugin-arg-p -Xclang -x -Xclang -analyzer-plugin", "");
	check_options(*state,
	              "--config=f --config f --config-user-dir=d -specs=s -specs s -wrapper gdb,--args",
	              "");
	check_options(*state, "-B /x -B/x -fuse-ld=/x", "");
}

static void options_of_no_interest_are_dropped(void **state) {
	check_options(*state, "-Wall -Werror -Werror=x -Wno-x -pedantic -pedantic-errors -w", "");
	check_options(*state, "-O2 -Os -Ofast -g -g3 -ggdb -pg -pipe -S -E -H -P -C -dM -v -###", "");
	check_options(*state,
	              "-fPIC -fPIE -fno-strict-aliasing -fsanitize=address -flto -fopenmp -fanalyzer",
	              "");
	check_options(
		*state, "-fconserve-stack -mpreferred-stack-boundary=3 -mindirect-branch=thunk-extern", "");
	check_options(*state, "-L/x -L /x -lfoo -l foo -Wl,-rpath,/x -Xlinker -z -shared -static -pie",
	              "");
	check_options(*state, "-T x.ld -u main -z now -e start a.o libb.a libc.so.6", "");
	check_options(*state, "-arch x86_64 -arch arm64 -traditional-cpp --param max=3 --param=x=1",
	              "");
	check_options(*state, "-std=c++17 -std=gnu++11", "");
	check_options(*state, "-unknown-option --unknown=1", "");
}

static void options_wrapped_for_the_preprocessor_count(void **state) {
	check_options(*state, "-Wp,-DA,-UB,-MD,x.d,-Iinc -Wp,-D_FORTIFY_SOURCE=2",
	              "-DA|-UB|-Iinc|-D_FORTIFY_SOURCE=2");
	check_options(*state, "-Xpreprocessor -DA -Xpreprocessor -fopenmp", "-DA");
	check_options(*state, "-Xpreprocessor -D -Xpreprocessor A -Xpreprocessor -MD", "-DA");
	check_options(*state, "-Xclang -include -Xclang a.h -Xclang -fno-pch-timestamp",
	              "-include|a.h");
}

static void an_option_without_its_value_ends_quietly(void **state) {
	struct arena *a = *state;
	static const char *const options[] = {"-I", "-include", "-Xclang", "-D", "-o", "-target", "-x"};
	for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
		struct outcome out = read_in(a, "/d", "x.c", arena_printf(a, "gcc -c x.c %s", options[i]));
		assert_int_equal(out.inputs.items[0].kind, COMMAND_C);
		assert_int_equal(out.inputs.items[0].command.arg_count, 0);
	}
}

static void libtools_two_builds_look_alike(void **state) {
	check_options(*state, "-DA -fPIC -DPIC -DPICTURE", "-DA|-DPICTURE");
}

static void a_cross_compiler_gives_the_target(void **state) {
	struct arena *a = *state;
	struct outcome out = read_in(a, "/d", "x.c", "ccache aarch64-linux-gnu-gcc-12 -DA -c x.c");
	struct front_command command = out.inputs.items[0].command;
	assert_string_equal(joined(a, command.args, command.arg_count),
	                    "--target=aarch64-linux-gnu|-DA");
	out = read_in(a, "/d", "x.c", "arm-none-eabi-gcc --target=armv7-none-eabi -c x.c");
	command = out.inputs.items[0].command;
	assert_string_equal(joined(a, command.args, command.arg_count), "--target=armv7-none-eabi");
}

/* --- precompiled headers ---------------------------------------------------------------------- */

static void check_in(struct arena *a, const char *directory, const char *options,
                     const char *expected) {
	struct outcome out = read_in(a, directory, "x.c", arena_printf(a, "clang %s -c x.c", options));
	struct front_command command = out.inputs.items[0].command;
	assert_int_equal(out.problems.n, 0);
	assert_string_equal(joined(a, command.args, command.arg_count), expected);
}

static void precompiled_headers_are_passed_by(void **state) {
	struct arena *a = *state;
	const char *scratch = scratch_new(a);
	scratch_file(a, scratch, "plain.h", "");
	scratch_file(a, scratch, "pre.h", "");
	scratch_file(a, scratch, "pre.h.pch", "");
	scratch_file(a, scratch, "gcc.h", "");
	scratch_file(a, scratch, "gcc.h.gch", "");
	const char *past = "-Xclang|-include|-Xclang|pre.h";
	check_in(a, scratch, "-include plain.h", "-include|plain.h");
	check_in(a, scratch, "-include pre.h", past);
	check_in(a, scratch, "-include gcc.h", "-Xclang|-include|-Xclang|gcc.h");
	check_in(a, scratch, "-include-pch pre.h.pch", past);
	/* as CMake writes it */
	check_in(a, scratch, "-Xclang -include-pch -Xclang pre.h.pch -Xclang -include -Xclang pre.h",
	         past);
	struct outcome out = read_in(a, scratch, "x.c", "clang -include-pch lost.pch -c x.c");
	assert_int_equal(out.problems.n, 1);
	assert_int_equal(out.inputs.items[0].command.arg_count, 0);
	scratch_remove(scratch);
}

/* --- response files --------------------------------------------------------------------------- */

static void response_files_are_expanded(void **state) {
	struct arena *a = *state;
	const char *scratch = scratch_new(a);
	scratch_file(a, scratch, "a.rsp", "-DA @sub/b.rsp\n");
	scratch_file(a, scratch, "sub/b.rsp", "'-DB=x y' -c x.c");
	struct outcome out = read_in(a, scratch, "x.c", "gcc @a.rsp -DC");
	struct front_command command = out.inputs.items[0].command;
	assert_int_equal(out.problems.n, 0);
	assert_string_equal(joined(a, command.args, command.arg_count), "-DA|-DB=x y|-DC");
	scratch_remove(scratch);
}

static void response_files_may_be_bad(void **state) {
	struct arena *a = *state;
	const char *scratch = scratch_new(a);
	scratch_file(a, scratch, "ring", "-DA @ring @ring @ring @ring");
	struct outcome out = read_in(a, scratch, "x.c", "gcc @ring -DB -c x.c");
	assert_true(out.problems.n > 0);
	assert_int_equal(out.inputs.items[0].kind, COMMAND_C);
	out = read_in(a, scratch, "x.c", "gcc @none -DB -c x.c");
	assert_int_equal(out.problems.n, 1);
	assert_non_null(strstr(out.problems.items[0], "@none"));
	assert_int_equal(out.inputs.items[0].command.arg_count, 1);
	scratch_remove(scratch);
}

/* --- inputs ----------------------------------------------------------------------------------- */

static void check_kind(struct arena *a, const char *file, const char *text,
                       enum command_kind kind) {
	struct outcome out = read_in(a, "/d", file, text);
	assert_int_equal(out.inputs.n, 1);
	assert_int_equal(out.inputs.items[0].kind, kind);
}

static void kinds_of_commands(void **state) {
	struct arena *a = *state;
	check_kind(a, "x.c", "cc -c x.c", COMMAND_C);
	check_kind(a, "x.i", "cc -c x.i", COMMAND_C);
	check_kind(a, "x.cc", "cc -c x.cc", COMMAND_OTHER_LANGUAGE);
	check_kind(a, "x.C", "cc -c x.C", COMMAND_OTHER_LANGUAGE);
	check_kind(a, "x.m", "cc -c x.m", COMMAND_OTHER_LANGUAGE);
	check_kind(a, "x.S", "cc -c x.S", COMMAND_ASSEMBLER);
	check_kind(a, "x.h", "cc -c x.h", COMMAND_HEADER);
	check_kind(a, "x.h", "cc -c x.c", COMMAND_HEADER);
	check_kind(a, "x.o", "cc x.o -o x", COMMAND_LINK);
	check_kind(a, NULL, "cc x.o liby.a -o x", COMMAND_LINK);
	check_kind(a, NULL, "cc --version", COMMAND_LINK);
	check_kind(a, "x.c", "g++ -c x.c", COMMAND_OTHER_LANGUAGE);
	check_kind(a, "x.c", "g++ -x c -c x.c", COMMAND_C);
	check_kind(a, "x.c", "clang --driver-mode=g++ -c x.c", COMMAND_OTHER_LANGUAGE);
	check_kind(a, "x.c", "clang --driver-mode=cl /c x.c", COMMAND_OTHER_LANGUAGE);
	check_kind(a, "x.c", "cc -ObjC -c x.c", COMMAND_OTHER_LANGUAGE);
	check_kind(a, "x.c", "cc -x c++ -c x.c", COMMAND_OTHER_LANGUAGE);
	check_kind(a, "x.c", "cc -x c++ y.c -x none -c x.c", COMMAND_C);
	check_kind(a, "x.c", "cc -x assembler-with-cpp -c x.c", COMMAND_ASSEMBLER);
	check_kind(a, "x.c", "python3 gen.py x.c", COMMAND_NO_COMPILER);
	check_kind(a, "x.c", "./gen -i x.c", COMMAND_NO_COMPILER);
	check_kind(a, "x.c", "/opt/vendor/compile -c x.c", COMMAND_C);
	check_kind(a, "x.c", "ld -r x.o -o y.o", COMMAND_NO_COMPILER);
	check_kind(a, "x.c", "cc -c -- x.c", COMMAND_C);
}

static void every_ending_and_language_is_found(void **state) {
	struct arena *a = *state;
	static const char *const other[] = {"C",    "M",  "c++", "cc", "cl", "cp", "cpp",
	                                    "cppm", "cu", "cxx", "ii", "m",  "mm"};
	static const char *const headers[] = {"h", "hh", "hpp", "hxx", "inc", "inl"};
	static const char *const assembler[] = {"S", "asm", "s", "sx"};
	static const char *const languages[] = {
		"c++", "c++-cpp-output", "c++-header",   "c++-module", "cl", "cuda",
		"hip", "objective-c",    "objective-c++"};
	for (size_t i = 0; i < sizeof other / sizeof *other; i++)
		check_kind(a, arena_printf(a, "x.%s", other[i]), "cc -c x", COMMAND_OTHER_LANGUAGE);
	for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
		check_kind(a, arena_printf(a, "x.%s", headers[i]), "cc -c x", COMMAND_HEADER);
	for (size_t i = 0; i < sizeof assembler / sizeof *assembler; i++)
		check_kind(a, arena_printf(a, "x.%s", assembler[i]), "cc -c x", COMMAND_ASSEMBLER);
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		check_kind(a, "x.c", arena_printf(a, "cc -x %s -c x.c", languages[i]),
		           COMMAND_OTHER_LANGUAGE);
	check_kind(a, "x.c", "cc -x c-header -c x.c", COMMAND_HEADER);
	check_kind(a, "x.c", "cc -x assembler -c x.c", COMMAND_ASSEMBLER);
	check_kind(a, "x.c", "cc -xHost -c x.c", COMMAND_C); /* Intel's: no language */
}

static void the_file_that_is_named_is_the_one(void **state) {
	struct arena *a = *state;
	struct outcome out = read_in(a, "/d", "/d/b.c", "cc -c a.c -x c b.c -x c++ c.c");
	assert_int_equal(out.inputs.n, 1);
	assert_int_equal(out.inputs.items[0].kind, COMMAND_C);
	assert_string_equal(out.inputs.items[0].command.file, "/d/b.c");
	assert_string_equal(out.inputs.items[0].command.directory, "/d");
}

static void without_a_file_each_source_is_one(void **state) {
	struct arena *a = *state;
	struct outcome out = read_in(a, "/d", NULL, "cc -DA a.c b.cc y.o -o prog c.c -L x.c");
	assert_int_equal(out.inputs.n, 3);
	assert_string_equal(out.inputs.items[0].command.file, "a.c");
	assert_int_equal(out.inputs.items[1].kind, COMMAND_OTHER_LANGUAGE);
	assert_string_equal(out.inputs.items[2].command.file, "c.c");
	assert_string_equal(
		joined(a, out.inputs.items[2].command.args, out.inputs.items[2].command.arg_count), "-DA");
}

static void a_language_is_said_where_the_name_does_not(void **state) {
	struct arena *a = *state;
	struct outcome out = read_in(a, "/d", "x.inc", "cc -x c -c x.inc");
	assert_int_equal(out.inputs.items[0].kind, COMMAND_C);
	assert_string_equal(joined(a, out.inputs.items[0].command.args, 2), "-x|c");
	check_options(a, "-x c", "");
	out = read_in(a, "/d", "x.c", "cc -x cpp-output -c x.c");
	assert_string_equal(joined(a, out.inputs.items[0].command.args, 2), "-x|cpp-output");
}

static void a_working_directory_moves_the_command(void **state) {
	struct arena *a = *state;
	struct outcome out = read_in(a, "/d", "x.c", "clang -working-directory sub -Ii -c x.c");
	assert_string_equal(out.inputs.items[0].command.directory, "/d/sub");
	out = read_in(a, "/d", "x.c", "clang -working-directory=/e -c x.c");
	assert_string_equal(out.inputs.items[0].command.directory, "/e");
}

static void flags_alone(void **state) {
	struct arena *a = *state;
	const char *argv[] = {"-I", "inc", "-Wall", "-DA", "x.c"}, *directory = "/d";
	struct words args = {0}, problems = {0};
	command_flags(a, &directory, argv, 5, &args, &problems);
	assert_string_equal(joined(a, args.items, args.n), "-Iinc|-DA");
	assert_string_equal(directory, "/d");
}

/* --- tables ----------------------------------------------------------------------------------- */

static void tables_are_sorted(void **state) {
	(void)state;
	static const char *const flags[] = {
#define FLAG(spelling, form, action, text, legend) spelling,
#include "front/flags.def"
#undef FLAG
	};
	static const char *const launchers[] = {
#define LAUNCHER(name, options, legend) name,
#include "front/launchers.def"
#undef LAUNCHER
	};
	for (size_t i = 1; i < sizeof flags / sizeof *flags; i++)
		assert_true(strcmp(flags[i - 1], flags[i]) < 0);
	for (size_t i = 1; i < sizeof launchers / sizeof *launchers; i++)
		assert_true(strcmp(launchers[i - 1], launchers[i]) < 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void) {
	const struct CMUnitTest tests[] = {
		TEST(shell_quotes),
		TEST(shell_operators_and_redirections),
		TEST(shell_says_what_is_not_closed),
		TEST(shell_first_command_that_does_something),
		TEST(response_file_quotes),
		TEST(driver_behind_launchers),
		TEST(driver_kinds),
		TEST(driver_targets),
		TEST(options_that_decide_are_kept),
		TEST(options_that_write_files_are_dropped),
		TEST(options_that_load_code_are_dropped),
		TEST(options_of_no_interest_are_dropped),
		TEST(options_wrapped_for_the_preprocessor_count),
		TEST(an_option_without_its_value_ends_quietly),
		TEST(libtools_two_builds_look_alike),
		TEST(a_cross_compiler_gives_the_target),
		TEST(precompiled_headers_are_passed_by),
		TEST(response_files_are_expanded),
		TEST(response_files_may_be_bad),
		TEST(kinds_of_commands),
		TEST(every_ending_and_language_is_found),
		TEST(the_file_that_is_named_is_the_one),
		TEST(without_a_file_each_source_is_one),
		TEST(a_language_is_said_where_the_name_does_not),
		TEST(a_working_directory_moves_the_command),
		TEST(flags_alone),
		TEST(tables_are_sorted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
